import { defineWords } from '../../platform/words.ts'

/** What reads the same to all: it calls everyone by name. */
const all = {
	event_agreed_together: '{name} agreed to these words, on {other}’s device:',
	event_own_words_together: '{name} said that these are their words, on {other}’s device:',
	notYou: '{by} wrote this down on {day}, as {name} said it.',
	togetherOpen: 'Agreed together on {other}’s device, on {day}. {name} has not yet said so alone.',
	togetherSaid: 'Agreed together on {other}’s device, on {day}. {name} said so alone on {alone}.',
	writtenDown: 'Written down by {by}.',
	writtenAsHeard: 'Written down by {by}, in {name}’s words as {by} heard them.',
	writtenOnPaper: 'Written on paper by {name}, on {day}. Typed in by {by}.',
	notConfirmed: 'Not confirmed yet.',
	own: '{name} said on {day} that these are their words.',
	ownTogether: '{name} said on {other}’s device, on {day}, that these are their words.',
	notOwn: '{name} said on {day} that these are not their words.',
} as const

/** Sitting together on one device, and words that somebody wrote down as they heard them: to the three who read a plan. */
export const togetherWords = defineWords('together', {
	en: {
		person: {
			...all,
			notYou: '{by} wrote this down on {day}, as you said it.',
			togetherOpen: 'Agreed together on {other}’s device, on {day}. You have not yet said so alone.',
			togetherSaid: 'Agreed together on {other}’s device, on {day}. You said so alone on {alone}.',
			writtenAsHeard: 'Written down by {by}, in your words as {by} heard them.',
			writtenOnPaper: 'You wrote this on paper on {day}. {by} typed it in.',
			own: 'You said on {day} that these are your words.',
			ownTogether: 'You said they are yours on {other}’s device, on {day}.',
			notOwn: 'You said on {day} that these are not your words.',
		},
		practitioner: { ...all },
		supporter: { ...all },
	},
})

/** To the person, alone: whether they still agree, and whether words that somebody wrote down are theirs. */
export const aloneWords = defineWords('alone', {
	en: {
		person: {
			still: 'You said yes to these words on {other}’s device, on {day}.',
			stillAsk: 'Now that you are alone: do you still agree?',
			stillSince: 'This has waited for you since {day}.',
			stillYes: 'Yes, I still agree',
			stillNo: 'No',
			stillTold: 'You still agree, and you said so alone.',
			notAlone: 'You came in with a card. To answer, come in with your own secret or passkey.',
			ownAsk: '{by} wrote this down as you said it. Are these your words?',
			ownYes: 'Yes, these are my words',
			ownChange: 'Change the words',
			ownInMine: 'Say it in my own words',
			ownNot: 'These are not my words',
			ownTold: 'You said that these are your words.',
			disownTold: 'You said that these are not your words.',
		},
	},
})

/** To the practitioner, beside the person: handing over their device, and writing down what they hear. */
export const besideWords = defineWords('beside', {
	en: {
		practitioner: {
			together: 'Agree together on this device',
			togetherOwn: 'Confirm together on this device',
			togetherTold: '{name} said yes on your device. We ask them again when they are alone.',
			togetherOwnTold: '{name} said on your device that these are their words.',
			notNowTold: 'Nothing was agreed.',
			writeDown: 'Write down {name}’s words',
			writeDownView: 'Write down how {name} sees it',
			writeDownTitle: 'What does {name} say?',
			writeDownHint:
				'Write it as {name} says it. It carries your name until {name} confirms it, alone or together with you.',
			writeDownViewTitle: 'How does {name} see it?',
			writeDownTold: 'The words are written down. They are not confirmed yet.',
			heardWords: '{name}’s words',
			enterHeard: 'Write what {name} says',
			onPaper: 'If {name} wrote it on paper: on which day? (optional)',
			onPaperHint: 'Type it exactly as it stands on the sheet.',
			onPaperKey: 'Written on paper on',
			paperDayToCome: 'This day is still to come. Write the day that stands on the sheet.',
		},
	},
})
