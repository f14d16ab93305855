/** The two doors to the database are the only ways to it, and neither leaves anything open behind it. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import pg from 'pg'
import { idOf } from '../../demo/demonstration.ts'
import { acting, type Tx } from '../../src/platform/database/acting.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { openPlace } from '../support/place.ts'
import { tableNames } from './rows.ts'

/** What a handler holds while it answers, walked for anything that leads to the database. */
const walked: Record<string, string[]> = {}
const place = await openPlace({
	onRoute(route) {
		if (route.url !== '/help-now' || route.method !== 'GET') return
		route.preHandler = async (request, reply) => {
			for (const [name, root] of Object.entries({ request, reply, app: request.server })) {
				walked[name] = waysToTheDatabase(root)
			}
		}
	},
})
const ann = { area: idOf('Rivermouth'), account: idOf('ann') }
const joseph = { area: idOf('Rivermouth'), account: idOf('joseph') }
const tables = await tableNames(place.underneath)

/** Every path from this object, through any property however named, to a pool, a client, or something that lends one. */
function waysToTheDatabase(root: object): string[] {
	const ways: string[] = []
	const seen = new Set<object>([root])
	const queue: [object, string][] = [[root, '']]
	for (const [object, path] of queue) {
		const isDatabase = object instanceof PGlite || object instanceof pg.Pool || object instanceof pg.Client
		if (isDatabase || object === place.connections || 'borrow' in object) ways.push(path)
		for (const key of Reflect.ownKeys(object)) {
			const value: unknown = Reflect.getOwnPropertyDescriptor(object, key)?.value
			if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue
			seen.add(value)
			queue.push([value, `${path}.${String(key)}`])
		}
		const above: object | null = Object.getPrototypeOf(object)
		if (above && !seen.has(above)) {
			seen.add(above)
			queue.push([above, `${path} above`])
		}
	}
	return ways
}

test('neither the application nor a request or its reply leads to the database', async () => {
	const browser = await place.as('person')
	assert.equal((await browser.get('/help-now')).status, 200)
	assert.deepEqual(walked, { request: [], reply: [], app: [] })
	// The walk does find one, also behind a name that nobody can write.
	assert.deepEqual(waysToTheDatabase({ [Symbol('hidden')]: [place.connections] }), ['.Symbol(hidden).0'])
})

test('no module outside platform/ is given connections: what they are given is the door', () => {
	const source = resolve(import.meta.dirname, '../../src')
	const outside = globSync(`${source}/**/*.{ts,tsx}`)
		.map((path) => ({ name: relative(source, path), text: readFileSync(path, 'utf8') }))
		.filter(
			({ name }) =>
				!name.startsWith('platform/') &&
				![
					'main.ts',
					'app.ts',
					'create-area.ts',
					'area-provider.ts',
					'sign-out.ts',
					'restore.ts',
					'erase-again.ts',
				].includes(name),
		)
	assert(outside.length > 30)
	// In what easyNWK writes, connections are between people.
	const withConnections = outside.filter(
		({ name, text }) =>
			/\bconnections\b|\bborrow\b|\bDatabase\b/.test(text) && !/^individual\/network\/exchange\//.test(name),
	)
	assert.deepEqual(
		withConnections.map(({ name }) => name),
		[],
	)
})

/** Asks one connection as it is lent, outside any door's transaction. */
const lent = <Row>(statement: string): Promise<Row[]> =>
	place.connections.borrow(async (connection) => (await connection.query<Row>(statement, [])).rows)

test('between acts the server reads and writes no table', async () => {
	for (const table of tables) {
		for (const statement of [
			`select from ${table}`,
			`insert into ${table} (area_id) values (null)`,
			`update ${table} set area_id = null`,
			`delete from ${table}`,
		]) {
			await assert.rejects(lent(statement), { code: '42501' }, statement)
		}
	}
	await assert.rejects(lent('create table mine (id int)'), { code: '42501' })
	// The embedded database has one user of its own, whose rights nobody but that user's program can take away.
	if (place.connections.kind === 'embedded') return
	for (const role of ['alongside_definer', 'alongside_owner', 'alongside_test_owner']) {
		await assert.rejects(lent(`set role ${role}`), { code: '42501' }, role)
	}
})

test('without an account, or without an area, there are no rows', async () => {
	for (const settings of [
		'',
		`, set_config('app.account', '', true), set_config('app.area', '', true)`,
		`, set_config('app.account', '${ann.account}', true)`,
		`, set_config('app.area', '${ann.area}', true)`,
	]) {
		for (const table of tables) {
			if (table === 'area' && settings.includes('Rivermouth')) continue
			const count = await place.connections.borrow(async (connection) => {
				await connection.run(`begin; select set_config('role', 'alongside_account', true)${settings}`)
				const { rows } = await connection.query<{ count: number }>(`select count(area_id) as count from ${table}`, [])
				await connection.run('rollback')
				return rows[0]?.count
			})
			// Whoever has an area and no account knows which area it is, and nothing else.
			const expected = table === 'area' && settings.includes(ann.area) ? 1 : 0
			assert.equal(count, expected, `${table} with${settings}`)
		}
	}
})

