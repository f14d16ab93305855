import { defineWords } from '../../platform/words.ts'

/** The page of one person: who works with them, and the way to what they make together. */
export const relationshipWords = defineWords('relationship', {
	en: {
		person: {
			tab: 'Who works with you',
			heading: 'Who works with you',
			now: '{name} has worked with you since {day}.',
			before: '{name} worked with you from {from} to {to}.',
			someoneLeft: 'Someone who has left',
			nobody: 'Nobody works with you now. What you made stays yours.',
			toPlan: 'Go to our plan',
			toAppointments: 'See when you meet',
			toNow: 'See where you are now',
			toEnd: 'When your work together ends',
			toCard: 'How you come in',
			toKindWords: 'Kind words',
			toStory: 'My story',
			seen: 'Each look at this page by someone else is written down.',
		},
		practitioner: {
			tab: 'Someone you work with',
			heading: '{person}',
			now: '{name} has worked with {person} since {day}.',
			before: '{name} worked with {person} from {from} to {to}.',
			someoneLeft: 'Someone who has left',
			nobody: 'Nobody works with {person} now.',
			toPlan: 'Go to your plan together',
			toAppointments: 'See when you meet',
			toNow: 'See where {person} is now',
			toEnd: 'When your work together ends',
			toCard: 'Make a card to come in with',
			toKindWords: 'Say something good you noticed',
			toStory: 'Write down a moment for their story',
			seen: 'Your look at this page is written down for {person}.',
		},
	},
})

/** A practitioner begins to work with somebody who is not here yet. */
export const inviteWords = defineWords('invite', {
	en: {
		practitioner: {
			tab: 'Invite someone',
			heading: 'Invite someone you work with',
			what: 'They get a plan of their own from the start. You see it for as long as you work together.',
			name: 'What do they want to be called here?',
			nameHint: 'Ask them. It need not be the name on their papers.',
			goOn: 'Go on to their card',
			begun: 'You now work with {name} here. Make a card for them.',
			enterName: 'Enter what they want to be called.',
			nameTooLong: 'Use at most {most} letters for the name.',
			unreadable: 'Some of these signs cannot be kept. Type the name again.',
		},
	},
})
