import * as v from 'valibot'
import { optionalText, text } from '../../../platform/forms.ts'
import { dayMeant } from '../../../platform/meant-days.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../plan.forms.ts'
import type { When } from './steps.ts'

/** The longest words of a step, of when it is, and of why, in signs as readers count them. */
export const mostOfStep = { words: 500, when: 100, why: 2000 }

const words = (empty: string, limits: Limits) =>
	text(mostOfStep.words, { empty, tooLong: limits.tooLong(mostOfStep.words), unreadable: limits.unreadable })
const why = (limits: Limits) =>
	optionalText(mostOfStep.why, { tooLong: limits.tooLong(mostOfStep.why), unreadable: limits.unreadable })

const noHurry = /^no (?:hurry|rush)\.?$/i

/** By when, as somebody says it: a day, today or later, words of their own, or nothing. */
const when = (limits: Limits) =>
	v.pipe(
		optionalText(mostOfStep.when, { tooLong: limits.tooLong(mostOfStep.when), unreadable: limits.unreadable }),
		v.transform((said) => (said && noHurry.test(said) ? null : said)),
		v.check((said) => !said || dayMeant(said, limits.today) !== 'no such day', limits.day),
		v.transform((said): When => {
			const meant = said ? dayMeant(said, limits.today) : 'none'
			return { said, day: typeof meant === 'object' ? meant.day : null }
		}),
		v.check(({ day }) => day === null || day >= limits.today, limits.pastDay),
	)

export const stepForm = (say: Say<'enterStep' | 'chooseWhose'>, limits: Limits, whose: readonly string[]) =>
	v.object({
		words: words(say('enterStep'), limits),
		whose: v.picklist(whose, say('chooseWhose')),
		when: when(limits),
	})

export const answerStepForm = (say: Say<'chooseAnswer' | 'enterStep'>, limits: Limits) =>
	v.variant(
		'answer',
		[
			v.object({ answer: v.literal('accepted'), when: when(limits) }),
			v.object({ answer: v.literal('differently'), words: words(say('enterStep'), limits), when: when(limits) }),
			v.object({ answer: v.literal('declined'), why: why(limits) }),
		],
		say('chooseAnswer'),
	)

export const anotherDayForm = (limits: Limits) => v.object({ when: when(limits) })

export const setAsideForm = (limits: Limits) => v.object({ why: why(limits) })
