/** The other process in the tests of the embedded database: `lock FOLDER`, `write FOLDER` or `fail FOLDER`. */
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs'
import { quiet } from './folder.test-tools.ts'
import { openFolder } from './folder.ts'
import { FolderInUse, takeLock } from './lock.ts'

const [part, folder = ''] = process.argv.slice(2)

if (part === 'lock') {
	console.log('ready')
	await once(process.stdin, 'data')
	try {
		const release = await takeLock(folder)
		console.log(`won ${process.pid}`)
		await once(process.stdin, 'data')
		await release()
		process.stdin.destroy()
	} catch (error) {
		if (!(error instanceof FolderInUse)) throw error
		console.log(`refused ${error.message}`)
		process.stdin.destroy()
	}
}

if (part === 'write') {
	const { pglite, synced } = await openFolder(folder, quiet)
	await pglite.exec('create table if not exists kept (number int primary key, words text not null)')
	const { rows } = await pglite.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from kept')
	for (let number = rows[0]?.next ?? 1; ; number++) {
		await pglite.query('insert into kept values ($1, $2)', [number, `words ${number} `.repeat(50)])
		await synced()
		process.stdout.write(`${number}\n`)
		// Checkpoints are what a cut hurts most, so there are many.
		if (number % 40 === 0) await pglite.query('checkpoint')
	}
}

if (part === 'fail') {
	const { pglite, synced, close } = await openFolder(folder, quiet)
	await pglite.exec('create table kept (number int); insert into kept values (1)')
	await synced()
	loseJournal()
	for (const act of [
		() => pglite.query('insert into kept values (2)'),
		() => pglite.query('insert into kept values (3)'),
		() => pglite.query('select 1'),
		synced,
		close,
	]) {
		console.log(
			await act().then(
				() => 'done',
				(error: Error) => error.name,
			),
		)
	}
}

/** Puts /dev/null under every open file of the journal: it takes all that is written, and fdatasync(2) on it fails. */
function loseJournal() {
	for (const descriptor of readdirSync('/proc/self/fd').map(Number)) {
		if (!linkOf(descriptor).includes('/pg_wal/')) continue
		closeSync(descriptor)
		// The system gives the lowest free number, so it comes round to this one.
		while (openSync('/dev/null', 'r+') < descriptor);
	}
}

function linkOf(descriptor: number): string {
	try {
		return readlinkSync(`/proc/self/fd/${descriptor}`)
	} catch {
		return ''
	}
}
