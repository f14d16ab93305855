import { defineWords } from '../../platform/words.ts'

const both = {
	handOver: 'Who could make us hand it over',
	handOverCourt: 'A court can order us to hand over what is written here.',
	handOverAdministrators: 'Those who run the computer for this area could read it.',
	handOverEnd: 'So leave out what you would not want others to read.',
} as const

/** What an area says before anyone writes something private. */
export const areaWords = defineWords('areas', {
	en: {
		person: { ...both, passedOn: 'What your practitioner would have to pass on' },
		practitioner: { ...both, passedOn: 'What you would have to pass on' },
		supporter: { ...both, passedOn: 'What those who work here would have to pass on' },
	},
	'en-x-easy': {
		person: { passedOn: 'What cannot stay between you' },
	},
})
