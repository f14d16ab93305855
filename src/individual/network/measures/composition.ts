/**
 * Of what kinds a network is made. Formulas of spread as R's egor has them (`R/composition.R`): entropy is C. E. Shannon's, "A
 * Mathematical Theory of Communication", 1948, on base 2; Blau's index is P. M. Blau's, "Inequality and Heterogeneity", 1977.
 */

import { answered, type View } from '../view.ts'
import { livingTies, tiesThatCount, type Which } from './graph.ts'

/** How many are of each kind, the most first, and of how many nobody has said it. */
export type Composition = {
	readonly kinds: readonly { readonly kind: string; readonly count: number; readonly share: number }[]
	readonly known: number
	readonly notSaid: number
}

/** Counts kinds. What was not said is counted beside them, and is in no share. */
export function compositionOf(each: readonly (string | undefined)[]): Composition {
	const said = each.filter((one) => one !== undefined)
	const kinds = [...Map.groupBy(said, (kind) => kind)].map(([kind, { length }]) => ({
		...{ kind, count: length, share: length / said.length },
	}))
	return {
		kinds: kinds.toSorted((one, other) => other.count - one.count),
		known: said.length,
		notSaid: each.length - said.length,
	}
}

/**
 * Entropy: the sum of p log2(1/p). 0 where all are of one kind.
 *
 * @returns null where no kind is known
 */
export const entropy = ({ kinds, known }: Composition): number | null =>
	known === 0 ? null : kinds.reduce((sum, { share }) => sum + share * Math.log2(1 / share), 0)

/**
 * Blau's index: 1 - the sum of p², how likely two drawn at random are of two kinds.
 *
 * @returns null where no kind is known
 */
export const blau = ({ kinds, known }: Composition): number | null =>
	known === 0 ? null : 1 - kinds.reduce((sum, { share }) => sum + share ** 2, 0)

/**
 * Index of qualitative variation: Blau's by the most it can be among k kinds, blau / (1 - 1/k).
 *
 * @param possible k: how many kinds there could be
 * @returns null where no kind is known, or only one is possible
 */
export function iqv(composition: Composition, possible: number): number | null {
	const index = blau(composition)
	return index === null || possible < 2 ? null : index / (1 - 1 / possible)
}

/** How many are on the map, and of what they are. */
export type Size = { readonly ids: readonly string[]; readonly kinds: Composition; readonly parts: Composition }

/** The size of a map: n, by kind and by part of life. Who has two ties, in a household, counts once. */
export function sizeOf(view: View, which: Which = livingTies): Size {
	const nodes = [...new Map(tiesThatCount(view, which).map(({ node }) => [node.id, node])).values()]
	return {
		ids: nodes.map(({ id }) => id),
		kinds: compositionOf(nodes.map(({ kind }) => answered(kind))),
		parts: compositionOf(nodes.map(({ part }) => answered(part))),
	}
}
