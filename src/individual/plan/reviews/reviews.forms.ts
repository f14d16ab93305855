import * as v from 'valibot'
import { optionalDay, optionalText } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import { type Limits, most } from '../plan.forms.ts'

/** When both mean to look back, if they know it yet: today or later. */
export const beginForm = (limits: Limits) =>
	v.object({ forDay: optionalDay(limits.today, { unreadable: limits.day, past: limits.pastDay }) })

/** What one hand prepares: any of the three is enough. */
export const prepareForm = (say: Say<'enterSomething'>, limits: Limits) => {
	const perhaps = optionalText(most.reason, { tooLong: limits.tooLong(most.reason), unreadable: limits.unreadable })
	return v.pipe(
		v.object({ good: perhaps, hard: perhaps, other: perhaps }),
		v.forward(
			v.check(({ good, hard, other }) => (good ?? hard ?? other) !== null, say('enterSomething')),
			['good'],
		),
	)
}

/** Two days to lay side by side, the earlier first whichever way they were given; neither is to come. */
export const daysForm = (say: Say<'enterFrom' | 'enterTo' | 'notYet'>, limits: Limits) => {
	const day = (empty: string) =>
		v.pipe(
			optionalDay('1900-01-01', { unreadable: limits.day, past: limits.day }),
			v.check((given) => given !== null, empty),
			v.check((given) => given === null || given <= limits.today, say('notYet')),
			v.transform((given) => given ?? ''),
		)
	return v.pipe(
		v.object({ from: day(say('enterFrom')), to: day(say('enterTo')) }),
		v.transform(({ from, to }) => (from <= to ? { from, to } : { from: to, to: from })),
	)
}
