import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Acting } from '../database/acting.ts'
import type { System } from '../database/system.ts'
import type { Assurance, SystemCalls } from '../database/system-calls.ts'

/** Who is asking, looked up in the database at each request and kept nowhere else. */
export type Visitor = Acting & {
	readonly name: string
	readonly areaName: string
	readonly isDemonstration: boolean
	/** What the account is here now, such as `person` or `practitioner`. */
	readonly standings: readonly string[]
	/** The id of the session itself, to tell it from the account's others. */
	readonly session: string
	readonly assurance: Assurance
	/** On somebody else's device: the session is short, and the browser is to keep nothing. */
	readonly sharedDevice: boolean
	/** Whether whoever holds the device lately showed that it is them, by the database's clock. */
	readonly isSure: boolean
	/** They showed it by no more than a code that went to a contact: whoever holds the phone could have. */
	readonly isSureByCode: boolean
	/** Staff who have shown less than their area wants of them: they reach how they come in, and nothing else. */
	readonly mustBeStronger: boolean
	/** Goes into every form of this session, and comes back with it. */
	readonly csrf: string
}

const cookieName = '__Host-session'
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The form token of a session: made from its secret, so that nothing needs to be stored and no other session's fits. */
const csrfOf = (token: string): string => createHmac('sha256', token).update('form').digest('base64url')

const browserCookie = '__Host-browser'

/**
 * The form token for somebody who is not signed in, bound to this browser by a cookie of its own: nobody can make a browser
 * sign in as somebody it did not mean to.
 */
export function browserCsrf(request: FastifyRequest, reply: FastifyReply): string {
	const before = request.cookies[browserCookie]
	if (before && isToken(before)) return csrfOf(before)
	const token = randomBytes(32).toString('base64url')
	reply.setCookie(browserCookie, token, cookie)
	return csrfOf(token)
}

/** Whether a form came from a page that we gave to this browser. */
export function isFromThisBrowser(request: FastifyRequest, token: unknown): boolean {
	const browser = request.cookies[browserCookie]
	return browser !== undefined && isToken(browser) && sameToken(csrfOf(browser), token)
}

const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** Whether two form tokens are the same, in the same time whatever they are. */
export function sameToken(one: string, other: unknown): boolean {
	if (typeof other !== 'string') return false
	const [a, b] = [Buffer.from(one), Buffer.from(other)]
	return a.length === b.length && timingSafeEqual(a, b)
}

/** Looks up whose session the request carries, if any. */
export async function visitorOf(request: FastifyRequest, system: System): Promise<Visitor | undefined> {
	const token = request.cookies[cookieName]
	if (!token || !isToken(token)) return undefined
	const [found] = await system('system_session_account', hashOf(token))
	if (!found) return undefined
	return {
		area: found.area_id,
		account: found.account_id,
		name: found.name,
		areaName: found.area_name,
		isDemonstration: found.is_demonstration,
		standings: found.standings,
		session: found.session_id,
		assurance: found.assurance,
		sharedDevice: found.shared_device,
		isSure: found.is_sure,
		isSureByCode: found.sure_by_code,
		mustBeStronger: await isTooWeak(found, system),
		csrf: csrfOf(token),
	}
}

const strong: readonly Assurance[] = ['passkey', 'provider', 'demonstration']

/** Whether a session of staff was begun by less than their area wants of them. */
async function isTooWeak({ area_id, standings, assurance }: Session, system: System): Promise<boolean> {
	const isStaff = standings.includes('practitioner') || standings.includes('lead')
	if (!isStaff || strong.includes(assurance)) return false
	const [area] = await system('system_staff_need_strong', area_id)
	return area?.needed !== false
}
type Session = SystemCalls['system_session_account']['row']

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

/**
 * Whoever holds the device has shown anew that it is them: the session goes on under a new secret, and the old one is dead.
 *
 * @param by where they showed it by something stronger than what the session may have begun with, or by a code, which is weaker
 */
export async function stepUp(
	request: FastifyRequest,
	reply: FastifyReply,
	system: System,
	by?: 'passkey' | 'provider' | 'code',
): Promise<boolean> {
	const [before, after] = [request.cookies[cookieName] ?? '', randomBytes(32).toString('base64url')]
	const hashes = [hashOf(before), hashOf(after)] as const
	const [found] = await (by === 'code'
		? system('system_step_up_by_code', ...hashes)
		: by
			? system('system_step_up_by', ...hashes, by)
			: system('system_step_up', ...hashes))
	if (found) reply.setCookie(cookieName, after, cookie)
	return found !== undefined
}

/** The hash under which the session of this request is kept. */
export const sessionHash = (request: FastifyRequest): Buffer => hashOf(request.cookies[cookieName] ?? '')

/**
 * Ends the session that the request carries: its row is deleted, and the browser is told to forget what it kept; on somebody
 * else's device its cookies too, such as the choice of words.
 */
export async function endSession(request: FastifyRequest, reply: FastifyReply, system: System): Promise<void> {
	const token = request.cookies[cookieName]
	if (token) await system('system_end_session', hashOf(token))
	forgetSession(reply, request.visitor?.sharedDevice === true)
}

/** Tells a browser whose session is over to forget what it kept; with `everything` its other cookies too. */
export function forgetSession(reply: FastifyReply, everything = true): void {
	const forget = everything ? '"cache", "storage", "cookies"' : '"cache", "storage"'
	reply.clearCookie(cookieName, cookie).header('clear-site-data', forget)
}

/** The page gave way because its session has ended by time: the browser forgets it as when somebody signs out. */
export function forgetEndedSession(request: FastifyRequest, reply: FastifyReply, everything: boolean): void {
	if (!request.visitor && request.cookies[cookieName]) forgetSession(reply, everything)
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
