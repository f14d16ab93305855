import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { chainedFile } from '../../platform/chained-file.ts'
import { anchorHeads } from './anchors.ts'
import { verifyRecord } from './verify.ts'

const { underneath, system } = await openPlace()
const folder = await mkdtemp(join(tmpdir(), 'alongside-anchors-'))
const file = join(folder, 'record-heads')
const anchors = chainedFile(file)
after(() => rm(folder, { recursive: true, force: true }))

// Whoever tampers with a database would not be stopped by this either.
await underneath('alter table record_question drop constraint record_question_area_id_person_id_entry_number_fkey')

const [ann, priya, area] = [idOf('ann'), idOf('priya'), idOf('Rivermouth')]
const entry = (number: number) => `entry ${number} of person ${ann} in area ${area}`
const problems = async () => (await verifyRecord(system, anchors)).problems

/** Appends looks at Ann's plan. */
const look = (times = 1) =>
	underneath(
		`select append_access_entry($1, $2, $3, 'looked', 'plan', $2, clock_timestamp()) from generate_series(1, $4::integer)`,
		[area, ann, priya, times],
	)
const last = async (): Promise<number> =>
	(await underneath<{ n: number }>('select number::integer as n from access_head where person_id = $1', [ann]))[0]?.n ??
	0
const ofAnn = (sql: string, ...values: unknown[]) => underneath(sql, [ann, ...values])

/** Does something to the tables, past everything; says what is found, and puts every row back. */
async function afterwards(tamper: () => Promise<unknown>): Promise<string[]> {
	await underneath('create table kept_entries as select * from access_entry')
	await underneath('create table kept_heads as select * from access_head')
	try {
		await tamper()
		return await problems()
	} finally {
		await underneath('delete from access_entry')
		await underneath('delete from access_head')
		await underneath('insert into access_head select * from kept_heads')
		await underneath('insert into access_entry select * from kept_entries')
		await underneath('drop table kept_entries, kept_heads')
	}
}

/** Does something to the file of anchors; says what is found, and puts the file back. */
async function afterwardsInTheFile(tamper: (lines: string[]) => string[]): Promise<string[]> {
	const whole = await readFile(file, 'utf8')
	await writeFile(file, tamper(whole.split('\n')).join('\n'))
	const found = await problems()
	await writeFile(file, whole)
	return found
}

describe('proving the record of access', () => {
	it('finds everything in its place, also what is longer than one batch', async () => {
		await look(4100)
		const count = await anchorHeads(system, anchors)
		assert.ok(count > 10)
		const verdict = await verifyRecord(system, anchors)
		const [{ n: entries } = { n: 0 }] = await underneath<{ n: number }>(
			'select count(*)::integer as n from access_entry',
		)
		assert.deepEqual(verdict, { entries, people: count, anchors: count, problems: [] })
	})

	it('names the first row of a chain that was changed, whichever column it was', async () => {
		const at = (await last()) - 2050
		for (const change of [
			`at = at + interval '1 microsecond'`,
			`by_id = person_id`,
			`act = 'changed'`,
			`what = 'outcome'`,
			`thing_id = by_id`,
			`hash = sha256(hash)`,
		]) {
			const found = await afterwards(() =>
				ofAnn(`update access_entry set ${change} where person_id = $1 and number = $2`, at),
			)
			assert.deepEqual(found, [`Does not fit: ${entry(at)}. It was changed, or an entry before it was.`], change)
		}
	})

	it('names a row that was deleted, in the middle or at the beginning', async () => {
		for (const at of [1, 2, 2000]) {
			const found = await afterwards(() => ofAnn('delete from access_entry where person_id = $1 and number = $2', at))
			assert.deepEqual(found, [`Missing: ${entry(at)}. The next one there is ${at + 1}.`])
		}
	})

	it('names an end that was cut off, by its head', async () => {
		const end = await last()
		const found = await afterwards(() => ofAnn('delete from access_entry where person_id = $1 and number = $2', end))
		assert.match(
			found.join('\n'),
			new RegExp(`^Cut off: ${entry(end)} is the end that its head names, and is not there\\.\n`),
		)
	})

	/** Makes this entry the end of Ann's chain, as the record itself would. */
	const headIs = (number: number) =>
		ofAnn(
			`update access_head h set number = e.number, hash = e.hash from access_entry e
				where h.person_id = $1 and e.person_id = $1 and e.number = $2`,
			number,
		)

	it('names an end that was cut off together with its head, by the anchor', async () => {
		const end = await last()
		const found = await afterwards(async () => {
			await ofAnn('delete from access_entry where person_id = $1 and number > $2', end - 3)
			await headIs(end - 3)
		})
		assert.equal(found.length, 1)
		assert.match(found[0] ?? '', new RegExp(`^Cut off: ${entry(end)}, anchored on .*Z, is not there\\.$`))
	})

	it('names a whole chain that was made anew and fits in itself, by the anchor', async () => {
		const end = await last()
		const found = await afterwards(async () => {
			const kept = await ofAnn('delete from access_entry where person_id = $1 returning at, thing_id')
			await ofAnn('delete from access_head where person_id = $1')
			assert.equal(kept.length, end)
			await underneath(
				`select append_access_entry($1, $2, $2, 'changed', 'plan', $2, now() - n * interval '1 second')
					from generate_series(1, $3::integer) n`,
				[area, ann, end],
			)
		})
		assert.equal(found.length, 1)
		assert.match(
			found[0] ?? '',
			new RegExp(`^Another chain: ${entry(end)}, anchored on .* is not the one that was anchored\\.$`),
		)
	})

	it('goes on naming it when the chain that was made anew is itself anchored', async () => {
		const whole = await readFile(file, 'utf8')
		const end = await last()
		const found = await afterwards(async () => {
			await ofAnn('delete from access_entry where person_id = $1')
			await ofAnn('delete from access_head where person_id = $1')
			await underneath(
				`select append_access_entry($1, $2, $2, 'changed', 'plan', $2, now()) from generate_series(1, $3::integer)`,
				[area, ann, end + 5],
			)
			assert.equal(await anchorHeads(system, anchors), 1)
		})
		await writeFile(file, whole)
		assert.equal(found.length, 1)
		assert.match(found[0] ?? '', /^Another chain: /)
	})

	it('names a person who is gone altogether, a chain without its head, and entries that no head names', async () => {
		const end = await last()
		const gone = await afterwards(async () => {
			await ofAnn('delete from access_entry where person_id = $1')
			await ofAnn('delete from access_head where person_id = $1')
		})
		assert.match(gone.join('\n'), /^Cut off: .* anchored on .* is not there\.$/)
		const headless = await afterwards(() => ofAnn('delete from access_head where person_id = $1'))
		assert.deepEqual(headless, [`No head: the chain that begins with ${entry(1)} has no end written down.`])
		const beyond = await afterwards(() => headIs(end - 1))
		assert.deepEqual(beyond, [`Beyond the end: after ${entry(end - 1)} there are entries that no head names.`])
		const other = await afterwards(() => ofAnn('update access_head set hash = sha256(hash) where person_id = $1'))
		assert.deepEqual(other, [`Another end: ${entry(end)} is not the one that its head names.`])
	})

	it('changes nothing by being run', async () => {
		assert.deepEqual(await problems(), [])
	})
})

