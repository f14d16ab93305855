import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import type { StoryTakingOutRow } from '../../../platform/database/schema.ts'
import type { Piece } from '../piece.ts'

/** Somebody asks to be taken out of a moment, and what the person says to it. */
export type TakingOut = {
	id: string
	piece: string
	moment: string
	by: string
	answer: StoryTakingOutRow['answer']
	askedAt: Date
}

/** Who asks to be taken out of moments of this person's, as far as the acting account may know. */
export async function takingsOut(tx: Tx, person: string, piece?: string): Promise<TakingOut[]> {
	return tx
		.selectFrom('story_taking_out')
		.select(['id', 'piece_id as piece', 'moment_id as moment', 'account_id as by', 'answer', 'asked_at as askedAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.$if(piece !== undefined, (query) => query.where('piece_id', '=', piece ?? ''))
		.orderBy('asked_at')
		.execute()
}

/** The acting account asks to be taken out of a moment that is open to it; asking twice is asking once. */
export async function askToBeTakenOut(tx: Tx, person: string, piece: Piece, moment: string, id: string): Promise<void> {
	const where = { area_id: tx.area, person_id: person, piece_id: piece.id, scope_id: piece.scope, moment_id: moment }
	await tx
		.insertInto('story_taking_out')
		.values({ ...where, id, account_id: tx.account })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}

/** What the acting account says to who asks. Answers false when nobody asks that, or it is answered. */
export async function answerTakingOut(tx: Tx, id: string, answer: 'changed' | 'stays'): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('story_taking_out')
		.set({ answer, answered_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', id)
		.where('answer', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}
