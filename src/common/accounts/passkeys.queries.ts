import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { endOtherSessions, tell } from './accounts.queries.ts'
import type { NewPasskey } from './passkeys.ts'

export type Passkey = {
	id: string
	name: string
	credentialId: Uint8Array
	handle: Uint8Array
	/** How a device is reached, such as `internal hybrid`. */
	transports: string
	addedAt: Date
	usedAt: Date | null
}

/** My passkeys, the oldest first. */
export async function myPasskeys(tx: Tx): Promise<Passkey[]> {
	return tx
		.selectFrom('passkey')
		.select(['id', 'name', 'credential_id as credentialId', 'handle', 'transports', 'added_at as addedAt'])
		.select('used_at as usedAt')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.orderBy('added_at')
		.execute()
}

/** Adds a passkey of mine, and writes down that I did. False when there is one with this id already, whoever's. */
export async function addPasskey(
	tx: Tx,
	{ id, name, handle, credentialId, publicKey, counter, transports }: NewPasskey & Named,
): Promise<boolean> {
	const { rows } = await sql<{
		added: boolean
	}>`select add_passkey(${id}, ${name}, ${credentialId}, ${publicKey}, ${counter},
		${handle}, ${transports}) as added`.execute(tx)
	return rows[0]?.added === true
}
type Named = { id: string; name: string; handle: Uint8Array }

/** Removes a passkey of mine and ends every other session, for one of them may be that of whoever has the device. False when there is none. */
export async function removePasskey(tx: Tx, passkey: string, session: string): Promise<boolean> {
	const removed = await tx
		.deleteFrom('passkey')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', passkey)
		.executeTakeFirst()
	if (removed.numDeletedRows === 0n) return false
	await endOtherSessions(tx, session)
	await tell(tx, 'passkey_removed')
	return true
}
