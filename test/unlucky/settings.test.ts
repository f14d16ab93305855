import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { after, describe, test } from 'node:test'
import { newId } from '../../src/platform/database/values.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { type Environment, freshFolder, refusal, start, visit } from './support/program.ts'

const postgres = await mortalPostgres()
const real = await postgres.newDatabase('real')
await ask(
	real.admin,
	`insert into area (area_id, name, passed_on, passed_on_signed_off_at) values ($1, 'Somewhere real', 'What is passed on.', now())`,
	[newId()],
)
const empty = await postgres.newDatabase('nobody')
const bare = new URL(real.server)
bare.pathname = '/postgres'
const wrongPassword = new URL(real.server)
wrongPassword.password = 'another'
const noSuchDatabase = new URL(real.server)
noSuchDatabase.pathname = '/nowhere'

const folder = freshFolder()
const file = `${folder}/a-file`
writeFileSync(file, '')
const taken = createServer()
taken.listen(0, '127.0.0.1')
after(() => taken.close())
await new Promise((resolve) => taken.once('listening', resolve))
const address = taken.address()
const takenPort = typeof address === 'object' && address ? String(address.port) : ''

/** Each mistake, and the setting or place that its sentence has to name. */
const mistakes: [string, Environment, RegExp][] = [
	['PORT is a word', { PORT: 'web' }, /PORT must be a number/],
	['PORT is too high', { PORT: '70000' }, /PORT must be a number/],
	['HOST without PUBLIC_URL', { HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0.*PUBLIC_URL/],
	[
		'HOST that is no address of this machine',
		{ HOST: '203.0.113.7', PUBLIC_URL: 'https://a.example', DATABASE_URL: empty.server },
		/HOST/,
	],
	['PUBLIC_URL without s', { PUBLIC_URL: 'http://a.example' }, /PUBLIC_URL must be an https address/],
	['PUBLIC_URL with a path', { PUBLIC_URL: 'https://a.example/b' }, /PUBLIC_URL must be an https address/],
	['PUBLIC_URL is a word', { PUBLIC_URL: 'here' }, /PUBLIC_URL must be an https address/],
	['DATABASE_URL is a word', { DATABASE_URL: 'here' }, /DATABASE_URL must look like/],
	['DATABASE_URL of another kind', { DATABASE_URL: 'mysql://a:b@localhost/c' }, /DATABASE_URL must look like/],
	['a database over a network without TLS', { DATABASE_URL: 'postgresql://a:b@192.0.2.1/c' }, /sslmode=verify-full/],
	['TLS that trusts anybody', { DATABASE_URL: 'postgresql://a:b@192.0.2.1/c?sslmode=require' }, /sslmode=verify-full/],
	['a database that does not answer', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }, /DATABASE_/],
	['a password that is wrong', { DATABASE_URL: wrongPassword.href }, /DATABASE_/],
	['a database that is not there', { DATABASE_URL: noSuchDatabase.href }, /DATABASE_/],
	['a database without tables', { DATABASE_URL: bare.href }, /database:setup/],
	['too many rights', { DATABASE_URL: real.admin }, /DATABASE_URL signs in as a role that may do more/],
	['ALONGSIDE_DEMO is yes', { ALONGSIDE_DEMO: 'yes' }, /ALONGSIDE_DEMO must be on or off/],
	['invented people among real ones', { DATABASE_URL: real.server, ALONGSIDE_DEMO: 'on' }, /ALONGSIDE_DEMO=on/],
	['LOG_LEVEL is loud', { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be/],
	['a folder that is a file', { ALONGSIDE_DATA: file }, /ALONGSIDE_DATA/],
	['a folder that cannot be made', { ALONGSIDE_DATA: '/dev/null/alongside' }, /ALONGSIDE_DATA/],
	['a port that is taken', { PORT: takenPort, HOST: '127.0.0.1', DATABASE_URL: empty.server }, /PORT/],
]

describe('each mistake is one plain sentence, and the program ends with 1', { concurrency: 2 }, () => {
	for (const [called, environment, names] of mistakes) {
		test(called, async () => {
			const { code, err } = await refusal({ ALONGSIDE_DATA: `${folder}/refused`, LOG_LEVEL: 'error', ...environment })
			assert.equal(code, 1)
			assert.match(err, names)
			assert.match(err, /^[^\n]+\.\n$/, 'one line')
			assert.doesNotMatch(
				err,
				/Error|errno|\bat \S+:\d|\/src\/|for-tests|another/,
				'nothing of the machine, and no secret',
			)
		})
	}

	test('two mistakes are two sentences', async () => {
		const { code, err } = await refusal({ PORT: 'web', PUBLIC_URL: 'http://a.example' })
		assert.equal(code, 1)
		assert.match(err, /^PORT [^\n]+\.\nPUBLIC_URL [^\n]+\.\n$/)
	})
})

describe('on the embedded database', () => {
	test('ALONGSIDE_DEMO=off: no invented people and no way in as one; it says where real records belong', async () => {
		const program = await start({ ALONGSIDE_DATA: `${folder}/data`, ALONGSIDE_DEMO: 'off' })
		const visitor = await visit(program.port)
		assert.equal((await visitor.get('/demo')).status, 404)
		for (const account of ['person', 'practitioner', 'lead']) {
			assert.equal((await visitor.post('/demo/sign-in', { account })).status, 404)
		}
		const front = await visitor.get('/')
		assert(!front.html.includes('href="/demo"'), 'the front door does not lead there')
		assert.match(front.html, /Real people’s words belong in PostgreSQL/)
		assert.match(program.output(), /Keep real people’s records in PostgreSQL/)
		const { version } = JSON.parse((await visitor.get('/health')).html)
		assert.match(version, /^\d+\.\d+\.\d+/)
		assert.deepEqual(JSON.parse((await visitor.get('/health')).html), { status: 'ok', database: 'embedded', version })
		assert.deepEqual(JSON.parse((await visitor.get('/ready')).html), { status: 'ready' })
		assert.equal(await program.end('SIGINT'), 0)
	})

	test('nothing set: the invented people come in', async () => {
		const environment = { ALONGSIDE_DATA: `${folder}/data`, LOG_LEVEL: 'error' }
		const program = await start(environment)
		assert.equal((await (await visit(program.port, 'lead')).get('/')).status, 200)
		const front = await (await visit(program.port)).get('/')
		assert.match(front.html, /href="\/demo"/)
		assert.match(front.html, /Real people’s words belong in PostgreSQL/)
		assert.equal(await program.end('SIGTERM'), 0)
	})
})

describe('on PostgreSQL', () => {
	test('nobody invented comes in unasked, and the front door says nothing of the embedded database', async () => {
		const { server } = await postgres.newDatabase('unasked')
		const program = await start({ DATABASE_URL: server })
		const visitor = await visit(program.port)
		assert.equal((await visitor.get('/demo')).status, 404)
		assert.equal((await visitor.post('/demo/sign-in', { account: 'person' })).status, 404)
		const front = await visitor.get('/')
		assert.equal(front.status, 200)
		assert.doesNotMatch(front.html, /PostgreSQL/)
		assert.doesNotMatch(program.output(), /Keep real people’s records/)
		assert.equal(JSON.parse((await visitor.get('/health')).html).database, 'postgresql')
		assert.equal(await program.end('SIGTERM'), 0)
	})

	test('ALONGSIDE_DEMO=on loads them into an empty database, and starts again on what it has loaded', async () => {
		const { server, admin } = await postgres.newDatabase('invented')
		const environment = { DATABASE_URL: server, ALONGSIDE_DEMO: 'on', LOG_LEVEL: 'error' }
		for (let time = 0; time < 2; time++) {
			const program = await start(environment)
			assert.equal((await (await visit(program.port, 'person')).get('/')).status, 200)
			assert.equal(await program.end('SIGTERM'), 0)
		}
		const [areas] = await ask<{ count: number }>(admin, 'select count(*)::int as count from area')
		assert.equal(areas?.count, 2)
	})
})
