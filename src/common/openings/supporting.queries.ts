import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { recordChange } from '../access-record/index.ts'
import type { Named } from './names.ts'

/** The people whom the acting account supports now. */
export async function peopleISupport(tx: Tx): Promise<Named[]> {
	return tx
		.selectFrom('supporting as s')
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 's.area_id').onRef('a.id', '=', 's.person_id'))
		.select(['a.id', 'a.name'])
		.where('s.area_id', '=', tx.area)
		.where('s.supporter_id', '=', tx.account)
		.where(sql<boolean>`is_now(s.began_at, s.ended_at)`)
		.orderBy('a.name')
		.execute()
}

/** The person whom the acting account could leave: one whom it supports, or who has something open to it. */
export async function toLeave(tx: Tx, person: string): Promise<Named | undefined> {
	const { rows } = await sql<Named>`
		select a.id, a.name from account a
		where a.area_id = ${tx.area}::uuid and a.id = ${person}::uuid and (
			a.id = any ((select people_who_opened_to_me())::uuid[])
			or exists (select from supporting s where s.area_id = a.area_id and s.person_id = a.id
				and s.supporter_id = ${tx.account}::uuid and is_now(s.began_at, s.ended_at)))`.execute(tx)
	return rows[0]
}

/**
 * Leaves a person: the acting account supports them no more, and nothing of theirs is open to it any more.
 *
 * @returns false when there was never anything to leave; a second press finds it left
 */
export async function leave(tx: Tx, person: string): Promise<boolean> {
	const closed = await tx
		.updateTable('opening')
		.set({ closed_at: sql<Date>`greatest(now(), opened_at)` })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('person_id', '=', person)
		.where('closed_at', 'is', null)
		.returning('id')
		.execute()
	await tx
		.updateTable('supporting')
		.set({ ended_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('supporter_id', '=', tx.account)
		.where('person_id', '=', person)
		.where('ended_at', 'is', null)
		.execute()
	for (const { id } of closed) await recordChange(tx, { people: [person], what: 'closing', thing: id })
	return closed.length > 0 || (await hasSupported(tx, person))
}

/**
 * Ends the tie with somebody who supports the acting account, and closes all that it had opened to them.
 *
 * @returns false when there never was such a tie; a second press finds it ended
 */
export async function endSupporting(tx: Tx, supporting: string): Promise<boolean> {
	const tie = await tx
		.selectFrom('supporting')
		.select('supporter_id as supporter')
		.where('area_id', '=', tx.area)
		.where('id', '=', supporting)
		.where('person_id', '=', tx.account)
		.executeTakeFirst()
	if (!tie) return false
	const closed = await tx
		.updateTable('opening')
		.set({ closed_at: sql<Date>`greatest(now(), opened_at)` })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tie.supporter)
		.where('person_id', '=', tx.account)
		.where('closed_at', 'is', null)
		.returning('id')
		.execute()
	await tx
		.updateTable('supporting')
		.set({ ended_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', supporting)
		.where('ended_at', 'is', null)
		.execute()
	for (const { id } of closed) await recordChange(tx, { people: [tx.account], what: 'closing', thing: id })
	return true
}

async function hasSupported(tx: Tx, person: string): Promise<boolean> {
	const found = await tx
		.selectFrom('supporting')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('supporter_id', '=', tx.account)
		.where('person_id', '=', person)
		.limit(1)
		.executeTakeFirst()
	return found !== undefined
}
