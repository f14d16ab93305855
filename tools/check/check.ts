/**
 * All checks, a line each: `npm run check`. Some of them: `npm run check -- words tables`. Exits with 1 if any found a problem.
 * A check that saw fewer modules, tables or sentences than there are has failed, whatever it found in the rest.
 */
import { fileURLToPath } from 'node:url'
import { checks, type Outcome } from './parts.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(checks, name))
if (unknown.length > 0) {
	console.error(`There is no check called ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`)
	process.exit(2)
}

const failed: string[] = []
for (const [name, check] of Object.entries(checks)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue
	const began = performance.now()
	const { saw, problems } = await check(root).catch(
		(error: unknown): Outcome => ({
			saw: '',
			problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
		}),
	)
	const seconds = ((performance.now() - began) / 1000).toFixed(1)
	console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(8)} ${saw} (${seconds} s)`)
	for (const problem of problems) console.log(`     ${problem.replaceAll('\n', '\n     ')}`)
	if (problems.length > 0) failed.push(name)
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
