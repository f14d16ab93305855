/**
 * One process at a time in a data folder. PGlite itself lets two processes open one folder, and rows get lost.
 *
 * The lock is a file with the identity of its holder, put in place whole by link(2), which fails when the name is taken.
 * A lock whose holder is gone is succeeded, never deleted first: to succeed the holder with nonce N a process must be the
 * one that links `lock.after-N` (and when that one died half-way, `lock.after-` its own nonce, and so on). Only the end of
 * this chain may put itself in place of `lock`, and only while `lock` still says N: whoever comes late sees another nonce.
 */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { say } from './embedded.words.ts'

/** Who holds a lock: `start` tells a process from a later one with the same id; absent where it cannot be read. */
type Holder = { readonly pid: number; readonly start?: string | undefined; readonly nonce: string }

/** Another process, or this one, has the folder open. */
export class FolderInUse extends Error {
	override readonly name = 'FolderInUse'
}

/**
 * Takes the folder for this process.
 *
 * @param folder an existing folder
 * @returns a function that gives the folder back
 * @throws FolderInUse with a sentence that names the process which holds it
 */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
	const lock = join(folder, 'lock')
	const me: Holder = { pid: process.pid, start: await startOf(process.pid), nonce: randomUUID() }
	const mine = join(folder, `lock.from-${me.nonce}`)
	await writeWhole(mine, JSON.stringify(me))
	try {
		for (;;) {
			if (await linked(mine, lock)) break
			const stale = await holderOf(lock)
			if (!stale) continue
			await refuseIfAlive(stale, folder)
			if (await succeed(stale, { folder, lock, mine })) break
		}
	} finally {
		await rm(mine, { force: true })
	}
	return async () => {
		if ((await holderOf(lock))?.nonce === me.nonce) await rm(lock)
	}
}

/**
 * Works while no other process can in this folder, which is made when it is not there.
 *
 * @throws FolderInUse
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
	await mkdir(folder, { recursive: true, mode: 0o700 })
	const release = await takeLock(folder)
	try {
		return await work()
	} finally {
		await release()
	}
}

/** Follows the chain of successors to its end; true when that is us and we are in place, false to begin again. */
async function succeed(stale: Holder, at: { folder: string; lock: string; mine: string }): Promise<boolean> {
	const chain = [join(at.folder, `lock.after-${stale.nonce}`)]
	for (let next = chain[0]; next && !(await linked(at.mine, next)); next = chain.at(-1)) {
		const other = await holderOf(next)
		if (!other) return false
		await refuseIfAlive(other, at.folder)
		chain.push(join(at.folder, `lock.after-${other.nonce}`))
	}
	const stillStale = (await holderOf(at.lock))?.nonce === stale.nonce
	if (stillStale) await rename(at.mine, at.lock)
	// Only after the new lock is in place may the chain go: a late comer who links one of its names again sees our nonce.
	for (const file of stillStale ? chain : chain.slice(-1)) await rm(file, { force: true })
	return stillStale
}

async function refuseIfAlive(holder: Holder, folder: string): Promise<void> {
	if (await isAlive(holder)) throw new FolderInUse(say('inUse', { pid: holder.pid, folder }))
}

async function isAlive({ pid, start }: Holder): Promise<boolean> {
	try {
		process.kill(pid, 0)
	} catch (error) {
		if (codeOf(error) === 'ESRCH') return false
	}
	const now = await startOf(pid)
	return now !== 'ended' && (start === undefined || now === undefined || now === start)
}

/** When a process started, in whatever form this system tells it; `ended` for one that only waits to be buried. */
async function startOf(pid: number): Promise<string | undefined> {
	try {
		if (process.platform !== 'linux') {
			const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])
			return stdout.trim() || undefined
		}
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
		// proc(5): the name in brackets may hold anything; after it come the state (field 3) and so on to the start (22).
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
		const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
		return `${boot.trim()} ${fields[19]}`
	} catch {
		return undefined
	}
}

async function holderOf(file: string): Promise<Holder | undefined> {
	try {
		const holder: unknown = JSON.parse(await readFile(file, 'utf8'))
		if (isHolder(holder)) return holder
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined
	}
	throw new FolderInUse(say('unreadableLock', { file }))
}

function isHolder(value: unknown): value is Holder {
	if (typeof value !== 'object' || value === null || !('pid' in value) || !('nonce' in value)) return false
	return Number.isInteger(value.pid) && typeof value.nonce === 'string' && /^[\w-]+$/.test(value.nonce)
}

/** Gives a file a second name; false when that name is taken. */
async function linked(file: string, name: string): Promise<boolean> {
	try {
		await link(file, name)
		return true
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false
		throw error
	}
}

async function writeWhole(file: string, text: string): Promise<void> {
	const handle = await open(file, 'wx', 0o600)
	try {
		await handle.writeFile(text)
		await handle.sync()
	} finally {
		await handle.close()
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined
}
