import { defineWords } from '../../platform/words.ts'

/** For staff: why a secret is not enough, and what is. */
export const strongerWords = defineWords('stronger', {
	en: {
		anyone: {
			tab: 'How you come in',
			heading: 'Choose how you come in',
			why: 'You will see what people trust you with. A secret alone can be guessed or passed on.',
			until: 'Until then you see only how you come in.',
			passkey: 'Add a passkey',
			passkeyWhat: 'A passkey is your device’s own lock: your finger, your face or its number.',
			usePasskey: 'Use your passkey',
			needCard: 'A secret alone is not enough to add one. Ask a lead for a new card.',
			lost: 'You lost it? Ask a lead for a new card.',
			done: 'You have what you need.',
			home: 'Go to your home page',
		},
	},
})
