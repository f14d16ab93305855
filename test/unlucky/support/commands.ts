import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Environment } from './program.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs one of our modules by itself. Answers how it ended and all that it said. */
export async function run(module: string, parts: string[], environment: Environment) {
	const child = spawn(process.execPath, ['--import', './tools/tsx-hook.ts', module, ...parts], {
		cwd: root,
		env: { PATH: process.env.PATH ?? '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let said = ''
	for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (text: string) => (said += text))
	const [code, signal] = await once(child, 'close')
	return { ended: (code ?? signal) as number | string, said }
}
