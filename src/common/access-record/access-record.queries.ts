import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'

/** What was looked at or changed, in one word of the record. */
export type Recorded =
	| 'plan'
	| 'outcome'
	| 'words'
	| 'agreement'
	| 'difference'
	| 'turn'
	| 'contribution'
	| 'request'
	| 'person'
	| 'opening'
	| 'closing'

/** Whose record, what, and the id of the thing. */
type Entry = { people: readonly string[]; what: Recorded; thing: string }

/**
 * Records that the acting account looks at what is somebody else's. One's own is not a look. In the transaction of the look
 * itself, with its commit: if it cannot be written, nothing is shown.
 */
export async function recordLook(tx: Tx, { people, what, thing }: Entry): Promise<void> {
	const others = people.filter((person) => person !== tx.account)
	if (others.length > 0) tx.withTheCommit(record({ people: others, what, thing }, 'looked').compile(tx))
}

/** Records that the acting account changes what is somebody's, its own included. */
export async function recordChange(tx: Tx, entry: Entry): Promise<void> {
	await record(entry, 'changed').execute(tx)
}

const record = ({ people, what, thing }: Entry, act: 'looked' | 'changed') =>
	sql`select record_access(${[...people]}::uuid[], ${act}, ${what}, ${thing}::uuid)`
