/**
 * Copies of the embedded database, each one file that `npm run restore` takes.
 * Kept are the 7 newest, and the newest of each of the last 7 days (UTC) that have any: a quiet fortnight loses none.
 */
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { stamp, syncFile } from './layout.ts'
import { syncFolder } from './sync.ts'

const kept = 7
const name = /^alongside-(\d{4}-\d\d-\d\d)T[\d.-]+Z\.tar\.gz$/

/**
 * Writes a copy beside the others and drops what is too old to keep.
 *
 * @param dumps the folder of copies
 * @param when the moment that names it
 * @returns the path of the copy, which is on disk whole
 */
export async function writeDump(pglite: PGlite, dumps: string, when: Date): Promise<string> {
	const file = join(dumps, `alongside-${stamp(when)}.tar.gz`)
	const half = `${file}.half`
	try {
		const dump = await pglite.dumpDataDir('gzip')
		await writeFile(half, new Uint8Array(await dump.arrayBuffer()), { mode: 0o600 })
		await syncFile(half)
		await rename(half, file)
	} catch (error) {
		await rm(half, { force: true })
		throw error
	}
	syncFolder(dumps)
	const names = await readdir(dumps)
	const keep = dumpsToKeep(names)
	const old = names.filter((one) => (name.test(one) && !keep.has(one)) || one.endsWith('.tar.gz.half'))
	for (const one of old) await rm(join(dumps, one))
	return file
}

/** Which of these file names to keep; names that are not ours are not looked at. */
export function dumpsToKeep(names: readonly string[]): Set<string> {
	const newestFirst = names
		.filter((one) => name.test(one))
		.sort()
		.reverse()
	const newestOfDay = new Map<string, string>()
	for (const one of newestFirst) {
		const day = name.exec(one)?.[1] ?? ''
		if (!newestOfDay.has(day)) newestOfDay.set(day, one)
	}
	return new Set([...newestFirst.slice(0, kept), ...[...newestOfDay.values()].slice(0, kept)])
}
