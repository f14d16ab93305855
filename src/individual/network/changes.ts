import type { Level, Status } from './map.ts'
import { coverage } from './measures/coverage.ts'
import { everyTie, graphOf, tiesThatCount } from './measures/graph.ts'
import { stabilityOf } from './measures/stability.ts'
import { answered, type SeenTie, type View } from './view.ts'

/** A map of a day: what was seen on it, who held the pen, and by which questions. */
export type Dated = {
	readonly view: View
	/** Who held the pen. */
	readonly hands: readonly string[]
	/** A name for the wording of the questions: other words for "who is around you?" name other people. */
	readonly questions: string
}

/** From what to what: of both it was said. */
export type Turned<T> = { readonly from: string; readonly to: string; readonly was: T; readonly is: T }
export type Pair = { readonly one: string; readonly other: string }

/** What changed between two maps, in facts. Each list is of ids, or of kinds of help; what was asked on one map only is in none. */
export type Changes = {
	/** On the map now with a tie that stands, and not before; and the other way round. */
	readonly came: readonly string[]
	readonly went: readonly string[]
	/** Ties that stand again, and ties that stood and do not. Who went by this is in `went` too. */
	readonly mended: readonly string[]
	readonly broke: readonly string[]
	/** Kinds of help that come from somebody now and came from nobody, and the other way round. */
	readonly newHelp: readonly string[]
	readonly lostHelp: readonly string[]
	/** Kinds of help that came from several and rest on one now. */
	readonly restsOnOne: readonly { readonly kind: string; readonly who: string }[]
	readonly strength: readonly Turned<Level>[]
	readonly strain: readonly Turned<Level>[]
	/** Pairs of whom both stayed: they know each other now, or no longer. */
	readonly metEachOther: readonly Pair[]
	readonly lostEachOther: readonly Pair[]
	/** Why the two may differ although nothing in the life did. */
	readonly otherQuestions: boolean
	readonly otherHand: boolean
	/** Help was asked about on one of the two only. */
	readonly helpNotComparable: boolean
}

const standing: readonly (Status | undefined)[] = ['present', 'mended']

/** Lays two maps side by side. */
export function changesBetween(before: Dated, after: Dated): Changes {
	const there = ({ view }: Dated) => tiesThatCount(view, everyTie).map(({ node }) => node.id)
	const { joined, left, stayed } = stabilityOf(there(before), there(after))
	const ties = tiesOfBoth(before.view, after.view)
	const turned = (to: readonly (Status | undefined)[], from: readonly (Status | undefined)[]) =>
		ties.filter(({ was, is }) => to.includes(answered(is.status)) && from.includes(answered(was.status)))
	const ids = (some: readonly { is: SeenTie }[]) => [...new Set(some.map(({ is }) => is.to))]
	return {
		...{ came: joined, went: left },
		mended: ids(turned(standing, ['cut off', 'on hold', 'ended'])),
		broke: ids(turned(['cut off', 'on hold', 'ended'], [...standing, undefined])),
		...helpBetween(before.view, after.view),
		strength: levelsBetween(ties, 'strength'),
		strain: levelsBetween(ties, 'strain'),
		...pairsBetween(before.view, after.view, new Set(stayed)),
		otherQuestions: before.questions !== after.questions,
		otherHand: new Set(before.hands).symmetricDifference(new Set(after.hands)).size > 0,
	}
}

type OfBoth = { readonly was: SeenTie; readonly is: SeenTie }

function tiesOfBoth(before: View, after: View): OfBoth[] {
	return after.ties.flatMap((is) => {
		const was = before.ties.find(({ from, to }) => from === is.from && to === is.to)
		return was ? [{ was, is }] : []
	})
}

function levelsBetween(ties: readonly OfBoth[], field: 'strength' | 'strain'): Turned<Level>[] {
	return ties.flatMap(({ was, is }) => {
		const [then, now] = [answered(was[field]), answered(is[field])]
		const differ = then !== undefined && now !== undefined && then !== now
		return differ ? [{ from: is.from, to: is.to, was: then, is: now }] : []
	})
}

function helpBetween(before: View, after: View) {
	const [then, now] = [coverage(before), coverage(after)]
	const none = { newHelp: [], lostHelp: [], restsOnOne: [] }
	if (!then || !now) return { ...none, helpNotComparable: then !== now }
	const givers = ({ kinds }: typeof then) => new Map(kinds.map(({ kind, who }) => [kind, who]))
	const [were, are] = [givers(then), givers(now)]
	const count = (of: typeof were, kind: string) => of.get(kind)?.length ?? 0
	const kinds = [...new Set([...were.keys(), ...are.keys()])]
	return {
		newHelp: kinds.filter((kind) => count(were, kind) === 0 && count(are, kind) > 0),
		lostHelp: kinds.filter((kind) => count(were, kind) > 0 && count(are, kind) === 0),
		restsOnOne: kinds.flatMap((kind) => {
			const [who, ...more] = are.get(kind) ?? []
			return who && more.length === 0 && count(were, kind) > 1 ? [{ kind, who }] : []
		}),
		helpNotComparable: false,
	}
}

/** A pair is in neither list where one of the two maps does not say. */
function pairsBetween(before: View, after: View, stayed: ReadonlySet<string>) {
	const [then, now] = [graphOf(before, everyTie), graphOf(after, everyTie)]
	const pairs = after.pairs.filter(({ one, other }) => stayed.has(one) && stayed.has(other))
	const turned = (to: boolean) =>
		pairs
			.filter(({ one, other }) => now.pair(one, other) === to && then.pair(one, other) === !to)
			.map(({ one, other }) => ({ one, other }))
	return { metEachOther: turned(true), lostEachOther: turned(false) }
}
