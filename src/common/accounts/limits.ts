import { createHash } from 'node:crypto'
import type { Limit } from '../../platform/http/tries.ts'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'

/** Minutes. */
const aDay = 24 * 60

/**
 * The limits of signing in with a name, from the narrowest to the widest. A browser that is known to this name has a count of
 * its own; all others are counted by network and name, by network, and by name. What a narrower limit refuses is not counted
 * in a wider one, so that one network cannot use up the tries of all others.
 *
 * @param known what tells a browser from others in which somebody came in with this name before
 * @param what what is tried: each has counts of its own
 */
export function signInLimits(
	key: ServerKey,
	name: string,
	network: string,
	known: string | undefined,
	what: 'try' | 'ask for code' | 'try code' | 'ask for help' = 'try',
): Limit[] {
	if (known) return [{ key: keyedHash(key, `${what} known`, known), most: 10, minutes: 15 }]
	return [
		{ key: keyedHash(key, `${what} name here`, name, network), most: 5, minutes: 15 },
		{ key: keyedHash(key, `${what} here`, network), most: 50, minutes: 60 },
		{ key: keyedHash(key, `${what} name`, name), most: 100, minutes: aDay },
	]
}

/**
 * The limit of codes to one number or address in a day, so that nobody's phone is flooded. Strangers' browsers, and whoever adds
 * an address that may not be theirs, use up their own.
 *
 * @param address the address, or what stands for it where it is not known: its SHA-256
 */
export const codesToLimits = (
	key: ServerKey,
	address: string | Uint8Array,
	asks: 'known' | 'stranger' | 'holder' | 'newcomer',
): Limit[] => [
	{
		key: keyedHash(key, 'code to', asks, hexOf(address)),
		most: asks === 'stranger' ? 6 : 10,
		minutes: aDay,
	},
]

/** How often in a day a secret may be wrong before its holder is told: the fifth is, which is the last that one network has. */
export const vainLimits = (key: ServerKey, name: string): Limit[] => [
	{ key: keyedHash(key, 'in vain', name), most: 4, minutes: aDay },
]

/** The limit of asking for a passkey: it cannot be guessed, so this only keeps a network from asking without end. */
export const passkeyLimits = (key: ServerKey, network: string): Limit[] => [
	{ key: keyedHash(key, 'try passkey', network), most: 100, minutes: 15 },
]

/** The limit of going to an organisation's sign-in: each time we ask it something, so a network may not make us ask without end. */
export const providerLimits = (key: ServerKey, network: string): Limit[] => [
	{ key: keyedHash(key, 'try provider', network), most: 100, minutes: 15 },
]

/** The limit of trying codes of cards: a code is too long to guess, so it is the network that is counted. */
export const cardLimits = (key: ServerKey, network: string): Limit[] => [
	{ key: keyedHash(key, 'try card', network), most: 20, minutes: 15 },
]

const hexOf = (address: string | Uint8Array): string =>
	typeof address === 'string'
		? createHash('sha256').update(address).digest('hex')
		: Buffer.from(address).toString('hex')

/** The limits of coming back with a number: in one browser, and in one network. */
export const recoveryLimits = (key: ServerKey, browser: Uint8Array, network: string): Limit[] => [
	{ key: keyedHash(key, 'come back', Buffer.from(browser).toString('hex')), most: 10, minutes: aDay },
	{ key: keyedHash(key, 'come back here', network), most: 50, minutes: 60 },
]

/** The limit of typing the number of somebody whom one helps back in. */
export const helpInLimits = (key: ServerKey, helper: string, person: string): Limit[] => [
	{ key: keyedHash(key, 'help in', helper, person), most: 5, minutes: aDay },
]

/** The limit of asking for a code in a session of one's own. */
export const sureCodeLimits = (key: ServerKey, session: string): Limit[] => [
	{ key: keyedHash(key, 'ask for sure code', session), most: 3, minutes: 15 },
]

/**
 * The limits of what a person shows on a practitioner's device: for these two alone, so that the practitioner cannot guess, and
 * uses up none of the tries with which the person comes in.
 */
export const besideLimits = (key: ServerKey, practitioner: string, person: string): Limit[] => [
	{ key: keyedHash(key, 'try beside', practitioner, person), most: 5, minutes: 15 },
	{ key: keyedHash(key, 'try beside all day', practitioner, person), most: 15, minutes: 24 * 60 },
]

/** The limit of showing anew that it is you, in a session of your own. */
export const sureLimits = (key: ServerKey, session: string): Limit[] => [
	{ key: keyedHash(key, 'try sure', session), most: 5, minutes: 15 },
]
