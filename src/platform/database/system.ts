import { borrowAlone } from './alone.ts'
import type { Connections } from './connection.ts'

/** What happens before or beside an acting account, and nothing else: one entry for each function that it may call. */
export type SystemCalls = {
	system_areas: { takes: []; row: { area_id: string; name: string; is_demonstration: boolean } }
	system_session_account: {
		takes: [tokenHash: Uint8Array]
		row: {
			area_id: string
			account_id: string
			session_id: string
			name: string
			area_name: string
			is_demonstration: boolean
			standings: string[]
		}
	}
	system_forget: { takes: []; row: object }
	system_end_session: { takes: [tokenHash: Uint8Array]; row: object }
	system_demonstration_accounts: {
		takes: []
		row: { area_id: string; area_name: string; account_id: string; key: string; name: string; line: string }
	}
	system_start_demonstration_session: {
		takes: [key: string, session: string, tokenHash: Uint8Array, device: string]
		row: { area_id: string; account_id: string }
	}
	system_load_demonstration: { takes: [rowsByTable: string]; row: object }
	schema_version: { takes: []; row: { schema_version: string } }
}

/** The same list as data, for the call itself and for the test that holds it against the database's own. */
export const systemCalls: { readonly [Name in keyof SystemCalls]: number } = {
	system_areas: 0,
	system_session_account: 1,
	system_forget: 0,
	system_end_session: 1,
	system_demonstration_accounts: 0,
	system_start_demonstration_session: 4,
	system_load_demonstration: 1,
	schema_version: 0,
}

export type System = <Name extends keyof SystemCalls>(
	name: Name,
	...takes: SystemCalls[Name]['takes']
) => Promise<SystemCalls[Name]['row'][]>

/** The other door: calls one of the enumerated SECURITY DEFINER functions as `alongside_system`, who may do nothing else. */
export function systemDoor(connections: Connections): System {
	return async (name, ...takes) => {
		const places = Array.from({ length: systemCalls[name] }, (_, at) => `$${at + 1}`).join(', ')
		const { rows } = await borrowAlone(connections, (connection) =>
			connection.query<SystemCalls[typeof name]['row']>(`select * from ${name}(${places})`, takes),
		)
		await connections.synced()
		return rows
	}
}
