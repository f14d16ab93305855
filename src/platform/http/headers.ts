import type { FastifyReply, FastifyRequest } from 'fastify'

const policy = [
	"default-src 'none'",
	"style-src 'self'",
	"script-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ')

const permissions = (microphone: string) =>
	`camera=(), geolocation=(), microphone=${microphone}, browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)`

/** On every answer, whatever it is: what a browser may do with it, and that nobody keeps it. */
export function sendSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
	reply.headers({
		'content-security-policy': policy,
		'strict-transport-security': 'max-age=63072000; includeSubDomains',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': permissions('()'),
		'cache-control': 'no-store',
		'x-request-id': request.id,
	})
}

/** On a page with sound: it plays what we keep; where somebody records, it hears them, and plays that back before it is kept. */
export function allowSound(reply: FastifyReply, what: 'plays' | 'records'): void {
	reply.header('content-security-policy', `${policy}; media-src 'self'${what === 'records' ? ' blob:' : ''}`)
	if (what === 'records') reply.header('permissions-policy', permissions('(self)'))
}
