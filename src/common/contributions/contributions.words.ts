import { defineWords } from '../../platform/words.ts'

/** The kinds of things that people bring. */
export const contributionWords = defineWords('contributions', {
	en: {
		anyone: {
			time: 'Time',
			skill: 'A skill',
			introduction: 'An introduction to someone',
			money: 'Money',
			room: 'A room or a place',
			going_along: 'Going along with someone',
			something_else: 'Something else',
		},
	},
	'en-x-easy': {
		anyone: {
			introduction: 'Knowing someone who can help',
			going_along: 'Going with someone',
		},
	},
})
