import { defineWords } from '../../platform/words.ts'

/** A part of a story as something that can be opened: said to its person, and to whom it is open. */
export const openableStoryWords = defineWords('story-openable', {
	en: {
		person: {
			whole: 'A part of my story',
			wholeHint: 'You open one chapter or one thread. The whole is never open.',
			also: 'A part takes its moments along, and all that you told of it.',
		},
		supporter: {
			whole: 'Read a part of {name}’s story',
			wholeHint: 'One chapter or one thread.',
			also: 'What {name} told in it.',
		},
	},
})
