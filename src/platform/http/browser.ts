import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const cookieName = '__Host-browser'
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

/**
 * Which browser asks, as the hash of 32 random bytes that only it holds: a code works in the browser that asked for it, and
 * in no other. A browser that has none yet is given one.
 */
export function browserOf(request: FastifyRequest, reply: FastifyReply): Buffer {
	const held = request.cookies[cookieName]
	const isHeld = held !== undefined && /^[\w-]{43}$/.test(held)
	const token = isHeld ? held : randomBytes(32).toString('base64url')
	if (!isHeld) reply.setCookie(cookieName, token, cookie)
	return createHash('sha256').update(token).digest()
}
