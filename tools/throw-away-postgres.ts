/** A PostgreSQL server for tests: in a temporary folder, on a free port of this machine, gone with the process that started it. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { copyEmbedded, giveTo, type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'

/** `adminUrl` signs in as the superuser of the whole server; `stop` ends the server and removes its folder. */
export type ThrowAwayPostgres = { adminUrl: string; version: number; stop(): Promise<void> }

type Account = { uid: number; gid: number }
type Running = { folder: string; server?: ChildProcess }

const secondsToStart = 60
const running = new Set<Running>()

/**
 * Starts a server and waits until it answers.
 * @param options `fsync: false` for speed where nothing tests a crash; `binaries` to choose among `postgresBinaries()`
 * @throws when no server is found, or with the server's own log when it does not start
 */
export async function startThrowAwayPostgres(
	options: { fsync?: boolean; binaries?: PostgresBinaries } = {},
): Promise<ThrowAwayPostgres> {
	const binaries = options.binaries ?? postgresBinaries()[0]
	if (!binaries)
		throw new Error('No PostgreSQL 15 or newer is here. Set PG_BINDIR to the folder that holds initdb and postgres.')
	const account = unprivilegedAccount()
	const folder = mkdtempSync(join(tmpdir(), 'alongside-postgres-'))
	const ours: Running = { folder }
	endWithThisProcess(ours)
	try {
		const bin = binaries.embedded ? copyEmbedded(binaries, folder) : binaries.folder
		const password = randomBytes(24).toString('hex')
		writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
		if (account) giveTo(account, folder)
		const child: SpawnOptions = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...account }
		await createCluster(bin, child)
		const port = await freePort()
		const log = openSync(join(folder, 'server.log'), 'a')
		const settings = { ...loopbackOnly(port), ...(options.fsync === false ? withoutSync : {}) }
		ours.server = spawn(
			join(bin, 'postgres'),
			['-D', 'data', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
			{ ...child, stdio: ['ignore', log, log] },
		)
		const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
		await untilItAnswers(adminUrl, ours.server, join(folder, 'server.log'))
		return { adminUrl, version: binaries.version, stop: () => stop(ours) }
	} catch (error) {
		await stop(ours)
		throw error
	}
}

const loopbackOnly = (port: number) => ({ listen_addresses: '127.0.0.1', port, unix_socket_directories: '' })
const withoutSync = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** PostgreSQL refuses to run as root: then it runs as the account made for it, or as nobody. */
function unprivilegedAccount(): Account | undefined {
	if (process.getuid?.() !== 0) return undefined
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
	const found = ['postgres', 'nobody'].flatMap((name) => accounts.filter(([account]) => account === name))[0]
	if (!found) throw new Error('PostgreSQL does not run as root, and there is neither an account postgres nor nobody.')
	return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Every sign-in needs the password, also from this machine. Not every machine knows the locale C.UTF-8. */
async function createCluster(bin: string, child: SpawnOptions): Promise<void> {
	const common = [
		'-D',
		'data',
		'--username=postgres',
		'--pwfile=password',
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		'--no-sync',
	]
	const problems: string[] = []
	for (const locale of ['C.UTF-8', 'C']) {
		const initdb = spawn(join(bin, 'initdb'), [...common, `--locale=${locale}`], {
			...child,
			stdio: ['ignore', 'ignore', 'pipe'],
		})
		initdb.stderr?.setEncoding('utf8').on('data', (text: string) => problems.push(text))
		const [code] = await once(initdb, 'close')
		if (code === 0) return
	}
	throw new Error(`initdb failed:\n${problems.join('')}`)
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	await once(server, 'close')
	if (!address || typeof address === 'string') throw new Error('This machine gives no free port.')
	return address.port
}

async function untilItAnswers(adminUrl: string, server: ChildProcess, log: string): Promise<void> {
	for (let waited = 0; waited < secondsToStart * 20; waited++) {
		if (hasEnded(server)) break
		const client = new Client({ connectionString: adminUrl })
		try {
			await client.connect()
			await client.end()
			return
		} catch {
			await pause(50)
		}
	}
	throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`)
}

/** Ends the sessions and the server, writes what is to be written, removes the folder. */
async function stop(ours: Running): Promise<void> {
	const { server, folder } = ours
	if (server && !hasEnded(server)) {
		const ended = once(server, 'exit')
		server.kill('SIGINT')
		const late = setTimeout(() => server.kill('SIGQUIT'), 10_000)
		await ended
		clearTimeout(late)
	}
	await rm(folder, { recursive: true, force: true })
	running.delete(ours)
	if (running.size === 0) for (const [event, end] of endings) process.off(event, end)
}

function hasEnded(server: ChildProcess): boolean {
	return server.exitCode !== null || server.signalCode !== null
}

/** A process that ends in a hurry cannot wait: each server is told to stop at once, and its folder goes. */
function endAll(): void {
	for (const { server } of running) server?.kill('SIGQUIT')
	for (const { folder } of running) removeNow(folder)
	running.clear()
}

/** A server that is ending still writes: what it puts into the folder meanwhile makes the removal fail, so again. */
function removeNow(folder: string): void {
	for (let attempt = 0; attempt < 100 && existsSync(folder); attempt++) {
		try {
			rmSync(folder, { recursive: true, force: true })
		} catch {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
		}
	}
}

/** Signals do not pass through `exit` by themselves; 128 and the signal's number is what a shell would say. */
const endings: [NodeJS.Signals | 'exit', () => void][] = [
	['exit', endAll],
	['SIGHUP', () => process.exit(129)],
	['SIGINT', () => process.exit(130)],
	['SIGTERM', () => process.exit(143)],
]

function endWithThisProcess(ours: Running): void {
	if (running.size === 0) for (const [event, end] of endings) process.on(event, end)
	running.add(ours)
}
