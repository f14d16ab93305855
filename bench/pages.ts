import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, processorTimeOfAll, type Running, root, startServer } from './processes.ts'
import { timesOfRendering } from './rendering.tsx'
import { idOfNth, peopleEach, signInPractitioners } from './seed.ts'

/** What the process that asks for pages is told, and what it tells. Latencies, and what asking for a page costs it, in milliseconds. */
export type Load = {
	url: string
	seconds: number
	connections: number
	requests: { path: string; headers: Record<string, string> }[]
}
export type Loaded = {
	rate: number
	pages: number
	failures: number
	middle: number
	slowest: number
	bytes: number
	asking: number
}

/** One round of load, with milliseconds of processor time per page in the server and in all of the database's processes. */
type Round = Loaded & { server: number; database: number }

const connections = 16
const rounds = 5

/** The programs that are asked in turn; `beneath` is what ours and the Express page share, without a page. */
const programs = { ours: 'src/main.ts', express: 'bench/express/server.ts', beneath: 'bench/express/beneath.ts' }

/**
 * The plan page of 200 people, each opened by their practitioner, on PostgreSQL: ours, the Express page and what lies beneath
 * both in turn, so that whatever else the machine does meets all three.
 */
export async function pageFigures(database: BenchDatabase, people: number, seconds: number): Promise<Figure[]> {
	const cookies = await signInPractitioners(database.admin, Math.ceil(people / peopleEach))
	const start = (program: string) =>
		startServer(node.program, [...node.options, program], {
			DATABASE_URL: database.serverUrl,
			ALONGSIDE_ERASURES: join(tmpdir(), `alongside-bench-erasures-${process.pid}`),
		})
	const [ours, express, beneath] = await Promise.all([
		start(programs.ours),
		start(programs.express),
		start(programs.beneath),
	])
	const servers = [ours, express, beneath]
	const plain = requestsFor(people, cookies)
	const gzip = plain.map(({ path, headers }) => ({ path, headers: { ...headers, 'accept-encoding': 'gzip' } }))
	const round = (server: Running, requests = plain) => load(database, server, requests, seconds)
	try {
		for (const server of servers) await showsThePlan(server, plain[0])
		for (const server of servers) await round(server)
		const all: Round[][] = servers.map(() => [])
		for (let turn = 0; turn < rounds; turn++) {
			for (const [at, server] of servers.entries()) all[at]?.push(await round(server))
		}
		const [page, other, nothing] = all.map(together) as [Round, Round, Round]
		const [zipped, otherZipped] = [await round(ours, gzip), await round(express, gzip)]
		const yardstick = (await timesOfRendering(database)).nunjucks
		const whole = page.server + page.database + page.asking
		const above = { ours: page.server - nothing.server, express: other.server - nothing.server }
		return [
			{
				name: 'plan page, processor time in all',
				measured: whole,
				unit: 'ms',
				note: `server ${page.server.toFixed(2)}, database ${page.database.toFixed(2)}, asking ${page.asking.toFixed(2)}`,
			},
			{
				name: 'plan page against Nunjucks rendering it once',
				measured: whole / yardstick,
				unit: 'times',
				bar: { atMost: 4.5 },
				note: `Nunjucks ${yardstick.toFixed(3)} ms of processor; where it takes 0.89 ms, two processors have 4.5 times that for each of 500 pages a second`,
			},
			{
				name: 'Express against ours, above what both share',
				measured: above.express / above.ours,
				unit: 'times',
				bar: { atLeast: 2 },
				note: `processor time in the server: Express ${other.server.toFixed(2)} ms, ours ${page.server.toFixed(2)} ms, beneath both ${nothing.server.toFixed(2)} ms`,
			},
			{ name: 'plan page on PostgreSQL', measured: page.rate, unit: 'pages/s', note: noteOf(page) },
			{ name: 'same page in Express and Nunjucks', measured: other.rate, unit: 'pages/s', note: noteOf(other) },
			{ name: 'rate of ours against Express', measured: page.rate / other.rate, unit: 'times' },
			{ name: 'what lies beneath both', measured: nothing.rate, unit: 'pages/s', note: noteOf(nothing) },
			{ name: 'plan page with gzip', measured: zipped.rate, unit: 'pages/s', note: noteOf(zipped) },
			{ name: 'Express with gzip', measured: otherZipped.rate, unit: 'pages/s', note: noteOf(otherZipped) },
		]
	} finally {
		await Promise.all(servers.map((server) => server.stop()))
	}
}

