import * as v from 'valibot'
import { text } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../plan.forms.ts'
import type { Beginning } from './recognition.ts'

/** The longest that can be given or answered, in signs as readers count them. */
export const mostWords = 500

const words = (empty: string, limits: Limits) =>
	text(mostWords, { empty, tooLong: limits.tooLong(mostWords), unreadable: limits.unreadable })

export const giveForm = (
	say: Say<'chooseTo' | 'chooseBeginning' | 'enterWords'>,
	limits: Limits,
	{ whom, beginnings }: { whom: readonly string[]; beginnings: readonly Beginning[] },
) =>
	v.object({
		to: v.picklist(whom, say('chooseTo')),
		beginning: v.picklist(beginnings, say('chooseBeginning')),
		words: words(say('enterWords'), limits),
	})

export const answerForm = (say: Say<'enterAnswer'>, limits: Limits) =>
	v.object({ words: words(say('enterAnswer'), limits) })
