import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, type Running, root, startServer } from './processes.ts'
import { idOfNth, peopleEach, signInPractitioners } from './seed.ts'

/** What the process that asks for pages is told, and what it tells. Latencies in milliseconds. */
export type Load = {
	url: string
	seconds: number
	connections: number
	requests: { path: string; headers: Record<string, string> }[]
}
export type Loaded = { rate: number; pages: number; failures: number; middle: number; slowest: number; bytes: number }

/** One round of load, with milliseconds of processor time per page in the server and in the database. */
type Round = Loaded & { server: number; database: number }

const connections = 16
const rounds = 3

/**
 * The plan page of 200 people, each opened by their practitioner, on PostgreSQL: ours and the Express page in turn, so that
 * whatever else the machine does meets both.
 */
export async function pageFigures(database: BenchDatabase, people: number, seconds: number): Promise<Figure[]> {
	const cookies = await signInPractitioners(database.admin, Math.ceil(people / peopleEach))
	const settings = { DATABASE_URL: database.serverUrl }
	const [ours, express] = await Promise.all([
		startServer(node.program, [...node.options, 'src/main.ts'], settings),
		startServer(node.program, [...node.options, 'bench/express/server.ts'], settings),
	])
	const requests = requestsFor(people, cookies)
	try {
		for (const server of [ours, express]) await showsThePlan(server, requests[0])
		const plain = { ours: [] as Round[], express: [] as Round[], gzip: [] as Round[], expressGzip: [] as Round[] }
		for (const server of [ours, express]) await load(database, server, requests, 3)
		for (let round = 0; round < rounds; round++) {
			plain.ours.push(await load(database, ours, requests, seconds))
			plain.express.push(await load(database, express, requests, seconds))
		}
		const gzip = requests.map(({ path, headers }) => ({ path, headers: { ...headers, 'accept-encoding': 'gzip' } }))
		plain.gzip.push(await load(database, ours, gzip, seconds))
		plain.expressGzip.push(await load(database, express, gzip, seconds))
		const [rate, baseline] = [middleRate(plain.ours), middleRate(plain.express)]
		return [
			{
				name: 'plan page on PostgreSQL',
				measured: rate,
				unit: 'pages/s',
				bar: { atLeast: 500 },
				note: noteOf(plain.ours),
			},
			{ name: 'same page in Express and Nunjucks', measured: baseline, unit: 'pages/s', note: noteOf(plain.express) },
			{ name: 'ours against Express', measured: rate / baseline, unit: 'times', bar: { atLeast: 2 } },
			{ name: 'plan page with gzip', measured: middleRate(plain.gzip), unit: 'pages/s', note: noteOf(plain.gzip) },
			{
				name: 'Express with gzip',
				measured: middleRate(plain.expressGzip),
				unit: 'pages/s',
				note: noteOf(plain.expressGzip),
			},
		]
	} finally {
		await Promise.all([ours.stop(), express.stop()])
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
	const backends = await admin.query<{ pid: number }>(
		`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
	)
	const time = () => ({
		server: processorTime(server.pid),
		database: backends.rows.reduce((sum, { pid }) => sum + processorTime(pid), 0),
	})
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

async function ask(what: Load): Promise<Loaded> {
	const child = spawn(node.program, [...node.options, 'bench/load.ts', JSON.stringify(what)], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
	if (code !== 0) throw new Error(`The process that asks for pages ended with ${code}.`)
	return JSON.parse(said)
}

const middleRate = (all: readonly Round[]) => median(all.map((round) => round.rate))

function noteOf(all: readonly Round[]): string {
	const middle = (pick: (round: Round) => number) => median(all.map(pick))
	return `${middle((r) => r.middle)} ms in the middle, ${middle((r) => r.slowest)} ms at the 99th of 100; per page ${middle((r) => r.server).toFixed(2)} ms of processor in the server, ${middle((r) => r.database).toFixed(2)} ms in the database; ${Math.round(middle((r) => r.bytes))} bytes`
}
