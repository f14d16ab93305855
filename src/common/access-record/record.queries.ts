import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { Entry } from './record.ts'

/** What somebody who is in a record is to the one whose record it is. */
export type Kind =
	| 'my_practitioner'
	| 'my_former_practitioner'
	| 'practitioner'
	| 'lead'
	| 'partner'
	| 'supporter'
	| 'person'
	| 'left'
	| 'someone'

/** Who it was, as the reader is told: without a name for those who are told of by role. */
export type Told = { id: string; name: string | null; kind: Kind }

/** More than any number of an entry. */
export const afterAll = Number.MAX_SAFE_INTEGER

/** The entries of the acting account's own record before a number, the newest first: its own doings, or everybody else's. */
export async function myRecord(tx: Tx, own: boolean, before: number, most: number): Promise<Entry[]> {
	return tx
		.selectFrom('access_entry')
		.select(['number', 'at', 'by_id as byId', 'act', 'what', 'thing_id as thing'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('number', '<', before)
		.where('by_id', own ? '=' : '<>', tx.account)
		.orderBy('number', 'desc')
		.limit(most)
		.execute()
}

/** One entry of the acting account's own record, by somebody else. */
export async function entryOfMine(tx: Tx, number: number): Promise<Entry | undefined> {
	const [entry] = await myRecord(tx, false, number + 1, 1)
	return entry?.number === number ? entry : undefined
}

/** Everyone who is in these entries of the acting account's own record, known to it now or not. */
export async function whoIsIn(tx: Tx, entries: readonly Entry[]): Promise<Map<string, Told>> {
	const [newest, oldest] = [entries[0], entries.at(-1)]
	if (!newest || !oldest) return new Map()
	const { rows } = await sql<Told>`
		select account_id as id, name, kind from who_is_in_my_record(${oldest.number}, ${newest.number})`.execute(tx)
	return new Map(rows.map((row) => [row.id, row]))
}
