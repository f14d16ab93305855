import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { MessageRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'

/**
 * Reminds someone, where they chose to be written to, that there is something new for them; in the transaction of what is new.
 *
 * @returns false when nothing goes out: they chose nowhere, were told within half a day, or are nobody the acting account knows
 */
export async function tellSomethingNew(tx: Tx, account: string): Promise<boolean> {
	const { rows } = await sql<{ told: boolean }>`
		select tell_something_new(${account}::uuid, ${newId()}::uuid) as told`.execute(tx)
	return rows[0]?.told ?? false
}

/** Writes down for the acting account that everything of theirs was taken along, and tells them where they chose. */
export async function tellEverythingTaken(tx: Tx): Promise<void> {
	await sql`select tell_everything_taken(${newId()}::uuid)`.execute(tx)
}

/** What waits or failed in the acting lead's area: how many of one kind, by one channel, on one day. */
export type Counted = Pick<MessageRow, 'kind' | 'channel' | 'why'> & {
	state: 'waits' | 'failed'
	day: string
	messages: number
}

export async function messagesOfMyArea(tx: Tx): Promise<Counted[]> {
	return (await sql<Counted>`select * from messages_of_my_area()`.execute(tx)).rows
}

/** Lets what failed go out once more, where it still can. */
export async function tryAgain(tx: Tx): Promise<void> {
	await sql`select try_messages_again()`.execute(tx)
}
