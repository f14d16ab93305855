import * as v from 'valibot'
import { optionalDay, optionalText, text } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../between.tsx'

/** The longest of each, in signs as readers count them. */
export const most = { condition: 600, remark: 1000, answer: 1000 }

const firstDay = '1900-01-01'

/** What the order asks, and from when until when. */
export const conditionForm = (say: Say<'enterCondition' | 'untilBefore'>, { tooLong, unreadable, day }: Limits) => {
	const perhapsDay = optionalDay(firstDay, { unreadable: day, past: day })
	const words = text(most.condition, { empty: say('enterCondition'), tooLong: tooLong(most.condition), unreadable })
	return v.pipe(
		v.object({ words, fromDay: perhapsDay, untilDay: perhapsDay }),
		v.forward(
			v.check(({ fromDay, untilDay }) => !fromDay || !untilDay || fromDay <= untilDay, say('untilBefore')),
			['untilDay'],
		),
	)
}

/** What is not clear or not right. What is not clear needs no words. */
export const remarkForm = (say: Say<'chooseRemark' | 'enterNotRight'>, { tooLong, unreadable }: Limits) =>
	v.pipe(
		v.object({
			kind: v.picklist(['not_understood', 'not_right'], say('chooseRemark')),
			words: optionalText(most.remark, { tooLong: tooLong(most.remark), unreadable }),
		}),
		v.forward(
			v.check(({ kind, words }) => kind !== 'not_right' || words !== null, say('enterNotRight')),
			['words'],
		),
	)

export const answerForm = (say: Say<'enterAnswer'>, { tooLong, unreadable }: Limits) =>
	v.object({ words: text(most.answer, { empty: say('enterAnswer'), tooLong: tooLong(most.answer), unreadable }) })
