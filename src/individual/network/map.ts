/** Asked, and they would rather not say. Not asked at all is a field that is not there. */
export const unsaid = 'rather not say'
export type Answer<T> = T | typeof unsaid

export const nodeKinds = ['person', 'group', 'place', 'service', 'animal', 'idea', 'someone who died'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** Parts of life that the page offers; own words are as good. */
export const partsOfLife = ['family', 'friends', 'work', 'community', 'services', 'peers'] as const

/** Kinds of help that the page offers; own words are as good. */
export const helpKinds = ['practical', 'emotional', 'company', 'information', 'money', 'a way in'] as const

export const statuses = ['present', 'none yet', 'on hold', 'cut off', 'mended', 'ended'] as const
export type Status = (typeof statuses)[number]

export const directions = ['to me', 'from me', 'both ways'] as const
export const levels = [0, 1, 2, 3] as const
export type Level = (typeof levels)[number]

/** Whether two of them know each other. That nobody asked is a fourth thing: then there is no answer. */
export const pairAnswers = ['yes', 'no', 'do not know'] as const

/** What can be said about each kind of thing on a map. Every field can be missing. */
export type Fields = {
	centre: { kind: 'person' | 'household' | 'group'; label: string }
	/** One of a household or group in the centre. */
	member: { here: boolean; label: string }
	node: {
		/** False takes it off the map, by this hand. */
		here: boolean
		label: string
		/** Who they are to the person, such as "my sister". */
		who: string
		kind: Answer<NodeKind>
		part: Answer<string>
		/** From 0, far, to 3, close. */
		closeness: Answer<Level>
		/** Where it was put on the picture, from 0 to 1 both ways, the centre in the middle. */
		place: { x: number; y: number }
		/** For themselves, and in no print or export unless they tick it. */
		note: string
	}
	tie: {
		/** That there is a tie, when nothing else is said of it. False takes it off, by this hand. */
		here: boolean
		strength: Answer<Level>
		strain: Answer<Level>
		direction: Answer<(typeof directions)[number]>
		status: Answer<Status>
		/** A tie they wish for, such as to a service that is theirs by right. */
		wanted: Answer<boolean>
		/** Kinds of help received, and given. An empty list is "none". */
		gets: Answer<readonly string[]>
		gives: Answer<readonly string[]>
		helpsMeWith: string
		iHelpWith: string
		hardBecause: string
		/** When, as they would say it. */
		began: Answer<string>
		ended: Answer<string>
		mended: Answer<string>
	}
	pair: { know: Answer<(typeof pairAnswers)[number]> }
}
export type Kind = keyof Fields

/** The one end of every tie that is the centre's as a whole; the other ends of ties are nodes, and members have ties too. */
export const centreEnd = 'centre'

/** What a mark is about. There is one tie between two ends, and one pair of two nodes, whoever speaks of it. */
export type Thing =
	| { readonly kind: 'centre' }
	| { readonly kind: 'member'; readonly id: string }
	| { readonly kind: 'node'; readonly id: string }
	| { readonly kind: 'tie'; readonly from: string; readonly to: string }
	| { readonly kind: 'pair'; readonly one: string; readonly other: string }
type ThingOf<K extends Kind> = Extract<Thing, { kind: K }>

type MarkOf<K extends Kind> = {
	[F in keyof Fields[K]]: {
		/** In the order in which they were made: it decides between two of one moment. */
		readonly id: string
		readonly hand: string
		readonly at: Date
		readonly thing: ThingOf<K>
		readonly field: F
		/** Null takes back what this hand had said. */
		readonly value: Fields[K][F] | null
	}
}[keyof Fields[K]]

/** Who said what, when, about which field of which thing. The history of a map is marks, and marks are only ever added. */
export type Mark = { [K in Kind]: MarkOf<K> }[Kind]

/** One name for a thing, whichever way round a pair was named. */
export function keyOf(thing: Thing): string {
	if (thing.kind === 'centre') return 'centre'
	if (thing.kind === 'tie') return JSON.stringify(['tie', thing.from, thing.to])
	if (thing.kind === 'pair') return pairKey(thing.one, thing.other)
	return JSON.stringify([thing.kind, thing.id])
}

export const pairKey = (one: string, other: string): string =>
	JSON.stringify(one < other ? ['pair', one, other] : ['pair', other, one])

/** A map at a moment: for each hand, thing and field the last that was said, and nothing that was taken back. */
export type NetworkMap = { readonly asOf: Date; readonly standing: readonly Mark[] }

const inOrder = (one: Mark, other: Mark): number =>
	one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : Number(one.id > other.id))

/** The map as it stood at a moment, from its whole history in any order. */
export function mapAsOf(marks: readonly Mark[], moment: Date): NetworkMap {
	const last = new Map<string, Mark>()
	for (const mark of marks.filter(({ at }) => at <= moment).toSorted(inOrder)) {
		const where = JSON.stringify([mark.hand, keyOf(mark.thing), mark.field])
		// Set anew, so that what stands is in the order in which it was last said.
		last.delete(where)
		last.set(where, mark)
	}
	return { asOf: moment, standing: [...last.values()].filter(({ value }) => value !== null) }
}

/** What each hand did to a map, and nobody else's: `mapAsOf` of one is that hand's own map. */
export const eachOnesHand = (marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> =>
	Map.groupBy(marks.toSorted(inOrder), ({ hand }) => hand)

/** Everyone whose word stands on a map, who spoke last first. */
export const handsOf = (map: NetworkMap): string[] => [...new Set(map.standing.toReversed().map(({ hand }) => hand))]

/** A field of one thing of which two hands say different things. Both stand. */
export type Difference = { readonly thing: Thing; readonly field: string; readonly said: readonly Mark[] }

/** What two hands see differently. That one said nothing is no difference; where each put it on the picture is none either. */
export function seenDifferently(map: NetworkMap): Difference[] {
	const spoken = map.standing.filter(({ field }) => field !== 'place' && field !== 'note')
	const byField = Map.groupBy(spoken, ({ thing, field }) => JSON.stringify([keyOf(thing), field]))
	return [...byField.values()].flatMap((said) => {
		const values = new Set(said.map(({ value }) => JSON.stringify(inNoOrder(value))))
		return said[0] && values.size > 1 ? [{ thing: said[0].thing, field: said[0].field, said }] : []
	})
}

/** Kinds of help are a set. */
const inNoOrder = (value: Mark['value']): unknown => (Array.isArray(value) ? value.toSorted() : value)
