/**
 * Runs every test: `npm test`. Words after `--` keep the files whose path holds one of them: `npm test -- individual/plan`.
 * `--postgres` starts a throw-away PostgreSQL and names it to the same tests as ALONGSIDE_TEST_POSTGRES.
 * `--short` leaves out what comes out the same on either database: for a second run, after the one on the embedded database.
 * Fails when a test fails, when a file gave no test, and when no test ran at all.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { startThrowAwayPostgres } from './throw-away-postgres.ts'

const repository = resolve(import.meta.dirname, '..')
const places = ['src', 'demo', 'tools', 'test']
const longestTest = 400_000
const longestRun = AbortSignal.timeout(40 * 60_000)
/**
 * Where no database is asked, each test starts both kinds itself, only what a browser or a reader gets of the same pages is
 * looked at, or the policies that the rest of the matrix asks are asked of one more kind of address.
 */
const sameOnEither = [
	...['src/ui/', 'src/platform/embedded/', 'tools/', 'test/browser/'],
	...['forms.', 'headers.', 'strange-fields.', 'swaps.'].map((name) => `test/access/${name}`),
	// Of what is walked in a browser the making of a plan by two is walked on both; of the rest, tests of their own ask the database.
	...globSync('test/journeys/*', { cwd: repository }).filter((file) => !/\/with(?:out)?-script\./.test(file)),
	...['database-down.', 'kill.', 'leaving-postgres.', 'record.', 'sending-killed.', 'settings.'].map(
		(name) => `test/unlucky/${name}`,
	),
]
const options = process.argv.slice(2)
const wanted = options.filter((option) => !option.startsWith('--'))
const leftOut = options.includes('--short') ? sameOnEither : []
const files = globSync(
	places.map((place) => `${place}/**/*.test.{ts,tsx}`),
	{ cwd: repository },
)
	.filter((file) => !leftOut.some((place) => file.startsWith(place)))
	.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
	.sort()

// Where test files find what one of them has made for all: see test/support/copies.ts.
const copies = mkdtempSync(join(tmpdir(), 'alongside-copies-'))
process.env.ALONGSIDE_TEST_COPIES = copies
process.on('exit', () => rmSync(copies, { recursive: true, force: true }))

if (options.includes('--postgres')) {
	const postgres = await startThrowAwayPostgres({ fsync: false })
	process.env.ALONGSIDE_TEST_POSTGRES = postgres.adminUrl
	console.log(`The tests run on PostgreSQL ${postgres.version}.`)
	await runAll()
	await postgres.stop()
} else {
	await runAll()
}

async function runAll(): Promise<void> {
	const testsOf = new Map<string, number>()
	const secondsOf = new Map<string, number>()
	let passed = false
	const stream = run({
		files: files.map((file) => resolve(repository, file)),
		cwd: repository,
		concurrency: 2,
		timeout: longestTest,
		signal: longestRun,
		execArgv: ['--import', './tools/tsx-hook.ts', '--import', './tools/end-in-time.ts'],
	})
	stream.on('test:summary', ({ file, counts, success, duration_ms: milliseconds }) => {
		if (!file) {
			passed = success
			return
		}
		testsOf.set(relative(repository, file), counts.tests)
		secondsOf.set(relative(repository, file), milliseconds / 1000)
	})
	for await (const line of stream.compose(spec)) process.stdout.write(line)

	const silent = files.filter((file) => !testsOf.get(file))
	const reported = [...testsOf.values()].reduce((sum, count) => sum + count, 0)
	const slowest = [...secondsOf].sort(([, one], [, other]) => other - one).slice(0, 15)
	console.log(`Longest: ${slowest.map(([file, seconds]) => `${file} ${seconds.toFixed(0)} s`).join(', ')}.`)
	console.log(`${reported} tests in ${files.length} files.`)
	if (silent.length > 0) console.error(`No test ran in: ${silent.join(', ')}.`)
	if (reported === 0) console.error('No test ran at all.')
	if (!passed || silent.length > 0 || reported === 0) process.exitCode = 1
}
