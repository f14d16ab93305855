/** The whole program in a process of its own, as `npm start` runs it, and browsers that reach it over the network. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const secondsToStart = 60

export type Program = {
	child: ChildProcess
	/** Where it listens. */
	port: number
	/** All that it wrote so far, the log and what it says to whoever started it. */
	output(): string
	/** Sends a signal, waits for the end, and answers the exit code, or the signal that ended it. */
	end(signal: NodeJS.Signals): Promise<number | string>
}

export type Environment = Record<string, string>

/** An empty folder that goes when the test file has run. */
export function freshFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-unlucky-'))
	after(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** Where each program anchors its record and lists who left: never in the folder of ours that it runs in. */
const anchors = freshFolder()
let launched = 0

function launch(environment: Environment) {
	const child = spawn(process.execPath, ['--import', './tools/tsx-hook.ts', 'src/main.ts'], {
		cwd: root,
		env: {
			PATH: process.env.PATH ?? '',
			PORT: '0',
			ALONGSIDE_ANCHORS: join(anchors, String(launched)),
			ALONGSIDE_ERASURES: join(anchors, `erasures-${launched++}`),
			...environment,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	after(() => child.kill('SIGKILL'))
	const said = { out: '', err: '' }
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		said.out += text
	})
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said.err += text
	})
	const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
	return { child, said, ended }
}

/** Starts the program and waits until it says that it is ready. Throws what it said when it is not. */
export async function start(environment: Environment): Promise<Program> {
	const { child, said, ended } = launch(environment)
	const output = () => said.out + said.err
	const ready = new Promise<void>((resolve) => {
		child.stdout?.on('data', () => said.out.includes('Alongside is ready') && resolve())
	})
	const late = AbortSignal.timeout(secondsToStart * 1000)
	const tooLate = once(late, 'abort').then(() => 'did not start in time')
	const end = await Promise.race([ready, ended, tooLate])
	if (end !== undefined) throw new Error(`The program ended with ${end}:\n${output()}`)
	const port = Number(output().match(/ready: \S+:(\d+)/)?.[1])
	return {
		child,
		port,
		output,
		async end(signal) {
			child.kill(signal)
			return ended
		},
	}
}

/** Starts a program that is to refuse, and answers how it ended and what it said on either output. */
export async function refusal(environment: Environment): Promise<{ code: number | string; out: string; err: string }> {
	const { child, said, ended } = launch(environment)
	const late = setTimeout(() => child.kill('SIGKILL'), secondsToStart * 1000)
	const code = await ended
	clearTimeout(late)
	return { code, ...said }
}

/** A browser without script, over the network. */
export type Visitor = {
	get(path: string): Promise<Got>
	post(path: string, fields: Record<string, string>): Promise<Got>
}
export type Got = { status: number; html: string; location: string | null }

/** Comes in as one of the invented people. */
export async function visit(port: number, account?: string): Promise<Visitor> {
	const origin = `http://localhost:${port}`
	let cookie = ''
	let csrf = ''
	const go = async (path: string, request: RequestInit): Promise<Got> => {
		const answer = await fetch(origin + path, {
			redirect: 'manual',
			signal: AbortSignal.timeout(20_000),
			...request,
			headers: { cookie, ...request.headers },
		})
		const session = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='))
		if (session) cookie = session.split(';', 1)[0] ?? ''
		const html = await answer.text()
		csrf = html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? csrf
		return { status: answer.status, html, location: answer.headers.get('location') }
	}
	const visitor: Visitor = {
		get: (path) => go(path, {}),
		post: (path, fields) =>
			go(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }), headers: { origin } }),
	}
	if (account) {
		const { status } = await visitor.post('/demo/sign-in', { account })
		if (status !== 303) throw new Error(`Signing in as ${account} answered ${status}.`)
		await visitor.get('/')
	}
	return visitor
}
