/** For the tests of the embedded database: a folder of their own, and other processes that are really other processes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import type { Log } from './folder.ts'

const hook = new URL('../../../tools/tsx-hook.ts', import.meta.url).href

export const quiet: Log = { info() {}, warn() {}, error() {} }

/** An empty folder that goes when the test ends. */
export async function freshFolder(t: TestContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'alongside-embedded-'))
	t.after(() => rm(folder, { recursive: true, force: true }))
	return folder
}

/** Another process with a part to play from `folder.test-child.ts`, and the lines it has printed so far. */
export type Other = { child: ChildProcess; lines: string[]; line(): Promise<string>; ended: Promise<number | null> }

export function otherProcess(t: TestContext, ...part: string[]): Other {
	return run(t, 'folder.test-child.ts', part)
}

/** Runs one of our modules by itself. `line()` waits for the next line of its output, '' when there is none any more. */
export function run(t: TestContext, module: string, parts: string[], env: NodeJS.ProcessEnv = {}): Other {
	const file = new URL(module, import.meta.url).pathname
	const child = spawn(process.execPath, ['--import', hook, file, ...parts], {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: { ...process.env, ...env },
	})
	t.after(() => child.kill('SIGKILL'))
	const lines: string[] = []
	const waiting: ((line: string) => void)[] = []
	let taken = 0
	const ended = new Promise<number | null>((resolve) => {
		child.on('close', (code) => {
			for (const next of waiting.splice(0)) next('')
			resolve(code)
		})
	})
	for (const input of [child.stdout, child.stderr]) {
		createInterface({ input }).on('line', (line) => {
			lines.push(line)
			const next = waiting.shift()
			if (next) next(lines[taken++] ?? '')
		})
	}
	function line(): Promise<string> {
		const known = lines[taken]
		if (known !== undefined) {
			taken += 1
			return Promise.resolve(known)
		}
		if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve('')
		return new Promise((resolve) => waiting.push(resolve))
	}
	return { child, lines, line, ended }
}
