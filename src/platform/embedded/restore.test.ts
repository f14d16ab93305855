import assert from 'node:assert/strict'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { freshFolder, quiet, run } from './folder.test-tools.ts'
import { openFolder } from './folder.ts'

async function noteIn(folder: string): Promise<unknown> {
	const { pglite, close } = await openFolder(folder, quiet)
	try {
		return (await pglite.query<{ words: string }>('select words from notes.note')).rows[0]?.words
	} finally {
		await close()
	}
}

/** What the command says, and how it ended. */
async function restored(
	t: TestContext,
	folder: string,
	...file: string[]
): Promise<{ code: number | null; said: string }> {
	const command = run(t, '../../restore.ts', file, { ALONGSIDE_DATA: folder })
	const code = await command.ended
	return { code, said: command.lines.join('\n') }
}

test('a dump comes back, and what was there before is kept aside', async (t) => {
	const folder = await freshFolder(t)
	const opened = await openFolder(folder, quiet)
	await opened.pglite.exec(
		`create schema notes; create table notes.note (words text); insert into notes.note values ('earlier')`,
	)
	const dump = await opened.dump()
	await opened.pglite.exec(`update notes.note set words = 'later'`)

	const inUse = await restored(t, folder, dump)
	assert.deepEqual(inUse, { code: 1, said: `Process ${process.pid} is already using the folder ${folder}.` })
	await opened.close()

	const done = await restored(t, folder, dump)
	const before = (await readdir(folder)).find((name) => name.startsWith('database-before-')) ?? ''
	assert.deepEqual(done, {
		code: 0,
		said: `Restored ${dump} into ${folder}.\nWhat was there before is kept in ${join(folder, before)}.`,
	})
	assert.equal(await noteIn(folder), 'earlier')

	await rename(join(folder, 'database'), join(folder, 'database-restored'))
	assert.equal(
		await noteIn(folder),
		'earlier',
		'a restore cut short between its two renames is finished at the next start',
	)

	await rename(join(folder, 'database'), join(folder, 'away'))
	await rename(join(folder, before), join(folder, 'database'))
	assert.equal(await noteIn(folder), 'later')
})

test('a file that is no whole dump changes nothing, and is told in one plain sentence', async (t) => {
	const folder = await freshFolder(t)
	const opened = await openFolder(folder, quiet)
	await opened.pglite.exec(
		`create schema notes; create table notes.note (words text); insert into notes.note values ('ours')`,
	)
	const whole = await readFile(await opened.dump())
	await opened.close()
	const file = join(folder, 'broken')
	const notADump = `The file ${file} is not a whole copy made by Alongside. Nothing was changed.`

	assert.match((await restored(t, folder)).said, /^Name the copy to restore/)
	assert.deepEqual(await restored(t, folder, file), { code: 1, said: `There is no file ${file} that can be read.` })

	const tar = gunzipSync(whole)
	const broken: [string, Buffer, string][] = [
		['words', Buffer.from('Dear all'), notADump],
		['another archive', gzipSync('Dear all'), notADump],
		['cut off', whole.subarray(0, whole.length / 2), notADump],
		['the control file scribbled on', gzipSync(scribbled(tar)), `The copy ${file} does not open. Nothing was changed.`],
	]
	for (const [what, bytes, said] of broken) {
		await writeFile(file, bytes)
		assert.deepEqual(await restored(t, folder, file), { code: 1, said }, what)
		assert.deepEqual((await readdir(folder)).sort(), ['broken', 'database', 'dumps'], what)
	}
	assert.equal(await noteIn(folder), 'ours')
})

function scribbled(tar: Buffer): Buffer {
	const at = tar.indexOf('global/pg_control')
	assert(at > 0)
	return Buffer.concat([
		tar.subarray(0, at - (at % 512) + 512),
		Buffer.alloc(512, 7),
		tar.subarray(at - (at % 512) + 1024),
	])
}
