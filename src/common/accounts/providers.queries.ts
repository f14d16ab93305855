import type { Tx } from '../../platform/database/acting.ts'
import { endOtherSessions, tell } from './accounts.queries.ts'

/** The sign-in of my area's organisation, and since when mine is connected to it. Nothing, where the area has none. */
export async function myProvider(tx: Tx): Promise<{ id: string; name: string; connectedAt: Date | null } | undefined> {
	return tx
		.selectFrom('identity_provider')
		.leftJoin('identity', (join) =>
			join
				.onRef('identity.area_id', '=', 'identity_provider.area_id')
				.onRef('identity.provider_id', '=', 'identity_provider.id')
				.on('identity.account_id', '=', tx.account),
		)
		.select(['identity_provider.id', 'identity_provider.name', 'identity.connected_at as connectedAt'])
		.where('identity_provider.area_id', '=', tx.area)
		.executeTakeFirst()
}

/** Ends my connection to the organisation's sign-in, and every other session of mine. False when there is none. */
export async function disconnectMe(tx: Tx, session: string): Promise<boolean> {
	const ended = await tx
		.deleteFrom('identity')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
	if (ended.numDeletedRows === 0n) return false
	await endOtherSessions(tx, session)
	await tell(tx, 'provider_disconnected')
	return true
}
