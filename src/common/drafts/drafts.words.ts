import { defineWords } from '../../platform/words.ts'

/** What stands in every form that shares something, and on the page where its answers are checked. */
export const draftWords = defineWords('drafts', {
	en: {
		anyone: {
			kept: 'We kept what you wrote on {day}. Nobody who works with you can see it.',
			throwAway: 'Throw it away',
			goOn: 'Go on',
			later: 'Keep it for later',
			change: 'Change it',
			saved: 'Kept. Nobody who works with you can see it.',
			notSaved: 'Not kept yet. Check your connection.',
			tooLong: 'Use {most, number} characters or fewer.',
			unreadable: 'We cannot keep one of the characters. Type the words again.',
			emptyDay: 'Write a day that exists, like this: 3/5/2027.',
			pastDay: 'Choose today or a later day.',
		},
	},
	'en-x-easy': {
		anyone: {
			tooLong: 'Make it shorter: {most, number} letters and marks at most.',
		},
	},
})
