import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { ErasureList } from './erasures.ts'

/**
 * The acting account leaves, by its own hand: all that is its holder's goes, in this transaction. That it left is on disk
 * outside the database before anything is gone for good; if it cannot be written, nobody leaves.
 *
 * Refused by the database while the account works for the service here.
 */
export async function leaveAlongside(tx: Tx, list: ErasureList): Promise<void> {
	const { rows } = await sql<{ at: Date }>`select leave_alongside() as at`.execute(tx)
	const [left] = rows
	if (!left) throw new Error('Whoever left did so at a time.')
	await list.add({ area: tx.area, account: tx.account, at: left.at.toISOString() })
}

/** Something that the acting account wrote in the plan of somebody who has left. */
export type LeftBehind = {
	person: string
	outcome: string
	kind: 'words' | 'difference' | 'turn' | 'contribution' | 'request' | 'answer' | 'step' | 'step_turn'
	words: string
	at: Date
}

/** What the acting account wrote with people who have left, outcome by outcome, in the order in which it was written. */
export async function whatIWroteWithThoseWhoLeft(tx: Tx): Promise<LeftBehind[]> {
	const { rows } = await sql<LeftBehind>`
		select person_id as person, outcome_id as outcome, kind, words, at from (
			select * from what_i_wrote_with_those_who_left()
			union all select * from what_i_wrote_of_steps_with_those_who_left()
		) written order by person_id, outcome_id, at`.execute(tx)
	return rows
}
