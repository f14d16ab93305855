import { centreEnd, type Fields, type Mark } from './map.ts'
import type { SeenNode, SeenTie, View } from './view.ts'

/** A view of a person with these nodes, ties and pairs; each node is tied, unless its tie says otherwise. */
export function seen(
	nodes: readonly (SeenNode & { tie?: Partial<Fields['tie']> })[],
	pairs: Readonly<Record<string, Fields['pair']['know']>> = {},
): View {
	const ties: SeenTie[] = nodes.map(({ id, tie }) => ({ from: centreEnd, to: id, ...tie }))
	return {
		...{ whose: ['ann'], centre: { kind: 'person' }, members: [], ties },
		nodes: nodes.map(({ tie: _, ...node }) => node),
		pairs: Object.entries(pairs).map(([ends, know]) => {
			const [one = '', other = ''] = ends.split('-')
			return { one, other, know }
		}),
	}
}

/**
 * A view of so many people called 0, 1, 2…, of whom all pairs were asked about.
 *
 * @param ties who knows whom, such as `0-1 1-2`
 */
export function drawn(count: number, ties: string): View {
	const people = Array.from({ length: count }, (_, at) => ({ id: String(at), kind: 'person' as const }))
	const yes = new Set(ties.split(' ').flatMap((tie) => [tie, tie.split('-').reverse().join('-')]))
	const pairs = people.flatMap(({ id }, at) => people.slice(at + 1).map((other) => `${id}-${other.id}`))
	return seen(people, Object.fromEntries(pairs.map((pair) => [pair, yes.has(pair) ? 'yes' : 'no'])))
}

let marked = 0

/** A mark by a hand, an hour later than the last. */
export function mark<M extends Mark>(hand: string, thing: M['thing'], field: M['field'], value: M['value']): Mark {
	marked += 1
	const id = String(marked).padStart(6, '0')
	return { id, hand, at: new Date(Date.UTC(2026, 0, 1, marked)), thing, field, value } as Mark
}
