import pg from 'pg'
import { type Acting, acting, type Tx } from '../src/platform/database/acting.ts'
import type { Connections } from '../src/platform/database/connection.ts'

/** A statement as one of our queries sends it. */
type Statement = { sql: string; parameters: readonly unknown[] }

/** Our door over one connection, which tells what is sent through it. */
function connectionsOver(client: pg.Client, tell: (statement: Statement) => void = () => undefined): Connections {
	return {
		kind: 'postgresql',
		borrow: (work) =>
			work({
				async query(sql, parameters) {
					tell({ sql, parameters })
					const { rows, rowCount } = await client.query(sql, [...parameters])
					return { rows: rows as never, count: rowCount ?? 0 }
				},
				async run(sql) {
					return [await client.query<object>(sql)].flat().flatMap(({ rows }) => rows)
				},
			}),
		synced: async () => undefined,
		close: async () => undefined,
	}
}

/** Does something in a transaction of an account, begun as every act is. */
export const as = <T>(client: pg.Client, who: Acting, work: () => Promise<T>): Promise<T> =>
	acting(connectionsOver(client), who, work)

/** What queries of ours send, caught on its way. */
export async function statementsOf(
	client: pg.Client,
	who: Acting,
	ask: (tx: Tx) => Promise<unknown>,
): Promise<Statement[]> {
	const sent: Statement[] = []
	await acting(
		connectionsOver(client, (statement) => sent.push(statement)),
		who,
		ask,
	)
	return sent
}

/** The one statement that a query sends. */
export async function statementOf(
	client: pg.Client,
	who: Acting,
	ask: (tx: Tx) => Promise<unknown>,
): Promise<Statement> {
	const [statement, ...more] = await statementsOf(client, who, ask)
	if (!statement || more.length > 0) throw new Error('One query sends one statement.')
	return statement
}

/** A node of a plan, as `explain (format json)` writes it. */
type Plan = {
	'Node Type': string
	'Relation Name'?: string
	'Index Cond'?: string
	Filter?: string
	'Rows Removed by Filter'?: number
	Plans?: Plan[]
}
export type Explained = { Plan: Plan; 'Planning Time': number; 'Execution Time': number }

/** Milliseconds. */
export const timeOf = (explained: Explained): number => explained['Planning Time'] + explained['Execution Time']

let names = 0

/** Prepares a statement as the server does. Each call runs it and answers how, in PostgreSQL's own milliseconds. */
export async function prepare(client: pg.Client, { sql, parameters }: Statement): Promise<() => Promise<Explained>> {
	const name = `measured_${names++}`
	await client.query(`prepare ${name} as ${sql}`)
	const written = (value: unknown) => (Array.isArray(value) ? `{${value.join(',')}}` : String(value))
	const given = parameters.map((value) => pg.escapeLiteral(written(value))).join(', ')
	const explain = `explain (analyze, timing off, format json) execute ${name}${given && `(${given})`}`
	return async () => {
		const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(explain)
		const [explained] = rows[0]?.['QUERY PLAN'] ?? []
		if (!explained) throw new Error('PostgreSQL explained nothing.')
		return explained
	}
}

/** How many rows may be read and thrown away before an index is missing. */
const fewRows = 500

/** Where a plan reads a table without a fitting index, or calls a function for each row that it filters (the clock is none). */
export function planProblems(plan: Plan): string[] {
	const { 'Relation Name': table = '', 'Node Type': type, Filter: filter = '' } = plan
	const { 'Rows Removed by Filter': removed = 0 } = plan
	const here = [
		...(type === 'Seq Scan' && table !== 'area' ? [`${table} is read whole`] : []),
		...(/^(?:Bitmap )?Index/.test(type) && !plan['Index Cond'] ? ['an index is read whole'] : []),
		...(/Scan/.test(type) && /\b(?!any\b|all\b|now\b)[a-z_]+\(/i.test(filter)
			? [`${table} is filtered by ${filter}`]
			: []),
		...(removed > fewRows ? [`${table} gives ${removed} rows too many`] : []),
	]
	return [...here, ...(plan.Plans ?? []).flatMap(planProblems)]
}

/**
 * How many rows of our tables have been read by going through a whole table so far, also inside functions, which a plan
 * does not show.
 */
export async function rowsScanned(client: pg.Client, admin: pg.Client): Promise<number> {
	for (const each of [client, admin]) await each.query('select pg_stat_force_next_flush()')
	await client.query('select')
	const { rows } = await admin.query<{ rows: number }>(
		`select coalesce(sum(seq_tup_read), 0)::float8 as rows from pg_stat_user_tables where relname <> 'area'`,
	)
	return rows[0]?.rows ?? 0
}
