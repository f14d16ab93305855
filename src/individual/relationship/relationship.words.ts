import { defineWords } from '../../platform/words.ts'

/** The page of one person: who works with them, and the way to what they make together. */
export const relationshipWords = defineWords('relationship', {
	en: {
		person: {
			tab: 'Who works with you',
			heading: 'Who works with you',
			now: '{name} has worked with you since {day}.',
			before: '{name} worked with you from {from} to {to}.',
			nobody: 'Nobody works with you now. What you made stays yours.',
			toPlan: 'Go to our plan',
			seen: 'Each look at this page by someone else is written down.',
		},
		practitioner: {
			tab: 'Someone you work with',
			heading: '{person}',
			now: '{name} has worked with {person} since {day}.',
			before: '{name} worked with {person} from {from} to {to}.',
			nobody: 'Nobody works with {person} now.',
			toPlan: 'Go to your plan together',
			seen: 'Your look at this page is written down for {person}.',
		},
	},
})
