import type { OpportunityLinkRow, OpportunityRow, OpportunityTurnRow } from '../../platform/database/schema.ts'

/** What kinds of opportunity there are. */
export const kinds = [
	...(['job', 'home', 'relationship', 'parenthood'] as const),
	...(['faith', 'learning', 'helping', 'other'] as const),
] as const satisfies readonly OpportunityRow['kind'][]
export type Kind = OpportunityRow['kind']

/** What can be said about one, each if one likes. */
export const aspects = ['meaning', 'touches', 'serves', 'needs', 'opens'] as const
export type Aspect = (typeof aspects)[number]

/** What became of it, said on a day. */
export type Turn = {
	id: string
	opportunity: string
	kind: OpportunityTurnRow['kind']
	words: string | null
	madeAt: Date
}

/** A real opening in somebody's life, in their words. */
export type Opportunity = Record<Aspect, string | null> & {
	id: string
	scope: string
	kind: Kind
	words: string
	writtenAt: Date
	/** Oldest first. */
	turns: Turn[]
}

/** How two of them hang together: the one needs the other first, opens it, or pulls against it. */
export const linkKinds = ['needs', 'opens', 'against'] as const satisfies OpportunityLinkRow['kind'][]
export type Link = { id: string; from: string; kind: OpportunityLinkRow['kind']; to: string }

/** What became of it so far: nothing, as long as it is open. */
export function becameOf({ turns }: Opportunity): Turn | undefined {
	const last = turns.at(-1)
	return last?.kind === 'open_again' ? undefined : last
}

/** What can be said to have become of it now. */
export const turnsFor = (opportunity: Opportunity): Turn['kind'][] =>
	becameOf(opportunity) ? ['open_again'] : ['came_about', 'closed', 'let_go']

/** The same opportunity with every word that was written in it put through `change`. */
export function withWords(one: Opportunity, change: (words: string) => string): Opportunity {
	const perhaps = (words: string | null) => words && change(words)
	return {
		...{ ...one, words: change(one.words), meaning: perhaps(one.meaning), touches: perhaps(one.touches) },
		...{ serves: perhaps(one.serves), needs: perhaps(one.needs), opens: perhaps(one.opens) },
		turns: one.turns.map((turn) => ({ ...turn, words: perhaps(turn.words) })),
	}
}

/**
 * The one opportunity that home shows on a day, each in its turn, and none of which something has become.
 *
 * @param today YYYY-MM-DD
 */
export function opportunityOfTheDay(all: readonly Opportunity[], today: string): Opportunity | undefined {
	const open = all.filter((one) => !becameOf(one))
	return open[Math.floor(Date.parse(today) / (24 * 60 * 60_000)) % open.length]
}
