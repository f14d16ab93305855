import { defineWords } from '../../../platform/words.ts'

/** How what somebody gives begins, as it then stands before their words. */
export const beginningWords = defineWords('recognition-beginnings', {
	en: {
		anyone: {
			noticed: 'I noticed that you',
			believe: 'I believe you can, because',
			thanks: 'Thank you for',
		},
	},
})

const both = {
	tab: 'Kind words',
	noticed: 'I noticed that you …',
	believe: 'I believe you can, because …',
	thanks: 'Thank you for …',
	own: 'A beginning of my own',
	beginLegend: 'How do you want to begin?',
	words: 'Your words',
	toLegend: 'Whom do you want to thank?',
	chooseTo: 'Choose whom you want to thank',
	chooseBeginning: 'Choose how you want to begin',
	enterWords: 'Write what you want to say',
	checkTitle: 'Check before you give it',
	checkWords: 'It will read',
	checkTo: 'For',
	shareIt: 'Give it',
	heading: 'Kind words',
	answerOn: 'The answer on {day}:',
	toTakeBack: 'See all that you gave, or take it back',
	toName: 'to {name}',
	someoneKnown: 'Someone close to {name}',
} as const

/** Words to the other: offered where something is open, never as a duty. */
const giver = {
	...both,
	give: 'Say something good you noticed',
	title: 'What do you want to say to {name}?',
	hint: 'Name what you saw them do. Small things count.',
	onlyThem: 'Only {name} can read this. {name} can show it to others.',
	once: 'You cannot change it later.',
	given: 'It is with {name} now.',
} as const

/** Putting effort, change or belief into words: to the practitioner, to whoever something is open to, and to the person who thanks. */
export const recognitionWords = defineWords('recognition', {
	en: {
		practitioner: giver,
		supporter: giver,
		person: {
			...both,
			give: 'Say thank you to someone',
			title: 'What do you want to say thank you for?',
			hint: 'Small things count.',
			onlyThem: 'Only they can read this.',
			once: 'You cannot change it later.',
			given: 'Your thanks are with them now.',
		},
	},
})

/** The page of all that was given to somebody, theirs alone, and of what they gave. */
export const keptWords = defineWords('recognition-kept', {
	en: {
		anyone: {
			tab: 'Kind words',
			heading: 'Kind words to you',
			intro: 'What people said about you, by name. It is yours. Come back to it on any day.',
			none: 'What people notice about you will stand here. It stays for you to come back to.',
			gone: 'Words stood here. They went with the one who wrote them.',
			someone: 'Someone',
			you: 'You',
			about: 'See what this is about',
			shown: 'All who see that part of your plan can read this beside it.',
			answer: 'Answer',
			answerYours: 'You answered on {day}:',
			hide: 'Hide it',
			hidden: 'Hidden ({count})',
			hiddenOnly: 'Only you know what you hide.',
			bringBack: 'Bring it back',
			showBeside: 'Show it beside our plan',
			showNoMore: 'Show it to nobody else',
			byYou: 'What you said to others',
			toName: 'To {name}',
			toSomeone: 'To someone you no longer share a plan with',
			takenBack: 'You took this back on {day}.',
			takeBack: 'Take it back',
			takeBackUntil: 'You can take it back until it is read.',
			whereAnswer: 'An answer stands where you wrote it',
			answerTitle: 'What do you want to answer?',
			answerHint: '{name} can read your answer. You cannot change it later.',
			answerLabel: 'Your answer',
			enterAnswer: 'Write your answer',
			checkTitle: 'Check before you share',
			checkTo: '{name} will be able to read this.',
			share: 'Share it',
			answerTold: 'You answered.',
			hideTold: 'It is hidden. You can bring it back at any time.',
			bringBackTold: 'It is back.',
			showTold: 'It now stands beside that part of your plan.',
			showNoMoreTold: 'Nobody else can read it now.',
			takenBackTold: 'You took it back. Nobody has read it.',
			stays: 'It has been read, so it stays.',
			homeHeading: 'What someone noticed about you',
			homeNew: '{name} said something good about you.',
			homeRead: 'Read it',
			toAll: 'Kind words to come back to',
			toOwn: 'Kind words to you and from you',
		},
	},
})
