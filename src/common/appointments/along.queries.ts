import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { recordChange } from '../access-record/index.ts'
import { tellSomethingNew } from '../messages/index.ts'
import type { Appointment } from './appointments.ts'

/** Where the acting account is asked to come along: whose it is, when and where, what for, and nothing else of theirs. */
export type AskedAlong = {
	id: string
	person_id: string
	name: string
	answer: 'yes' | null
	/** Nothing, where no time is agreed yet. */
	starts_at: Date | null
	place: string
	what_for: string
}

/** Where I am asked to come along. To show more than whose it is, is a look. */
export async function whereIComeAlong(tx: Tx): Promise<AskedAlong[]> {
	return (await sql<AskedAlong>`select * from where_i_come_along()`.execute(tx)).rows
}

/** Writes into the person's record that the acting account looked at where it is asked to come along. */
export function recordLookAlong(tx: Tx, id: string): void {
	tx.withTheCommit(sql`select record_look_along(${id}::uuid)`.compile(tx))
}

/** Says, by one's own hand, whether one comes along. Answers false when nobody asks, or not any more. */
export async function sayWhetherICome(tx: Tx, { id, person_id }: AskedAlong, answer: 'yes' | 'no'): Promise<boolean> {
	const { rows } = await sql<{ said: boolean }>`select say_whether_i_come(${id}::uuid, ${answer}) as said`.execute(tx)
	if (!rows[0]?.said) return false
	await tellSomethingNew(tx, person_id)
	return true
}

/** Those whom the acting account can ask to come along: whom it knows, but for those who work with it now. */
export async function whoCanComeAlong(tx: Tx): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select account_id as id, name from those_i_can_open_to() where tie in ('supporter', 'partner') order by name`.execute(
		tx,
	)
	return rows
}

/** Says who comes along; somebody with an account is asked, and answers themselves. The id is the form's. */
export async function askAlong(
	tx: Tx,
	of: Appointment,
	who: { id: string; account: string | null; words: string },
): Promise<boolean> {
	const made = await tx
		.insertInto('appointment_company')
		.values({
			...{ area_id: tx.area, id: who.id, appointment_id: of.id, person_id: of.person, with_id: of.with.id },
			...{ asked_by_id: tx.account, account_id: who.account, words: who.words },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [of.person], what: 'appointment', thing: of.id })
	if (who.account) await tellSomethingNew(tx, who.account)
	return true
}

/** Takes back that somebody comes along: by whoever said so. Whoever was asked sees it no more. */
export async function endAlong(tx: Tx, of: Appointment, id: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('appointment_company')
		.set({ ended_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('appointment_id', '=', of.id)
		.where('id', '=', id)
		.where('asked_by_id', '=', tx.account)
		.where('ended_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows === 0n) return false
	await recordChange(tx, { people: [of.person], what: 'appointment', thing: of.id })
	return true
}
