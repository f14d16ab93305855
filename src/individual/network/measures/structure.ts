/**
 * Who knows whom among the people of one map, without the centre: n alters, t ties among them, d(j) ties of one.
 * B. Vacca, R. Boessen, C. McCarty and others use the same set in the book "Personal network analysis" (its 05_Structure), and
 * Network Canvas shows it. A pair that was not asked about is no "no": where some are open, `Graph.open` says how many, and what
 * stands here is what is known so far.
 */
import { type Graph, known, pairsOf } from './graph.ts'

/**
 * How much of what could be tied is tied. Of n alters with t ties: 2t / (n(n-1)) where every pair was asked about; else t by the
 * pairs with an answer, for egor's `ego_density` divides by all and so reads "not asked" as "no".
 *
 * @returns null under two alters, or where no pair has an answer
 */
export const density = ({ yes, no }: Graph): number | null => (yes + no === 0 ? null : yes / (yes + no))

/**
 * Between what the density would lie if every open pair were answered.
 *
 * @returns null under two alters
 */
export function densityRange({ alters, yes, open }: Graph): { lowest: number; highest: number } | null {
	const possible = pairsOf(alters.length)
	return possible === 0 ? null : { lowest: yes / possible, highest: (yes + open) / possible }
}

/**
 * How many of the others each knows, on average: 2t / n.
 *
 * @returns null without alters
 */
export const meanDegree = ({ alters, yes }: Graph): number | null =>
	alters.length === 0 ? null : (2 * yes) / alters.length

/** Those who know each other, in one or more steps: each part once, the largest first. Without alters there are none. */
export function parts(graph: Graph, without?: string): string[][] {
	const seen = new Set<string>()
	const found: string[][] = []
	for (const start of graph.alters) {
		if (start === without || seen.has(start)) continue
		const part = [start]
		seen.add(start)
		// Grows while it is walked, until nobody new is reached.
		for (const one of part) {
			for (const next of known(graph, one)) {
				if (next === without || seen.has(next)) continue
				seen.add(next)
				part.push(next)
			}
		}
		found.push(part)
	}
	return found.toSorted((one, other) => other.length - one.length)
}

/** Who knows nobody else on the map: d(j) = 0. */
export const knowOnlyTheCentre = (graph: Graph): string[] => graph.alters.filter((one) => known(graph, one).size === 0)

/** Somebody without whom the part that they are in would fall into several. */
export type Linchpin = {
	readonly id: string
	/** What the part would fall into, the largest first: all but that one would be cut off from it. */
	readonly pieces: readonly (readonly string[])[]
}

/** The linchpins among the alters, in their order: the articulation points of the graph. */
export function linchpins(graph: Graph): Linchpin[] {
	return graph.alters.flatMap((id) => {
		const beside = known(graph, id)
		if (beside.size < 2) return []
		const pieces = parts(graph, id).filter((part) => part.some((one) => beside.has(one)))
		return pieces.length > 1 ? [{ id, pieces }] : []
	})
}
