import type { VNode } from 'preact'
import type { Tx } from '../../platform/database/acting.ts'
import type { Locale } from '../../platform/words.ts'

/** Does work in an act of its own. */
type Acts = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** A file that goes along: where it stands beside the page, and its bytes, each piece read in an act of its own. */
export type TakenFile = { readonly path: string; pieces(acts: Acts): AsyncIterable<Uint8Array> }

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Something that can be shown to somebody else: one line, in the person's own words where there are any. */
export type Showable = { readonly id: string; readonly words: string; readonly how: string }

/** What one capability holds of the acting account: it reads it through the same policies as any page. */
export type Takeable = {
	/** Its name in the JSON file. */
	readonly key: string
	/** Everything of the acting account's, as data and as a part of a page to read. */
	read(tx: Tx, locale: Locale): Promise<{ json: Json; body: VNode }>
	/** What of it is no words, in the order in which `read` names it. */
	files?(tx: Tx): Promise<readonly TakenFile[]>
	/** What of it could be shown to a landlord or an employer. */
	showable?(tx: Tx, locale: Locale): Promise<readonly Showable[]>
}
