/** What goes along ties: help in one way or both, in one kind or several, and strain beside it. Ties of which it was not said count nowhere. */

import type { View } from '../view.ts'
import { answered, type SeenTie } from '../view.ts'
import { everyTie, type TieTo, tiesThatCount, type Which } from './graph.ts'

export type Way = 'gets' | 'gives'

/** The kinds of help that go one way along a tie, each once: nothing, where it was not asked. */
export function helpOn(tie: SeenTie, way: Way): string[] | undefined {
	const kinds = answered(tie[way])
	return kinds && [...new Set(kinds)]
}

/** How many of how many, and by whom. */
export type Some = { readonly of: number; readonly ids: readonly string[]; readonly share: number | null }

const some = (ties: readonly TieTo[], of: number): Some => ({
	...{ of, ids: [...new Set(ties.map(({ node }) => node.id))] },
	share: of === 0 ? null : ties.length / of,
})

/** Mean kinds of help by tie, and the ties with two kinds or more. */
export type Multiplexity = { readonly mean: number | null; readonly severalWays: Some }

/** Multiplexity of what is received, or of what is given, over the ties of which that was said. Without one, null. */
export function multiplexity(view: View, way: Way, which: Which = everyTie): Multiplexity {
	const ties = tiesThatCount(view, which).flatMap((one) => {
		const kinds = helpOn(one.tie, way)
		return kinds ? [{ ...one, kinds: kinds.length }] : []
	})
	const all = ties.reduce((sum, { kinds }) => sum + kinds, 0)
	const several = ties.filter(({ kinds }) => kinds >= 2)
	return { mean: ties.length === 0 ? null : all / ties.length, severalWays: some(several, ties.length) }
}

/** Helping ties that go both ways; strictly, with the same kind of help both ways. */
export type Reciprocity = { readonly bothWays: Some; readonly sameKind: Some; readonly oneSideNotSaid: number }

/** The share of helping ties that go both ways, of those of which both ways were said. Without help on any tie, null. */
export function reciprocity(view: View, which: Which = everyTie): Reciprocity {
	const ties = tiesThatCount(view, which).map((one) => ({
		...{ ...one, gets: helpOn(one.tie, 'gets'), gives: helpOn(one.tie, 'gives') },
	}))
	const helping = ties.filter(({ gets, gives }) => gets?.length || gives?.length)
	const said = helping.filter(({ gets, gives }) => gets && gives)
	const both = said.filter(({ gets, gives }) => gets?.length && gives?.length)
	const same = both.filter(({ gets, gives }) => gives?.some((kind) => gets?.includes(kind)))
	return {
		bothWays: some(both, said.length),
		sameKind: some(same, said.length),
		oneSideNotSaid: helping.length - said.length,
	}
}

/** Ties with strain, and those that strain and help at once, either way. */
export type Strain = { readonly strained: Some; readonly mixed: Some }

/** The share of ties with strain, of those of which it was said. Without one, null. */
export function strain(view: View, which: Which = everyTie): Strain {
	const ties = tiesThatCount(view, which).filter(({ tie }) => answered(tie.strain) !== undefined)
	const strained = ties.filter(({ tie }) => Number(answered(tie.strain)) > 0)
	const mixed = strained.filter(({ tie }) => helpOn(tie, 'gets')?.length || helpOn(tie, 'gives')?.length)
	return { strained: some(strained, ties.length), mixed: some(mixed, ties.length) }
}
