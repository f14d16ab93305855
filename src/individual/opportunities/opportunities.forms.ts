import * as v from 'valibot'
import { optionalText, text } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import { aspects, kinds, type Turn } from './opportunities.ts'
import type { limitsFor } from './reading.ts'

/** The longest words for an opportunity, and for what is said about it, in signs as readers count them. */
export const most = { words: 300, aspect: 1000 }

type Limits = ReturnType<typeof limitsFor>
const perhaps = (limits: Limits) => optionalText(most.aspect, limits(most.aspect))

export const writeForm = (say: Say<'enterWords' | 'chooseKind'>, limits: Limits) =>
	v.object({
		words: text(most.words, { empty: say('enterWords'), ...limits(most.words) }),
		kind: v.picklist(kinds, say('chooseKind')),
		meaning: perhaps(limits),
	})

export const moreForm = (limits: Limits) => {
	const [meaning, touches, serves, needs, opens] = aspects.map(() => perhaps(limits))
	if (!meaning || !touches || !serves || !needs || !opens) throw new Error('There are five things to say.')
	return v.object({ meaning, touches, serves, needs, opens })
}

export const turnForm = (say: Say<'chooseTurn'>, limits: Limits, turns: readonly Turn['kind'][]) =>
	v.object({ kind: v.picklist(turns, say('chooseTurn')), words: perhaps(limits) })
