/**
 * The rules on tables, policies and functions, read from the catalogue of a migrated database. Each rule is one query that
 * finds what breaks it; its rows become sentences. All rules hold for schema public (the job queue has a schema of its own).
 */

/** Asks the database for rows, as somebody who may read the whole catalogue. */
export type Ask = <Row>(sql: string) => Promise<Row[]>

type Rule = { readonly breaks: string; readonly found: string }

/** Indexes that may begin otherwise than with area_id, each with its reason. */
const indexesWithoutArea: Readonly<Record<string, string>> = {
	session_by_token: 'who comes in shows a token before anyone knows their area; only system functions use it',
	passkey_by_credential: 'who comes in shows a passkey before anyone knows their area; only functions use it',
	recovery_by_browser:
		'who comes back shows what their browser holds before anyone knows their area; only system functions use it',
	secret_by_name: 'who comes in gives a name before anyone knows their area; only system functions use it',
	invitation_by_code: 'who is invited shows a code before anyone knows their area; only functions use it',
	sign_in_card_by_code: 'who comes in shows a card before anyone knows their area; only system functions use it',
}

const tables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner from pg_class c
	where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

const columns = `select t.oid, t.relname, a.attnum, a.attname from (${tables}) t
	join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`

const functions = `select p.oid, p.oid::regprocedure::text as name, p.prosecdef, p.proconfig, p.proacl,
		pg_get_userbyid(p.proowner) as owner, p.proowner from pg_proc p where p.pronamespace = 'public'::regnamespace`

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

const classes = ['owner', 'purpose', 'retention', 'disclosure']

/** Tables of the program that belong to no area too: each says what leaving does to it. */
const everyTable = `select c.oid, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where n.nspname in ('public', 'gate') and c.relkind in ('r', 'p')`

/** What no row about people may hold: where they are, on which device, or a number that judges them. */
const bannedColumns =
	'(^|_)(location|latitude|longitude|lat|lng|lon|geo|device_id|user_agent|ip|ip_address|risk|score|scores)(_|$)'

/** A place within this program, not on earth: where a second press of the same form leads. */
const columnsThatMeanSomethingElse = ['once.location']

