import * as v from 'valibot'
import { text } from '../../platform/forms.ts'
import type { Reader } from '../../platform/words.ts'
import { draftWords } from '../drafts/index.ts'

/** The longest question or answer, in signs as readers count them. */
export const mostWords = 1000

/** A question about an entry, or an answer to one. */
export function wordsForm({ locale }: Reader, empty: string) {
	const say = draftWords({ locale, voice: 'anyone' })
	const says = { empty, tooLong: say('tooLong', { most: mostWords }), unreadable: say('unreadable') }
	return v.object({ words: text(mostWords, says) })
}