/** Everybody's plan, in an order in which neighbours belong to different practitioners. */
function requestsFor(people: number, cookies: readonly string[]): Load['requests'] {
	return Array.from({ length: people }, (_, at) => {
		const person = ((at * peopleEach) % people) + Math.floor((at * peopleEach) / people) + 1
		const cookie = cookies[Math.floor((person - 1) / peopleEach)] ?? ''
		return {
			path: `/people/${idOfNth('person', person)}/plan`,
			headers: { cookie, 'accept-encoding': 'identity' },
		}
	})
}

async function showsThePlan({ url }: Running, request: Load['requests'][number] | undefined): Promise<void> {
	const answer = await fetch(`${url}${request?.path}`, { headers: request?.headers ?? {} })
	const html = await answer.text()
	const outcomes = new Set(html.match(/\/outcomes\/[0-9a-f-]{36}(?=")/g)).size
	if (answer.status !== 200 || outcomes !== 3)
		throw new Error(`${url} answered ${answer.status} with ${outcomes} outcomes.`)
}

/** Loads a server for some seconds, and holds the record of access against the pages that were answered. */
async function load(
	{ admin }: BenchDatabase,
	server: Running,
	requests: Load['requests'],
	seconds: number,
): Promise<Round> {
	const before = await entries(admin)
	const postmaster = await postmasterOf(admin)
	const time = () => ({ server: processorTime(server.pid), database: processorTimeOfAll(postmaster) })
	const then = time()
	const loaded = await ask({ url: server.url, seconds, connections, requests })
	const now = time()
	const written = (await entries(admin)) - before
	if (loaded.failures > 0) throw new Error(`${loaded.failures} pages of ${server.url} failed.`)
	// Those still on their way when the time was up have been recorded too.
	if (written < loaded.pages || written > loaded.pages + 2 * connections) {
		throw new Error(`${loaded.pages} pages were shown, and ${written} looks recorded.`)
	}
	return {
		...loaded,
		server: (now.server - then.server) / loaded.pages,
		database: (now.database - then.database) / loaded.pages,
	}
}

async function entries(admin: BenchDatabase['admin']): Promise<number> {
	const { rows } = await admin.query<{ count: number }>('select count(*)::integer as count from access_entry')
	return rows[0]?.count ?? 0
}

/** The process that all others of PostgreSQL's are started by. */
async function postmasterOf(admin: BenchDatabase['admin']): Promise<number> {
	const { rows } = await admin.query<{ pid: number }>(
		`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer as pid`,
	)
	return rows[0]?.pid ?? 0
}

async function ask(what: Load): Promise<Loaded> {
	const child = spawn(node.program, [...node.options, 'bench/load.ts', JSON.stringify(what)], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
	if (code !== 0) throw new Error(`The process that asks for pages ended with ${code}.`)
	return JSON.parse(said)
}

/** What costs processor time, to which others on the machine can only add. */
const costs: ReadonlySet<string> = new Set<keyof Round>(['server', 'database', 'asking'])

/** Several rounds as one: the middle of each figure, and the least of each cost. */
function together(all: readonly Round[]): Round {
	const [first] = all
	if (!first) throw new RangeError('There is nothing in no rounds.')
	const one = (key: keyof Round) => (costs.has(key) ? Math.min : (...each: number[]) => median(each))
	const keys = Object.keys(first) as (keyof Round)[]
	return Object.fromEntries(keys.map((key) => [key, one(key)(...all.map((round) => round[key]))])) as Round
}

function noteOf({ middle, slowest, server, database, bytes }: Round): string {
	return `${middle} ms in the middle, ${slowest} ms at the 99th of 100; per page ${server.toFixed(2)} ms of processor in the server, ${database.toFixed(2)} ms in the database; ${Math.round(bytes)} bytes`
}
