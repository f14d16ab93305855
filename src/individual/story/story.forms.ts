import * as v from 'valibot'
import { optionalDay, optionalText, text } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import type { limitsFor } from './reading.ts'

/** The longest texts of a story, in signs as readers count them. */
export const most = { name: 120, answer: 2000, words: 20_000 }

type Limits = ReturnType<typeof limitsFor>

/** One text that has to be there. */
export const wordsForm = (length: number, empty: string, { tooLong, unreadable }: Limits) =>
	v.object({ words: text(length, { empty, tooLong: tooLong(length), unreadable }) })

/** One text that may be empty: then what was said is taken back. */
export const answerForm = (length: number, { tooLong, unreadable }: Limits) =>
	v.object({ words: optionalText(length, { tooLong: tooLong(length), unreadable }) })

/** Words as they were heard, or as they stand on a sheet of a day that is not still to come. */
export const heardForm = (say: Say<'enterWords' | 'paperDay' | 'paperDayToCome'>, limits: Limits, today: string) =>
	v.object({
		...wordsForm(most.words, say('enterWords'), limits).entries,
		paperDay: v.pipe(
			optionalDay('1900-01-01', { unreadable: say('paperDay'), past: say('paperDay') }),
			v.check((given) => given === null || given <= today, say('paperDayToCome')),
		),
	})

/** What calms, and whom to ring. */
export const calmForm = ({ tooLong, unreadable }: Limits) => {
	const one = optionalText(most.answer, { tooLong: tooLong(most.answer), unreadable })
	return v.object({ calms: one, rings: one })
}

/** A whole number within bounds, or nothing. */
export const perhapsNumber = (least: number, greatest: number, says: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check(
			(written) => written === '' || (/^\d{1,4}$/.test(written) && +written >= least && +written <= greatest),
			says,
		),
		v.transform((written) => (written === '' ? null : Number(written))),
	)

export const bornForm = (say: Say<'enterYear'>, thisYear: number) =>
	v.object({ year: perhapsNumber(1900, thisYear, say('enterYear')) })