describe('the anchors', () => {
	it('are of what has moved since the last time, and of nothing else', async () => {
		assert.equal(await anchorHeads(system, anchors), 0)
		await look()
		assert.equal(await anchorHeads(system, anchors), 1)
		assert.equal(await anchorHeads(system, anchors), 0)
		const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
		const { person, number } = JSON.parse(lines.at(-1) ?? '')
		assert.deepEqual([person, number], [ann, await last()])
		assert.deepEqual(await problems(), [])
	})

	it('miss a line of theirs that was changed, taken out or put in', async () => {
		const misfit = /^Line 3 of the anchors does not fit the line before it/
		const changed = await afterwardsInTheFile((lines) =>
			lines.with(2, (lines[2] ?? '').replace(/"number":\d+/, '"number":1')),
		)
		assert.match(changed[0] ?? '', misfit)
		assert.match((await afterwardsInTheFile((lines) => lines.toSpliced(2, 1)))[0] ?? '', misfit)
		assert.match((await afterwardsInTheFile((lines) => lines.toSpliced(2, 0, lines[0] ?? '')))[0] ?? '', misfit)
		const spoilt = await afterwardsInTheFile((lines) => lines.with(2, 'nothing to be read'))
		assert.match(spoilt[0] ?? '', /^Line 4 of the anchors does not fit/)
	})

	it('outlive a line that a crash cut short', async () => {
		await writeFile(file, `${await readFile(file, 'utf8')}{"time":"2026-`)
		assert.deepEqual(await problems(), [])
		await look()
		assert.equal(await anchorHeads(system, anchors), 1)
		assert.deepEqual(await problems(), [])
	})
})

describe('the record is kept', () => {
	it('for more than three years: forgetting lets no entry go', async () => {
		const joseph = idOf('joseph')
		await underneath(`select append_access_entry($1, $2, $2, 'changed', 'plan', $2, now() - interval '30 years')`, [
			area,
			joseph,
		])
		const all = () => underneath<{ n: number }>('select count(*)::integer as n from access_entry')
		const before = await all()
		await system('system_forget')
		assert.deepEqual(await all(), before)
	})

	it('no role of the program may change or delete an entry, nor delete a head', async () => {
		const may = await underneath(`
			select r.rolname as role, t.name as table, act from (values ('access_entry'), ('access_head')) t(name),
				(values ('UPDATE'), ('DELETE'), ('TRUNCATE')) a(act), pg_roles r
			where r.rolname in ('alongside_account', 'alongside_system', 'alongside_definer') and case act
				when 'UPDATE' then has_any_column_privilege(r.rolname, t.name, act)
				else has_table_privilege(r.rolname, t.name, act) end`)
		// The one who owns the functions moves a head to the next entry; the functions below do no more with it.
		assert.deepEqual(may, [{ role: 'alongside_definer', table: 'access_head', act: 'UPDATE' }])
	})

	it('no function deletes one, or changes an entry, and no row of another table takes one with it', async () => {
		const functions = await underneath<{ name: string }>(`
			select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
				and p.prosrc ~* '(delete from|truncate|update)\\s+(only\\s+)?access_(entry|head)' order by 1`)
		assert.deepEqual(functions, [{ name: 'append_access_entry' }])
		const taking = await underneath(`
			select conname from pg_constraint where contype = 'f' and conrelid in ('access_entry'::regclass, 'access_head'::regclass)
				and (confdeltype <> 'a' or confupdtype <> 'a')`)
		assert.deepEqual(taking, [])
	})

	it('even the one who owns the tables finds no row to delete: their policies bind it too', async () => {
		const policies = await underneath(`
			select polname from pg_policy where polrelid in ('access_entry'::regclass, 'access_head'::regclass) and polcmd <> 'r'`)
		assert.deepEqual(policies, [])
	})
})
