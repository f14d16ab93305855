/**
 * The plan page as it is usually built: Express, Nunjucks and govuk-frontend. Everything beneath the page is ours, to the
 * statement: the session check, the transaction with its roles, the queries, the record of the look, the headers, the log.
 */
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import express from 'express'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acting } from '../../src/platform/database/acting.ts'
import { openPostgresql } from '../../src/platform/database/open.ts'
import { sendSecurityHeaders } from '../../src/platform/http/headers.ts'
import { NotFound } from '../../src/platform/http/mistakes.ts'
import { visitorOf } from '../../src/platform/http/visitor.ts'
import { openLog } from '../../src/platform/log.ts'
import { readPlanPage } from './reading.ts'
import { openTemplates } from './templates.ts'
import { viewOf } from './view.ts'

const log = openLog('info')
const { connections, system } = await openPostgresql(process.env.DATABASE_URL ?? '', log)
const compressed = promisify(gzip)
const app = express()
app.disable('x-powered-by').disable('etag').set('view engine', 'njk')
openTemplates().express(app)

app.use((request, response, next) => {
	const id = randomUUID()
	const began = performance.now()
	const { method = '' } = request
	const told = { id, method, routeOptions: { url: 'plan' } }
	response.on('finish', () =>
		log.info({ req: told, res: response, responseTime: performance.now() - began }, 'answered'),
	)
	sendSecurityHeaders(
		{ id } as FastifyRequest,
		{ headers: (headers: object) => response.set({ ...headers }) } as never as FastifyReply,
	)
	next()
})

app.get('/people/:person/plan', async (request, response) => {
	const cookies = { '__Host-session': /(?:^|; )__Host-session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] }
	const visitor = await visitorOf({ cookies } as never as FastifyRequest, system)
	if (!visitor) throw new NotFound()
	const asked = { params: request.params, visitor, locale: 'en' as const, method: 'GET' }
	const read = await acting(connections, { ...visitor, about: request.params.person }, (tx) => readPlanPage(tx, asked))
	const view = viewOf(read, visitor)
	const html = await new Promise<string>((resolve, reject) =>
		response.render('plan', view, (error, text) => (error ? reject(error) : resolve(text))),
	)
	const wantsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
	response.set({ 'content-type': 'text/html; charset=utf-8', ...(wantsGzip ? { 'content-encoding': 'gzip' } : {}) })
	response.send(wantsGzip ? await compressed(html) : html)
})

const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => {
	const address = server.address()
	console.log(`Express is ready: http://localhost:${typeof address === 'object' ? address?.port : ''}`)
})
process.once('SIGTERM', () => process.exit(0))
