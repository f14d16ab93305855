import type { FastifyInstance } from 'fastify'
import { givingRoutes } from './giving.routes.ts'
import { keptRoutes } from './kept.routes.tsx'

export { toldGiven } from './giving.routes.ts'

/** Recognition: giving it, keeping it, answering it. */
export function recognitionRoutes(app: FastifyInstance): void {
	givingRoutes(app)
	keptRoutes(app)
}
