import assert from 'node:assert/strict'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { freshFolder, otherProcess, quiet } from './folder.test-tools.ts'
import { openFolder } from './folder.ts'
import { assertAllKept, lastSaid, untilSaid } from './kept.test-tools.ts'

const rounds = Number(process.env.ALONGSIDE_KILL_ROUNDS ?? 3)

test('a folder is made, kept for its owner only, copied when it stops, and found again', async (t) => {
	const folder = join(await freshFolder(t), 'data')
	const said: string[] = []
	const first = await openFolder(folder, { ...quiet, warn: (_, message) => said.push(message) })
	assert.equal(first.isNew, true)
	assert.match(said.join(), /PostgreSQL: set DATABASE_URL/)
	for (const each of ['', 'database', 'dumps']) assert.equal((await stat(join(folder, each))).mode & 0o777, 0o700, each)
	assert.equal((await stat(join(folder, 'lock'))).mode & 0o777, 0o600)
	await first.pglite.exec('create table note (words text); insert into note values ($$ours$$)')
	await first.synced()
	await Promise.all([first.close(), first.close()])
	const [dump = ''] = await readdir(join(folder, 'dumps'))
	assert.match(dump, /^alongside-\d{4}-\d\d-\d\dT[\d.-]+Z\.tar\.gz$/)
	assert.equal((await stat(join(folder, 'dumps', dump))).mode & 0o777, 0o600)
	assert.deepEqual((await readdir(folder)).sort(), ['database', 'dumps'])

	const second = await openFolder(folder, quiet)
	assert.equal(second.isNew, false)
	assert.deepEqual((await second.pglite.query('select words from note')).rows, [{ words: 'ours' }])
	await second.close()
	assert.equal((await readdir(join(folder, 'dumps'))).length, 1, 'nothing new, no copy')
})

test('a database half-made when the program ended is made anew', async (t) => {
	const folder = await freshFolder(t)
	await mkdir(join(folder, 'database-being-made'))
	await writeFile(join(folder, 'database-being-made', 'PG_VERSION'), '18\n')
	const { pglite, isNew, close } = await openFolder(folder, quiet)
	assert.equal(isNew, true)
	assert.deepEqual((await pglite.query('select 1 as one')).rows, [{ one: 1 }])
	await close()
})

test('the journal is checkpointed as it grows, in a lesser role and between transactions', async (t) => {
	const { pglite, synced, close } = await openFolder(await freshFolder(t), quiet)
	const redo = async () => {
		const { rows } = await pglite.query<{ redo: string }>('select redo_lsn::text as redo from pg_control_checkpoint()')
		return rows[0]?.redo
	}
	await pglite.exec(`create role lesser; create table note (words text); grant all on note to lesser;
		grant execute on function pg_control_checkpoint to lesser; set role lesser`)
	const before = await redo()
	const grow = `insert into note select repeat(md5(one::text), 30) from generate_series(1, 60000) as one`
	await pglite.exec(grow)
	await pglite.exec('begin')
	await synced()
	assert.equal(await redo(), before, 'not in the middle of a transaction')
	await pglite.exec('commit')
	await synced()
	await new Promise((resolve) => setTimeout(resolve, 500))
	assert.notEqual(await redo(), before)
	assert.deepEqual((await pglite.query('select current_role')).rows, [{ current_role: 'lesser' }])
	await close()
})

test('when the disk does not keep a commit, it fails, and all after it, until the program is started again', async (t) => {
	if (process.platform !== 'linux') return t.skip('The descriptors of a process are only seen in /proc, on Linux.')
	const folder = await freshFolder(t)
	const other = otherProcess(t, 'fail', folder)
	for (let act = 1; act <= 5; act++) assert.equal(await other.line(), 'DiskCannotKeep', `act ${act}`)
	other.child.kill('SIGKILL')
	await other.ended
	const { pglite, close } = await openFolder(folder, quiet)
	assert.deepEqual((await pglite.query('select number from kept where number = 1')).rows, [{ number: 1 }])
	await close()
})

test(`kill -9 in a stream of writes, ${rounds} times: nothing acknowledged is lost`, async (t) => {
	const folder = await freshFolder(t)
	for (let round = 1; round <= rounds; round++) {
		const other = otherProcess(t, 'write', folder)
		await untilSaid(other, 20 + Math.floor(Math.random() * 200))
		other.child.kill('SIGKILL')
		await other.ended
		await assertAllKept(folder, lastSaid(other))
	}
})
