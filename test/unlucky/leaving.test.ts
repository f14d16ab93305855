/** Leaving in a program of its own: killed in the middle, restored from a copy of before, with a list that cannot be read. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { idOf, loadDemonstration } from '../../demo/demonstration.ts'
import { findCanaries, plantCanaries } from '../../src/common/leaving/canaries.test-tools.ts'
import { openEmbedded } from '../../src/platform/database/open.ts'
import { openFolder } from '../../src/platform/embedded/index.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Underneath } from '../support/place.ts'
import { run } from './support/commands.ts'
import { type Environment, freshFolder, refusal, start, visit } from './support/program.ts'

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
		const made = await openEmbedded(folder, openLog('silent'))
		await loadDemonstration(made.system)
		await made.connections.close()
		await inFolder(folder, async (underneath) => {
			await plantCanaries(underneath, idOf('ann'), 'ann')
			await plantCanaries(underneath, idOf('pat'), 'pat')
			// At the door they are found as before.
			await underneath(`update demonstration_account set key = 'pat' where account_id = $1`, [idOf('pat')])
			await underneath(`update demonstration_account set key = 'person' where account_id = $1`, [idOf('ann')])
			assert((await findCanaries(underneath)).length > 15)
		})
		const opened = await openFolder(folder, openLog('silent'))
		copy = await opened.dump()
		await opened.close()
	})

	test('kill -9 between the list and the commit: she is still there, and the next start finishes it; no word of hers is logged', async () => {
		assert.equal((await run(dying, [], environment)).ended, 'SIGKILL')
		assert.equal(readFileSync(`${erasures}/who-left`, 'utf8').trim().split('\n').length, 1)
		assert.match(JSON.stringify(await inFolder(folder, nameOfAnn)), /kanari-ann/)
		const program = await start(environment)
		assert.match(program.output(), /people who had left were erased again/)
		assert.equal((await (await visit(program.port)).post('/demo/sign-in', { account: 'person' })).status, 404)
		const pat = await visit(program.port, 'pat')
		await pat.get('/account/sure')
		assert.equal((await pat.post('/account/sure', { to: '/account/leave' })).status, 303)
		await pat.get('/account/leave')
		assert.equal((await pat.post('/account/leave', {})).location, '/left')
		assert.equal((await pat.get('/account')).status, 401)
		await program.end('SIGTERM')
		assert.doesNotMatch(program.output(), /kanari/)
		assert.deepEqual(await inFolder(folder, nameOfAnn), [{ name: '' }])
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
	})
})
