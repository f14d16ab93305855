import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'

/** What can be looked at or changed, in one word of the record. Each has its sentences in record-entries.words.ts. */
export const kinds = [
	'plan',
	'outcome',
	'words',
	'agreement',
	'difference',
	'turn',
	'contribution',
	'request',
	'step',
	'person',
	'card',
	'record',
	'question',
	'opening',
	'closing',
	'together',
	'written_down',
	'own_words',
	'leaving',
	'invitation',
	'supporting',
	'review',
	'recognition',
	'recognition_answer',
	'progress',
	'appointment',
	'coming_along',
	'end_of_work',
	'story',
	'story_beside',
	'story_heard',
	'story_together',
	'story_taking_out',
	'order',
	'expectation',
	'check_in',
	'conversation',
	'handover',
	'now',
	'opportunity',
	'file',
] as const

/** What was looked at or changed, in one word of the record. */
export type Recorded = (typeof kinds)[number]

/** A look, or a change. */
export type Act = 'looked' | 'changed'

/** Whose record, what, and the id of the thing. */
type Entry = { people: readonly string[]; what: Recorded; thing: string }

/**
 * Records that the acting account looks at what is somebody else's. One's own is not a look. In the transaction of the look
 * itself, with its commit: if it cannot be written, nothing is shown.
 */
export async function recordLook(tx: Tx, { people, what, thing }: Entry): Promise<void> {
	const others = people.filter((person) => person !== tx.account)
	if (others.length > 0) tx.withTheCommit(record(tx, { people: others, what, thing, act: 'looked' }))
}

/** Records that the acting account changes what is somebody's, its own included. */
export async function recordChange(tx: Tx, entry: Entry): Promise<void> {
	await tx.ask(record(tx, { ...entry, act: 'changed' }))
}

/** Records that the acting account reads its own record of access: whoever reads in their name is found there too. */
export function recordReading(tx: Tx): void {
	tx.withTheCommit(record(tx, { people: [tx.account], act: 'looked', what: 'record', thing: tx.account }))
}

/** Records a look at a question about the record, or a change of it, in the record of the one who asked. */
export function recordOfQuestion(tx: Tx, question: string, act: Act): void {
	tx.withTheCommit(sql`select record_access_to_question(${act}, ${question}::uuid)`.compile(tx))
}

const record = writtenOnce((tx, { people, act, what, thing }: Entry & { act: Act }) =>
	sql`select record_access(${people}::uuid[], ${act}, ${what}, ${thing}::uuid)`.compile(tx),
)
