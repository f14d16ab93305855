import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import fastify, { type FastifyReply } from 'fastify'
import pino from 'pino'
import { RequestLog } from './request-log.ts'

const lines: { msg: string; req?: { url: string }; res?: { statusCode: number } }[] = []
const written = { write: (line: string) => lines.push(JSON.parse(line)) }
const app = fastify({
	loggerInstance: pino(
		{ level: 'info', serializers: { req: ({ url }) => ({ url }), res: ({ statusCode }) => ({ statusCode }) } },
		written,
	),
	logController: new RequestLog(),
	frameworkErrors: (_error, _request, reply: FastifyReply) => reply.code(400).send('no such address'),
})
app.get('/quick', async () => 'done')
app.get('/never', async () => new Promise(() => undefined))
await app.listen({ port: 0, host: '127.0.0.1' })
test.after(() => app.close())
const address = app.server.address()
const port = address && typeof address === 'object' ? address.port : 0

/** The lines about requests that are written until one says how this one ended. */
async function linesOf(url: string, ask: () => Promise<unknown>): Promise<string[]> {
	lines.length = 0
	await ask()
	while (!lines.some(({ req }) => req?.url === url)) await new Promise((resolve) => setTimeout(resolve, 10))
	return lines.filter(({ req }) => req).map(({ msg, req, res }) => `${req?.url} ${res?.statusCode} ${msg}`)
}

for (const [url, line] of [
	['/quick', '/quick 200 answered'],
	['/nowhere', '/nowhere 404 answered'],
	['/%zz', '/%zz 400 answered'],
] as const) {
	test(`${url} is one line, once it is answered`, async () => {
		assert.deepEqual(
			await linesOf(url, () => fetch(`http://127.0.0.1:${port}${url}`).then((answer) => answer.text())),
			[line],
		)
	})
}

test('a request that whoever asked broke off is one line too', async () => {
	const found = await linesOf('/never', async () => {
		const socket = connect(port, '127.0.0.1')
		await once(socket, 'connect')
		socket.write('GET /never HTTP/1.1\r\nhost: here\r\n\r\n', () => setTimeout(() => socket.destroy(), 50))
	})
	assert.deepEqual(found, ['/never undefined broken off'])
})
