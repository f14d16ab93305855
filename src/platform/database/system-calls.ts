import type { Selectable } from 'kysely'
import type { CodeRow, InvitationRow, MessageRow } from './schema.ts'

/** What a code is worked out from; nothing, where a message carries none or it is over. */
type AskedCode = {
	/** Nobody's, where the message is an invitation. */
	account_id: string | null
	purpose: CodeRow['purpose'] | null
	browser_hash: Uint8Array | null
	nonce: Uint8Array | null
}

/** By what somebody showed that it is them when a session began. */
export type Assurance = 'demonstration' | 'card' | 'secret' | 'passkey' | 'code' | 'provider' | 'together'

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
			assurance: Assurance
			shared_device: boolean
			is_sure: boolean
			sure_by_code: boolean
		}
	}
	system_try: { takes: [keys: Uint8Array[], most: number[], minutes: number[]]; row: { allowed: boolean } }
	system_try_worked: { takes: [keys: Uint8Array[]]; row: object }
	system_start_session: {
		takes: [
			area: string,
			account: string,
			session: string,
			tokenHash: Uint8Array,
			how: Assurance,
			device: string,
			sharedDevice: boolean,
		]
		row: { area_id: string; account_id: string }
	}
	system_step_up: { takes: [before: Uint8Array, after: Uint8Array]; row: { area_id: string } }
	system_step_up_by_code: { takes: [before: Uint8Array, after: Uint8Array]; row: { area_id: string } }
	system_code_contact: {
		takes: [signInName: string]
		row: { area_id: string; account_id: string; contact_id: string; address: Uint8Array }
	}
	system_ask_sign_in_code: {
		takes: [
			area: string,
			code: string,
			account: string,
			contact: string,
			browserHash: Uint8Array,
			nonce: Uint8Array,
			message: string,
		]
		row: object
	}
	system_secret_of_name: { takes: [signInName: string]; row: { area_id: string; account_id: string; hash: string } }
	system_secret_of_session: { takes: [tokenHash: Uint8Array]; row: { hash: string } }
	system_open_card: { takes: [codeHash: Uint8Array]; row: { name: string; area_name: string; has_secret: boolean } }
	system_use_card: {
		takes: [
			codeHash: Uint8Array,
			signInNames: string[],
			secretHash: string,
			session: string,
			tokenHash: Uint8Array,
			device: string,
			sharedDevice: boolean,
		]
		row: { sign_in_name: string }
	}
	system_create_area: {
		takes: [
			area: string,
			name: string,
			passedOn: string,
			text: string,
			lead: string,
			leadName: string,
			standing: string,
			card: string,
			codeHash: Uint8Array,
		]
		row: object
	}
	system_new_challenge: { takes: [key: Uint8Array, about: string]; row: object }
	system_use_challenge: { takes: [key: Uint8Array]; row: { about: string } }
	system_passkey: {
		takes: [credentialId: Uint8Array]
		row: { area_id: string; account_id: string; public_key: Uint8Array; counter: number; handle: Uint8Array }
	}
	system_passkey_used: {
		takes: [credentialId: Uint8Array, before: number, after: number]
		row: { area_id: string; account_id: string }
	}
	system_secret_beside: { takes: [tokenHash: Uint8Array, person: string]; row: { hash: string } }
	system_passkeys_beside: {
		takes: [tokenHash: Uint8Array, person: string]
		row: { credential_id: Uint8Array; transports: string }
	}
	system_tried_beside: {
		takes: [
			tokenHash: Uint8Array,
			person: string,
			fits: boolean,
			act: 'agree' | 'own',
			thing: string,
			wordsHash: Uint8Array,
		]
		row: { proved: boolean }
	}
	system_step_up_by: {
		takes: [before: Uint8Array, after: Uint8Array, how: Assurance]
		row: { area_id: string }
	}
	system_ask_recovery: {
		takes: [signInName: string, id: string, browserHash: Uint8Array, numberHash: Uint8Array]
		row: object
	}
	system_recovery: {
		takes: [browserHash: Uint8Array, numberHash: Uint8Array]
		row: { name: string; sign_in_name: string; ready_at: Date; is_ready: boolean }
	}
	system_finish_recovery: {
		takes: [
			browserHash: Uint8Array,
			numberHash: Uint8Array,
			secretHash: string,
			session: string,
			tokenHash: Uint8Array,
			device: string,
			sharedDevice: boolean,
			message: string,
		]
		row: { sign_in_name: string }
	}
	system_set_provider: {
		takes: [area: string, id: string, name: string, issuer: string, clientId: string, secret: Uint8Array]
		row: { area_id: string }
	}
	system_remove_provider: { takes: [area: string]; row: { area_id: string } }
	system_providers: { takes: []; row: { id: string; name: string } }
	system_provider: {
		takes: [id: string]
		row: { area_id: string; id: string; name: string; issuer: string; client_id: string; secret: Uint8Array }
	}
	system_identity: {
		takes: [provider: string, subject: string, acr: string | null, amr: string | null]
		row: { area_id: string; account_id: string }
	}
	system_connect_identity: {
		takes: [tokenHash: Uint8Array, provider: string, subject: string, acr: string | null, amr: string | null]
		row: { account_id: string }
	}
	system_staff_need_strong: { takes: [area: string]; row: { needed: boolean } }
	system_card_of_staff: { takes: [codeHash: Uint8Array]; row: { needed: boolean } }
	system_use_card_alone: {
		takes: [codeHash: Uint8Array, session: string, tokenHash: Uint8Array, device: string, sharedDevice: boolean]
		row: { account_id: string }
	}
	system_invitation: {
		takes: [codeHash: Uint8Array]
		row: {
			area_id: string
			area_name: string
			person_id: string
			signed: string
			way: InvitationRow['way']
			is_open: boolean
			ends_at: Date
			is_left_in_peace: boolean
		}
	}
	system_join_by_invitation: {
		takes: [
			codeHash: Uint8Array,
			account: string,
			name: string,
			standing: string,
			supporting: string,
			signInNames: string[],
			secretHash: string,
			session: string,
			tokenHash: Uint8Array,
			device: string,
			sharedDevice: boolean,
		]
		row: { sign_in_name: string }
	}
	system_leave_in_peace: { takes: [codeHash: Uint8Array, leave: boolean]; row: { done: boolean } }
	system_is_left_in_peace: { takes: [addressKey: Uint8Array]; row: { is_left_in_peace: boolean } }
	system_forget: { takes: []; row: object }
	system_tell_of_tries: {
		takes: [area: string, account: string, salt: Uint8Array, message: string]
		row: object
	}
	system_sign_out: { takes: [signInName: string | null]; row: { sessions: number } }
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
	system_ask_code: {
		takes: [
			area: string,
			code: string,
			account: string,
			contact: string,
			purpose: string,
			browserHash: Uint8Array,
			nonce: Uint8Array,
			message: string,
		]
		row: { system_ask_code: boolean }
	}
	system_code: {
		takes: [area: string, account: string, purpose: string, browserHash: Uint8Array]
		row: { id: string; contact_id: string; nonce: Uint8Array }
	}
	system_try_code: {
		takes: [area: string, code: string, isRight: boolean, message: string]
		row: { contact_id: string }
	}
	system_message: {
		takes: [area: string, message: string]
		row: AskedCode & {
			kind: MessageRow['kind']
			channel: MessageRow['channel']
			locale: string
			address: string
			tries: number
			is_demonstration: boolean
			too_late: boolean
			invitation_id: string | null
		}
	}
	system_message_tried: {
		takes: [area: string, message: string, went: 'sent' | NonNullable<MessageRow['why']>, isOver: boolean]
		row: object
	}
	system_wake_messages: { takes: [channels: readonly string[]]; row: { system_wake_messages: number } }
	system_outbox: {
		takes: []
		row: AskedCode &
			Pick<
				Selectable<MessageRow>,
				'id' | 'kind' | 'channel' | 'locale' | 'address' | 'asked_at' | 'sent_at' | 'failed_at' | 'why'
			> & { name: string | null; invitation_id: string | null }
	}
	system_forget_messages: { takes: []; row: object }
	system_remind: { takes: [area: string, time: string, message: string]; row: { reminded: boolean } }
	schema_version: { takes: []; row: { schema_version: string } }
	system_record_entries: {
		takes: [afterArea: string, afterPerson: string, afterNumber: number, most: number]
		row: {
			area_id: string
			person_id: string
			number: number
			at: string
			by_id: string
			act: string
			what: string
			thing_id: string
			hash: string
			has_head: boolean
		}
	}
	system_record_heads: {
		takes: [since: Date | null, afterArea: string, afterPerson: string, most: number]
		row: {
			area_id: string
			person_id: string
			number: number
			hash: string
			entry_hash: string | null
			goes_on: boolean
			told_at: Date
		}
	}
	system_record_hashes: { takes: [keys: string]; row: { hash: string | null } }
	system_erase: { takes: [entries: string]; row: { erased: number } }
	system_those_who_left: { takes: []; row: { area_id: string; account_id: string; left_at: Date } }
}
