import type { CodeRow, MessageRow } from '../../platform/database/schema.ts'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'
import { type Locale, locales } from '../../platform/words.ts'
import { goingWords } from './messages.words.ts'

/** What a code is worked out from: what it proves, whose it is, which browser asked, and 32 random bytes of its own. */
export type CodeFrom = {
	account_id: string | null
	purpose: CodeRow['purpose'] | null
	browser_hash: Uint8Array | null
	nonce: Uint8Array | null
}

const digits = 8

/** The code itself. It is worked out each time from the server's key and stands nowhere. */
export function codeOf(key: ServerKey, { account_id, purpose, browser_hash, nonce }: CodeFrom): string {
	if (!account_id || !purpose || !browser_hash || !nonce) throw new Error('There is no code to work out.')
	const [browser, own] = [browser_hash, nonce].map((bytes) => Buffer.from(bytes).toString('hex'))
	const hash = keyedHash(key, 'code', purpose, account_id, String(browser), String(own))
	return String(hash.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, '0')
}

const keys = {
	code: ['codeSubject', 'code'],
	'something-new': ['newSubject', 'new'],
	'contact-changed': ['changedSubject', 'changed'],
	invitation: ['invitationSubject', 'invitation'],
	reminder: ['reminderSubject', 'reminder'],
	'sign-in-changing': ['changedSubject', 'signInChanging'],
	'sign-in-changed': ['changedSubject', 'signInChanged'],
	'sign-in-tried': ['changedSubject', 'signInTried'],
	'everything-taken': ['changedSubject', 'everythingTaken'],
} as const satisfies Record<MessageRow['kind'], unknown>
export const messageKinds = Object.keys(keys) as MessageRow['kind'][]

/**
 * What a message of this kind says, in its reader's words.
 *
 * @param carries the code in it, or where it leads; most messages carry nothing
 */
export function wordsOf(kind: MessageRow['kind'], locale: string, carries = ''): { subject: string; text: string } {
	const known = Object.hasOwn(locales, locale) ? (locale as Locale) : 'en'
	const say = goingWords({ locale: known, voice: 'anyone' })
	const [subject, text] = keys[kind]
	return { subject: say(subject), text: say(text, { carries }) }
}
