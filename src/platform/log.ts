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
		hooks: {
			// An error that is logged without a sentence of ours would be logged with its message.
			logMethod([first, ...rest], method) {
				if (first instanceof Error) method.apply(this, [{ err: first }, 'an error'])
				else method.apply(this, [first, ...rest])
			},
		},
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
				// Messages can hold what people wrote, and a line of them can look like a place.
				at: error.stack
					?.replace(error.message, '')
					.split('\n')
					.filter((line) => /^\s+at /.test(line))
					.slice(0, 8),
			}),
		},
	})
}
