/** Leaving on PostgreSQL, killed in the middle; and a program that does not know where the list lies. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../demo/demonstration.ts'
import { run } from './support/commands.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { freshFolder, refusal, start } from './support/program.ts'

const dying = 'test/unlucky/support/leaving.test-child.ts'
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
