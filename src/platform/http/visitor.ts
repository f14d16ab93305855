import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Acting } from '../database/acting.ts'
import type { System } from '../database/system.ts'

/** Who is asking, looked up in the database at each request and kept nowhere else. */
export type Visitor = Acting & {
	readonly name: string
	readonly areaName: string
	readonly isDemonstration: boolean
	/** What the account is here now, such as `person` or `practitioner`. */
	readonly standings: readonly string[]
	/** Goes into every form of this session, and comes back with it. */
	readonly csrf: string
}

const cookieName = '__Host-session'
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The form token of a session: made from its secret, so that nothing needs to be stored and no other session's fits. */
const csrfOf = (token: string): string => createHmac('sha256', token).update('form').digest('base64url')

/** Whether two form tokens are the same, in the same time whatever they are. */
export function sameToken(one: string, other: unknown): boolean {
	if (typeof other !== 'string') return false
	const [a, b] = [Buffer.from(one), Buffer.from(other)]
	return a.length === b.length && timingSafeEqual(a, b)
}

/** Looks up whose session the request carries, if any. */
export async function visitorOf(request: FastifyRequest, system: System): Promise<Visitor | undefined> {
	const token = request.cookies[cookieName]
	if (!token || !/^[\w-]{43}$/.test(token)) return undefined
	const [found] = await system('system_session_account', hashOf(token))
	if (!found) return undefined
	return {
		area: found.area_id,
		account: found.account_id,
		name: found.name,
		areaName: found.area_name,
		isDemonstration: found.is_demonstration,
		standings: found.standings,
		csrf: csrfOf(token),
	}
}

/**
 * Makes a new secret for a session about to begin; `start` stores its hash and says whether there is such an account. The
 * session that the browser had before ends with it.
 */
export async function beginSession(
	request: FastifyRequest,
	reply: FastifyReply,
	system: System,
	start: (tokenHash: Buffer) => Promise<boolean>,
): Promise<boolean> {
	const token = randomBytes(32).toString('base64url')
	if (!(await start(hashOf(token)))) return false
	const before = request.cookies[cookieName]
	if (before) await system('system_end_session', hashOf(before))
	reply.setCookie(cookieName, token, cookie)
	return true
}

/** Ends the session that the request carries: its row is deleted, and the browser is told to forget what it kept. */
export async function endSession(request: FastifyRequest, reply: FastifyReply, system: System): Promise<void> {
	const token = request.cookies[cookieName]
	if (token) await system('system_end_session', hashOf(token))
	reply.clearCookie(cookieName, cookie).header('clear-site-data', '"cache", "storage"')
}

// Many browsers also name another whose pages they can show: the rarer sign comes first.
const browsers = [
	['Firefox', 'Firefox'],
	['Edg', 'Edge'],
	['SamsungBrowser', 'Samsung'],
	['Chrome', 'Chrome'],
	['Safari', 'Safari'],
] as const
const machines = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux']

/** What to call the browser in the list of sessions: its kind, never a fingerprint. */
export function deviceLabel(userAgent: string | undefined): string {
	const agent = userAgent ?? ''
	const browser = browsers.find(([sign]) => agent.includes(sign))?.[1] ?? 'A browser'
	const machine = machines.find((sign) => agent.includes(sign))
	return machine ? `${browser}, ${machine}` : browser
}
