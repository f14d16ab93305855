import pino, { type Logger } from 'pino'

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

/**
 * The log: what happened and how long it took, never whose words. A request is logged by its route's pattern, so that no
 * address with an id in it is kept, and an error by its kind, place and code, because messages of databases quote values.
 */
export function openLog(level: string): Logger {
	return pino({
		level,
		base: null,
		serializers: {
			req: (request: { id: string; method: string; routeOptions?: { url?: string } }) => ({
				id: request.id,
				method: request.method,
				route: request.routeOptions?.url ?? 'none',
			}),
			res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
			err: (error: Error & { code?: unknown; constraint?: unknown }) => ({
				kind: error.name,
				code: error.code,
				constraint: error.constraint,
				at: error.stack
					?.split('\n')
					.filter((line) => /^\s+at /.test(line))
					.slice(0, 8),
			}),
		},
	})
}
