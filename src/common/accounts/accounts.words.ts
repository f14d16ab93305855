import { defineWords } from '../../platform/words.ts'

/** Coming in. */
export const accountWords = defineWords('accounts', {
	en: {
		anyone: {
			demoTitle: 'Try it as someone',
			demoIntro: 'These people are invented. Come in as one of them and look round.',
			demoTwo: 'Open a second browser and come in as someone else. Then make a plan together.',
			comeIn: 'Come in',
			as: 'as {name}',
		},
	},
	'en-x-easy': {
		anyone: {
			demoIntro: 'These people are made up. Choose one.',
			demoTwo: 'Use a second browser for the other one.',
		},
	},
})
