import { defineWords } from '../../platform/words.ts'

/** What is opened of a story, said to whom it is open; and what is put beside it, said to both. */
export const openedStoryWords = defineWords('story-opened', {
	en: {
		supporter: {
			tab: 'Opened to you',
			theirs: 'A part of {name}’s story',
			openedBy: '{name} opened this to you. It is theirs, in their words.',
			namesHint: 'Other people are here by their first letters.',
			moments: 'The moments',
			momentsNone: 'No moment lies in it yet.',
			says: 'What these moments say together',
			tellings: 'How {name} tells it',
			toldOn: 'As told on {day}',
			hardOne: 'A hard moment',
			hard: '{name} says that this is hard. It opens only if you want it.',
			hardOpen: 'Open it',
			hoped: '{name} hopes for this.',
			when: 'When',
			place: 'Where',
			mood: 'How it felt',
			saysOfMe: 'What it says about {name}',
			lineLabel: 'These moments on a line. The list below has the same moments.',
			today: 'Today',
			besideHeading: 'What you put beside it',
			besideNone: 'You can put words beside it. You cannot change it.',
			besideWho: 'Only {name} and you read that.',
			addBeside: 'Put words beside it',
			witnessAsked: '{name} asks you what stayed with you.',
			addWitness: 'Say what stayed with you',
			reply: '{name} answered',
			yours: 'You',
		},
	},
})

/** What somebody writes beside a part of a story, said to whoever writes it. */
export const besideStoryWords = defineWords('story-beside', {
	en: {
		supporter: {
			tab: 'Write',
			witnessTitle: 'What stayed with you?',
			witnessHint: 'Answer what you like. One answer is enough. Do not praise or advise.',
			heard: 'What did you hear that stayed with you?',
			touched: 'How did it touch you?',
			reminds: 'What does it remind you of in your own life?',
			will: 'What will you do with it?',
			enterOne: 'Answer at least one of these',
			wordsTitle: 'What do you want to put beside it?',
			wordsHint: 'It stands beside their words, with your name. It changes nothing of theirs.',
			enterWords: 'Write what you want to put beside it',
			reads: '{name} will read this. {name} can keep it, answer it or hide it.',
			checkTitle: 'Check what you wrote',
			checkIntro: 'Nobody has read it yet.',
			share: 'Give it to {name}',
			toldKey: 'Your words',
			given: '{name} can read it now.',
			askedOut: '{name} can read that you ask.',
		},
	},
})

/** What others put beside a part of the story, said to the person whose story it is. */
export const givenStoryWords = defineWords('story-given', {
	en: {
		person: {
			heading: 'Who reads it, and what they say',
			nobody: 'Nobody but you can read it.',
			open: 'Open it to someone',
			canRead: '{name} can read it.',
			asked: 'You asked {name} what stayed with them.',
			ask: 'Ask {name} what stayed with them',
			stopAsking: 'Ask {name} no more',
			heard: 'What they heard',
			touched: 'How it touched them',
			reminds: 'What it reminds them of',
			will: 'What they will do',
			keep: 'Keep it',
			kept: 'You keep this.',
			hide: 'Hide it',
			hidden: 'Hidden ({count})',
			showAgain: 'Show it again',
			reply: 'Answer',
			yourReply: 'You answered',
			replyTitle: 'What do you want to say back?',
			replyHint: '{name} will read it.',
			someone: 'someone who has left',
		},
	},
})

/** Writing down what somebody tells, said to the practitioner who writes. */
export const scribeStoryWords = defineWords('story-scribe', {
	en: {
		practitioner: {
			tab: 'Write',
			title: 'What does {name} tell?',
			hint: 'Write it as {name} says it. Read it back before you keep it.',
			enterWords: 'Write what you hear',
			before: 'It is not in their story yet. {name} first says that the words are theirs: alone, or together with you.',
			onPaper: 'If {name} wrote it on paper: on which day? (optional)',
			onPaperHint: 'Type it exactly as it stands on the sheet.',
			paperDay: 'Write the day like this: 3/5/2027.',
			paperDayToCome: 'This day is still to come. Write the day that stands on the sheet.',
			fromPaper: 'Written by {name} on paper on {day}.',
			together: 'Confirm together on this device',
			togetherTold: '{name} said on your device that these are their words.',
			notNowTold: 'Nothing was confirmed.',
			checkTitle: 'Read it back to {name}',
			share: 'Keep it for {name} to confirm',
			key: 'Their words',
			told: 'We kept it. It waits for {name}.',
			waiting: 'What you wrote down',
			waitingNone: 'Nothing that you wrote down waits for {name}.',
			notConfirmed: 'Not yet confirmed by {name}.',
		},
	},
})

/** Being taken out of somebody's story, said to who asks for it. */
export const takingOutWords = defineWords('story-taking-out', {
	en: {
		supporter: {
			toAsk: 'I am in this, and would like to be out',
			askTitle: 'Do you want to be taken out of this?',
			askHint: '{name} will read that you ask. You do not have to say why. {name} decides.',
			ask: 'Ask {name} to take me out',
			notNow: 'No, leave it',
			waits: 'You asked {name} to take you out of this.',
			changed: '{name} has changed it.',
			stays: '{name} leaves it as it is.',
		},
	},
})

/** The same, said to the person whose story it is. */
export const askedOutWords = defineWords('story-asked-out', {
	en: {
		person: {
			heading: 'Someone asks to be taken out',
			hint: 'You can swap a name, delete a photo, or take the moment out. You decide.',
			asks: '{name} asks you to take them out of this:',
			someone: 'Someone',
			sayChanged: 'I have changed it',
			sayStays: 'I leave it as it is',
		},
	},
})
