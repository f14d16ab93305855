/** Backup and restore, as docs/running.md says it: dumped by the backup role, restored into an empty database, served again. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { idOf } from '../../demo/demonstration.ts'
import { anchorHeads, verifyRecord } from '../../src/common/access-record/index.ts'
import { findCanaries, plantCanaries } from '../../src/common/leaving/canaries.test-tools.ts'
import { chainedFile } from '../../src/platform/chained-file.ts'
import { openPostgresql } from '../../src/platform/database/open.ts'
import { migratePostgresql, setUpDatabase } from '../../src/platform/database/setup.ts'
import { openLog } from '../../src/platform/log.ts'
import { postgresBinaries } from '../../tools/postgres-binaries.ts'
import type { Underneath } from '../support/place.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { freshFolder, start, visit } from './support/program.ts'

/** The programs of the server that the tests run on: of another version they would refuse it. */
const bin = postgresBinaries()[0]?.folder ?? ''
const missing = ['pg_dump', 'pg_restore'].filter((name) => !existsSync(join(bin, name)))
const skip = missing.length > 0 && `There is no ${missing.join(' and no ')} beside the PostgreSQL server in ${bin}.`

const run = promisify(execFile)

/** How many rows every table has, in every schema but PostgreSQL's own. */
const counts = `select format('%I.%I', schemaname, tablename) as name,
	(xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), true, true, '')))[1]::text as rows
	from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`

/** What protects the rows: who owns what, which policies there are, on which tables row-level security is forced, who may do what. */
const protection = `
	select 'table' as what, c.oid::regclass::text as name, format('%s %s %s %s', c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text) as how
		from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('public', 'gate', 'jobs')
	union all select 'comment', c.oid::regclass::text, obj_description(c.oid, 'pg_class') from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
	union all select 'policy', format('%s on %s', policyname, tablename), format('%s %s %s %s', cmd, roles::text, qual, with_check) from pg_policies
	union all select 'function', p.oid::regprocedure::text, format('%s %s %s', p.proowner::regrole, p.prosecdef, p.proacl::text)
		from pg_proc p where p.pronamespace = 'public'::regnamespace
	union all select 'constraint', format('%s on %s', k.conname, k.conrelid::regclass), pg_get_constraintdef(k.oid)
		from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('public', 'gate')
	order by 1, 2`

describe('backup and restore on PostgreSQL', { skip }, async () => {
	if (skip) return
	const postgres = await mortalPostgres()
	const [folder, erasures] = [freshFolder(), freshFolder()]
	const dump = join(folder, 'alongside.dump')
	const url = (user: string, database: string) => {
		const address = new URL(postgres.adminUrl)
		address.pathname = `/${database}`
		if (user) Object.assign(address, { username: user, password: 'for-tests' })
		return address.href
	}
	const first = await postgres.newDatabase('first')
	const again = { admin: url('', 'again'), owner: url('mortal_owner', 'again'), server: url('mortal_server', 'again') }
	const settings = { ALONGSIDE_DEMO: 'on', ALONGSIDE_ERASURES: erasures, LOG_LEVEL: 'debug' }
	const looking =
		(at: string): Underneath =>
		(sql, values = []) =>
			ask(at, sql, values)
	const anchors = chainedFile(join(folder, 'record-heads'))
	const before: { counts: unknown[]; protection: unknown[] } = { counts: [], protection: [] }

	/** Asks the database that these name as the server would. */
	async function asServer<T>(server: string, work: (system: Parameters<typeof verifyRecord>[0]) => Promise<T>) {
		const { system, connections } = await openPostgresql(server, openLog('silent'))
		return work(system).finally(connections.close)
	}

	test('the backup role cannot sign in until somebody lets it; then it reads every row, and writes none', async () => {
		await (await start({ DATABASE_URL: first.server, ...settings })).end('SIGTERM')
		await plantCanaries(looking(first.admin), idOf('ann'), 'ann')
		const backup = url('alongside_backup', 'first')
		await assert.rejects(ask(backup, 'select 1'))
		await ask(first.admin, `alter role alongside_backup login password 'for-tests'`)
		const rows = await ask<{ n: number }>(backup, 'select count(*)::int as n from access_entry')
		assert.deepEqual(rows, await ask(first.admin, 'select count(*)::int as n from access_entry'))
		assert((rows[0]?.n ?? 0) > 100)
		for (const write of ['delete from draft', `update account set name = 'x'`, 'create table mine (id int)']) {
			await assert.rejects(ask(backup, write), { code: '42501' }, write)
		}
	})

	test('a dump by it, restored into an empty database, has every row and all that protects them', async () => {
		await asServer(first.server, (system) => anchorHeads(system, anchors))
		before.counts = await ask(first.admin, counts)
		before.protection = await ask(first.admin, protection)
		assert(before.counts.length > 35 && before.protection.length > 150)
		await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, url('alongside_backup', 'first')])

		await setUpDatabase({ admin: postgres.adminUrl, owner: again.owner, server: again.server })
		await run(join(bin, 'pg_restore'), ['--exit-on-error', '--clean', '--if-exists', `--dbname=${again.admin}`, dump])
		assert.deepEqual(await migratePostgresql(again.owner), [], 'it is at its version')
		assert.deepEqual(await ask(again.admin, counts), before.counts)
		assert.deepEqual(await ask(again.admin, protection), before.protection)
	})

	test('the record of access in it is the one that was anchored', async () => {
		const verdict = await asServer(again.server, (system) => verifyRecord(system, anchors))
		assert.deepEqual(verdict.problems, [])
		assert(verdict.anchors > 10)
	})

	test('who left after the dump is in the copy, and gone before anybody is served from it', async () => {
		const program = await start({ DATABASE_URL: first.server, ...settings })
		await ask(first.admin, `update demonstration_account set key = 'person' where account_id = $1`, [idOf('ann')])
		const ann = await visit(program.port, 'person')
		await ann.get('/account/sure')
		await ann.post('/account/sure', { to: '/account/leave' })
		await ann.get('/account/leave')
		assert.equal((await ann.post('/account/leave', {})).location, '/left')
		await program.end('SIGTERM')
		assert.deepEqual(await findCanaries(looking(first.admin)), [])

		assert((await findCanaries(looking(again.admin))).length > 15)
		const restored = await start({ DATABASE_URL: again.server, ...settings })
		assert.match(restored.output(), /people who had left were erased again/)
		assert.deepEqual(await findCanaries(looking(again.admin)), [])
		const priya = await visit(restored.port, 'practitioner')
		assert.equal((await priya.get(`/people/${idOf('yusuf')}/plan`)).status, 200)
		assert.equal((await priya.get(`/people/${idOf('ann')}/plan`)).status, 404)
		await restored.end('SIGTERM')
		const { problems } = await asServer(again.server, (system) => verifyRecord(system, anchors))
		assert.deepEqual(problems, [], 'and the chains hold')
	})
})
