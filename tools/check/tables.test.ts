import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { systemCalls } from '../../src/platform/database/system.ts'
import { openMigrated, tablesInMigrations } from './migrated.ts'
import { calledPerRow, countTables, tableProblems } from './tables.ts'

const { ask, run, close } = await openMigrated()
after(close)

const problems = () => tableProblems(ask, Object.keys(systemCalls))

/** What the rules report after this SQL, which leaves nothing behind. */
async function problemsAfter(sql: string): Promise<string[]> {
	await run('begin')
	try {
		await run(sql)
		return await problems()
	} finally {
		await run('rollback')
	}
}

test('every table, policy and function keeps the rules', async () => {
	assert.equal(await countTables(ask), tablesInMigrations())
	assert.deepEqual(await problems(), [])
})

/** A table that keeps every rule, for each bad one to differ from in one thing. */
const good = `create table good (area_id uuid not null, id uuid not null, other_id uuid, primary key (area_id, id));
	comment on table good is 'owner: o; purpose: p; retention: r; disclosure: d; leaving: deleted';
	alter table good enable row level security;
	alter table good force row level security;
	create policy mine on good for select to alongside_account using (area_id = (select my_area()));`

const definer = `create function peep() returns int language sql security definer set search_path = public, pg_temp
		as 'select 1';
	alter function peep() owner to alongside_definer;
	revoke execute on function peep() from public;`

test('a table and a function that keep every rule are not reported', async () => {
	assert.deepEqual(await problemsAfter(`${good}${definer} grant execute on function peep() to alongside_account`), [])
})

const unlawful: Record<string, string> = {
	'bad has no area_id': 'create table bad (id uuid primary key)',
	'good has row-level security not both': `${good} alter table good no force row level security`,
	'seen is a view that reads past the policies': 'create view seen as select * from draft',
	'good has no policy for alongside_account': `${good} drop policy mine on good`,
	'good has a comment that does not say its retention': `${good} comment on table good is 'owner: o; purpose: p; disclosure: d'`,
	'good has a comment that does not say what leaving does': `${good}
		comment on table good is 'owner: o; purpose: p; retention: r; disclosure: d; leaving: kept'`,
	'good_key is a key without area_id': `${good} create unique index good_key on good (id)`,
	'good_by_other is an index that does not begin with area_id': `${good} create index good_by_other on good (other_id, area_id)`,
	'good_id is an index that does not begin': `${good} create index good_id on good (lower(id::text), area_id)`,
	'crossing of good is a foreign key': `${good} alter table area add unique (name, area_id);
		alter table good add name text, add constraint crossing foreign key (name, other_id) references area (name, area_id)`,
	'good.risk_band is a column about': `${good} alter table good add risk_band text`,
	'good.latitude is a column about': `${good} alter table good add latitude numeric`,
	'good is owned by alongside_definer': `${good} alter table good owner to alongside_definer`,
	'peep() is security definer and not owned': `${definer} alter function peep() owner to alongside_owner`,
	'peep() is security definer and sets no search_path': `${definer} alter function peep() reset search_path`,
	'peep() is security definer and can be called by more': `${definer} grant execute on function peep() to public`,
	'access_head (update) can be written': 'grant update (hash) on access_head to alongside_account',
	'access_entry (delete) can be written': 'grant delete on access_entry to alongside_account',
	'draft can be read or written by alongside_system': 'grant select on draft to alongside_system',
	'policy mine on good calls scopes_open_to_me()': `${good} alter policy mine on good
		using (id = any (scopes_open_to_me()))`,
	'policy mine on good calls hands_on()': `${good} alter policy mine on good using (id = any (hands_on(other_id)))`,
	'schema_version is in the list of system calls and cannot': `revoke execute on function schema_version() from alongside_system;
		revoke execute on function schema_version() from public`,
	'peep can be called by alongside_system and is not': `${definer} grant execute on function peep() to alongside_system`,
}

for (const [expected, sql] of Object.entries(unlawful)) {
	test(`is reported: ${expected}`, async () => {
		const reports = await problemsAfter(sql)
		assert.ok(
			reports.some((report) => report.startsWith(expected)),
			`reported instead: ${reports.join('; ') || 'nothing'}`,
		)
	})
}

test('a function is called once only in a subselect of its own', () => {
	assert.deepEqual(
		calledPerRow('((area_id = ( SELECT my_area() AS my_area)) AND (id = ANY (( SELECT a() AS a)::uuid[])))'),
		[],
	)
	assert.deepEqual(calledPerRow('(id = ( SELECT f(id) AS f))'), ['f'])
	assert.deepEqual(calledPerRow('(EXISTS ( SELECT 1 FROM t WHERE seen(t.id)))'), ['seen'])
	assert.deepEqual(calledPerRow(null), [])
})
