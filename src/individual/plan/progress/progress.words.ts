import { defineWords } from '../../../platform/words.ts'

const both = {
	tab: 'How far it has come',
	heading: 'How far has it come?',
	intro: 'Each of you says a number from 0 to 10, for yourself.',
	onePart: 'How far it has come',
	toProgress: 'See how far it has come, or say it',
	say: 'Say how far it has come',
	sayTitle: 'How far has it come?',
	sayHint: '0 is not begun. 10 is all the way.',
	sayWords: 'In your words',
	sayWordsHint: 'What makes you say this number?',
	sayWordsLabel: 'Your words',
	notToday: 'I say no number today',
	hidden: 'What others said today shows once you have said yours. Or say no number today.',
	passedToday: 'You say no number today. You can still change your mind.',
	anchors: 'What 0, 5 and 10 look like',
	anchorsFirst: 'Say what 0, 5 and 10 look like',
	anchorsChange: 'Say it in other words',
	anchorsAlso: 'Say it in your own words too',
	at0: 'What 0 looks like',
	at5: 'What 5 looks like',
	at10: 'What 10 looks like',
	overTime: 'Over time',
	nothingYet: 'Nobody has said a number yet.',
	picture: 'What each of you said from 0 to 10 over time. The table below has the same numbers.',
	day: 'Day',
	bothSay: 'You and {name} both say {mine}.',
	youAndThey: 'You say {mine}, {name} says {theirs}: a good thing to talk about.',
	liesYou: 'Your numbers lie between {low} and {high}.',
	liesName: 'The numbers of {name} lie between {low} and {high}.',
	takeBack: 'Take my number back',
	saidTold: 'You said how far it has come.',
	passedTold: 'You say no number today. That is fine.',
	takenBackTold: 'You took your number back.',
	anchorsTold: 'You said what the numbers look like.',
	you: 'You',
	yourNumber: 'Your number',
	chooseNumber: 'Choose a number from 0 to 10',
	enterAnchor: 'Write what one of the three looks like',
} as const

/**
 * How far an outcome has come, as each of the two hands sees it. The idea of rating progress towards a goal of one's own from
 * 0 to 10 is that of goal-based outcomes (D. Law, 2011); wording and sheet are ours, and the numbers are never joined into one.
 */
export const progressWords = defineWords('progress', {
	en: {
		person: {
			...both,
			onlyTwo: 'You and those who work with you can read this. Nobody you open it to can.',
			anchorsTitle: 'What would 0, 5 and 10 look like?',
			anchorsHint: 'Write it the way you would say it. One of the three is enough.',
			anchorsNone: 'Nobody has said yet what 0, 5 and 10 look like. Your words come first.',
		},
		practitioner: {
			...both,
			onlyTwo: 'You and {person} can read this. Nobody it is opened to can.',
			anchorsTitle: 'What would 0, 5 and 10 look like to you?',
			anchorsHint: 'The words of {person} come first. Write yours where you see it differently.',
			anchorsNone: '{person} has not said yet what 0, 5 and 10 look like.',
		},
	},
})
