import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { ann, at, flat, priya } from './support/plan.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { start, visit } from './support/program.ts'
import { read } from './support/reading.ts'

// A canary is sung by a bird: whoever finds one in the log knows that somebody's words are in it.
const canaries = {
	words: 'Kanarienvogel-words',
	draft: 'Kanarienvogel-draft',
	name: 'Kanarienvogel-name',
	mail: 'kanarienvogel.mail@example.org',
	query: 'Kanarienvogel-query',
	path: 'Kanarienvogel-path',
	agent: 'Kanarienvogel-agent',
	cookie: 'Kanarienvogel-cookie',
	account: 'Kanarienvogel-account',
	header: 'Kanarienvogel-header',
}

const postgres = await mortalPostgres()
const database = await postgres.newDatabase('down')
const program = await start({ DATABASE_URL: database.server, ALONGSIDE_DEMO: 'on', LOG_LEVEL: 'debug' })
await ask(database.admin, 'update account set name = $1 where id = $2', [canaries.name, ann])
const person = await visit(program.port, 'person')
const practitioner = await visit(program.port, 'practitioner')
const proposePath = routes.plan.propose.href({ person: ann })
const written = `${canaries.words} and ${canaries.mail}, or ring 07700 900123.`
const share = { step: 'share', words: written }

test('while the database is away: /health says ok, /ready says 503, and a page says plainly that it is our fault', async () => {
	assert.equal((await person.post(proposePath, { ...share, once: newId() })).status, 303)
	await postgres.kill()
	const anyone = await visit(program.port)
	assert.equal((await anyone.get('/health')).status, 200)
	const ready = await anyone.get('/ready')
	assert.equal(ready.status, 503)
	assert.deepEqual(JSON.parse(ready.html), { status: 'not ready' })
	for (const path of ['/', '/demo', '/help-now', routes.plan.show.href({ person: ann })]) {
		const { status, html } = await person.get(path)
		assert([200, 500, 503].includes(status), `${path}: ${status}`)
		if (status !== 200) assert.equal(read(html).heading, 'Something went wrong here')
	}
	assert.equal((await person.get('/help-now')).status, 200, 'whom to ring does not need a database')
})

test('what was typed is given back on the page that says so', async () => {
	for (const [path, fields] of [
		[proposePath, { ...share, once: newId() }],
		[routes.outcome.seeDifferently.href(flat), { reason: written, step: 'check' }],
		[routes.contribution.ask.href(flat), { words: written, kind: 'time', askedOf: priya, step: 'share' }],
	] as const) {
		const { status, html } = await person.post(path, fields)
		assert([500, 503].includes(status), String(status))
		assert(Object.values(read(html).fields).includes(written), `${path}: given back`)
	}
})

test('when it is back, nobody sees an error any more, and what is sent again is kept once', async () => {
	await postgres.restart()
	const { status } = await (await visit(program.port)).get('/ready')
	assert.equal(status, 200)
	const once = newId()
	for (let again = 0; again < 2; again++) {
		assert.equal((await person.post(proposePath, { ...share, once })).status, 303)
		assert.equal((await practitioner.get(routes.outcome.show.href(at(once)))).status, 200)
	}
	assert.equal((await ask(database.admin, 'select from wording where outcome_id = $1', [once])).length, 1)
})

test('a restart between two pages costs each visitor one error page at most', async () => {
	const visitors = [
		person,
		practitioner,
		await visit(program.port, 'other-person'),
		await visit(program.port, 'supporter'),
	]
	// So that the pool has several connections that will all be dead.
	await Promise.all([...visitors, ...visitors, ...visitors].map((visitor) => visitor.get('/')))
	await postgres.kill()
	await postgres.restart()
	for (const visitor of visitors) {
		const errors: number[] = []
		for (let page = 0; page < 5; page++) {
			const { status } = await visitor.get('/')
			if (status !== 200) errors.push(status)
		}
		assert(errors.length <= 1, `${errors.length} error pages`)
	}
})

