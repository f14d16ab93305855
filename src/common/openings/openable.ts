import type { VNode } from 'preact'
import type { Tx } from '../../platform/database/acting.ts'
import type { ScopeRow } from '../../platform/database/schema.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Locale } from '../../platform/words.ts'

/** A single thing that can be opened by itself, as its owner sees it. */
export type Thing = {
	id: string
	/** The scope that its rows belong to: the part's, until it is set apart. */
	scope: string
	/** Its own words, by which its owner knows it. */
	words: string
}

/** A page of what is opened, as its reader gets it: what stands within the frame. */
export type Seen = {
	title: string
	/** The words of the one thing that it is about, as its reader gets them. */
	about?: string
	/** Somebody's voice is played on it. */
	sound?: 'plays'
	body: VNode
}

/**
 * What a capability says, once, about a part of a person's that can be opened. Given to `openingRoutes` in app.ts; everything
 * else about opening it is here.
 */
export type Openable = {
	part: ScopeRow['part']
	/** Whether whoever works with the person now sees the part anyway, so that it need not be opened to them. */
	sharedAtWork: boolean
	/** Whether only single things of it can be opened, never the whole part. */
	onlyThings?: true
	says(locale: Locale): {
		/** The whole part, and what is in it, to the person. */
		whole: string
		wholeHint: string
		/** What else belongs to the part or to a thing of it, written by others, and is opened with it. */
		also: string
		/** The same, to the one it is open to, about whose they are. */
		theirWhole(name: string): string
		theirSingle(name: string): string
	}
	/** Where the one it is open to reads it. */
	href(of: { person: string; thing: string | null }): string
	/** The part's scope; nothing, where the account is no person who has one. */
	scopeOf(tx: Tx, person: string): Promise<string | undefined>
	things(tx: Tx, person: string): Promise<Thing[]>
	/** Gives a single thing a scope of its own within the part, if it has none yet, and says which. */
	setApart(tx: Tx, person: string, thing: string): Promise<string>
	/** Every word that somebody wrote in it, and every account whose hand is in it, to find the names in it. */
	namesIn(tx: Tx, person: string, thing: string | null): Promise<{ texts: string[]; hands: string[] }>
	/** Every page of it, exactly as the acting account would get it: the first one it comes to first. */
	see(tx: Tx, asked: Omit<Asked, 'params'>, of: { person: string; thing: string | null }): Promise<Seen[]>
}
