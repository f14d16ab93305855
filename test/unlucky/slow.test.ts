import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { routes } from '../../src/routes.ts'
import { openPlace } from '../support/place.ts'
import { ann } from './support/plan.ts'
import { read } from './support/reading.ts'
import { rowCounts } from './support/rows.ts'
import { type Line, listen, openLine, statusOf } from './support/socket.ts'

const place = await openPlace()
const person = await place.as('person')
const { server } = place.app
const proposePath = routes.plan.propose.href({ person: ann })
const { csrf = '' } = read((await person.get(proposePath)).html).fields
const cookie = [...person.cookies].map((pair) => pair.join('=')).join('; ')

/** Milliseconds. As long as anybody's line may stay half open: then it is ours again. */
const configured = {
	requestTimeout: server.requestTimeout,
	headersTimeout: server.headersTimeout,
	keepAliveTimeout: server.keepAliveTimeout,
	timeout: server.timeout,
	handlerTimeout: Number(Reflect.get(place.app.initialConfig, 'handlerTimeout')),
	// Node looks for late requests only this often; its own default is half a minute.
	connectionsCheckingInterval: Number(Reflect.get(server, 'connectionsCheckingInterval')),
}

// The same server with shorter ones, so that they can be seen to bite.
Object.assign(server, { requestTimeout: 1500, headersTimeout: 700, connectionsCheckingInterval: 100 })
const port = await listen(place.app)

test('every timeout is set, and looked after often enough to hold', () => {
	const most = {
		requestTimeout: 15_000,
		headersTimeout: 10_000,
		keepAliveTimeout: 5_000,
		timeout: 30_000,
		handlerTimeout: 12_000,
		connectionsCheckingInterval: 5_000,
	}
	for (const name of Object.keys(most) as (keyof typeof most)[]) {
		assert(configured[name] > 0 && configured[name] <= most[name], `${name} is ${configured[name]}`)
	}
})

const page = () => fetch(`http://127.0.0.1:${port}/help-now`, { signal: AbortSignal.timeout(10_000) })

const form = `csrf=${csrf}&step=share&words=${'slow+words+'.repeat(200)}`
const head = (length: number) =>
	`POST ${proposePath} HTTP/1.1\r\nhost: a\r\ncookie: ${cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${length}\r\n\r\n`

/** Opens a line, writes what comes at once, and then a byte of the rest every 50 ms until the server has had enough. */
async function dribble(atOnce: string, rest: string): Promise<Line> {
	const line = await openLine(port)
	if (atOnce) line.socket.write(atOnce)
	let sent = 0
	const timer = setInterval(() => line.socket.write(rest.charAt(sent++ % rest.length)), 50)
	line.socket.on('close', () => clearInterval(timer))
	lines.add(line)
	return line
}

const lines = new Set<Line>()
after(() => {
	for (const { socket } of lines) socket.destroy()
})

test('200 dribbling lines do not stop a normal page, and all of them end', { timeout: 40_000 }, async () => {
	const before = await rowCounts(place.underneath)
	const begun = performance.now()
	const opened = await Promise.all([
		...Array.from({ length: 100 }, () => dribble('', head(form.length) + form)),
		...Array.from({ length: 100 }, () => dribble(head(form.length), form)),
	])
	for (let asked = 0; asked < 10; asked++) {
		const { status } = await page()
		assert.equal(status, 200)
		await pause(50)
	}
	assert.equal((await person.get('/')).status, 200)
	const answers = await Promise.all(opened.map((line) => line.answer))
	const took = performance.now() - begun
	assert(took < 15_000, `all had ended after ${Math.round(took)} ms`)
	for (const answer of answers) assert([0, 408].includes(statusOf(answer)), answer.slice(0, 100))
	assert.deepEqual(await rowCounts(place.underneath), before, 'and no half form was taken')
})

test('half-open requests end', { timeout: 40_000 }, async () => {
	const halves = ['G', 'GET / HTTP/1.1\r\nhost: a\r\n', `${head(100)}csrf=`, head(100)]
	const opened = await Promise.all(
		halves.map(async (half) => {
			const line = await openLine(port)
			line.socket.write(half)
			return line
		}),
	)
	const begun = performance.now()
	const answers = await Promise.all(opened.map((line) => line.answer))
	assert(performance.now() - begun < 15_000, 'in time')
	for (const answer of answers) assert([0, 408].includes(statusOf(answer)), answer.slice(0, 100))
	assert.equal((await page()).status, 200)
})

test('a line that is cut in the middle of a form leaves nothing behind', { timeout: 40_000 }, async () => {
	const before = await rowCounts(place.underneath)
	for (let cut = 0; cut < 20; cut++) {
		const line = await openLine(port)
		line.socket.write(head(form.length) + form.slice(0, 100 + cut * 50))
		await pause(5)
		line.socket.resetAndDestroy()
	}
	assert.equal((await page()).status, 200)
	assert.deepEqual(await rowCounts(place.underneath), before)
})

test('a body that is announced as too large is refused before it is sent', { timeout: 40_000 }, async () => {
	const line = await openLine(port)
	line.socket.write(head(50_000_000))
	const answer = await line.answer
	assert.equal(statusOf(answer), 413)
	assert.match(answer, /That is too much at once/)
})
