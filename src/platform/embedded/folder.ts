/** The embedded database: one process at a time, on disk before it answers, copied now and then. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import { writeDump } from './dumps.ts'
import { say } from './embedded.words.ts'
import { finishRestore, layoutOf, makeDatabase, makeFolders } from './layout.ts'
import { takeLock } from './lock.ts'
import { SyncedPGlite } from './sync.ts'

const minute = 60_000
const checkpointAfter = 10 * minute
const dumpAfter = 60 * minute
/** Three segments of 16 MB may be touched with less than 48 MB written; a fourth means more than 32 MB for certain. */
const segmentsWithoutCheckpoint = 3
/** Bytes. A dump takes about a second per 80 MB, and stopping should not wait longer than some seconds for it. */
const largestDumpAtClose = 256 * 2 ** 20

/** Where the embedded database tells what it did; pino fits. */
export type Log = Record<'info' | 'warn' | 'error', (about: object, message: string) => void>

export type EmbeddedFolder = {
	/** A COMMIT that returned is on disk. After a failed sync every further query throws `DiskCannotKeep`. */
	readonly pglite: PGlite
	/** Whether the database was made just now. It may be empty without: the program may have ended before it was filled. */
	readonly isNew: boolean
	/** To be awaited after each COMMIT: throws `DiskCannotKeep` when the disk did not keep it, now or earlier. */
	synced(): Promise<void>
	/** Writes a copy now. @returns its path */
	dump(): Promise<string>
	/** Writes a copy when there is something new, brings everything to disk and gives the folder back. */
	close(): Promise<void>
}

/**
 * Opens the data folder, makes it when it is not there, and keeps it for this process until `close`.
 *
 * @param options for PGlite, such as parsers; the file system and the way to sync are ours
 * @throws FolderInUse when a process has it open
 */
export async function openFolder(path: string, log: Log, options: PGliteOptions = {}): Promise<EmbeddedFolder> {
	const at = layoutOf(resolve(path))
	await makeFolders(at)
	const release = await takeLock(at.folder)
	try {
		if (await finishRestore(at)) log.warn({}, say('restoreFinished'))
		const isNew = !existsSync(at.database)
		if (isNew) await makeDatabase(at, at.database)
		const pglite = await SyncedPGlite.open(at.database, options)
		await pglite.checkpoint()
		log.warn({ folder: at.folder }, say('honest'))
		return takeCare(pglite, { isNew, dumps: at.dumps, log, release })
	} catch (error) {
		await release()
		throw error
	}
}

/** Checkpoints and dumps one after another, by the clock and by what was written. */
function takeCare(
	pglite: SyncedPGlite,
	given: { isNew: boolean; dumps: string; log: Log; release: () => Promise<void> },
): EmbeddedFolder {
	const { isNew, dumps, log, release } = given
	const { syncs } = pglite
	const last = { checkpoint: now(), dump: now(), writtenAtCheckpoint: syncs.journal, writtenAtDump: syncs.journal }
	let work: Promise<unknown> = Promise.resolve()
	let closed: Promise<void> | undefined
	let checkpointAsked = false
	const timer = setInterval(byTheClock, minute).unref()

	function inTurn<T>(task: () => Promise<T>): Promise<T> {
		const done = work.then(task)
		work = done.catch(ignore)
		return done
	}

	async function checkpoint() {
		try {
			if (syncs.failure || !(await pglite.checkpoint())) return
			last.checkpoint = now()
			last.writtenAtCheckpoint = syncs.journal
		} catch (error) {
			log.error({ err: error }, say('checkpointFailed'))
		} finally {
			checkpointAsked = false
		}
	}

	async function dump() {
		const written = syncs.journal
		const file = await writeDump(pglite, dumps, new Date())
		last.dump = now()
		last.writtenAtDump = written
		log.info({ file }, say('dumpKept'))
		return file
	}

	async function dumpOrSay(largest = Number.POSITIVE_INFINITY) {
		try {
			if ((await sizeOf(pglite)) <= largest) await dump()
			else log.warn({}, say('dumpTooBig'))
		} catch (err) {
			log.error({ err }, say('dumpFailed'))
		}
	}

	function askForCheckpoint() {
		if (checkpointAsked) return
		checkpointAsked = true
		inTurn(checkpoint).catch(ignore)
	}

	function byTheClock() {
		if (syncs.failure) return
		const overdue = now() - last.checkpoint > checkpointAfter && syncs.journal > last.writtenAtCheckpoint
		if (overdue || syncs.segments.size > segmentsWithoutCheckpoint) askForCheckpoint()
		if (now() - last.dump > dumpAfter && syncs.journal > last.writtenAtDump) inTurn(() => dumpOrSay()).catch(ignore)
	}

	async function synced() {
		if (syncs.failure) throw syncs.failure
		if (syncs.segments.size > segmentsWithoutCheckpoint) askForCheckpoint()
	}

	async function closeOnce() {
		clearInterval(timer)
		if (!syncs.failure && syncs.journal > last.writtenAtDump) await dumpOrSay(largestDumpAtClose)
		await checkpoint()
		// A database whose sync failed is left as it is, and locked while this process lives: the next start recovers it.
		if (!syncs.failure) await pglite.close()
		if (syncs.failure) throw syncs.failure
		await release()
	}

	return {
		pglite,
		isNew,
		synced,
		dump: () => inTurn(dump),
		close() {
			closed ??= inTurn(closeOnce)
			return closed
		},
	}
}

/** Bytes, of the one database there is. */
async function sizeOf(pglite: PGlite): Promise<number> {
	const { rows } = await pglite.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes')
	return rows[0]?.bytes ?? 0
}

/** For what has told the log, or its caller, already. */
function ignore() {}

/** Milliseconds that no change of the clock moves. */
function now(): number {
	return performance.now()
}
