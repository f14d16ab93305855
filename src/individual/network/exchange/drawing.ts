import type { Fields, Mark, Thing } from '../map.ts'
import type { SeenNode, SeenPair, SeenTie } from '../view.ts'

/** Something that a file says and a map of ours cannot hold: kept as it was, and shown to whoever brings the file in. */
export type NotUnderstood = { readonly where: string; readonly what: string }

/** A map that another program made: in nobody's hand before somebody takes it in. */
export type Drawing = {
	readonly title: string
	/** The day that the file gives it, as it is written there. */
	readonly drawnOn: string
	readonly centre: Partial<Fields['centre']>
	readonly nodes: readonly SeenNode[]
	/** Of the centre, one to each node. */
	readonly ties: readonly SeenTie[]
	/** Each pair once; one that was not asked about is not here. */
	readonly pairs: readonly SeenPair[]
	readonly notUnderstood: readonly NotUnderstood[]
}

/** More people than these, or more said of one, are no map that anybody drew. */
const most = 2000
export const isTooMuch = (count: number): boolean => count > most

/**
 * The marks by which somebody takes a drawing in, in their own hand; each node gets an id of ours.
 *
 * @param newId the ids of marks and nodes, each later than the last
 */
export function marksOf(drawing: Drawing, hand: string, at: Date, newId: () => string): Mark[] {
	const ids = new Map(drawing.nodes.map(({ id }) => [id, newId()]))
	const ours = (id: string) => ids.get(id) ?? ''
	const marks = (thing: Thing, fields: object) =>
		// A drawing is typed field by field, as marks are.
		Object.entries(fields).map(([field, value]) => ({ id: newId(), hand, at, thing, field, value }) as Mark)
	return [
		...marks({ kind: 'centre' }, drawing.centre),
		...drawing.nodes.flatMap(({ id, ...fields }) => marks({ kind: 'node', id: ours(id) }, { here: true, ...fields })),
		...drawing.ties.flatMap(({ from, to, ...fields }) =>
			marks({ kind: 'tie', from, to: ours(to) }, { here: true, ...fields }),
		),
		...drawing.pairs.flatMap(({ one, other, ...fields }) =>
			marks({ kind: 'pair', one: ours(one), other: ours(other) }, fields),
		),
	]
}
