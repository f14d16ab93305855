import { isoDay } from '../../../platform/days.ts'
import type { Hand } from '../../../ui/Voice.tsx'
import { isUnconfirmed, type Outcome, speakerOf } from '../plan.ts'

/** What somebody did in a plan that can be counted. */
export type Act = {
	kind: ActKind
	at: Date
	who: string
	hand: Hand
	outcome: string | null
}

const planning = ['proposed', 'otherWords', 'agreed', 'turn'] as const
const delivering = ['offered', 'done', 'stepDone'] as const
export const actKinds = [...planning, ...delivering, 'kindWords'] as const
export type ActKind = (typeof actKinds)[number]

/**
 * On which axis an act counts. Kind words are shown, and count on neither.
 *
 * The two axes, who plans and who delivers, are those of T. Bovaird, "Beyond Engagement and Participation: User and
 * Community Coproduction of Public Services", Public Administration Review 67 (5), 2007, pages 846 to 860. There each has three
 * places: professionals alone, both together, users and communities alone.
 */
export function axisOf({ kind }: Pick<Act, 'kind'>): Axis | undefined {
	if (planning.some((one) => one === kind)) return 'planning'
	return delivering.some((one) => one === kind) ? 'delivering' : undefined
}
export const axes = ['planning', 'delivering'] as const
export type Axis = (typeof axes)[number]

/** Everything done about one outcome, in the name of whoever did it; nothing in words that nobody has said are theirs. */
export function actsOf(outcome: Outcome, handOf: (id: string) => Hand): Act[] {
	const act = (kind: ActKind, who: string, at: Date): Act => ({ kind, at, who, hand: handOf(who), outcome: outcome.id })
	return [
		...outcome.wordings.flatMap((one) =>
			isUnconfirmed(one) || one.heard?.disownedAt
				? []
				: act(one.number === 1 ? 'proposed' : 'otherWords', speakerOf(one), one.writtenAt),
		),
		...outcome.agreements.map((one) => act('agreed', one.accountId, one.agreedAt)),
		...outcome.turns.map((one) => act('turn', one.authorId, one.madeAt)),
		...broughtTo(outcome, act),
	]
}

/** What counts as delivering: what is offered, what is done of it, and steps that are done. */
function broughtTo({ contributions, steps }: Outcome, act: (kind: ActKind, who: string, at: Date) => Act): Act[] {
	const offered = contributions
		.filter(({ takenBackAt }) => takenBackAt === null)
		.flatMap(({ broughtById, offeredAt, doneAt }) => [
			act('offered', broughtById, offeredAt),
			...(doneAt ? [act('done', broughtById, doneAt)] : []),
		])
	const done = steps.flatMap(({ turns }) => turns.filter(({ kind }) => kind === 'done'))
	return [...offered, ...done.map(({ authorId, madeAt }) => act('stepDone', authorId, madeAt))]
}

/** Fewer acts than these are too few to say anything by. */
const enough = 5

/** Whether it is done by the person and those close to them: they stand on one side of both axes, the service on the other. */
const isOwn = ({ hand }: Pick<Act, 'hand'>): boolean => hand !== 'practitioner'

/** Where on an axis a plan stands. */
export type Place = 'service' | 'together' | 'person'

/** Mostly one side's from four acts in five on, else together; nothing, where there are too few. */
export function placeOf(acts: readonly Pick<Act, 'hand'>[]): Place | undefined {
	if (acts.length < enough) return undefined
	const own = acts.filter(isOwn).length
	if (own * 5 >= acts.length * 4) return 'person'
	return own * 5 <= acts.length ? 'service' : 'together'
}

/** With whom most outcomes began; together, where it is as many. Nothing, where there are too few. */
export function beganWith(acts: readonly Act[]): { place: Place; acts: Act[] } | undefined {
	const proposals = acts.filter(({ kind }) => kind === 'proposed')
	if (proposals.length < enough) return undefined
	const own = proposals.filter(isOwn).length
	const others = proposals.length - own
	return { place: own > others ? 'person' : own < others ? 'service' : 'together', acts: proposals }
}

/**
 * Of how many outcomes something was done since, and in how many of them the person and those close to them did more than the
 * service. Nothing, where there are too few acts.
 */
export function ledSince(acts: readonly Act[], since: Date): { own: number; of: number; acts: Act[] } | undefined {
	const recent = acts.filter((one) => one.outcome !== null && one.at >= since && axisOf(one))
	if (recent.length < enough) return undefined
	const byOutcome = Map.groupBy(recent, ({ outcome }) => outcome)
	const led = [...byOutcome.values()].filter((some) => some.filter(isOwn).length * 2 > some.length)
	return { own: led.length, of: byOutcome.size, acts: recent }
}

/** A stretch of time from a month on, counted as in `midOf`, and what was done in it. */
export type Stretch = { month: number; months: 1 | 3; acts: Act[] }

/** Longer than so many months is told by quarters. */
const mostMonths = 12

/** The acts by month, or by quarter where it is more than a year; from the first to the last, empty ones too. */
export function stretchesOf(acts: readonly Act[]): Stretch[] {
	const nths = acts.map(({ at }) => monthOf(at))
	if (nths.length === 0) return []
	const [first, last] = [Math.min(...nths), Math.max(...nths)]
	const months = last - first < mostMonths ? 1 : 3
	const stretchOf = (month: number) => Math.floor(month / months)
	const by = Map.groupBy(acts, ({ at }) => stretchOf(monthOf(at)))
	const count = stretchOf(last) - stretchOf(first) + 1
	return Array.from({ length: count }, (_, at) => {
		const nth = stretchOf(first) + at
		return { month: nth * months, months, acts: by.get(nth) ?? [] }
	})
}

/** A month, counted from the year nought, by the day where it was lived. */
const monthOf = (at: Date): number => {
	const [year, month] = isoDay(at).split('-').map(Number)
	return (year ?? 0) * 12 + (month ?? 1) - 1
}

/** A month so counted as YYYY-MM-15. */
export const midOf = (month: number): string =>
	`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`
