/** Leaving in a program of its own: killed in the middle, restored from a copy of before, with a list that cannot be read. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { idOf } from '../../demo/demonstration.ts'
import { findCanaries, plantCanaries } from '../../src/common/leaving/canaries.test-tools.ts'
import type { Underneath } from '../support/place.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { type Environment, freshFolder, refusal, start, visit } from './support/program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs one of our modules by itself. Answers how it ended and all that it said. */
async function run(module: string, parts: string[], environment: Environment) {
	const child = spawn(process.execPath, ['--import', './tools/tsx-hook.ts', module, ...parts], {
		cwd: root,
		env: { PATH: process.env.PATH ?? '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let said = ''
	for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (text: string) => (said += text))
	const [code, signal] = await once(child, 'close')
	return { ended: (code ?? signal) as number | string, said }
}

const dying = 'test/unlucky/support/leaving.test-child.ts'

/** Looks into a folder that no program has open. */
async function inFolder<T>(folder: string, work: (underneath: Underneath) => Promise<T>): Promise<T> {
	const database = new PGlite(`${folder}/database`)
	try {
		return await work(async (sql, values = []) => (await database.query(sql, values)).rows as never)
	} finally {
		await database.close()
	}
}

const nameOfAnn = (underneath: Underneath) =>
	underneath<{ name: string }>('select name from account where id = $1', [idOf('ann')])

describe('on the embedded database', () => {
	const [folder, erasures] = [freshFolder(), freshFolder()]
	const environment: Environment = { ALONGSIDE_DATA: folder, ALONGSIDE_ERASURES: erasures, LOG_LEVEL: 'debug' }
	let copy = ''

	test('a copy of before: Ann and Pat are whole in it', async () => {
		await (await start(environment)).end('SIGTERM')
		await inFolder(folder, async (underneath) => {
			await plantCanaries(underneath, idOf('ann'), 'ann')
			await plantCanaries(underneath, idOf('pat'), 'pat')
			// At the door they are found as before.
			await underneath(`update demonstration_account set key = 'pat' where account_id = $1`, [idOf('pat')])
			await underneath(`update demonstration_account set key = 'person' where account_id = $1`, [idOf('ann')])
		})
		const program = await start(environment)
		const ann = await visit(program.port, 'person')
		for (const path of ['/account', '/take-with-you', `/people/${idOf('ann')}/plan`]) await ann.get(path)
		await program.end('SIGTERM')
		copy = `${folder}/dumps/${readdirSync(`${folder}/dumps`).sort().at(-1)}`
		assert((await inFolder(folder, (underneath) => findCanaries(underneath))).length > 15)
	})

	test('kill -9 between the list and the commit: she is still there, and the next start finishes it', async () => {
		assert.equal((await run(dying, [], environment)).ended, 'SIGKILL')
		assert.equal(readFileSync(`${erasures}/who-left`, 'utf8').trim().split('\n').length, 1)
		assert.match(JSON.stringify(await inFolder(folder, nameOfAnn)), /kanari-ann/)
		const program = await start(environment)
		assert.match(program.output(), /people who had left were erased again/)
		assert.equal((await (await visit(program.port)).post('/demo/sign-in', { account: 'person' })).status, 404)
		await program.end('SIGTERM')
		assert.doesNotMatch(program.output(), /kanari/)
		assert.deepEqual(await inFolder(folder, nameOfAnn), [{ name: '' }])
		assert.deepEqual(await inFolder(folder, (underneath) => findCanaries(underneath, 'ann')), [])
	})

	test('leaving over the network leaves no word in the log', async () => {
		const program = await start(environment)
		const pat = await visit(program.port, 'pat')
		await pat.get('/account/sure')
		assert.equal((await pat.post('/account/sure', { to: '/account/leave' })).status, 303)
		await pat.get('/account/leave')
		assert.equal((await pat.post('/account/leave', {})).location, '/left')
		assert.equal((await pat.get('/account')).status, 401)
		await program.end('SIGTERM')
		assert.doesNotMatch(program.output(), /kanari/)
		assert.deepEqual(await inFolder(folder, (underneath) => findCanaries(underneath)), [])
	})

	test('the copy of before comes back without them', async () => {
		const restored = await run('src/restore.ts', [copy], environment)
		assert.match(restored.said, /Erased 2 who have left since that copy was made\.\n$/)
		assert.equal(restored.ended, 0)
		assert.deepEqual(await inFolder(folder, (underneath) => findCanaries(underneath)), [])
		const again = await run('src/erase-again.ts', [], environment)
		assert.match(again.said, /^Erased 0 who had left, from the list .*who-left\.\n$/)
	})

	test('nobody is served, and nothing restored, by a list that cannot be read: one sentence says so', async () => {
		const file = `${erasures}/who-left`
		const whole = readFileSync(file, 'utf8')
		writeFileSync(file, whole.replace(/"at":"20/, '"at":"19'))
		for (const spoilt of [
			await refusal(environment),
			await run('src/restore.ts', [copy], environment).then(({ ended, said }) => ({ code: ended, err: said })),
		]) {
			assert.equal(spoilt.code, 1)
			assert.match(spoilt.err, /^Line 1 of the list of those who have left, [^\n]+\.\n$/)
		}
		renameSync(file, `${file}-aside`)
		mkdirSync(file)
		const unreadable = await refusal(environment)
		assert.match(unreadable.err, /^The list of those who have left, [^\n]+ cannot be read \(EISDIR\)[^\n]+\.\n$/)
		rmSync(file, { recursive: true })
		writeFileSync(file, whole)
		assert.equal(await (await start(environment)).end('SIGTERM'), 0)
	})
})

describe('on PostgreSQL', async () => {
	const postgres = await mortalPostgres()
	const erasures = freshFolder()

	test('kill -9 between the list and the commit: the next start finishes it', async () => {
		const { server, admin } = await postgres.newDatabase('leaving')
		const environment = { DATABASE_URL: server, ALONGSIDE_DEMO: 'on', ALONGSIDE_ERASURES: erasures, LOG_LEVEL: 'error' }
		await (await start(environment)).end('SIGTERM')
		assert.equal((await run(dying, [], environment)).ended, 'SIGKILL')
		const names = () => ask<{ name: string }>(admin, 'select name from account where id = $1', [idOf('ann')])
		assert.deepEqual(await names(), [{ name: 'Ann Kerr' }])
		await (await start(environment)).end('SIGTERM')
		assert.deepEqual(await names(), [{ name: '' }])
	})

	test('for real records, whoever runs it says where the list lies', async () => {
		const { server } = await postgres.newDatabase('unlisted')
		const { code, err } = await refusal({ DATABASE_URL: server, ALONGSIDE_ERASURES: '' })
		assert.equal(code, 1)
		assert.match(err, /^Set ALONGSIDE_ERASURES to a folder outside the database and its backups[^\n]+\.\n$/)
	})
})
