import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { SignInEventRow } from '../../platform/database/schema.ts'

/** The name I sign in with, and since when my secret stands. */
export async function mySecret(tx: Tx): Promise<{ signInName: string; setAt: Date } | undefined> {
	return tx
		.selectFrom('secret')
		.select(['sign_in_name as signInName', 'set_at as setAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
}

/** Sets another secret, ends every other session of mine, and writes down that it was changed. */
export async function changeMySecret(tx: Tx, { hash, session }: { hash: string; session: string }): Promise<boolean> {
	const changed = await tx
		.updateTable('secret')
		.set({ hash, set_at: sql`now()` })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
	if (changed.numUpdatedRows === 0n) return false
	await endOtherSessions(tx, session)
	await tell(tx, 'secret_changed')
	return true
}

export type Session = { id: string; device: string; shared: boolean; beganAt: Date; seenAt: Date }

/** Where I am signed in now, by the database's clock; the one used last comes first. */
export async function mySessions(tx: Tx): Promise<Session[]> {
	return tx
		.selectFrom('session')
		.select(['id', 'device_label as device', 'shared_device as shared', 'began_at as beganAt', 'seen_at as seenAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where(sql<boolean>`ends_at > now() and seen_at + make_interval(mins => idle_for_minutes) > now()`)
		.orderBy('seen_at', 'desc')
		.execute()
}

/** Ends one session of mine. False when there is none. */
export async function endMySession(tx: Tx, session: string): Promise<boolean> {
	const ended = await tx
		.deleteFrom('session')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', session)
		.executeTakeFirst()
	if (ended.numDeletedRows === 0n) return false
	await tell(tx, 'signed_out_elsewhere')
	return true
}

/** Ends every session of mine but this one. */
export async function endOtherSessions(tx: Tx, session: string): Promise<void> {
	await tx
		.deleteFrom('session')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '<>', session)
		.execute()
}

/** Writes down, for me alone, what happened to how I come in. */
export async function tell(
	tx: Tx,
	kind: 'secret_changed' | 'signed_out_elsewhere' | 'passkey_removed' | 'provider_disconnected',
): Promise<void> {
	await tx.insertInto('sign_in_event').values({ area_id: tx.area, account_id: tx.account, kind }).execute()
}

export type SignInEvent = {
	id: string
	kind: SignInEventRow['kind']
	device: string | null
	/** On whose device, where it was not one's own. */
	by: string | null
	at: Date
}

/** What happened lately to how I come in, the last first. */
export async function myLastEvents(tx: Tx, howMany = 20): Promise<SignInEvent[]> {
	return tx
		.selectFrom('sign_in_event as e')
		.leftJoin('account as a', (join) => join.onRef('a.area_id', '=', 'e.area_id').onRef('a.id', '=', 'e.by_id'))
		.select(['e.id', 'e.kind', 'e.device_label as device', 'a.name as by', 'e.at'])
		.where('e.area_id', '=', tx.area)
		.where('e.account_id', '=', tx.account)
		.orderBy('e.at', 'desc')
		.limit(howMany)
		.execute()
}

/** A new card for somebody whom I work with, or for my staff: until when it works. Refused by the database for anyone else. */
export async function makeCard(tx: Tx, holder: string, card: string, codeHash: Uint8Array): Promise<Date> {
	const { rows } = await sql<{ until: Date }>`select make_card(${holder}, ${card}, ${codeHash}) as until`.execute(tx)
	const [made] = rows
	if (!made) throw new Error('A card that was made has an end.')
	return made.until
}

/** Until when the card works that is made for somebody and not used yet, if there is one. */
export async function openCardOf(tx: Tx, holder: string): Promise<Date | undefined> {
	const found = await tx
		.selectFrom('sign_in_card')
		.select('ends_at')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', holder)
		.where('used_at', 'is', null)
		.where('ended_at', 'is', null)
		.where('ends_at', '>', sql<Date>`now()`)
		.executeTakeFirst()
	return found?.ends_at
}
