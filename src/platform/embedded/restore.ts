/** Puts a dump in the place of the present database, which is kept aside. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { say } from './embedded.words.ts'
import { exchange, finishRestore, layoutOf, makeDatabase, makeFolders } from './layout.ts'
import { takeLock } from './lock.ts'

/** Why a restore was not begun, in one sentence for the one who asked. Nothing has changed then. */
export class RestoreRefused extends Error {
	override readonly name = 'RestoreRefused'
}

/**
 * Restores a dump: tried beside the present database first, exchanged only when it opens and answers.
 *
 * @param path the data folder; made when it is not there
 * @param file a dump
 * @returns where the database from before is kept, when there was one
 * @throws RestoreRefused or FolderInUse
 */
export async function restore(path: string, file: string): Promise<string | undefined> {
	const tar = await tarIn(file)
	const at = layoutOf(resolve(path))
	await makeFolders(at)
	const release = await takeLock(at.folder)
	try {
		await finishRestore(at)
		try {
			await makeDatabase(at, at.restored, new Blob([tar], { type: 'application/x-tar' }))
		} catch (cause) {
			throw new RestoreRefused(say('doesNotOpen', { file }), { cause })
		}
		return await exchange(at, new Date())
	} finally {
		await release()
	}
}

async function tarIn(file: string): Promise<Uint8Array<ArrayBuffer>> {
	const zipped = await readFile(file).catch((cause: unknown) => {
		throw new RestoreRefused(say('noFile', { file }), { cause })
	})
	try {
		const tar = await promisify(gunzip)(zipped)
		if (namesIn(tar).some((name) => /(^|\/)PG_VERSION$/.test(name))) return new Uint8Array(tar)
	} catch (cause) {
		throw new RestoreRefused(say('notADump', { file }), { cause })
	}
	throw new RestoreRefused(say('notADump', { file }))
}

/** The file names in a tar: each header is a block of 512 bytes, the name at 0, the size in octal at 124 (POSIX ustar). */
function namesIn(tar: Buffer): string[] {
	const names: string[] = []
	for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
		names.push(tar.toString('utf8', at, at + 100).replace(/\0.*$/s, ''))
		const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8)
		if (!(size >= 0)) throw new RangeError('a header without a size')
		at += 512 + Math.ceil(size / 512) * 512
	}
	return names
}
