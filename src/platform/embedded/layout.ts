/** What lies where in a data folder (`ALONGSIDE_DATA`), and how a database comes into it whole or not at all. */
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SyncedPGlite, syncFolder } from './sync.ts'

/** Only the account that runs the program may look in: files inside are PGlite's own and carry its modes. */
const ownOnly = { recursive: true, mode: 0o700 }

export type Layout = ReturnType<typeof layoutOf>

/** The paths inside a data folder. */
export function layoutOf(folder: string) {
	return {
		folder,
		database: join(folder, 'database'),
		/** Half-made: thrown away at the next start. */
		beingMade: join(folder, 'database-being-made'),
		/** Whole, and on its way to become `database`. */
		restored: join(folder, 'database-restored'),
		dumps: join(folder, 'dumps'),
		/** @param when the moment of the restore */
		keptAside: (when: Date) => join(folder, `database-before-${stamp(when)}`),
	}
}

/** An ISO time that any file system takes as part of a name, and that sorts by time. */
export function stamp(when: Date): string {
	return when.toISOString().replaceAll(':', '-')
}

/** Makes the data folder and its folder of dumps. */
export async function makeFolders(at: Layout): Promise<void> {
	await mkdir(at.folder, ownOnly)
	await mkdir(at.dumps, ownOnly)
}

/**
 * Makes a database beside the present one, tries it, closes it and brings it to disk whole, under the name `to`.
 *
 * @param from a tar of a PGlite folder; absent for an empty database
 * @throws when it does not open or answer; nothing else is touched then
 */
export async function makeDatabase(at: Layout, to: string, from?: Blob): Promise<void> {
	await rm(at.beingMade, { recursive: true, force: true })
	await mkdir(at.beingMade, ownOnly)
	try {
		const database = await SyncedPGlite.open(at.beingMade, from ? { loadDataDir: from } : {})
		try {
			await database.query('select count(*) from pg_class')
			await database.checkpoint()
		} finally {
			await database.close()
		}
		await syncTree(at.beingMade)
		await rename(at.beingMade, to)
		syncFolder(at.folder)
	} catch (error) {
		await rm(at.beingMade, { recursive: true, force: true })
		throw error
	}
}

/**
 * Puts a restored database in the place of the present one, which is kept aside.
 * A power cut between the two renames leaves `restored` without `database`; `finishRestore` completes that.
 *
 * @returns where the earlier one is kept, or nothing when there was none
 */
export async function exchange(at: Layout, when: Date): Promise<string | undefined> {
	const kept = existsSync(at.database) ? at.keptAside(when) : undefined
	if (kept) await rename(at.database, kept)
	await finishRestore(at)
	return kept
}

/** Completes a restore that was cut short, or forgets one that had not begun to exchange; true when it completed one. */
export async function finishRestore(at: Layout): Promise<boolean> {
	if (!existsSync(at.restored)) return false
	if (existsSync(at.database)) {
		await rm(at.restored, { recursive: true })
		return false
	}
	await rename(at.restored, at.database)
	syncFolder(at.folder)
	return true
}

/** Brings every file and folder under a folder to disk. PGlite copies a new database into place without a sync. */
async function syncTree(folder: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name)
		if (entry.isDirectory()) await syncTree(path)
		else if (entry.isFile()) await syncFile(path)
	}
	syncFolder(folder)
}

/** Brings one file to disk. */
export async function syncFile(path: string): Promise<void> {
	const handle = await open(path, 'r')
	try {
		await handle.sync()
	} finally {
		await handle.close()
	}
}
