import { helpKinds } from '../map.ts'
import { answered, type SeenNode, type View } from '../view.ts'
import { everyTie, tiesThatCount, type Which } from './graph.ts'
import { helpOn, type Way } from './help.ts'

/** On whom one kind of help rests. */
export type Cover = {
	readonly kind: string
	/** Everyone who gives it, or gets it; services among them. */
	readonly who: readonly string[]
	readonly services: readonly string[]
	readonly rests: 'nobody' | 'only services' | 'one' | 'several'
}

/** Each kind of help and on whom it rests, the offered kinds first and then own words. */
export type Coverage = {
	readonly kinds: readonly Cover[]
	/** Who was not asked about: they may give more than stands here. */
	readonly notAsked: readonly string[]
}

/**
 * Who gives which kind of help, or who gets it.
 *
 * @param among the kinds that are looked for beside those that are named
 * @returns null where nobody was asked about: that is not "nobody helps"
 */
export function coverage(
	view: View,
	way: Way = 'gets',
	which: Which = everyTie,
	among: readonly string[] = helpKinds,
): Coverage | null {
	const ties = tiesThatCount(view, which).map(({ node, tie }) => ({ node, kinds: helpOn(tie, way) }))
	const asked = ties.filter(({ kinds }) => kinds)
	if (asked.length === 0) return null
	const kinds = new Set([...among, ...asked.flatMap(({ kinds }) => kinds ?? [])])
	const heard = new Set(asked.map(({ node }) => node.id))
	return {
		kinds: [...kinds].map((kind) => {
			const by = asked.filter((one) => one.kinds?.includes(kind)).map(({ node }) => node)
			const who = [...new Set(by.map(({ id }) => id))]
			const services = [...new Set(by.filter(isService).map(({ id }) => id))]
			return { kind, who, services, rests: restsOn(who.length, services.length) }
		}),
		notAsked: [...new Set(ties.map(({ node }) => node.id))].filter((id) => !heard.has(id)),
	}
}

/** A service, and somebody who is there because they work for one. */
const isService = ({ kind, part }: SeenNode): boolean => answered(kind) === 'service' || answered(part) === 'services'

function restsOn(all: number, services: number): Cover['rests'] {
	if (all === 0) return 'nobody'
	if (all === services) return 'only services'
	return all === 1 ? 'one' : 'several'
}

/** What would stay of somebody's map if every service on it went. */
export type WithoutServices = {
	readonly stay: readonly string[]
	readonly services: readonly string[]
	/** Kinds of help that still come from somebody, and those that only services give. */
	readonly still: readonly Cover[]
	readonly gone: readonly string[]
}

/** What stays if the services go. Where nobody was asked about help, none is said to stay or to go. */
export function withoutServices(view: View, which: Which = everyTie): WithoutServices {
	const nodes = tiesThatCount(view, which).map(({ node }) => node)
	const ids = (some: typeof nodes) => [...new Set(some.map(({ id }) => id))]
	const kinds = coverage(view, 'gets', which)?.kinds ?? []
	const still = kinds
		.map((cover) => ({ ...cover, who: cover.who.filter((id) => !cover.services.includes(id)), services: [] }))
		.filter(({ who }) => who.length > 0)
		.map((cover) => ({ ...cover, rests: restsOn(cover.who.length, 0) }))
	return {
		stay: ids(nodes.filter((node) => !isService(node))),
		services: ids(nodes.filter(isService)),
		still,
		gone: kinds.filter(({ rests }) => rests === 'only services').map(({ kind }) => kind),
	}
}

/** Something to work towards, as far as a map goes: which kinds of help it calls for, and whom the person named for it. */
export type Towards = { readonly id: string; readonly callsFor: readonly string[]; readonly named: readonly string[] }

/** Who could help with one outcome. With nobody in either list the answer is "nobody yet". */
export type CouldHelp = {
	readonly outcome: string
	/** Named for it, and still on the map. */
	readonly named: readonly string[]
	/** Not named; they already give a kind of help that it calls for. */
	readonly couldBeAsked: readonly { readonly id: string; readonly kinds: readonly string[] }[]
}

/** Outcome by person. Nobody is ranked: each stands in the order of the map. */
export function whoCouldHelp(view: View, outcomes: readonly Towards[], which: Which = everyTie): CouldHelp[] {
	const ties = tiesThatCount(view, which)
	const there = [...new Set(ties.map(({ node }) => node.id))]
	const helpOf = Map.groupBy(ties, ({ node }) => node.id)
	return outcomes.map(({ id: outcome, callsFor, named }) => {
		const stillHere = there.filter((id) => named.includes(id))
		const couldBeAsked = there
			.filter((id) => !named.includes(id))
			.map((id) => {
				const gives = (helpOf.get(id) ?? []).flatMap(({ tie }) => helpOn(tie, 'gets') ?? [])
				return { id, kinds: callsFor.filter((kind) => gives.includes(kind)) }
			})
			.filter(({ kinds }) => kinds.length > 0)
		return { outcome, named: stillHere, couldBeAsked }
	})
}
