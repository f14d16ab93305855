/**
 * Writes `src/platform/database/schema.ts`, Kysely's types of every table, from a freshly migrated database.
 * `--check` writes nothing and fails when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { migrate, rolesSql } from '../src/platform/database/migrate.ts'

const target = new URL('../src/platform/database/schema.ts', import.meta.url)

const typeOf: Record<string, string> = {
	uuid: 'string',
	text: 'string',
	boolean: 'boolean',
	integer: 'number',
	bigint: 'number',
	date: 'string',
	jsonb: 'unknown',
	bytea: 'Uint8Array',
	'timestamp with time zone': 'Date',
	// The one kind of array that we keep is of ids.
	ARRAY: 'string[]',
}

const pglite = await PGlite.create()
await pglite.exec(rolesSql())
await migrate({
	run: (sql) => pglite.exec(sql),
	value: async (sql) => (await pglite.query<{ value: unknown }>(sql)).rows[0]?.value,
})
type Column = {
	table: string
	column: string
	type: string
	optional: boolean
	automatic: boolean
	choices: string | null
}
const { rows } = await pglite.query<Column>(`
	select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'YES' as optional,
		c.column_default is not null or (c.table_name like '%wording' and c.column_name = 'words_hash') as automatic,
		(select pg_get_constraintdef(k.oid) from pg_constraint k
			where k.conrelid = format('%I', c.table_name)::regclass and k.contype = 'c'
				and k.conname = format('%s_%s_check', c.table_name, c.column_name)
				and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%') as choices
	from information_schema.columns c
		join information_schema.tables t on (t.table_schema, t.table_name, t.table_type) = (c.table_schema, c.table_name, 'BASE TABLE')
	where c.table_schema = 'public' order by c.table_name collate "C", c.ordinal_position`)
await pglite.close()

const pascal = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

function lineFor({ column, type, optional, automatic, choices }: Column): string {
	const known = typeOf[type]
	if (!known) throw new Error(`No type is written down for ${type} (${column}).`)
	const listed = choices && [...choices.matchAll(/'([^']+)'::text/g)].map(([, choice]) => `'${choice}'`).join(' | ')
	const whole = `${listed || known}${optional ? ' | null' : ''}`
	return `\t${column}: ${automatic ? `Generated<${whole}>` : whole}`
}

const tables = Map.groupBy(rows, (row) => row.table)
const text = `// Made by "npm run schema" from the migrations. Do not edit: the check compares it with a freshly migrated database.
import type { Generated } from 'kysely'
${[...tables].map(([table, columns]) => `\nexport type ${pascal(table)}Row = {\n${columns.map(lineFor).join('\n')}\n}\n`).join('')}
export type Schema = {
${[...tables.keys()].map((table) => `\t${table}: ${pascal(table)}Row`).join('\n')}
}
`

if (process.argv.includes('--check')) {
	if (readFileSync(target, 'utf8') !== text) {
		console.error('src/platform/database/schema.ts is stale. Run "npm run schema" and commit what it writes.')
		process.exit(1)
	}
	console.log(`types of ${tables.size} tables are fresh`)
} else {
	writeFileSync(target, text)
	console.log(`wrote types of ${tables.size} tables`)
}
