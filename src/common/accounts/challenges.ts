import { randomBytes } from 'node:crypto'
import type { Ground } from '../../platform/doors.ts'
import { keyedHash } from '../../platform/server-key.ts'

/**
 * Asks something of this browser: 32 random bytes in base64url that come back once, within five minutes, from the same
 * browser and for the same use.
 *
 * @param browser which browser it is (`browserOf`)
 * @param use what the answer is for; no answer for one use fits another
 * @param about what must be known again when the answer comes; it never leaves the server
 */
export async function newChallenge({ system, key }: Ground, browser: Buffer, use: string, about = ''): Promise<string> {
	const challenge = randomBytes(32).toString('base64url')
	await system(
		'system_new_challenge',
		keyedHash(key, 'challenge', use, browser.toString('base64url'), challenge),
		about,
	)
	return challenge
}

/** Takes a challenge that came back: what it was about, or nothing when it is used, too old, another browser's or for another use. */
export async function useChallenge(
	{ system, key }: Ground,
	browser: Buffer,
	use: string,
	challenge: string,
): Promise<string | undefined> {
	const [found] = await system(
		'system_use_challenge',
		keyedHash(key, 'challenge', use, browser.toString('base64url'), challenge),
	)
	return found?.about
}
