import { type Graph, known, pairsIn } from './graph.ts'

/** Two who do not know each other, and how much the way between them is the centre's: 1 by all who know both, the centre too. */
export type Between = { readonly one: string; readonly other: string; readonly share: number }

/** The pairs between which the centre goes. A pair that nobody was asked about is none. */
export function goBetween(graph: Graph): Between[] {
	return [...pairsIn(graph)].flatMap(([one, other]) => {
		if (graph.pair(one, other) !== false) return []
		const common = known(graph, one).intersection(known(graph, other)).size
		return [{ one, other, share: 1 / (1 + common) }]
	})
}

/**
 * Brokerage, or ego betweenness: the sum over pairs of alters that are not tied of 1 / (1 + their common alters).
 * L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40 (1), 1977; for the network of one ego:
 * M. Everett and S. P. Borgatti, "Ego Network Betweenness", Social Networks 27 (1), 2005.
 */
export const brokerage = (graph: Graph): number => goBetween(graph).reduce((sum, { share }) => sum + share, 0)

/**
 * Brokerage by the pairs with an answer: by n(n-1)/2 where every pair was asked about.
 *
 * @returns null under two alters, or where no pair has an answer
 */
export const brokerageShare = (graph: Graph): number | null =>
	graph.yes + graph.no === 0 ? null : brokerage(graph) / (graph.yes + graph.no)
