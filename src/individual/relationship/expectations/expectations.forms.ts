import * as v from 'valibot'
import { text } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../between.tsx'

/** The longest words, in signs as readers count them. */
export const most = 400

type SayWords = Say<'enterWords'>

const words = (say: SayWords, { tooLong, unreadable }: Limits) =>
	text(most, { empty: say('enterWords'), tooLong: tooLong(most), unreadable })

/** @param withs the ids of those who work with the person now */
export const proposeForm = (
	say: SayWords & Say<'chooseWhom' | 'chooseWith'>,
	limits: Limits,
	withs: readonly string[],
) =>
	v.object({
		with: v.picklist(withs, say('chooseWith')),
		ofWhom: v.picklist(['person', 'practitioner'], say('chooseWhom')),
		words: words(say, limits),
	})

export const otherWordsForm = (say: SayWords, limits: Limits) => v.object({ words: words(say, limits) })
