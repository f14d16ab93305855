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
		'permissions-policy':
			'camera=(), geolocation=(), microphone=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
		'cache-control': 'no-store',
		'x-request-id': request.id,
	})
}
