import type { FastifyInstance } from 'fastify'
import type { Openable } from '../../common/openings/index.ts'
import { checkInRoutes } from './check-ins/check-ins.routes.tsx'
import { expectationRoutes } from './expectations/expectations.routes.tsx'
import { handoverRoutes } from './handover/handover.routes.tsx'
import { orderRoutes } from './order/order.routes.tsx'

/** How two work together: what the order asks, what each can expect, how meetings were, and handing over. */
export function betweenRoutes(app: FastifyInstance, openables: readonly Openable[]): void {
	orderRoutes(app)
	expectationRoutes(app)
	checkInRoutes(app)
	handoverRoutes(app, openables)
}
