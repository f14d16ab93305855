import type { NodeKind, Status } from '../map.ts'
import { answered, type SeenNode, type SeenTie, type View } from '../view.ts'

/** Which nodes and ties count. What was not said of one keeps it in: nobody has said that it is anything else. */
export type Which = {
	readonly kinds: readonly NodeKind[]
	readonly statuses: readonly Status[]
	/** Of a household or group: whose ties, the centre's own or members'. Everyone's where it is not said. */
	readonly from?: readonly string[]
}

/** The ties that stand now. */
const standing = ['present', 'mended'] as const satisfies Status[]

/** Living people and groups with a tie that stands. */
export const livingTies: Which = { kinds: ['person', 'group'], statuses: standing }

/** Everything with a tie that stands: help comes from services, animals and places too. */
export const everyTie: Which = {
	kinds: ['person', 'group', 'place', 'service', 'animal', 'idea'],
	statuses: standing,
}

/** A tie with the node that it leads to. */
export type TieTo = { readonly node: SeenNode; readonly tie: SeenTie }

/** The ties that count, each with its node: of a household, there can be several to one node. */
export function tiesThatCount(view: View, { kinds, statuses, from }: Which): TieTo[] {
	const nodes = new Map(view.nodes.map((node) => [node.id, node]))
	return view.ties.flatMap((tie) => {
		const node = nodes.get(tie.to)
		const [kind, status] = [answered(node?.kind), answered(tie.status)]
		const counts = (!kind || kinds.includes(kind)) && (!status || statuses.includes(status))
		return node && counts && (!from || from.includes(tie.from)) ? [{ node, tie }] : []
	})
}

/** Who is tied to the centre, and who of them knows whom: undirected, each pair once. */
export type Graph = {
	/** In the order of the view. */
	readonly alters: readonly string[]
	/** For each, whom of the others they know. */
	readonly knows: ReadonlyMap<string, ReadonlySet<string>>
	/** Pairs by their answer: what was not asked, or not known, is not "no". */
	readonly yes: number
	readonly no: number
	readonly open: number
	/** What was said of one pair: nothing, where it is open. */
	readonly pair: (one: string, other: string) => boolean | undefined
}

/** The graph of a view. Its ties among alters are the pairs that were answered with yes. */
export function graphOf(view: View, which: Which = livingTies): Graph {
	const alters = [...new Set(tiesThatCount(view, which).map(({ node }) => node.id))]
	const each = () => new Map(alters.map((id) => [id, new Set<string>()]))
	const [knows, knowsNot] = [each(), each()]
	const count = { yes: 0, no: 0 }
	for (const { one, other, know } of view.pairs) {
		if (one === other || !knows.has(one) || !knows.has(other) || (know !== 'yes' && know !== 'no')) continue
		const answers = know === 'yes' ? knows : knowsNot
		answers.get(one)?.add(other)
		answers.get(other)?.add(one)
		count[know] += 1
	}
	return {
		...{ alters, knows, ...count },
		open: pairsOf(alters.length) - count.yes - count.no,
		pair: (one, other) => knows.get(one)?.has(other) || (knowsNot.get(one)?.has(other) ? false : undefined),
	}
}

/** How many pairs there are among so many. */
export const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** Whom somebody knows: nobody, where they are not in the graph. */
export const known = (graph: Graph, id: string): ReadonlySet<string> => graph.knows.get(id) ?? nobody
const nobody: ReadonlySet<string> = new Set()

/** Each pair of the graph once. */
export function* pairsIn({ alters }: Graph): Generator<[string, string]> {
	for (const [at, one] of alters.entries()) {
		for (const other of alters.slice(at + 1)) yield [one, other]
	}
}
