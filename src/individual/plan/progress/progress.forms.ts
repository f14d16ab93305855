import * as v from 'valibot'
import { optionalText, zeroToTen } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../plan.forms.ts'

/** The longest words for a number, and for what one looks like, in signs as readers count them. */
export const most = { words: 1000, anchor: 300 }

const perhaps = (length: number, { tooLong, unreadable }: Limits) =>
	optionalText(length, { tooLong: tooLong(length), unreadable })

export const progressForm = (say: Say<'chooseNumber'>, limits: Limits) =>
	v.object({ rating: zeroToTen(say('chooseNumber')), words: perhaps(most.words, limits) })

/** At least one of the three is said. */
export const anchorsForm = (say: Say<'enterAnchor'>, limits: Limits) =>
	v.pipe(
		v.object({
			at0: perhaps(most.anchor, limits),
			at5: perhaps(most.anchor, limits),
			at10: perhaps(most.anchor, limits),
		}),
		v.forward(
			v.check(({ at0, at5, at10 }) => Boolean(at0 ?? at5 ?? at10), say('enterAnchor')),
			['at0'],
		),
	)
