import { defineWords } from '../../../platform/words.ts'

const both = {
	tab: 'How it was',
	heading: 'How your meetings were',
	intro: 'Each of you answers alone. You can leave any of it.',
	apart: 'You read what the other says when you have said yours. Or when you say “not this time”.',
	toSay: 'Meetings you can speak of',
	met: 'You met on {day}, with {name}.',
	say: 'Say how it was',
	notThisTime: 'Not this time',
	none: 'When you have met, you can say here how it was.',
	listened: 'I was listened to',
	fair: 'It was fair',
	sayNo: 'I could say no',
	whatNext: 'I know what happens next',
	worthIt: 'It was worth my time',
	step1: 'Not at all',
	step2: 'A little',
	step3: 'Partly',
	step4: 'Mostly',
	step5: 'Very much',
	left: 'I leave this one',
	change: 'One thing to change',
	changeHint: 'It can be small. Leave it empty if there is nothing.',
	formTitle: 'How was it on {day}?',
	check: 'Check what you say',
	share: 'Say it',
	shareHint: '{name} reads it when they have said theirs, or chosen not to. You cannot change it then.',
	nothingSaid: 'Nothing',
	enterSomething: 'Choose one answer, or write one thing to change. Or press “Not this time”.',
	saidTold: 'We kept how it was. You can read what the other said.',
	notTold: 'That is fine. You can read what the other said.',
	overTime: 'Over time',
	picture: '“{statement}” over time, from 1 to 5. The table below has the same.',
	scale: '1 is “not at all”. 5 is “very much”.',
	day: 'Day',
	notSaid: 'Nothing said',
	notThis: 'Not this time',
	changes: 'One thing to change',
	onlyTwo: 'Only the two who met read this.',
	home: 'You met {name} on {day}. You can say how it was, if you like.',
} as const

/** How a meeting was, as each of the two says it. */
export const checkInWords = defineWords('check-ins', {
	en: {
		person: both,
		practitioner: {
			...both,
			listened: 'I was listened to',
			changeHint: 'Begin with what you could do yourself. Leave it empty if there is nothing.',
		},
	},
	'en-x-easy': {
		person: {
			apart: 'You read the other’s answers after you gave yours.',
		},
	},
})

/** The same to a lead: counts of five people or more. */
export const areaCheckInWords = defineWords('check-ins of an area', {
	en: {
		anyone: {
			tab: 'How meetings were',
			link: 'See how meetings were, in counts',
			heading: 'How meetings were for people here',
			intro: 'This counts what people said when they last said it. Counts are to the nearest five.',
			never: 'It never says who said it, or whom they met. Fewer than five are never shown.',
			tooFew: 'Too few people have said something yet.',
			statement: 'What they said of it',
			people: 'How many people',
			about: 'About {people}',
		},
	},
})
