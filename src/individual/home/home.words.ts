import { defineWords } from '../../platform/words.ts'

/** The page that people land on, for whatever they are here. */
export const homeWords = defineWords('home', {
	en: {
		anyone: {
			tab: 'Home',
			hello: 'Hello, {name}',
			nextHeading: 'What is next',
			nextWord: 'Something in your plan waits for your word.',
			nextPromise: 'You said you would do this by {day}:',
			nextPromiseLate: 'You said you would do this by {day}, and it is still open:',
			nextPromiseOpen: 'You said you would do this:',
			nextNothing: 'Nothing waits for you today.',
			toPlan: 'Open our plan',
			peopleHeading: 'Who works with you',
			peopleNow: '{name} has worked with you since {day}.',
			peopleNobody: 'Nobody works with you now. What you made stays yours.',
			alongsideHeading: 'The people you work alongside',
			alongsideNobody: 'You do not work with anyone here yet.',
			waitsHeading: 'Waiting for your word',
			waitsNothing: 'Nothing waits for your word.',
			waitsAgreement:
				'{count, plural, one {# outcome waits for your yes or no} other {# outcomes wait for your yes or no}}',
			waitsAnswer: '{count, plural, one {# question waits for your answer} other {# questions wait for your answer}}',
			promisedHeading: 'What you have promised',
			promisedNothing: 'You have no open promises.',
			promisedBy: 'By {day}',
			promisedLate: 'Promised by {day}, and not done yet',
			promisedOpen: 'No day set',
			promisedFor: 'With {name}',
			supporterHeading: 'As a supporter',
			supporter: 'When someone opens something to you, it will be here. Nothing is open to you now.',
			supporterOwn: 'What you write for yourself will have its place here too.',
			partnerHeading: 'As a partner',
			partner: 'When someone asks to be introduced to you, it will be here. Nothing is here now.',
			leadHeading: 'As service lead',
			lead: 'You will find counts here, and what this service has promised. You will see no names and no private words.',
		},
	},
	'en-x-easy': {
		anyone: {
			nextWord: 'Something waits for your yes or no.',
			toPlan: 'See our plan',
		},
	},
})
