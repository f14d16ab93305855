import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { System } from '../database/system.ts'
import { keyedHash, type ServerKey } from '../server-key.ts'

/** What is counted together: how many tries in how many minutes. The key is a keyed hash, so that nothing of anybody is kept. */
export type Limit = { readonly key: Buffer; readonly most: number; readonly minutes: number }

/**
 * Counts one try under each of these limits, the narrowest first, and says whether it may be made. What one of them refuses is
 * not counted in those after it. What works is taken off again with `worked`.
 */
export async function mayTry(system: System, limits: readonly Limit[]) {
	const keys = limits.map(({ key }) => key)
	const [found] = await system(
		'system_try',
		keys,
		limits.map(({ most }) => most),
		limits.map(({ minutes }) => minutes),
	)
	return { allowed: found?.allowed === true, worked: () => system('system_try_worked', keys) }
}

/** The network that an address is in: of IPv6 the /64 that one household or phone has, of IPv4 the address. */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
	if (mapped || !isIPv6(address)) return mapped ?? address
	const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
	const before = head.split(':').filter(Boolean)
	const after = (tail ?? '').split(':').filter(Boolean)
	const gap = tail === undefined ? 0 : 8 - before.length - after.length
	const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')
}

const cookieName = '__Host-known'
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 400 * 24 * 60 * 60 } as const

/** Leaves in a browser that somebody came in here under this name. The name cannot be read from it, only held against it. */
export function leaveKnown(reply: FastifyReply, key: ServerKey, name: string): void {
	const nonce = randomBytes(16).toString('base64url')
	reply.setCookie(cookieName, `${nonce}.${signatureOf(key, nonce, name)}`, cookie)
}

/** What tells this browser from others, if somebody came in here under this name before. */
export function knownAs(request: FastifyRequest, key: ServerKey, name: string): string | undefined {
	const [nonce = '', signature = ''] = (request.cookies[cookieName] ?? '').split('.')
	const [right, given] = [Buffer.from(signatureOf(key, nonce, name)), Buffer.from(signature)]
	return right.length === given.length && timingSafeEqual(right, given) ? nonce : undefined
}

const signatureOf = (key: ServerKey, nonce: string, name: string): string =>
	keyedHash(key, 'known', nonce, name).toString('base64url')
