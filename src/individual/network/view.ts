import { type Answer, type Fields, type Kind, keyOf, type Mark, type NetworkMap, type Thing, unsaid } from './map.ts'

export type SeenNode = Partial<Fields['node']> & { readonly id: string }
export type SeenTie = Partial<Fields['tie']> & { readonly from: string; readonly to: string }
export type SeenPair = Partial<Fields['pair']> & { readonly one: string; readonly other: string }

/** A map in the words of one hand, or of several of whom the first one's count most. All measures are of a view. */
export type View = {
	readonly whose: readonly string[]
	readonly centre: Partial<Fields['centre']>
	readonly members: readonly (Partial<Fields['member']> & { readonly id: string })[]
	readonly nodes: readonly SeenNode[]
	readonly ties: readonly SeenTie[]
	/** Each pair once. */
	readonly pairs: readonly SeenPair[]
}

/**
 * A map as it is seen by some hands.
 *
 * @param whose whose words count: for each field the first of them who said anything. Who is not named does not count.
 */
export function viewOf(map: NetworkMap, whose: readonly string[]): View {
	const said = whose.toReversed().flatMap((hand) => map.standing.filter((mark) => mark.hand === hand))
	const members = gathered(said, 'member').filter(({ here }) => here !== false)
	const nodes = gathered(said, 'node').filter(({ here }) => here !== false)
	const there = new Set(nodes.map(({ id }) => id))
	return {
		whose,
		centre: gathered(said, 'centre')[0] ?? {},
		members,
		nodes,
		ties: gathered(said, 'tie').filter(({ here, to }) => here !== false && there.has(to)),
		pairs: gathered(said, 'pair').filter(({ one, other }) => there.has(one) && there.has(other)),
	}
}

type Gathered<K extends Kind> = Partial<Fields[K]> & Omit<Extract<Thing, { kind: K }>, 'kind'>

/** What is said about each thing of one kind, a later mark over an earlier one. */
function gathered<K extends Kind>(said: readonly Mark[], kind: K): Gathered<K>[] {
	const things = new Map<string, Record<string, unknown>>()
	for (const { thing, field, value } of said) {
		if (thing.kind !== kind) continue
		const key = keyOf(thing)
		let found = things.get(key)
		if (!found) {
			const { kind: _, ...ends } = thing
			found = ends
			things.set(key, found)
		}
		found[field] = value
	}
	// The marks are typed field by field, and no field of one kind is another's.
	return [...things.values()] as Gathered<K>[]
}

/** What was answered: nothing, where it was not asked or they would rather not say. */
export const answered = <T>(answer: Answer<T> | undefined): T | undefined => (answer === unsaid ? undefined : answer)
