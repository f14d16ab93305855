/** The queue: what is put into it with a commit is done, what is rolled back is not, and whoever works it may do nothing else. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import type { Tx } from '../database/acting.ts'
import { newId } from '../database/values.ts'
import { openLog } from '../log.ts'
import { type Jobs, type Queued, startJobs } from './index.ts'

let close = async () => {}
const place = await openPlace({
	atEnd: (end) => {
		close = end
	},
})
const area = idOf('Rivermouth')
let jobs: Jobs | undefined
after(async () => {
	await jobs?.stop()
	await close()
})

/** What the queue itself could not do. */
const warnings: unknown[][] = []
const noting = (...what: unknown[]) => {
	warnings.push(what)
}

const start = () =>
	startJobs({
		connections: place.connections,
		databaseUrl: place.databaseUrl,
		log: { ...openLog('silent'), warn: noting },
		everySeconds: 0.5,
		tidyEverySeconds: 1,
	})

/** Puts one thing into the queue as an act of somebody's does: through a function that may. */
await place.underneath(
	`select jobs.create_queue('proof', '{"policy": "standard", "retryLimit": 4, "retryDelay": 1, "retryBackoff": true}')`,
)
await place.underneath(`create function queue_proof(thing uuid) returns void language sql volatile security definer
	set search_path = public, pg_temp as $$ select enqueue('proof', my_area(), thing) $$;`)
await place.underneath('alter function queue_proof(uuid) owner to alongside_definer')
await place.underneath('grant execute on function queue_proof(uuid) to alongside_account')
const put = (tx: Tx, thing: string) => sql`select queue_proof(${thing}::uuid)`.execute(tx)

async function until(isThere: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
	const end = Date.now() + seconds * 1000
	while (!(await isThere())) {
		if (Date.now() > end) throw new Error('It did not come about in time.')
		await pause(50)
	}
}

const stateOf = async (thing: string) => {
	const [found] = await place.underneath<{ state: string; output: unknown; waits: number }>(
		`select state::text, output, extract(epoch from start_after - completed_on)::int as waits from jobs.job where data ->> 'thing' = $1`,
		[thing],
	)
	return found
}

test('the installed pg-boss wants exactly the schema that the migration made', async () => {
	const boss = new PgBoss({
		db: { executeSql: async (text, values) => ({ rows: await place.underneath(text, values) }) },
		schema: 'jobs',
		supervise: false,
		schedule: false,
		registerInstance: false,
		migrate: false,
	})
	await boss.start()
	const drift = await boss.detectSchemaDrift()
	assert.deepEqual([drift.ok, drift.missing, drift.columnDrift, drift.mismatchedFunctions], [true, [], [], []])
	await boss.stop()
})

test('what is put in with an act that is undone is never there', async () => {
	const thing = newId()
	const undone = place.acting('person', async (tx) => {
		await put(tx, thing)
		throw new Error('undone')
	})
	await assert.rejects(undone, /undone/)
	assert.equal(await stateOf(thing), undefined)
})

test('what is put in with an act is done after it, by its ids alone, and acts go on beside it', async () => {
	const thing = newId()
	await place.acting('person', (tx) => put(tx, thing))
	assert.equal((await stateOf(thing))?.state, 'created', 'also before anyone works the queue')
	const done: Queued[] = []
	jobs = await start()
	await jobs.work('proof', async (queued) => {
		await place.system('schema_version')
		if (queued.thing === thing) done.push(queued)
		else throw new Error(`something about ${queued.thing}, as messages of errors say it`)
	})
	await Promise.all(Array.from({ length: 20 }, () => place.acting('person', (tx) => sql`select 1`.execute(tx))))
	await until(() => done.length > 0)
	assert.deepEqual(done, [{ area, thing, isLast: false }])
	await until(async () => (await stateOf(thing))?.state === 'completed')
})

test('what cannot be done is tried again after waits that grow, and nothing is kept of why', async () => {
	const thing = newId()
	await place.acting('person', (tx) => put(tx, thing))
	const waits: number[] = []
	for (let round = 0; round < 3; round++) {
		// One look: the try is counted when it is taken up, a moment after the wait for it was over.
		await until(async () => {
			const [found] = await place.underneath<{ waits: string }>(
				`select extract(epoch from start_after - started_on)::text as waits from jobs.job
					where data ->> 'thing' = $1 and state = 'retry' and retry_count = $2`,
				[thing, round],
			)
			if (found) waits.push(Number(found.waits))
			return found !== undefined
		})
		await place.underneath(`update jobs.job set start_after = now() where data ->> 'thing' = $1`, [thing])
	}
	// Each wait is drawn from a range that begins where the one before ended.
	assert(
		waits.every((wait, at) => wait >= 2 ** at / 2 && wait <= 2 ** at * 2 + 1),
		String(waits),
	)
	assert.ok((waits[2] ?? 0) > (waits[0] ?? 0), String(waits))
	assert.doesNotMatch(JSON.stringify((await stateOf(thing))?.output), /something about/)
})

test('what a worker that died was about is tried again', async () => {
	const thing = newId()
	await place.underneath(
		`insert into jobs.job (name, data, state, started_on, expire_seconds, retry_limit, policy)
			values ('proof', $1, 'active', now() - interval '10 seconds', 5, 4, 'standard')`,
		[JSON.stringify({ area, thing })],
	)
	await until(async () => (await stateOf(thing))?.state === 'retry')
	assert.deepEqual(warnings, [], 'and the queue may do all that it has to')
})

test('payloads hold ids only', async () => {
	const rows = await place.underneath<{ data: Record<string, string> }>('select data from jobs.job')
	assert(rows.length > 0)
	for (const { data } of rows) {
		assert.deepEqual(Object.keys(data).sort(), ['area', 'thing'])
		for (const id of Object.values(data)) assert.match(id, /^[0-9a-f-]{36}$/)
	}
})

test('an account has no right in the queue, and the server none but to work it', async () => {
	const found = await place.underneath<{ role: string; what: string; act: string }>(`
		select r.role, c.relname as what, act from pg_class c,
			unnest(array['alongside_account', 'alongside_system']) r(role),
			unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) act
		where c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(r.role, c.oid, act)
		order by 1, 2, 3`)
	const rights = Map.groupBy(found, ({ role, what }) => `${role} ${what}`)
	assert.deepEqual(
		Object.fromEntries([...rights].map(([name, acts]) => [name, acts.map(({ act }) => act).join(' ')])),
		{
			'alongside_system bam': 'SELECT',
			'alongside_system job': 'DELETE INSERT SELECT UPDATE',
			'alongside_system instance': 'DELETE SELECT UPDATE',
			'alongside_system job_common': 'DELETE INSERT SELECT UPDATE',
			'alongside_system job_dependency': 'DELETE SELECT',
			'alongside_system queue': 'SELECT UPDATE',
			'alongside_system schedule': 'SELECT',
			'alongside_system subscription': 'SELECT',
			'alongside_system version': 'SELECT UPDATE',
		},
	)
	const [ddl] = await place.underneath<{ may: boolean }>(
		`select has_schema_privilege('alongside_system', 'jobs', 'create') or has_schema_privilege('alongside_account', 'jobs', 'usage') as may`,
	)
	assert.equal(ddl?.may, false)
})
