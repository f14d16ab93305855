import { borrowAlone } from './alone.ts'
import type { Connections } from './connection.ts'
import type { SystemCalls } from './system-calls.ts'

/** The same list as data, for the call itself and for the test that holds it against the database's own. */
export const systemCalls: { readonly [Name in keyof SystemCalls]: number } = {
	system_areas: 0,
	system_session_account: 1,
	system_try: 3,
	system_try_worked: 1,
	system_start_session: 7,
	system_step_up: 2,
	system_step_up_by_code: 2,
	system_code_contact: 1,
	system_ask_sign_in_code: 7,
	system_secret_of_name: 1,
	system_secret_of_session: 1,
	system_open_card: 1,
	system_use_card: 7,
	system_create_area: 9,
	system_new_challenge: 2,
	system_use_challenge: 1,
	system_passkey: 1,
	system_passkey_used: 3,
	system_secret_beside: 2,
	system_passkeys_beside: 2,
	system_tried_beside: 6,
	system_step_up_by: 3,
	system_ask_recovery: 4,
	system_recovery: 2,
	system_finish_recovery: 8,
	system_set_provider: 6,
	system_remove_provider: 1,
	system_providers: 0,
	system_provider: 1,
	system_identity: 4,
	system_connect_identity: 5,
	system_staff_need_strong: 1,
	system_card_of_staff: 1,
	system_use_card_alone: 5,
	system_invitation: 1,
	system_join_by_invitation: 11,
	system_leave_in_peace: 2,
	system_is_left_in_peace: 1,
	system_forget: 0,
	system_tell_of_tries: 4,
	system_sign_out: 1,
	system_end_session: 1,
	system_demonstration_accounts: 0,
	system_start_demonstration_session: 4,
	system_load_demonstration: 1,
	system_ask_code: 8,
	system_code: 4,
	system_try_code: 4,
	system_message: 2,
	system_message_tried: 4,
	system_wake_messages: 1,
	system_outbox: 0,
	system_forget_messages: 0,
	system_remind: 3,
	schema_version: 0,
	system_record_entries: 4,
	system_record_heads: 4,
	system_record_hashes: 1,
	system_erase: 1,
	system_those_who_left: 0,
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
