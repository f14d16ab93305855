import * as v from 'valibot'
import { isoDay } from '../../platform/days.ts'
import { optionalDay, text } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import type { draftWords } from '../drafts/index.ts'
import type { Named } from './names.ts'
import type { HowLong, Known } from './openings.queries.ts'

/** The longest purpose, in signs as readers count them. */
export const mostPurpose = 300

/** The questions in the order in which they are asked. A question that has nothing to ask is left out. */
export const questions = ['what', 'to', 'purpose', 'until', 'names'] as const
export type Question = (typeof questions)[number]

/** The fields that belong to each question. */
export const fieldsOfQuestion: Readonly<Record<Question, readonly string[]>> = {
	what: ['what'],
	to: ['to'],
	purpose: ['purpose'],
	until: ['until', 'day'],
	names: ['names'],
}
export const allFields = questions.flatMap((question) => fieldsOfQuestion[question])

export const lengths = ['work', 'one', 'three', 'six', 'day'] as const

/** What has been asked about the names: nothing yet (`''`), none ticked, or the ids of those that may stand. */
export const noneShown = 'none'
export const idsIn = (names: string): string[] => names.split(' ').filter((id) => id !== '' && id !== noneShown)

/** What can be answered: what there is to open, to whom, whose names are in it, and whether somebody works with the person. */
type Choices = {
	whats: readonly string[]
	tos: readonly Known[]
	found: readonly Named[]
	works: boolean
	/** Whether a day of choice was chosen, so that it has to be said which. */
	isDayAsked: boolean
}

type Says = Say<'chooseWhat' | 'chooseTo' | 'enterPurpose' | 'chooseUntil' | 'chooseNames' | 'enterDay' | 'dayTooLate'>

/** The answers, read; each error stands under the field that its question is about. */
export function openingForm(
	say: Says,
	drafts: ReturnType<typeof draftWords>,
	{ whats, tos, found, works, isDayAsked }: Choices,
	now: Date,
) {
	const ids = found.map(({ id }) => id)
	// A day that was written and then not chosen does not count.
	const lastDay = isDayAsked
		? v.pipe(
				optionalDay(isoDay(now), { unreadable: drafts('emptyDay'), past: drafts('pastDay') }),
				v.check((day) => day !== null, say('enterDay')),
				v.check((day) => day === null || day <= latestDay(now), say('dayTooLate')),
			)
		: v.pipe(
				v.string(),
				v.transform(() => null),
			)
	return v.object({
		what: v.picklist(whats, say('chooseWhat')),
		to: v.picklist(
			tos.map(({ id }) => id),
			say('chooseTo'),
		),
		purpose: text(mostPurpose, {
			empty: say('enterPurpose'),
			tooLong: drafts('tooLong', { most: mostPurpose }),
			unreadable: drafts('unreadable'),
		}),
		until: v.picklist(works ? lengths : lengths.filter((one) => one !== 'work'), say('chooseUntil')),
		day: lastDay,
		names: v.pipe(
			v.string(),
			v.check((names) => found.length === 0 || names !== '', say('chooseNames')),
			v.check((names) => idsIn(names).every((id) => ids.includes(id)), say('chooseNames')),
			v.transform(idsIn),
		),
	})
}

export type Answers = v.InferOutput<ReturnType<typeof openingForm>>

/** The last day on which something opened now can still be open: six months on, less the day itself. */
function latestDay(now: Date): string {
	const [year = 0, month = 1, day = 1] = isoDay(now).split('-').map(Number)
	const lastOfMonth = new Date(Date.UTC(year, month + 6, 0)).getUTCDate()
	return new Date(Date.UTC(year, month - 1 + 6, Math.min(day, lastOfMonth)) - 24 * 60 * 60_000)
		.toISOString()
		.slice(0, 10)
}

const months = { work: 6, one: 1, three: 3, six: 6 } as const

/** How long that is, and whether it ends with the work together. */
export const howLongOf = ({ until, day }: Answers): { howLong: HowLong; endsWithWork: boolean } => ({
	howLong: until === 'day' ? { day: day ?? '' } : { months: months[until] },
	endsWithWork: until === 'work',
})
