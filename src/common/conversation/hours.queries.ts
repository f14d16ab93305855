import type { Tx } from '../../platform/database/acting.ts'

/** When somebody reads, and how else to reach them, in their words. */
export type Hours = { account: string; reads: string; reached: string | null }

/** What these practitioners said last of when they read, by their account. Who has said nothing is not there. */
export async function hoursOf(tx: Tx, accounts: readonly string[]): Promise<Map<string, Hours>> {
	if (accounts.length === 0) return new Map()
	const rows = await tx
		.selectFrom('practitioner_hours')
		.distinctOn('account_id')
		.select(['account_id as account', 'reads', 'reached'])
		.where('area_id', '=', tx.area)
		.where('account_id', 'in', accounts)
		.orderBy('account_id')
		.orderBy('said_at', 'desc')
		.execute()
	return new Map(rows.map((row) => [row.account, row]))
}

/** Says when the acting account reads. The id is the form's; a second press says nothing twice. */
export async function sayHours(tx: Tx, id: string, { reads, reached }: Omit<Hours, 'account'>): Promise<void> {
	await tx
		.insertInto('practitioner_hours')
		.values({ area_id: tx.area, id, account_id: tx.account, reads, reached })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}