test('an act about one person sees nothing of any other', async () => {
	const priya = { area: ann.area, account: idOf('priya') }
	const seen = (about?: string) =>
		acting(place.connections, { ...priya, about }, async (tx) => {
			const people = await tx.selectFrom('outcome').select('person_id').distinct().execute()
			const names = await tx.selectFrom('account').select('id').execute()
			return { people: people.map((row) => row.person_id), accounts: names.map((row) => row.id) }
		})
	assert((await seen()).people.length > 1, 'she works with several')
	const about = await seen(ann.account)
	assert.deepEqual(about.people, [ann.account])
	for (const { id } of await place.underneath<{ id: string }>(
		`select person_id as id from working_relationship where practitioner_id = $1 and person_id <> $2`,
		[priya.account, ann.account],
	)) {
		assert(!about.accounts.includes(id), 'not even a name')
	}
	assert.deepEqual(await seen(joseph.account), { people: [], accounts: [priya.account] })
	await assert.rejects(seen(`${ann.account}'); select ('`), TypeError)
})

test('an act needs the ids of an area and an account', async () => {
	for (const who of [
		{ ...ann, account: '' },
		{ ...ann, area: "'; drop table account; --" },
		{ area: '', account: '' },
	]) {
		await assert.rejects(
			acting(place.connections, who, async () => undefined),
			TypeError,
		)
	}
})

/** Who a connection thinks it is. */
type State = { role: string; account: string; area: string; waits: string }
const state = `select current_user as role, coalesce(current_setting('app.account', true), '') as account,
	coalesce(current_setting('app.area', true), '') as area, current_setting('statement_timeout') as waits`

/** Every connection there is, asked who it is: as many at a time as the pool lends. */
async function everyConnection(): Promise<State[]> {
	const many = place.connections.kind === 'embedded' ? 1 : 10
	let here = 0
	const { promise: allHere, resolve: whenAllHere } = Promise.withResolvers<undefined>()
	const work = async (connection: Connection) => {
		here += 1
		if (here === many) whenAllHere(undefined)
		await allHere
		return (await connection.query<State>(state, [])).rows[0]
	}
	const found = await Promise.all(Array.from({ length: many }, () => place.connections.borrow(work)))
	return found.filter((one) => one !== undefined)
}

const fresh = (await everyConnection())[0]

test('after an act nothing of it is left on any connection, however it ended', async () => {
	assert.equal(fresh?.account, '')
	const who = async (tx: Tx) => (await sql.raw<State>(state).execute(tx)).rows[0]
	const ends: ((tx: Tx) => Promise<unknown>)[] = [
		who,
		async () => {
			throw new Error('on purpose')
		},
		(tx) => sql`select * from no_such_table`.execute(tx),
		(tx) => sql`select 1 / 0`.execute(tx),
	]
	for (let round = 0; round < 5; round++) {
		const acts = ends.map((work) => acting(place.connections, round % 2 ? ann : joseph, work))
		for (const end of await Promise.allSettled(acts)) {
			if (end.status === 'fulfilled') assert.equal((end.value as State).account, (round % 2 ? ann : joseph).account)
		}
	}
	for (const one of await everyConnection()) assert.deepEqual(one, fresh)
})

/** Drafts of this form, past every policy. */
const drafts = async (form: string) => place.underneath(`select from draft where form = $1`, [form])

const write = (tx: Tx, form: string) =>
	tx
		.insertInto('draft')
		.values({ area_id: tx.area, account_id: tx.account, form, about_id: tx.account, fields: {}, once: tx.account })
		.execute()

test('of work that throws nothing stays, and of work that is done everything', async () => {
	await assert.rejects(
		acting(place.connections, ann, async (tx) => {
			await write(tx, 'thrown')
			throw new Error('on purpose')
		}),
		/on purpose/,
	)
	assert.equal((await drafts('thrown')).length, 0)
	await acting(place.connections, ann, (tx) => write(tx, 'done'))
	assert.equal((await drafts('done')).length, 1)
})

test('work that goes on after a refusal of the database is not told that all is well', async () => {
	const swallowed = acting(place.connections, ann, async (tx) => {
		await write(tx, 'swallowed')
		await sql`select 1 / 0`.execute(tx).catch(() => undefined)
	})
	await assert.rejects(swallowed)
	assert.equal((await drafts('swallowed')).length, 0)
})

test('a transaction that is kept after its act is of no use, least of all in somebody else’s', async () => {
	let kept: Tx | undefined
	await acting(place.connections, ann, async (tx) => {
		kept = tx
	})
	await acting(place.connections, joseph, async () => {
		assert(kept)
		await assert.rejects(kept.selectFrom('account').select('name').execute(), 'Ann’s query would be Joseph’s')
	})
})

test('a look that cannot be recorded shows nothing', async () => {
	const priya = await place.as('practitioner')
	const plan = `/people/${ann.account}/plan`
	const [wording] = await place.underneath<{ words: string }>(
		`select w.words from wording w join outcome o on o.id = w.outcome_id where o.person_id = $1 and o.id = $2`,
		[ann.account, idOf('ann/flat')],
	)
	assert(wording && (await priya.get(plan)).html.includes(wording.words), 'she sees it as long as looks are recorded')
	await place.underneath('alter table access_entry add constraint broken check (false) not valid')
	try {
		for (const path of [plan, `${plan}/outcomes/${idOf('ann/flat')}`]) {
			const answer = await priya.get(path)
			assert.equal(answer.status, 500, path)
			assert(!answer.html.includes(wording.words), path)
		}
	} finally {
		await place.underneath('alter table access_entry drop constraint broken')
	}
	assert.equal((await priya.get(plan)).status, 200)
})
