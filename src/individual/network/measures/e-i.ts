/**
 * The E-I index: (E - I) / (E + I), ties to other groups against ties within one's own. -1 where all ties stay within, 1 where all go
 * out. D. Krackhardt and R. N. Stern, "Informal Networks and Organizational Crises", Social Psychology Quarterly 51 (2), 1988;
 * rescaled by what is possible as R's egor does it (`R/ei.R`).
 */
import { type Graph, pairsIn } from './graph.ts'

const index = (external: number, internal: number): number | null =>
	external + internal === 0 ? null : (external - internal) / (external + internal)

/**
 * From the centre to its alters.
 *
 * @param own the group of the centre
 * @param groups the group of each alter; whose is not said counts nowhere
 * @returns null without ties
 */
export function eiOfCentre(own: string, groups: readonly (string | undefined)[]): number | null {
	const said = groups.filter((group) => group !== undefined)
	const internal = said.filter((group) => group === own).length
	return index(said.length - internal, internal)
}

/** Ties among alters, within groups and between them, and of how many pairs with an answer. Each pair counts once. */
function counted(graph: Graph, groupOf: (id: string) => string | undefined) {
	const count = { external: 0, internal: 0, externalPairs: 0, internalPairs: 0 }
	for (const [one, other] of pairsIn(graph)) {
		const [group, next, tied] = [groupOf(one), groupOf(other), graph.pair(one, other)]
		if (group === undefined || next === undefined || tied === undefined) continue
		const side = group === next ? 'internal' : 'external'
		count[`${side}Pairs`] += 1
		if (tied) count[side] += 1
	}
	return count
}

/**
 * Among alters, as it is: it says more of how large the groups are than of who keeps to whom.
 *
 * @returns null without ties
 */
export function eiAmongAlters(graph: Graph, groupOf: (id: string) => string | undefined): number | null {
	const { external, internal } = counted(graph, groupOf)
	return index(external, internal)
}

/**
 * Among alters, rescaled by possible pairs: (dE - dI) / (dE + dI), where dE is E by the pairs of two groups and dI is I by the pairs
 * of one.
 *
 * @returns null without ties, or where there is no pair of two groups, or none of one
 */
export function eiRescaled(graph: Graph, groupOf: (id: string) => string | undefined): number | null {
	const { external, internal, externalPairs, internalPairs } = counted(graph, groupOf)
	return externalPairs === 0 || internalPairs === 0 ? null : index(external / externalPairs, internal / internalPairs)
}
