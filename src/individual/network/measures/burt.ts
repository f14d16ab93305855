/**
 * R. S. Burt, "Structural Holes: The Social Structure of Competition", 1992. How far somebody's contacts are each their own
 * (effective size), and how far they lean on each other (constraint).
 */
import { type Graph, known } from './graph.ts'

/**
 * Effective size: n - 2t/n. S. P. Borgatti, "Structural Holes: Unpacking Burt's Redundancy Measures", Connections 20 (1), 1997,
 * shows that Burt's is this where ties are only there or not.
 *
 * @returns null without alters
 */
export const effectiveSize = ({ alters, yes }: Graph): number | null =>
	alters.length === 0 ? null : alters.length - (2 * yes) / alters.length

/**
 * Effective size by size.
 *
 * @returns null without alters
 */
export function efficiency(graph: Graph): number | null {
	const size = effectiveSize(graph)
	return size === null ? null : size / graph.alters.length
}

/**
 * Constraint: the sum over alters j of ((1/n)(1 + the sum over q who knows j of 1 / (d(q) + 1)))², which is `burtConstraint` for a
 * centre that is tied to all. It can be more than 1: for two who know each other it is 1.125.
 *
 * @returns null without alters
 */
export function constraint(graph: Graph): number | null {
	const count = graph.alters.length
	if (count === 0) return null
	return graph.alters.reduce((sum, one) => {
		const through = [...known(graph, one)].reduce((all, next) => all + 1 / (known(graph, next).size + 1), 0)
		return sum + ((1 + through) / count) ** 2
	}, 0)
}

/** Ties by weight, a row for each from whom they go: nought where there is none. */
export type Weights = readonly (readonly number[])[]

const weight = (ties: Weights, from: number, to: number): number => (from === to ? 0 : (ties[from]?.[to] ?? 0))

/** a(i,j) + a(j,i): what goes between two, either way. */
const between = (ties: Weights, one: number, other: number): number =>
	weight(ties, one, other) + weight(ties, other, one)

/** Everyone whom something goes to or comes from: not only those whom the row names (networkx 2.8.8 says NaN there). */
const tiedTo = (ties: Weights, one: number): number[] =>
	ties.flatMap((_, other) => (other !== one && between(ties, one, other) !== 0 ? [other] : []))

/** p(i,j): the share of one's ties that is with the other. */
function share(ties: Weights, one: number, other: number): number {
	const all = tiedTo(ties, one).reduce((sum, next) => sum + between(ties, one, next), 0)
	return all === 0 ? 0 : between(ties, one, other) / all
}

/** m(v,w): the tie of two by the strongest of the first one's. */
function marginal(ties: Weights, one: number, other: number): number {
	const strongest = Math.max(0, ...tiedTo(ties, one).map((next) => between(ties, one, next)))
	return strongest === 0 ? 0 : between(ties, one, other) / strongest
}

/**
 * Effective size as Burt has it, for ties with a weight or a direction: the sum over contacts v of 1 - the sum over the other contacts
 * w of p(e,w) m(v,w).
 *
 * @returns null without ties
 */
export function burtEffectiveSize(ties: Weights, ego: number): number | null {
	const contacts = tiedTo(ties, ego)
	if (contacts.length === 0) return null
	return contacts.reduce(
		(size, one) =>
			size + 1 - contacts.reduce((sum, next) => sum + share(ties, ego, next) * marginal(ties, one, next), 0),
		0,
	)
}

/**
 * Constraint as Burt has it: the sum over contacts j of (p(e,j) + the sum over the other contacts q of p(e,q) p(q,j))².
 *
 * @returns null without ties
 */
export function burtConstraint(ties: Weights, ego: number): number | null {
	const contacts = tiedTo(ties, ego)
	if (contacts.length === 0) return null
	return contacts.reduce((all, one) => {
		const through = contacts
			.filter((next) => next !== one)
			.reduce((sum, next) => sum + share(ties, ego, next) * share(ties, next, one), 0)
		return all + (share(ties, ego, one) + through) ** 2
	}, 0)
}
