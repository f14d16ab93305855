import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'

/** Somebody whom I could name, and how I know them. */
export type Known = { id: string; name: string; tie: 'supporter' | 'practitioner' | 'former' | 'partner' }

/** Those whom I could name: whoever I could open something to. */
export async function thoseICouldName(tx: Tx): Promise<Known[]> {
	return (await sql<Known>`select account_id as id, name, tie from those_i_can_open_to()`.execute(tx)).rows
}

/** Whom I have named, by id; also who cannot help any more. */
export async function myHelpers(tx: Tx): Promise<string[]> {
	const rows = await tx
		.selectFrom('recovery_helper')
		.select('helper_id')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.execute()
	return rows.map(({ helper_id }) => helper_id)
}

/** Names these two in place of any others. False when they are not two whom I know, or I can name nobody. */
export async function nameHelpers(tx: Tx, one: string, other: string): Promise<boolean> {
	const { rows } = await sql<{ named: boolean }>`
		select name_helpers(${one}::uuid, ${other}::uuid, ${newId()}::uuid, ${newId()}::uuid) as named`.execute(tx)
	return rows[0]?.named ?? false
}

/** From now on nobody can help me back in. */
export async function endHelpers(tx: Tx): Promise<void> {
	await sql`select end_helpers()`.execute(tx)
}

/** Somebody whom I can help back in. */
export type Helped = {
	account: string
	name: string
	/** When somebody last said that they are them, if nobody has come back in since. */
	askedAt: Date | null
	iSaidYes: boolean
	/** When a new secret can be chosen, once both have said yes. */
	readyAt: Date | null
}

/** Those whom I can help back in; who said no, or is no longer known, finds nobody. */
export async function thoseICanHelpIn(tx: Tx): Promise<Helped[]> {
	const { rows } =
		await sql<Helped>`select account_id as account, name, asked_at as "askedAt", i_said_yes as "iSaidYes",
		ready_at as "readyAt" from those_i_can_help_in()`.execute(tx)
	return rows
}

/** Whether somebody says that they are me, and cannot come in. */
export type Asked = { readyAt: Date | null }

async function whoSaysTheyAreMe(tx: Tx): Promise<Asked | undefined> {
	return tx
		.selectFrom('recovery as r')
		.innerJoin('secret as s', (join) =>
			join.onRef('s.area_id', '=', 'r.area_id').onRef('s.account_id', '=', 'r.account_id'),
		)
		.select(sql<Date | null>`r.both_at + interval '24 hours'`.as('readyAt'))
		.where('r.area_id', '=', tx.area)
		.where('r.account_id', '=', tx.account)
		.where('r.stopped_at', 'is', null)
		.where('r.finished_at', 'is', null)
		.where('r.ends_at', '>', sql<Date>`now()`)
		.whereRef('s.set_at', '<=', 'r.asked_at')
		.orderBy('r.both_at', (order) => order.asc().nullsLast())
		.limit(1)
		.executeTakeFirst()
}

/** What a home says of coming back in: whether somebody says they are me, and whom I can help. */
export async function helpBackIn(tx: Tx): Promise<{ mine: Asked | undefined; helped: Helped[] }> {
	const [mine, helped] = await Promise.all([whoSaysTheyAreMe(tx), thoseICanHelpIn(tx)])
	return { mine, helped }
}

/**
 * Says, as one of their two, that I have spoken with somebody and heard this number.
 *
 * @param number its keyed hash
 * @returns nothing when they are nobody whom I can help
 */
export async function helpIn(tx: Tx, account: string, number: Uint8Array): Promise<'right' | 'wrong' | undefined> {
	const { rows } = await sql<{ said: 'right' | 'wrong' | null }>`
		select help_in(${account}::uuid, ${number}, ${newId()}::uuid) as said`.execute(tx)
	return rows[0]?.said ?? undefined
}

/** Stops whoever says that they are me, or one whom I can help. Nothing, when that is not mine to stop. */
export async function stopRecovery(tx: Tx, account: string): Promise<boolean | undefined> {
	const { rows } = await sql<{ stopped: boolean | null }>`select stop_recovery(${account}::uuid) as stopped`.execute(tx)
	return rows[0]?.stopped ?? undefined
}

/** Says no to helping somebody. False when nobody asked it of me. */
export async function declineToHelpIn(tx: Tx, account: string): Promise<boolean> {
	const { rows } = await sql<{ declined: boolean }>`select decline_to_help_in(${account}::uuid) as declined`.execute(tx)
	return rows[0]?.declined ?? false
}
