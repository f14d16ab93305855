import { defineWords } from '../../platform/words.ts'

/** The page that people land on, for whatever they are here. */
export const homeWords = defineWords('home', {
	en: {
		anyone: {
			tab: 'Home',
			hello: 'Hello, {name}',
			nextHeading: 'What is next',
			nextWord: '{count, plural, one {One thing waits} other {# things wait}} for your word.',
			nextMore: '{count, plural, one {One more thing waits} other {# more things wait}} in our plan.',
			you: 'You',
			sayYesOrNo: 'Read it and say yes or no',
			answer: 'Answer',
			nextPromise: 'You said you would do this by {day}:',
			nextPromiseLate: 'You promised this by {day}. It is not done yet:',
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
				'{count, plural, one {# outcome waits for your yes or no.} other {# outcomes wait for your yes or no.}}',
			waitsAnswer: '{count, plural, one {# question waits for your answer.} other {# questions wait for your answer.}}',
			promisedHeading: 'What you have promised',
			promisedNothing: 'You have no open promises.',
			promisedBy: 'By {day}.',
			promisedLate: 'You promised this by {day}. It is not done yet.',
			promisedOpen: 'No day is set.',
			promisedFor: 'With {name}',
			supporterHeading: 'As a supporter',
			supporter: 'Nothing is open to you now. When someone opens something to you, it will be here.',
			supporterOwn: 'We are still building the part where you write for yourself.',
			partnerHeading: 'As a partner',
			partner: 'We are still building this part. When someone asks to meet you, it will be here.',
			leadHeading: 'As service lead',
			lead: 'We are still building this part. It will show counts, and what this service has promised.',
			leadNever: 'You will see no names and no private words.',
			toInformation: 'How your information is used',
		},
	},
	'en-x-easy': {
		anyone: {
			nextWord: '{count, plural, one {One thing waits} other {# things wait}} for you.',
			toPlan: 'See our plan',
		},
	},
})
