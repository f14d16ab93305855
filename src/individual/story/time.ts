/** Where moments lie in time, never more exactly than was said. Times are years with their parts: 2019.5 is the middle of 2019. */
import type { Moment, Said } from './moment.ts'

/** Within this time it was; with soft ends, or round about it. */
export type Stretch = { from: number; to: number; soft: boolean }

/** A moment in its place: a stretch of its own, or hung before or after another. */
export type Placed = { moment: Moment; stretch: Stretch; hangs: 'before' | 'after' | null }

/** How much wider "around" may be meant: some days, some months, some years. */
const wider = { day: 14 / 365, month: 3 / 12, year: 2, age: 2 } as const

const yearOf = (year: number, month: number, day: number): number => {
	const [begins, ends] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
	return year + (Date.UTC(year, month - 1, day) - begins) / (ends - begins)
}

/**
 * Within which time a moment was.
 *
 * @param born the year in which the person was born, if they said it
 * @returns nothing, where it was not said or nobody can say
 */
export function stretchOf(said: Said, born: number | null): Stretch | undefined {
	const { timeKind, around, year, month, day, age } = said
	const within = (kind: keyof typeof wider, from: number, to: number): Stretch => ({
		from: around ? from - wider[kind] : from,
		to: around ? to + wider[kind] : to,
		soft: around,
	})
	if (timeKind === 'age' && age !== null && born !== null) return within('age', born + age, born + age + 2)
	if (year === null) return undefined
	if (timeKind === 'year') return within('year', year, year + 1)
	if (month === null) return undefined
	if (timeKind === 'month') return within('month', yearOf(year, month, 1), yearOf(year, month + 1, 1))
	return day === null ? undefined : within('day', yearOf(year, month, day), yearOf(year, month, day + 1))
}

const byStretch = ({ stretch: one }: Placed, { stretch: other }: Placed): number =>
	one.from + one.to - other.from - other.to || one.from - other.from

/**
 * The moments in order, as far as what was said gives one. Those before or after another stand next to it; those of which
 * nobody can say when stand apart, and so do those that hang on one of them, or on each other in a ring.
 */
export function inOrder(moments: readonly Moment[], born: number | null): { placed: Placed[]; apart: Moment[] } {
	const hanging = new Map<string, Moment[]>()
	const standing: Placed[] = []
	for (const moment of moments) {
		const stretch = stretchOf(moment, born)
		if (stretch) standing.push({ moment, stretch, hangs: null })
		else if (moment.beside) hanging.set(moment.beside, [...(hanging.get(moment.beside) ?? []), moment])
	}
	const placed: Placed[] = []
	const put = (one: Placed): void => {
		const beside = hanging.get(one.moment.id) ?? []
		const hang = (hangs: 'before' | 'after') => {
			for (const moment of beside) if (moment.timeKind === hangs) put({ moment, stretch: one.stretch, hangs })
		}
		hang('before')
		placed.push(one)
		hang('after')
	}
	for (const one of standing.sort(byStretch)) put(one)
	const there = new Set(placed.map(({ moment }) => moment.id))
	return { placed, apart: moments.filter(({ id }) => !there.has(id)) }
}

/** More moments than these are told by groups of years, one open at a time. */
export const mostAtOnce = 40

/** Years from the first to the last of them, and what lies there. */
export type Group = { from: number; to: number; placed: Placed[] }

const groupedBy = (placed: readonly Placed[], years: number): Group[] => {
	const groups = new Map<number, Placed[]>()
	for (const one of placed) {
		const from = Math.floor(Math.floor(one.stretch.from) / years) * years
		const group = groups.get(from)
		if (group) group.push(one)
		else groups.set(from, [one])
	}
	return [...groups]
		.sort(([one], [other]) => one - other)
		.map(([from, those]) => ({ from, to: from + years - 1, placed: those }))
}

/** Groups of years: tens of years, and single years where too many lie in the ten. One group alone needs no grouping. */
export function groupsOf(placed: readonly Placed[]): Group[] {
	if (placed.length <= mostAtOnce) return []
	return groupedBy(placed, 10).flatMap((group) =>
		group.placed.length > mostAtOnce ? groupedBy(group.placed, 1) : [group],
	)
}
