import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { ann, at } from './support/plan.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { type Environment, freshFolder, type Program, refusal, start, type Visitor, visit } from './support/program.ts'
import { times } from './support/reading.ts'

const proposePath = routes.plan.propose.href({ person: ann })
type Shared = Map<string, string>

/** Proposes one outcome after another until the server is gone; what was answered with 303 is in `shared`. */
async function stream(visitor: Visitor, name: string, shared: Shared): Promise<void> {
	for (let number = 0; ; number++) {
		const once = newId()
		const words = `${name}, number ${number}. ${'And more words. '.repeat(20)}`.trim()
		try {
			const { status } = await visitor.post(proposePath, { step: 'share', once, words })
			if (status === 303) shared.set(once, words)
			else if (status < 500) throw new assert.AssertionError({ message: `answered ${status}` })
			else return
		} catch (error) {
			if (error instanceof assert.AssertionError) throw error
			return
		}
	}
}

/** Lets four visitors write at once, kills the server in the middle of it, and answers what they were told is shared. */
async function killInStream(program: Program, kill: () => Promise<unknown>, shared: Shared): Promise<void> {
	const keys = ['person', 'practitioner', 'person', 'practitioner']
	const visitors = await Promise.all(keys.map((key) => visit(program.port, key)))
	const streams = visitors.map((visitor, n) => stream(visitor, `Stream ${n}`, shared))
	const before = shared.size
	while (shared.size < before + 20) await pause(5)
	await pause(Math.random() * 100)
	await kill()
	await Promise.all(streams)
}

/** SIGTERM while forms are under way: each is answered or refused, and the program ends with 0. */
async function stopUnderWay(program: Program, shared: Shared): Promise<void> {
	const before = shared.size
	const visitors = await Promise.all(Array.from({ length: 8 }, () => visit(program.port, 'person')))
	const underWay = visitors.map(async (visitor, n) => {
		const once = newId()
		const words = `Under way, number ${n}.`
		const { status } = await visitor.post(proposePath, { step: 'share', once, words })
		if (status === 303) shared.set(once, words)
		return status
	})
	await pause(15)
	const code = await program.end('SIGTERM')
	const statuses = await Promise.all(underWay.map((one) => one.catch(() => 0)))
	assert.equal(code, 0)
	assert(shared.size > before, 'some of them were')
	for (const status of statuses) assert([303, 503, 0].includes(status), String(status))
}

/** Everything that was acknowledged is there, whole; what was not is whole too, or not there at all. */
const halfDone = `select
	(select count(*)::int from outcome o where not exists (select from wording w where w.outcome_id = o.id and w.number = 1)) as wordless,
	(select count(*)::int from outcome o where not exists
		(select from access_entry e where e.thing_id = o.id and e.act = 'changed' and e.what in ('outcome', 'written_down') and e.by_id = o.proposed_by_id)) as unrecorded,
	(select count(*)::int from access_entry e where e.what = 'outcome' and e.act = 'changed'
		and not exists (select from outcome o where o.id = e.thing_id)) as recorded_in_vain,
	(select count(*)::int from (select e.hash, access_hash(lag(e.hash, 1, '\\x'::bytea)
		over (partition by e.area_id, e.person_id order by e.number), e) as wanted from access_entry e) c where hash <> wanted) as broken,
	(select count(*)::int from access_head h where h.number <>
		(select count(*) from access_entry e where e.area_id = h.area_id and e.person_id = h.person_id)) as cut_off`
const nothing = { wordless: 0, unrecorded: 0, recorded_in_vain: 0, broken: 0, cut_off: 0 }
const wordingsOf = 'select o.id, w.words from outcome o join wording w on w.outcome_id = o.id'

type Asks = <Row>(sql: string) => Promise<Row[]>

async function assertAllKept(asks: Asks, shared: Shared): Promise<void> {
	const there = new Map((await asks<{ id: string; words: string }>(wordingsOf)).map(({ id, words }) => [id, words]))
	const lost = [...shared].filter(([id, words]) => there.get(id) !== words)
	assert.equal(lost.length, 0, `${lost.length} of ${shared.size} are lost`)
	assert.deepEqual(await asks(halfDone), [nothing])
}

/** More of them on a machine that has the time. */
const rounds = Number(process.env.ALONGSIDE_KILL_ROUNDS ?? 1)

test(`kill -9 on the embedded database, ${rounds} times: nothing acknowledged is lost, and the folder opens again`, async () => {
	const folder = freshFolder()
	const environment: Environment = { ALONGSIDE_DATA: folder, LOG_LEVEL: 'error' }
	const shared: Shared = new Map()
	for (let round = 0; round < rounds; round++) {
		const program = await start(environment)
		await killInStream(program, () => program.end('SIGKILL'), shared)
	}
	const last = await start(environment)
	const [id = '', words = ''] = [...shared].at(-1) ?? []
	const { html } = await (await visit(last.port, 'person')).get(routes.outcome.show.href(at(id)))
	assert.equal(times(html, words), 1, 'the last one of before stands on its page')

	const second = await refusal(environment)
	assert.equal(second.code, 1, 'a second process on the folder is refused')
	assert.equal(second.err, `Process ${last.child.pid} is already using the folder ${folder}.\n`)
	assert.equal((await (await visit(last.port)).get('/ready')).status, 200, 'and the first one does not mind')

	await stopUnderWay(last, shared)
	const database = new PGlite(`${folder}/database`)
	await assertAllKept(async (sql) => (await database.query(sql)).rows as never, shared)
	await database.close()
})

describe('on PostgreSQL', async () => {
	const postgres = await mortalPostgres()
	const database = await postgres.newDatabase('killed')
	const environment: Environment = { DATABASE_URL: database.server, ALONGSIDE_DEMO: 'on', LOG_LEVEL: 'error' }
	const asks: Asks = (sql) => ask(database.admin, sql)
	const shared: Shared = new Map()

	test('kill -9 of the program in a stream of forms', async () => {
		for (let round = 0; round < rounds; round++) {
			const program = await start(environment)
			await killInStream(program, () => program.end('SIGKILL'), shared)
			await assertAllKept(asks, shared)
		}
	})

	test('kill -9 of the database in a stream of forms: the program goes on when it is back', async () => {
		const program = await start(environment)
		for (let round = 0; round < 2; round++) {
			await killInStream(program, postgres.kill, shared)
			await postgres.restart()
			await assertAllKept(asks, shared)
		}
		assert.equal((await (await visit(program.port)).get('/ready')).status, 200)
		await stopUnderWay(program, shared)
		await assertAllKept(asks, shared)
	})
})