test('the log holds nobody’s words, names, addresses or secrets, whatever went wrong', async () => {
	const origin = `http://localhost:${program.port}`
	const headers = {
		'user-agent': canaries.agent,
		cookie: `__Host-words=${canaries.cookie}; __Host-session=${canaries.cookie.padEnd(43, 'x')}; other=${canaries.cookie}`,
		'x-request-id': canaries.header,
		'x-forwarded-for': '203.0.113.77',
		referer: `http://elsewhere.example/${canaries.header}`,
	}
	for (const path of [
		`/?a=${canaries.query}`,
		`/people/${canaries.path}`,
		`/${canaries.path}/%ff`,
		`/people/${canaries.path.repeat(20)}`,
	]) {
		await (await fetch(origin + path, { headers })).text()
	}
	await fetch(`${origin}/words`, {
		method: 'POST',
		body: JSON.stringify(canaries),
		headers: { ...headers, 'content-type': 'application/json' },
	})
	for (const bad of ['\0', '%00', '%ED%A0%80']) {
		await fetch(`${origin}/demo/sign-in`, {
			method: 'POST',
			body: new URLSearchParams({ account: canaries.account + bad }),
			headers,
		})
	}
	await person.post(proposePath, { step: 'later', words: canaries.draft })
	await person.post(proposePath, { step: 'share', words: `${canaries.words}\0` })
	await person.post(proposePath, { step: 'share', words: canaries.words, csrf: canaries.header })
	await person.post(routes.outcome.agree.href(flat), { wording: canaries.words, hash: canaries.words })
	await person.post(routes.contribution.bring.href(flat), {
		step: 'share',
		kind: 'time',
		words: canaries.words,
		byDay: '0000-01-01',
	})

	// Errors of the database quote values: here the message, the detail and the hint are all somebody's words.
	await ask(
		database.admin,
		`create function sing() returns trigger language plpgsql as $$ begin
			raise exception '%', new.words using detail = new.words, hint = new.words, errcode = 'check_violation';
		end $$;
		create trigger sing before insert on wording for each row execute function sing()`,
	)
	const refused = await person.post(proposePath, { ...share, once: newId() })
	assert.equal(refused.status, 500)
	assert(Object.values(read(refused.html).fields).includes(written), 'what was typed is given back')
	await ask(database.admin, 'drop function sing() cascade')

	assert.equal(await program.end('SIGTERM'), 0)
	const log = program.output()
	assert.match(log, /"an act failed"/, 'errors were logged')
	assert.match(log, /"a database connection was lost"/)
	for (const [where, canary] of Object.entries(canaries)) {
		assert(!log.toLowerCase().includes(canary.toLowerCase()), `a canary from ${where} sings: ${lineWith(log, canary)}`)
	}
	for (const secret of ['07700 900123', '203.0.113.77', 'for-tests', 'Kanarienvogel', ann, priya]) {
		assert(!log.includes(secret), `the log holds ${secret}: ${lineWith(log, secret)}`)
	}
	assert.doesNotMatch(log, /[\w.]+@[\w-]+\.\w+/, 'nothing like an e-mail address')
})

test('a message that pretends to be a place in the program is left out of the log', () => {
	const script = `
		import { openLog } from './src/platform/log.ts'
		const log = openLog('info')
		const error = new Error(${JSON.stringify(`value "\n    at ${canaries.words} (file:1:1)\n" is wrong`)})
		log.error({ err: error }, 'an act failed')
		log.error(error)
		log.error({ err: new Error('outer', { cause: error }) }, 'an act failed')`
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--import', './tools/tsx-hook.ts', '--input-type=module-typescript', '--eval', script],
		{ encoding: 'utf8' },
	)
	assert.match(stdout, /an act failed/, stderr)
	assert(!stdout.includes(canaries.words), lineWith(stdout, canaries.words))
})

const lineWith = (text: string, part: string): string =>
	text
		.split('\n')
		.find((line) => line.includes(part))
		?.slice(0, 400) ?? ''
