/** Every row of every table, looked at past all policies: what was written, and that nothing was. */
import type { Underneath } from '../support/place.ts'

export type Row = Record<string, unknown>
/** One row that came, went or changed; of a changed row only the columns that did. */
export type Change = { table: string; how: 'added' | 'removed' | 'changed'; columns: Row }

/** The tables of the schema with their keys; `without` names columns that move by themselves. */
async function tables(underneath: Underneath): Promise<{ name: string; keys: string[] }[]> {
	return underneath(`
		select c.relname as name, array_agg(a.attname::text order by a.attname) as keys
		from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
			join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`)
}

/** A session notes when it was last seen; that is no change of anything. */
const whole = `to_jsonb(t) - 'seen_at'`

/** The names of all tables. */
export const tableNames = async (underneath: Underneath): Promise<string[]> =>
	(await tables(underneath)).map(({ name }) => name)

/** Two equal prints: no row came, went or changed between them, but in the tables that are left out. */
export async function print(underneath: Underneath, without: readonly string[] = []): Promise<string> {
	const wanted = (await tables(underneath)).filter(({ name }) => !without.includes(name))
	const each = wanted.map(
		({ name }) =>
			`select '${name}' as name, count(*) as rows, sum(hashtext((${whole})::text)::bigint) as sum from ${name} t`,
	)
	return JSON.stringify(await underneath(each.join(' union all ')))
}

type AllRows = Map<string, { table: string; row: Row }>

/** What was read last, and up to which transaction: what has not changed since need not be read again. */
const read = new WeakMap<Underneath, { rows: AllRows; upTo: string }>()

/** All rows as they are now, to be compared with `changesSince`. */
export async function allRows(underneath: Underneath): Promise<AllRows> {
	const known = read.get(underneath)
	const [now] = await underneath<{ id: string }>('select pg_current_xact_id()::text as id')
	const each = (await tables(underneath)).map(
		({ name, keys }) =>
			`select '${name}' as name, case when xmin::text::bigint >= ${known?.upTo ?? 0} then ${whole} end as row,
				'${name}' || jsonb_build_array(${keys.map((key) => `t.${key}`).join(', ')})::text as key from ${name} t`,
	)
	const found = await underneath<{ name: string; row: Row | null; key: string }>(each.join(' union all '))
	const rows: AllRows = new Map()
	for (const { name, row, key } of found) {
		const same = row ? { table: name, row } : known?.rows.get(key)
		if (same) rows.set(key, same)
	}
	read.set(underneath, { rows, upTo: now?.id ?? '0' })
	return rows
}

/** What came, went or changed, by table. */
export async function changesSince(
	before: Awaited<ReturnType<typeof allRows>>,
	underneath: Underneath,
): Promise<Change[]> {
	const now = await allRows(underneath)
	const changes: Change[] = []
	for (const [key, { table, row }] of now) {
		const was = before.get(key)?.row
		if (!was) changes.push({ table, how: 'added', columns: row })
		else {
			const columns = Object.fromEntries(
				Object.entries(row).filter(([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value)),
			)
			if (Object.keys(columns).length > 0) changes.push({ table, how: 'changed', columns })
		}
	}
	for (const [key, { table, row }] of before) if (!now.has(key)) changes.push({ table, how: 'removed', columns: row })
	return changes.sort((one, other) => (one.table + one.how < other.table + other.how ? -1 : 1))
}
