import type { Placed, Stretch } from './time.ts'

/** One mark of the line: where on the width it lies, and in which row. */
export type Mark = { placed: Placed; from: number; to: number; row: number }

/** The line as it is drawn: its marks, how many rows they take, the years along it, and where today is. */
export type Line = { marks: Mark[]; rows: number; years: { year: number; at: number }[]; today: number | null }

/** How far apart two marks in one row lie at least, and how long a mark is at least. */
const gap = 6
const shortest = 10

/** The whole years between two times that are told along the line: a handful of them. */
function yearsBetween(first: number, last: number): number[] {
	const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= 5) ?? 100
	const begin = Math.ceil(first / step) * step
	return Array.from({ length: Math.floor((last - begin) / step) + 1 }, (_, at) => begin + at * step)
}

/**
 * Lays moments along a width. A stretch of time takes its whole stretch; what hangs on another lies beside it; where two would
 * lie on each other, the later one goes a row down.
 *
 * @param now today, in years with their parts
 */
export function layOut(placed: readonly Placed[], now: number, width: number): Line {
	if (placed.length === 0) return { marks: [], rows: 0, years: [], today: null }
	const first = Math.floor(Math.min(...placed.map(({ stretch }) => stretch.from)))
	const last = Math.ceil(Math.max(...placed.map(({ stretch }) => stretch.to)))
	const x = (time: number): number => ((time - first) / Math.max(last - first, 1)) * width
	const ends: number[] = []
	const marks = placed.map((one): Mark => {
		const { from, to } = along(one, x)
		const free = ends.findIndex((end) => end + gap <= from)
		const row = free < 0 ? ends.length : free
		ends[row] = to
		return { placed: one, from, to, row }
	})
	return {
		marks,
		rows: ends.length,
		years: yearsBetween(first, last).map((year) => ({ year, at: x(year) })),
		today: now > first && now < last ? x(now) : null,
	}
}

function along({ stretch, hangs }: Placed, x: (time: number) => number): { from: number; to: number } {
	const { from, to }: Stretch = stretch
	if (hangs === 'before') return { from: x(from) - shortest, to: x(from) }
	if (hangs === 'after') return { from: x(to), to: x(to) + shortest }
	const middle = (x(from) + x(to)) / 2
	const half = Math.max(x(to) - x(from), shortest) / 2
	return { from: middle - half, to: middle + half }
}
