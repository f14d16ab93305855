import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { recordReading } from '../src/common/access-record/access-record.queries.ts'
import { anchorHeads, verifyRecord } from '../src/common/access-record/index.ts'
import { answeredSince, questionsAbout } from '../src/common/access-record/questions.queries.ts'
import { afterAll, myRecord, whoIsIn } from '../src/common/access-record/record.queries.ts'
import { chainedFile } from '../src/platform/chained-file.ts'
import { type Acting, acting, type Tx } from '../src/platform/database/acting.ts'
import { openPostgresql } from '../src/platform/database/open.ts'
import { openLog } from '../src/platform/log.ts'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { idOfNth } from './seed.ts'
import { as, planProblems, prepare, rowsScanned, statementsOf } from './statements.ts'

/** Looks in the record of one person: a busy year. */
const aYear = 10_000

/** Entries of a page of the record, one more than it shows. */
const onAPage = 101

const runs = 60
const [area, person, practitioner] = [idOfNth('area', 0), idOfNth('person', 3), idOfNth('practitioner', 1)]
const own: Acting = { area, account: person, about: person }

/** What the page of the record asks, one after the other. */
const queries: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
	'the newest entries': (tx) => myRecord(tx, false, afterAll, onAPage),
	'entries in the middle': (tx) => myRecord(tx, false, aYear / 2, onAPage),
	'who they are': async (tx) => whoIsIn(tx, [edge(aYear), edge(aYear - onAPage)]),
	'what was asked about them': (tx) => questionsAbout(tx, aYear - onAPage, aYear),
	'what was answered': (tx) => answeredSince(tx),
}

const edge = (number: number) =>
	({ number, at: new Date(), byId: practitioner, act: 'looked', what: 'plan', thing: person }) as const

/** Opening one's own record after a year of looks, and proving all chains from outside. */
export async function recordFigures({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	await admin.query(
		`select append_access_entry($1, $2, $3, 'looked', 'plan', $2, now() - interval '1 year' + n * interval '50 minutes')
			from generate_series(1, $4::integer - (select count(*)::integer from access_entry where person_id = $2)) n`,
		[area, person, practitioner, aYear],
	)
	await seedOthers(admin)
	await admin.query('vacuum analyze')
	const { connections, system } = await openPostgresql(serverUrl, openLog('silent'))
	const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-'))
	const anchors = chainedFile(join(folder, 'record-heads'))
	try {
		const opening = await middle(runs, () => acting(connections, own, page))
		await anchorHeads(system, anchors)
		const verdict = await verifyRecord(system, anchors)
		if (verdict.problems.length > 0) throw new Error(verdict.problems.join('\n'))
		const verifying = await middle(3, () => verifyRecord(system, anchors))
		const problems = await problemsOf(admin, serverUrl)
		return [
			{
				name: 'the record with 10,000 entries',
				measured: opening,
				unit: 'ms',
				note: 'reading a page of it, itself recorded',
			},
			{
				name: 'verifying 10,000 entries',
				measured: (verifying * aYear) / verdict.entries,
				unit: 'ms',
				note: `${verdict.entries} entries of ${verdict.people} people, with ${verdict.anchors} anchors`,
			},
			{
				name: 'plans of the record without an index',
				measured: problems.length,
				unit: 'found',
				bar: { atMost: 0 },
				note: problems.join('; '),
			},
		]
	} finally {
		await connections.close()
		await rm(folder, { recursive: true, force: true })
	}
}

/** A look, a question about it and its answer for everybody else, so that no table is small enough to be read whole. */
async function seedOthers(admin: pg.Client): Promise<void> {
	await admin.query(
		`select append_access_entry(s.area_id, s.person_id, $2, 'looked', 'plan', s.id, now())
			from scope s where s.area_id = $1 and s.person_id <> $3
				and not exists (select from access_entry e where e.area_id = s.area_id and e.person_id = s.person_id)`,
		[area, practitioner, person],
	)
	await admin.query(
		`insert into record_question (area_id, id, person_id, entry_number, asked_of_id, entry_at, entry_act, entry_what, words)
			select area_id, gen_random_uuid(), person_id, number, by_id, at, act, what, 'Why was that?' from access_entry
			where area_id = $1 and (person_id <> $2 or number % 1000 = 0)`,
		[area, person],
	)
	await admin.query(
		`insert into record_answer (area_id, id, question_id, person_id, asked_of_id, author_id, words)
			select area_id, gen_random_uuid(), id, person_id, asked_of_id, asked_of_id, 'That was why.' from record_question
			where area_id = $1`,
		[area],
	)
}

async function page(tx: Tx): Promise<void> {
	const entries = await myRecord(tx, false, afterAll, onAPage)
	const [newest, oldest] = [entries[0]?.number ?? 0, entries.at(-1)?.number ?? 0]
	await Promise.all([whoIsIn(tx, entries), questionsAbout(tx, oldest, newest), answeredSince(tx)])
	recordReading(tx)
}

/** The middle of many runs. Milliseconds. */
async function middle(times: number, work: () => Promise<unknown>): Promise<number> {
	const taken: number[] = []
	for (let run = 0; run < times; run++) {
		const began = performance.now()
		await work()
		taken.push(performance.now() - began)
	}
	return median(taken)
}

/** Where one of the page's statements reads a table whole, functions included. */
async function problemsOf(admin: pg.Client, serverUrl: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: serverUrl })
	await client.connect()
	const problems: string[] = []
	try {
		for (const [name, ask] of Object.entries(queries)) {
			for (const statement of await statementsOf(client, own, ask)) {
				const explain = await prepare(client, statement)
				const before = await rowsScanned(client, admin)
				const { Plan } = await as(client, own, explain)
				const scanned = (await rowsScanned(client, admin)) - before
				problems.push(...planProblems(Plan).map((problem) => `${name}: ${problem}`))
				if (scanned > 0) problems.push(`${name}: ${scanned} rows read from whole tables`)
			}
		}
	} finally {
		await client.end()
	}
	return problems
}
