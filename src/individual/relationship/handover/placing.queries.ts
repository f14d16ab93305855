import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import type { Handover } from './handover.ts'

/** A person with whom nobody works who is here: their name and since when, and nothing that is theirs. For a lead. */
export type ToPlace = {
	tie: string
	practitioner: string
	name: string
	beganAt: Date
	/** Who is named, and what the person says to it. */
	nextName: string | null
	answer: Handover['answer']
	beginsAt: Date | null
}

export async function workToPlace(tx: Tx): Promise<ToPlace[]> {
	const { rows } = await sql<ToPlace>`
		select tie_id as tie, practitioner_id as practitioner, name, began_at as "beganAt", next_name as "nextName", answer,
			begins_at as "beginsAt" from work_to_place()`.execute(tx)
	return rows
}

/** Names, as a lead, who goes on with a person. The id is the form's. False where there is nothing to place, or not with that one. */
export async function placeWork(tx: Tx, { id, tie, to }: { id: string; tie: string; to: string }): Promise<boolean> {
	const { rows } = await sql<{ placed: boolean }>`
		select place_work(${id}::uuid, ${tie}::uuid, ${to}::uuid, ${newId()}::uuid) as placed`.execute(tx)
	return rows[0]?.placed === true
}

/** That a practitioner is away until a day, written YYYY-MM-DD. */
export type Away = { id: string; account: string; until: string }

/** Who is away now: everybody of the area for its leads, oneself for anybody else. */
export async function whoIsAway(tx: Tx): Promise<Away[]> {
	return tx
		.selectFrom('practitioner_away')
		.distinctOn('account_id')
		.select(['id', 'account_id as account', 'until_day as until'])
		.where('area_id', '=', tx.area)
		.where('ended_at', 'is', null)
		.where('until_day', '>=', sql<string>`(now() at time zone 'Europe/London')::date`)
		.orderBy('account_id')
		.orderBy('until_day', 'desc')
		.execute()
}

/** Says, as a lead, that somebody is away until a day, in place of what was said before. The id is the form's. */
export async function sayAway(tx: Tx, { id, account, until }: Away): Promise<void> {
	const made = await tx
		.insertInto('practitioner_away')
		.values({ area_id: tx.area, id, account_id: account, set_by_id: tx.account, until_day: until })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await ending(tx, account).where('id', '<>', id).execute()
}

/** Says that somebody is back: a lead, or they themselves. False where they are not away. */
export async function sayBack(tx: Tx, account: string): Promise<boolean> {
	const { numUpdatedRows } = await ending(tx, account).executeTakeFirst()
	return numUpdatedRows > 0n
}

const ending = (tx: Tx, account: string) =>
	tx
		.updateTable('practitioner_away')
		.set({ ended_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', account)
		.where('ended_at', 'is', null)
