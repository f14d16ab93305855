import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'

/** That the record tells of somebody by role now: why, and since when. */
export type ByRole = { reason: string; setAt: Date }

/** Whether the record tells of this member of staff by role now, for a lead of the area and for themselves. */
export async function byRoleNow(tx: Tx, account: string): Promise<ByRole | undefined> {
	return tx
		.selectFrom('shown_by_role')
		.select(['reason', 'set_at as setAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', account)
		.where('ended_at', 'is', null)
		.executeTakeFirst()
}

/** Sets, by a lead's own hand, that the record tells of somebody by role. Where it is set already, nothing is written. */
export async function tellByRole(
	tx: Tx,
	account: string,
	{ id, reason }: { id: string; reason: string },
): Promise<void> {
	await tx
		.insertInto('shown_by_role')
		.values({ area_id: tx.area, id, account_id: account, reason, set_by_id: tx.account })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}

/** Ends that, by a lead's own hand: from now on the record tells the name, of what was before too. False when it was not set. */
export async function tellByName(tx: Tx, account: string, reason: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('shown_by_role')
		.set({ ended_at: sql<Date>`now()`, ended_by_id: tx.account, ended_reason: reason })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', account)
		.where('ended_at', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}
