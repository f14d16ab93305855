import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { CodeRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { codeOf } from './going.ts'

/** What a code is for, whose it is, and which browser asks (`browserOf`). */
export type CodeFor = {
	readonly area: string
	readonly account: string
	readonly purpose: CodeRow['purpose']
	readonly browser: Buffer
}

/**
 * Lets an 8-digit code go out to a contact of the account by text or e-mail. It works for 10 minutes, for this purpose, in
 * this browser, and takes the place of one asked for before. How often codes may be asked for is limited by whoever asks,
 * but for `confirm`: 8 in an hour.
 *
 * @returns false when no code goes out: the contact is not theirs, or takes no codes, or too many were asked for
 */
export async function sendCode(
	system: System,
	{ area, account, purpose, browser }: CodeFor,
	contact: string,
): Promise<boolean> {
	const nonce = randomBytes(32)
	const [asked] = await system('system_ask_code', area, newId(), account, contact, purpose, browser, nonce, newId())
	return asked?.system_ask_code ?? false
}

/**
 * The same for whoever is not in yet. Where no code can go out it does as much and says as little: ids that nobody has are
 * taken in good faith.
 */
export async function sendSignInCode(
	system: System,
	{ area, account, browser }: Omit<CodeFor, 'purpose'>,
	contact: string,
): Promise<void> {
	await system('system_ask_sign_in_code', area, newId(), account, contact, browser, randomBytes(32), newId())
}

/**
 * Takes a code that somebody typed. Right once, in three tries, however many come at the same time. For `confirm`, the
 * contact is confirmed with it. Does as much where there is no code to try.
 *
 * @returns the contact that the code went to, or nothing when it is not right or no longer works
 */
export async function takeCode(
	system: System,
	key: ServerKey,
	{ area, account, purpose, browser }: CodeFor,
	typed: string,
): Promise<string | undefined> {
	const digits = typed.replaceAll(/[\s-]/g, '')
	const [asked] = await system('system_code', area, account, purpose, browser)
	if (!/^\d{8}$/.test(digits)) return undefined
	const nonce = asked?.nonce ?? randomBytes(32)
	const code = codeOf(key, { account_id: account, purpose, browser_hash: browser, nonce })
	const isRight = timingSafeEqual(Buffer.from(code), Buffer.from(digits)) && asked !== undefined
	const [taken] = await system('system_try_code', area, asked?.id ?? newId(), isRight, newId())
	return taken?.contact_id
}
