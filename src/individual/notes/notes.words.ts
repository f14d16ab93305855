import { defineWords } from '../../platform/words.ts'

/** Voice notes and photos that a person keeps for themselves alone, so that they speak to nobody else. */
export const notesWords = defineWords('notes', {
	en: {
		person: {
			tab: 'My notes',
			tabAdd: 'Add',
			heading: 'My notes',
			onlyYou: 'Only you can see or hear what is here. Nobody who works with you can.',
			none: 'There is nothing here yet. You can keep your voice or a photo, for you alone.',
			addVoice: 'Add a voice note',
			addPhoto: 'Add a photo',
			voiceTitle: 'Add a voice note',
			photoTitle: 'Add a photo',
			toNotes: 'See my notes',
		},
	},
	'en-x-easy': {
		person: {
			none: 'There is nothing here yet. Keep your voice or a photo here.',
		},
	},
})
