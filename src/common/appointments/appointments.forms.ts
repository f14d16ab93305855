import * as v from 'valibot'
import { momentAt } from '../../platform/days.ts'
import { optionalDay, text } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import { reasons } from './appointments.ts'
import { timeOfDay } from './clock.ts'

/** The longest of each, in signs as readers count them. */
export const most = { place: 200, whatFor: 300, who: 100, why: 500 }

/** How many times somebody can suggest at once, and the fields of each. */
export const choices = [1, 2, 3] as const
export const timeFields = choices.flatMap((at) => [`day${at}`, `time${at}`])

export type Limits = { tooLong(most: number): string; unreadable: string; day: string; pastDay: string; today: string }

type SayTimes = Say<'enterDay' | 'enterTime' | 'noSuchTime' | 'timeIsOver' | 'sameTime'>

const words = (length: number, empty: string, limits: Limits) =>
	text(length, { empty, tooLong: limits.tooLong(length), unreadable: limits.unreadable })

const clock = (say: SayTimes) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check((written) => written === '' || timeOfDay(written) !== undefined, say('enterTime')),
		v.transform((written) => timeOfDay(written) ?? null),
	)

/** Up to three times, the first of which must be there: each field says what to put right in it. */
const timeEntries = (say: SayTimes, limits: Limits) => {
	const day = () => optionalDay(limits.today, { unreadable: limits.day, past: say('timeIsOver') })
	return {
		...{ day1: day(), time1: clock(say), day2: day(), time2: clock(say) },
		...{ day3: day(), time3: clock(say) },
	}
}

type Written = Record<`day${(typeof choices)[number]}` | `time${(typeof choices)[number]}`, string | null>

/** The moments that were written, the earliest first; or nothing, after it was said which field is to be put right and how. */
function timesFrom(
	written: Written,
	say: SayTimes,
	putRight: (key: keyof Written, how: string) => void,
): Date[] | undefined {
	const [times, now]: [Date[], Date] = [[], new Date()]
	let isWhole = true
	const wrong = (key: keyof Written, how: string) => {
		putRight(key, how)
		isWhole = false
	}
	for (const at of choices) {
		const [day, time] = [written[`day${at}`], written[`time${at}`]]
		if (!(day || time || at === 1)) continue
		if (!day) wrong(`day${at}`, say('enterDay'))
		if (!time) wrong(`time${at}`, say('enterTime'))
		if (!(day && time)) continue
		const moment = momentAt(day, time)
		if (!moment) wrong(`time${at}`, say('noSuchTime'))
		else if (moment <= now) wrong(`time${at}`, say('timeIsOver'))
		else if (times.some((one) => one.getTime() === moment.getTime())) wrong(`time${at}`, say('sameTime'))
		else times.push(moment)
	}
	return isWhole ? times.sort((one, other) => one.getTime() - other.getTime()) : undefined
}

export const otherTimesForm = (say: SayTimes, limits: Limits) =>
	v.pipe(
		v.object(timeEntries(say, limits)),
		v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
			const times = timesFrom(value, say, (key, message) => addIssue({ message, path: [pathTo(value, key)] }))
			return times ? { times } : NEVER
		}),
	)

export const suggestForm = (
	say: SayTimes & Say<'enterPlace' | 'enterWhatFor' | 'chooseWith'>,
	limits: Limits,
	toMeet: readonly string[],
) =>
	v.pipe(
		v.object({
			...timeEntries(say, limits),
			with: v.picklist(toMeet, say('chooseWith')),
			place: words(most.place, say('enterPlace'), limits),
			whatFor: words(most.whatFor, say('enterWhatFor'), limits),
		}),
		v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
			const times = timesFrom(value, say, (key, message) => addIssue({ message, path: [pathTo(value, key)] }))
			const { with: other, place, whatFor } = value
			return times ? { with: other, place, whatFor, times } : NEVER
		}),
	)

/** Which field a sentence is about, as the schema's own issues say it. */
const pathTo = (input: Record<string, unknown>, key: string): v.ObjectPathItem => ({
	...{ type: 'object', origin: 'value', input, key, value: input[key] },
})

export const notMetForm = (say: Say<'enterOwn'>, limits: Limits, voice: 'person' | 'practitioner') =>
	v.pipe(
		v.object({
			missedFor: v.fallback(v.nullable(v.picklist(reasons[voice])), null),
			words: v.pipe(
				v.optional(v.string(), ''),
				v.check((written) => written.isWellFormed() && !written.includes('\0'), limits.unreadable),
			),
		}),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const { missedFor: why, words: written } = dataset.value
			if (why !== 'own_words') return { why, words: null }
			const read = v.safeParse(words(most.why, say('enterOwn'), limits), written)
			if (read.success) return { why, words: read.output }
			addIssue({ message: read.issues[0].message, path: [pathTo(dataset.value, 'words')] })
			return NEVER
		}),
	)

/** Who comes along: in words, or a name that stands for them. */
export const alongForm = (say: Say<'enterWho'>, limits: Limits, known: readonly { id: string; name: string }[]) =>
	v.pipe(
		v.object({
			account: v.fallback(v.nullable(v.picklist(known.map(({ id }) => id))), null),
			words: v.pipe(v.optional(v.string(), ''), v.trim()),
		}),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const { account, words: written } = dataset.value
			const called = written || known.find(({ id }) => id === account)?.name || ''
			const read = v.safeParse(words(most.who, say('enterWho'), limits), called, { abortPipeEarly: true })
			if (read.success) return { account, words: read.output }
			addIssue({ message: read.issues[0].message, path: [pathTo(dataset.value, 'words')] })
			return NEVER
		}),
	)

/** When to be reminded. */
export const reminderForm = (say: Say<'chooseReminder'>) =>
	v.object({ wanted: v.picklist(['none', 'day_before', 'two_hours'], say('chooseReminder')) })
