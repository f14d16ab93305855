import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A server of ours in a process of its own. */
export type Running = {
	/** Where it answers, such as http://127.0.0.1:40123. */
	url: string
	pid: number
	stop(): Promise<void>
}

/** Node with the hook that reads our TypeScript, as `npm start` runs it. */
export const node = { program: process.execPath, options: ['--import', './tools/tsx-hook.ts'] }

/** Ends with us, whatever becomes of us. */
const children = new Set<ChildProcess>()
/** Where those who leave are listed: nobody does. */
const erasures = mkdtempSync(join(tmpdir(), 'alongside-bench-erasures-'))
process.on('exit', () => {
	for (const child of children) child.kill('SIGKILL')
	rmSync(erasures, { recursive: true, force: true })
})

/**
 * Runs one of our programs, without the environment's own settings and with what it logs thrown away.
 *
 * @throws when it ends before it says that it is ready, with what it said instead
 */
export async function startServer(
	program: string,
	options: readonly string[],
	settings: Record<string, string>,
): Promise<Running> {
	const child = spawn(program, options, {
		cwd: root,
		env: {
			PATH: process.env.PATH,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: '0',
			ALONGSIDE_ERASURES: erasures,
			...settings,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	children.add(child)
	const ended = once(child, 'exit').then(() => children.delete(child))
	let said = ''
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said += text
	})
	const port = await new Promise<string>((resolve, reject) => {
		const listen = (text: string) => {
			said += text
			const ready = /is ready: http:\/\/localhost:(\d+)/.exec(said)?.[1]
			if (!ready) return
			child.stdout.off('data', listen).resume()
			resolve(ready)
		}
		child.stdout.setEncoding('utf8').on('data', listen)
		child.once('exit', () => reject(new Error(`${[program, ...options].join(' ')} ended:\n${said}`)))
	})
	return {
		url: `http://127.0.0.1:${port}`,
		pid: child.pid ?? 0,
		async stop() {
			child.kill('SIGTERM')
			await ended
		},
	}
}

/** Milliseconds of processor time that a process has used so far; 0 where the system does not say (elsewhere than Linux). */
export const processorTime = (pid: number): number => timesOf(pid).own

/** The same of a process and all that it started, those that have ended too. */
export const processorTimeOfAll = (pid: number): number =>
	childrenOf(pid).reduce((sum, child) => sum + processorTime(child), timesOf(pid).own + timesOf(pid).ended)

function timesOf(pid: number): { own: number; ended: number } {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /, '')
			.split(' ')
			.map(Number)
		const [user = 0, system = 0, userEnded = 0, systemEnded = 0] = fields.slice(11, 15)
		return { own: (user + system) * tick, ended: (userEnded + systemEnded) * tick }
	} catch {
		return { own: 0, ended: 0 }
	}
}

function childrenOf(pid: number): number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
	} catch {
		return []
	}
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10
