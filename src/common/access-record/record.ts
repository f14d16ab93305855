import { isoDay } from '../../platform/days.ts'
import type { Act } from './access-record.queries.ts'

/** One entry of somebody's record, as they read it. */
export type Entry = { number: number; at: Date; byId: string; act: Act; what: string; thing: string }

/** The same act on the same thing by the same hand on one day, told once. */
export type Line = Pick<Entry, 'byId' | 'act' | 'what' | 'thing'> & {
	/** The numbers of its entries, the newest first. */
	numbers: [number, ...number[]]
}

/** What happened on one day, YYYY-MM-DD, the newest first. */
export type DayOfRecord = { date: string; lines: Line[] }

/** The days of these entries, which come the newest first; what is repeated on a day is told once. */
export function daysOf(entries: readonly Entry[]): DayOfRecord[] {
	const days = new Map<string, Map<string, Line>>()
	for (const { number, at, byId, act, what, thing } of entries) {
		const date = isoDay(at)
		const lines = days.get(date) ?? new Map<string, Line>()
		days.set(date, lines)
		const same = `${byId} ${act} ${what} ${thing}`
		const line = lines.get(same)
		if (line) line.numbers.push(number)
		else lines.set(same, { byId, act, what, thing, numbers: [number] })
	}
	return [...days]
		.sort(([one], [other]) => (one < other ? 1 : -1))
		.map(([date, lines]) => ({ date, lines: [...lines.values()] }))
}

/**
 * What stands on one page: of entries that go on, the oldest day waits for the next page, so that what is repeated on it is
 * told once. A day too long for any page is cut.
 *
 * @param entries the newest first, one more than `most` when they go on
 * @returns the page, and before which number the next one begins, if there is one
 */
export function pageOf(entries: readonly Entry[], most: number): { entries: readonly Entry[]; before?: number } {
	const last = entries.at(-1)
	if (entries.length <= most || !last) return { entries }
	const oldest = isoDay(last.at)
	// Two that were written at once can stand a moment out of order, so the page ends at a place, not at a day.
	const whole = entries.findLastIndex((entry) => isoDay(entry.at) !== oldest) + 1
	const page = entries.slice(0, whole || most)
	return { entries: page, before: page.at(-1)?.number ?? 0 }
}

/** Digits of an id that are kept of the person's; the other twelve hold the entry's number. */
const kept = 24

/** The id with which an entry of a person's stands in an address: theirs, with its number in the last twelve digits. */
export const entryId = (person: string, number: number): string =>
	person.slice(0, kept) + number.toString(16).padStart(12, '0')

/** Which entry of this person's record an id names; none, for an id of anything else. */
export const entryNumber = (person: string, id: string): number | undefined =>
	id.startsWith(person.slice(0, kept)) ? Number.parseInt(id.slice(kept), 16) : undefined
