/** How somebody's hope was on a day: a number from 0 to 10, and their words if they had any. Theirs alone. */
export type Rating = { id: string; rating: number; words: string | null; ratedAt: Date }

/** What somebody hopes for, and the one real thing that stands beside it, if there is one yet. Theirs alone. */
export type Hope = {
	id: string
	words: string
	outcome: string | null
	/** What somebody brings to that outcome. */
	contribution: string | null
	known: { id: string; name: string } | null
	/** Somebody, or an opportunity, in words. */
	somebody: string | null
	opportunity: string | null
	/** One of their own opportunities. */
	could: { id: string; words: string } | null
	hopedAt: Date
	endedAt: Date | null
	ending: 'came_true' | 'let_go' | null
}

/** What they said when they were last asked how their hope is, instead of a number. */
export type Asking = { word: 'not_now' | 'never'; saidAt: Date }

const week = 7 * 24 * 60 * 60_000

/** Whether home asks how their hope is: never if they do not want it, and not within a week of an answer or a "not now". */
export function mayAsk(asking: Asking | undefined, lastRated: Date | undefined, now: Date): boolean {
	if (asking?.word === 'never') return false
	return [asking?.saidAt, lastRated].every((before) => !before || now.getTime() - before.getTime() >= week)
}

/**
 * The one hope that home shows on a day, each in its turn.
 *
 * @param today YYYY-MM-DD
 */
export function hopeOfTheDay(hopes: readonly Hope[], today: string): Hope | undefined {
	const open = hopes.filter((hope) => !hope.endedAt)
	return open[Math.floor(Date.parse(today) / (24 * 60 * 60_000)) % open.length]
}
