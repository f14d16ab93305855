import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/open.ts'

/** Whether the program runs (`/health`), and whether its database answers too (`/ready`): for those who run it. */
export function healthRoutes(app: FastifyInstance, database: Database, version: string): void {
	app.get('/health', { config: { open: true } }, async () => ({
		status: 'ok',
		database: database.connections.kind,
		version,
	}))
	app.get('/ready', { config: { open: true } }, async (request, reply) => {
		try {
			await database.system('schema_version')
			return { status: 'ready' }
		} catch (error) {
			request.log.warn({ err: error }, 'the database does not answer')
			return reply.code(503).send({ status: 'not ready' })
		}
	})
}
