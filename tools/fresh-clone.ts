/**
 * Does what a new user does, with what is committed: clones into an empty folder, runs `npm ci && npm start`, opens the first page,
 * ends it, starts it again. As root it does so a second time as an ordinary user. `npm run test:fresh-clone`;
 * with `-- --test` it runs `npm ci && npm test` in each clone too. Leaves nothing behind.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { giveTo } from './postgres-binaries.ts'

type User = { name: string; account?: { uid: number; gid: number } }

const ordinary: User = { name: 'an ordinary user', account: { uid: 65534, gid: 65534 } }
const users: User[] = process.getuid?.() === 0 ? [{ name: 'root' }, ordinary] : [{ name: 'this user' }]
const secondsToFirstPage = { empty: 8, existing: 2 }
const repository = join(import.meta.dirname, '..')

for (const user of users) await tryAs(user)

async function tryAs({ name, account }: User): Promise<void> {
	const stage = mkdtempSync(join(tmpdir(), 'alongside-fresh-'))
	try {
		const [clone, home] = [join(stage, 'alongside'), join(stage, 'home')]
		execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone])
		mkdirSync(home)
		if (account) giveTo(account, stage)
		const port = await freePort()
		const child: SpawnOptions = { cwd: clone, env: environmentOf(account ? home : process.env.HOME, port), ...account }
		console.log(`As ${name}: npm ci took ${await secondsOf(() => succeeds('ci', child))} s`)
		for (const folder of ['empty', 'existing'] as const) {
			const seconds = await startAndEnd(child, port)
			const bar = secondsToFirstPage[folder]
			console.log(`As ${name}: first page after ${seconds} s on an ${folder} folder (the bar is ${bar} s)`)
		}
		if (process.argv.includes('--test')) {
			console.log(`As ${name}: npm ci took ${await secondsOf(() => succeeds('ci', child))} s again`)
			console.log(`As ${name}: npm test took ${await secondsOf(() => succeeds('test', child))} s`)
		}
	} finally {
		rmSync(stage, { recursive: true, force: true, maxRetries: 5 })
	}
}

/** What a new user's shell knows: nothing of the npm and the Node that run this script, and no setting of Alongside. */
function environmentOf(home: string | undefined, port: number): NodeJS.ProcessEnv {
	const ours = /^(npm_.*|NODE|NODE_OPTIONS|INIT_CWD|HOST|PUBLIC_URL|DATABASE_.*|ALONGSIDE_.*)$/
	const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
	const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
	return { ...Object.fromEntries(kept), PATH: path.join(delimiter), HOME: home, PORT: String(port) }
}

async function succeeds(command: 'ci' | 'test', child: SpawnOptions): Promise<void> {
	const [code] = await once(spawn('npm', [command], { ...child, stdio: ['ignore', 'inherit', 'inherit'] }), 'exit')
	assert.equal(code, 0, `npm ${command} ended with ${code}`)
}

/** Starts, waits for the line with the address, health and the first page, and ends it as a supervisor would. */
async function startAndEnd(child: SpawnOptions, port: number): Promise<number> {
	const address = `http://localhost:${port}`
	const server = spawn('npm', ['start'], { ...child, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
	try {
		const seconds = await secondsOf(async () => {
			await untilItSays(server, address)
			const health: unknown = await (await fetch(`${address}/health`)).json()
			assert.ok(health && typeof health === 'object' && 'status' in health && health.status === 'ok')
			const page = await fetch(`${address}/`)
			assert.equal(page.status, 200)
			assert.match(await page.text(), /<h1/)
		})
		const ended = once(server, 'exit')
		server.kill('SIGTERM')
		const [code, signal] = await Promise.race([ended, pause(15_000, ['nothing', 'after 15 seconds'], { ref: false })])
		assert.deepEqual([code, signal], [0, null], 'npm start, told to end by SIGTERM, does not end with code 0')
		await assert.rejects(fetch(`${address}/health`), 'the server outlives npm start')
		return seconds
	} finally {
		endGroupOf(server)
	}
}

/** Listens to what the server prints, until it prints the address. */
async function untilItSays(server: ChildProcess, address: string): Promise<void> {
	assert.ok(server.stdout)
	let said = ''
	server.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text
	})
	for (let waited = 0; waited < 60_000; waited += 20) {
		if (said.includes(address)) return
		if (server.exitCode !== null) break
		await pause(20)
	}
	assert.fail(`npm start did not print ${address}, but:\n${said}`)
}

/** The group is npm, its shell and the server: started by us, named by its own id. */
function endGroupOf(server: ChildProcess): void {
	if (server.pid === undefined) return
	try {
		process.kill(-server.pid, 'SIGKILL')
	} catch {
		// Nobody of the group is left, as it should be.
	}
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
	const started = performance.now()
	await work()
	return Math.round((performance.now() - started) / 100) / 10
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	server.close()
	assert.ok(address && typeof address === 'object')
	return address.port
}
