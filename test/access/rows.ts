/** Every row of every table, looked at past all policies: what was written, and that nothing was. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Underneath } from '../support/place.ts'

export type Row = Record<string, unknown>
/** One row that came, went or changed; of a changed row only the columns that did. */
export type Change = { table: string; how: 'added' | 'removed' | 'changed'; columns: Row }

type Table = { name: string; keys: string[] }
const asked = new WeakMap<Underneath, Table[]>()

/** The tables of the schema with their keys: no test makes one, so each place is asked once. */
async function tables(underneath: Underneath): Promise<Table[]> {
	const known = asked.get(underneath)
	if (known) return known
	const found = await underneath<Table>(`
		select c.relname as name, array_agg(a.attname::text order by a.attname) as keys
		from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
			join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`)
	asked.set(underneath, found)
	// Asked thousands of times, and reading it takes the database longer than answering it.
	const states = found.map(
		({ name }) =>
			`select '${name}' as name, count(*)::integer as rows, bool_or(age(xmin) <= age($1)) as written from ${name}`,
	)
	await underneath(`prepare states_of_tables(xid) as ${states.join(' union all ')}`)
	return found
}

/** A session notes when it was last seen; that is no change of anything. */
const whole = `to_jsonb(t) - 'seen_at'`

/** The names of all tables. */
export const tableNames = async (underneath: Underneath): Promise<string[]> =>
	(await tables(underneath)).map(({ name }) => name)

/** The rows of each table by their keys. A table that has not changed is the very same map as before. */
type AllRows = Map<string, Map<string, Row>>

/** What was read last, and up to which transaction: what has not changed since need not be read again. */
const read = new WeakMap<Underneath, { rows: AllRows; upTo: string }>()

/** All rows as they are now, to be compared with `changesSince`. */
export async function allRows(underneath: Underneath): Promise<AllRows> {
	const known = read.get(underneath)
	const upTo = known?.upTo ?? '0'
	const all = await tables(underneath)
	const [now] = await underneath<{ id: string }>('select pg_current_xact_id()::text as id')
	const states = await underneath<{ name: string; rows: number; written: boolean | null }>(
		`execute states_of_tables('${upTo}')`,
	)
	const rows: AllRows = new Map()
	for (const { name, rows: count, written } of states) {
		const before = known?.rows.get(name)
		if (before && !written && before.size === count) rows.set(name, before)
	}
	const changed = all.filter(({ name }) => !rows.has(name))
	for (const { name } of changed) rows.set(name, new Map(known?.rows.get(name)))
	const written = `age(t.xmin) <= age('${upTo}'::xid)`
	for (const { name, row, key } of await keyed(underneath, changed, `${whole} as row`, `where ${written}`)) {
		rows.get(name)?.set(key, row)
	}
	// Where there are fewer rows than keys, some have gone: which, say the keys that are left.
	const fewer = changed.filter(({ name }) => states.find((one) => one.name === name)?.rows !== rows.get(name)?.size)
	const left = await keyed(underneath, fewer, 'null::jsonb as row', '')
	for (const { name } of fewer) {
		const keys = new Set(left.filter((one) => one.name === name).map(({ key }) => key))
		for (const key of rows.get(name)?.keys() ?? []) if (!keys.has(key)) rows.get(name)?.delete(key)
	}
	read.set(underneath, { rows, upTo: now?.id ?? '0' })
	return rows
}

type Keyed = { name: string; row: Row; key: string }

/** Rows of these tables with their keys. */
async function keyed(underneath: Underneath, some: Table[], row: string, where: string): Promise<Keyed[]> {
	if (some.length === 0) return []
	const each = some.map(
		({ name, keys }) =>
			`select '${name}' as name, ${row}, jsonb_build_array(${keys.map((key) => `t.${key}`).join(', ')})::text as key from ${name} t ${where}`,
	)
	return underneath<Keyed>(each.join(' union all '))
}

/** What came, went or changed, by table. */
export async function changesSince(before: AllRows, underneath: Underneath): Promise<Change[]> {
	const changes: Change[] = []
	for (const [table, now] of await allRows(underneath)) {
		const was = before.get(table) ?? new Map<string, Row>()
		if (was === now) continue
		for (const [key, row] of now) {
			const old = was.get(key)
			const columns = old ? Object.entries(row).filter(([name, value]) => !isDeepStrictEqual(old[name], value)) : []
			if (!old) changes.push({ table, how: 'added', columns: row })
			else if (columns.length > 0) changes.push({ table, how: 'changed', columns: Object.fromEntries(columns) })
		}
		for (const [key, row] of was) if (!now.has(key)) changes.push({ table, how: 'removed', columns: row })
	}
	return changes.sort((one, other) => (one.table + one.how < other.table + other.how ? -1 : 1))
}

const prints = new WeakMap<Map<string, Row>, string>()

/** Two equal prints: no row came, went or changed between them, but in the tables that are left out. */
export async function print(underneath: Underneath, without: readonly string[] = []): Promise<string> {
	const lines: string[] = []
	for (const [table, rows] of await allRows(underneath)) {
		if (without.includes(table)) continue
		const inOrder = () => JSON.stringify([...rows].sort(([one], [other]) => (one < other ? -1 : 1)))
		const print = prints.get(rows) ?? createHash('sha256').update(inOrder()).digest('hex')
		prints.set(rows, print)
		lines.push(`${table}: ${rows.size} rows, ${print}`)
	}
	return lines.sort().join('\n')
}
