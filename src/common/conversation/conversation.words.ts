import { defineWords } from '../../platform/words.ts'

const both = {
	tab: 'Messages',
	heading: 'You and {name}',
	someoneLeft: 'Someone who has left',
	you: 'You',
	nothing: 'Nothing is written yet.',
	earlier: 'Earlier messages',
	further: 'Messages before these',
	newest: 'Go to the newest',
	takenBack: 'Taken back.',
	takeBack: 'Take it back',
	write: 'Write to {name}',
	hint: 'What you send stays as it is. You can take it back within a day.',
	send: 'Send it',
	reads: '{name} says when they read:',
	readsNone: '{name} has not said when they read.',
	cannotWait: 'If it cannot wait:',
	help: 'Help now',
	sentTold: 'It is sent.',
	takenBackTold: 'It is taken back. Its words are gone.',
	lateTold: 'It is more than a day old. It stays.',
	enterWords: 'Write something to send.',
} as const

/** What two write to each other: a person, and somebody who works with them or has something of theirs open. */
export const conversationWords = defineWords('conversation', {
	en: {
		person: {
			...both,
			closed: 'You closed this. Nothing new comes from {name}.',
			over: 'Nothing new can be written here now. What was written stays.',
		},
		practitioner: {
			...both,
			closed: '{name} has closed this. Nothing new can be written here.',
			over: 'Nothing new can be written here now.',
		},
		supporter: {
			...both,
			closed: '{name} has closed this. Nothing new can be written here.',
			over: 'Nothing new can be written here now.',
		},
	},
})

/** The person alone: with whom they write, and closing that. */
export const ownConversationWords = defineWords('conversations of mine', {
	en: {
		person: {
			heading: 'Write to someone',
			intro: 'You can write to those who work with you. And to those to whom you opened something.',
			nobody: 'There is nobody here to write to now.',
			canWrite: 'Read and write',
			canRead: 'Read what was written',
			close: 'Close this',
			closeWhat: 'Then {name} can write you nothing new here. They read that it is closed.',
			open: 'Open it again',
			closedTold: 'It is closed.',
			openTold: 'It is open again.',
			link: 'Write to someone',
		},
	},
})

/** On a home: that somebody wrote. */
export const writtenWords = defineWords('written to me', {
	en: {
		anyone: {
			wrote: '{name} wrote to you on {day}.',
			read: 'Read it',
		},
	},
})
