import { defineWords } from '../../platform/words.ts'

/** To the person, on the page that is handed to them on somebody else's device. */
export const handingWords = defineWords('handing', {
	en: {
		person: {
			tab: 'Do you agree?',
			heading: '{name}, do you agree to these words?',
			headingOwn: '{name}, are these your words?',
			whose: 'This is {other}’s device. Only you can answer, {name}.',
			heard: 'A yes also says that these are your words.',
			once: 'What you show here counts for this one yes. You are not signed in here.',
			again: 'We ask you again when you are alone.',
			onlyYours: 'After a yes only you can read them, and you can delete them.',
			secret: 'Your secret words or number',
			yes: 'Yes, I agree',
			yesOwn: 'Yes, these are my words',
			no: 'No, not now',
			press: '{name} is invented, so a press is enough.',
			none: 'You have no secret and no passkey yet. {other} can make a card for you.',
			card: 'Make a card',
			enterSecret: 'Type your secret words or number, or say no.',
			wrong: 'That is not your secret. Try again, or say no.',
			wrongPasskey: 'That passkey did not work here. Try again, or say no.',
			many: 'There were many tries here. Answer on your own device, or wait 15 minutes.',
			passkey: 'Yes, with my passkey',
			passkeyWithout: 'To use a passkey here, switch on JavaScript.',
			passkeyFailed: 'Your device gave no passkey. Try again.',
			changed: 'The words have changed',
			changedNothing: 'Nothing was agreed.',
			before: 'The words you were shown',
			now: 'The words now',
			back: 'Go back',
		},
	},
})
