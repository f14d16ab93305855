/**
 * What lies beneath the plan page in ours and in Express, and no page: the session check, the transaction with its roles,
 * the queries, the record of the look, the log. What a page costs above it is what the two are compared by.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { acting } from '../../src/platform/database/acting.ts'
import { openPostgresql } from '../../src/platform/database/open.ts'
import { NotFound } from '../../src/platform/http/mistakes.ts'
import { visitorOf } from '../../src/platform/http/visitor.ts'
import { openLog } from '../../src/platform/log.ts'
import { readPlanPage } from './reading.ts'

const log = openLog('info')
const { connections, system } = await openPostgresql(process.env.DATABASE_URL ?? '', log)

const server = createServer(async (request, response) => {
	const began = performance.now()
	const [, person = ''] = /^\/people\/([^/]+)\/plan$/.exec(request.url ?? '') ?? []
	const cookies = { '__Host-session': /(?:^|; )__Host-session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] }
	const visitor = await visitorOf({ cookies } as never as FastifyRequest, system)
	if (!visitor) throw new NotFound()
	const asked = { params: { person }, visitor, locale: 'en' as const, method: 'GET' }
	const { outcomes } = await acting(connections, { ...visitor, about: person }, (tx) => readPlanPage(tx, asked))
	response.end(outcomes.map(({ id }) => `/outcomes/${id}"`).join('\n'))
	const told = { id: randomUUID(), method: request.method ?? '', routeOptions: { url: 'plan' } }
	log.info({ req: told, res: response, responseTime: performance.now() - began }, 'answered')
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
	const address = server.address()
	console.log(`What lies beneath is ready: http://localhost:${typeof address === 'object' ? address?.port : ''}`)
})
process.once('SIGTERM', () => process.exit(0))