const rules: readonly Rule[] = [
	{
		breaks: 'has no area_id',
		found: `select relname as found from (${tables}) t
			where not exists (select from (${columns}) c where c.oid = t.oid and c.attname = 'area_id')`,
	},
	{
		breaks: 'has row-level security not both enabled and forced',
		found: `select relname as found from (${tables}) t where not (relrowsecurity and relforcerowsecurity)`,
	},
	{
		breaks: 'is a view that reads past the policies of whoever asks it: it is not security_invoker',
		found: `select c.oid::regclass::text as found from pg_class c where c.relnamespace = 'public'::regnamespace
			and c.relkind in ('v', 'm') and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
	},
	{
		breaks: 'has no policy for alongside_account',
		found: `select relname as found from (${tables}) t where not exists (
			select from pg_policy p where p.polrelid = t.oid and 'alongside_account'::regrole = any (p.polroles))`,
	},
	...classes.map((word) => ({
		breaks: `has a comment that does not say its ${word}`,
		found: `select relname as found from (${tables}) t
			where coalesce(obj_description(t.oid, 'pg_class'), '') !~ '(^|; )${word}: [^;]+'`,
	})),
	{
		breaks: 'has a comment that does not say what leaving does to it: deleted, emptied, or kept and until when',
		found: `select name as found from (${everyTable}) t
			where coalesce(obj_description(t.oid, 'pg_class'), '') !~ '; leaving: (deleted|emptied|kept,)'`,
	},
	{
		breaks: 'is a key without area_id',
		found: `select i.indexrelid::regclass::text as found from (${tables}) t join pg_index i on i.indrelid = t.oid
			where i.indisunique and not exists (select from (${columns}) c
				where c.oid = t.oid and c.attname = 'area_id' and c.attnum = any (i.indkey))`,
	},
	{
		breaks: 'is an index that does not begin with area_id',
		found: `select i.indexrelid::regclass::text as found from (${tables}) t join pg_index i on i.indrelid = t.oid
			where i.indexrelid::regclass::text not in (${quoted(Object.keys(indexesWithoutArea))})
				and not exists (select from (${columns}) c
					where c.oid = t.oid and c.attname = 'area_id' and c.attnum = i.indkey[0])`,
	},
	{
		breaks: 'is a foreign key that could cross an area',
		found: `select format('%s of %s', k.conname, t.relname) as found from (${tables}) t
			join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
			where not exists (select from unnest(k.conkey, k.confkey) as pair(here, there)
				join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here and h.attname = 'area_id'
				join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.there and f.attname = 'area_id')`,
	},
	{
		breaks: 'is a column about where people are, on which device, or what someone reckons of them',
		found: `select format('%s.%s', relname, attname) as found from (${columns}) c
			where attname ~ '${bannedColumns}'
				and format('%s.%s', relname, attname) not in (${quoted(columnsThatMeanSomethingElse)})`,
	},
	{
		breaks: 'is owned by alongside_definer, who owns functions only',
		found: `select relname as found from (${tables}) t where pg_get_userbyid(relowner) = 'alongside_definer'`,
	},
	{
		breaks: 'is security definer and not owned by alongside_definer',
		found: `select name as found from (${functions}) f where prosecdef and owner <> 'alongside_definer'`,
	},
	{
		breaks: 'is security definer and sets no search_path that ends in pg_temp',
		found: `select name as found from (${functions}) f where prosecdef and not exists (
			select from unnest(proconfig) setting where setting ~ '^search_path=.*pg_temp$')`,
	},
	{
		breaks: 'is security definer and can be called by more than the roles it is for',
		found: `select name as found from (${functions}) f
			where prosecdef and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) a
				where a.privilege_type = 'EXECUTE' and a.grantee <> proowner
					and a.grantee not in ('alongside_account'::regrole, 'alongside_system'::regrole))`,
	},
	{
		breaks: 'can be written by alongside_account, and only record_access may write it',
		found: `select format('%s (%s)', t.relname, lower(act)) as found from (${tables}) t,
				unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) act
			where t.relname in ('access_entry', 'access_head')
				and case act when 'INSERT' then has_any_column_privilege('alongside_account', t.oid, act)
					when 'UPDATE' then has_any_column_privilege('alongside_account', t.oid, act)
					else has_table_privilege('alongside_account', t.oid, act) end`,
	},
	{
		breaks: 'can be read or written by alongside_system, who may only call functions',
		found: `select relname as found from (${tables}) t where has_any_column_privilege('alongside_system', t.oid, 'SELECT')
			or has_any_column_privilege('alongside_system', t.oid, 'INSERT')
			or has_any_column_privilege('alongside_system', t.oid, 'UPDATE')
			or has_table_privilege('alongside_system', t.oid, 'DELETE')`,
	},
]

/**
 * What breaks the rules, a line each.
 *
 * @param systemFunctions the names of all functions that `alongside_system` may call, no more and no fewer
 */
export async function tableProblems(ask: Ask, systemFunctions: readonly string[]): Promise<string[]> {
	const problems: string[] = []
	for (const { breaks, found } of rules) {
		for (const row of await ask<{ found: string }>(`${found} order by 1`)) problems.push(`${row.found} ${breaks}`)
	}
	return [...problems, ...(await policyProblems(ask)), ...(await systemProblems(ask, systemFunctions))]
}

/** How many tables the rules were held against. */
export async function countTables(ask: Ask): Promise<number> {
	return (await ask(tables)).length
}

type Policy = { name: string; command: string; reads: string | null; writes: string | null }

/** A function in a policy is called once for each row, unless it stands in a subselect of its own. */
async function policyProblems(ask: Ask): Promise<string[]> {
	const policies = await ask<Policy>(`
		select format('%s on %s', p.polname, p.polrelid::regclass) as name, p.polcmd::text as command,
			pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
		from pg_policy p join (${tables}) t on t.oid = p.polrelid order by 1`)
	return policies.flatMap(({ name, command, reads, writes }) => {
		const called = [...calledPerRow(reads), ...calledPerRow(writes)]
		// A new row is checked one by one anyway, so that an insert may ask about the very scope it goes into.
		const refused = called.filter((call) => !(command === 'a' && call === 'hands_on'))
		return refused.map((call) => `policy ${name} calls ${call}() for each row: write (select ${call}())`)
	})
}

/** Names of the functions that an expression calls outside a subselect without a table, as PostgreSQL writes it out. */
export function calledPerRow(expression: string | null): string[] {
	let rest = expression ?? ''
	for (let before = ''; before !== rest; ) {
		before = rest
		rest = rest.replace(/\( ?SELECT (?:\w+\.)?\w+\(\)(?: AS \w+)?\)/g, 'once')
	}
	const calls = [...rest.matchAll(/\b([a-z_]\w*)\s*\(/g)].flatMap(([, name]) => name ?? [])
	return calls.filter((name) => !['any', 'all', 'in', 'and', 'or', 'not'].includes(name.toLowerCase()))
}

async function systemProblems(ask: Ask, expected: readonly string[]): Promise<string[]> {
	const rows = await ask<{ name: string }>(`
		select p.proname as name from pg_proc p
		where p.pronamespace = 'public'::regnamespace and has_function_privilege('alongside_system', p.oid, 'EXECUTE')`)
	const callable = rows.map(({ name }) => name).sort()
	const more = callable.filter((name) => !expected.includes(name))
	const missing = expected.filter((name) => !callable.includes(name))
	return [
		...more.map((name) => `${name} can be called by alongside_system and is not in the list of system calls`),
		...missing.map((name) => `${name} is in the list of system calls and cannot be called by alongside_system`),
	]
}
