import { defineWords } from '../../../platform/words.ts'

/** Why a file cannot be taken in, in one sentence that says what to do. */
export const exchangeWords = defineWords('network-exchange', {
	en: {
		anyone: {
			tooLarge: 'This file is too large: we can take up to 10 MB.',
			notText: 'We cannot read this file: save it again and choose the new one.',
			broken: 'This file is damaged: save it again and choose the new one.',
			instructions: 'This file has orders in it that we do not follow: save it without them.',
			notGraphml: 'This is no map from Network Canvas: choose its GraphML file.',
			notEasyNwk: 'This is no map from easyNWK: choose the file that it saved.',
			notOurs: 'This is no map of yours from here: choose the file that you took along.',
			tooMuch: 'There is more in this file than one map can hold: choose a smaller one.',
		},
	},
})
