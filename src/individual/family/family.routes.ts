import type { FastifyInstance } from 'fastify'
import type { Ground } from '../../platform/doors.ts'
import { checkingRoutes } from './checking.routes.tsx'
import { invitedRoutes } from './invited.routes.tsx'
import { invitingRoutes } from './inviting.routes.tsx'

/** Inviting somebody, the check before anybody is written to, and coming in. */
export function familyRoutes(app: FastifyInstance, ground: Ground): void {
	invitingRoutes(app, ground)
	checkingRoutes(app)
	invitedRoutes(app, ground)
}
