/** Words that stand nowhere else, in every column that can hold somebody's: planted before they leave, and looked for after. */
import type { Underneath } from '../../../test/support/place.ts'

/** Whose a row's words are, by the column that says it: the first of these that the table has. */
const hands = ['author_id', 'brought_by_id', 'asked_by_id', 'written_by_id', 'account_id', 'person_id']

/** Columns whose words are another hand's than the row's. */
const handOf: Readonly<Record<string, string>> = {
	'contribution_request.answer_words': 'asked_of_id',
	'opening.purpose': 'person_id',
	// What the person answers to what somebody put beside their story.
	'story_beside.reply': 'person_id',
}

/** Tables in which no person writes about themselves: each comment says that leaving keeps them, and why. */
export const ofTheService = ['access_entry', 'access_head', 'area', 'identity_provider', 'passed_on_text']

type Column = { table: string; column: string; type: string; columns: string[]; choices: boolean }

/** Every column of every table that holds text, and the columns of its table; from the catalogue, so that none is forgotten. */
async function columnsWithWords(underneath: Underneath): Promise<Column[]> {
	return underneath<Column>(`
		select c.table_name as table, c.column_name as column, c.data_type as type,
			(select array_agg(o.column_name::text) from information_schema.columns o
				where o.table_schema = c.table_schema and o.table_name = c.table_name) as columns,
			exists (select from pg_constraint k where k.conrelid = format('%I', c.table_name)::regclass and k.contype = 'c'
				and k.conname = format('%s_%s_check', c.table_name, c.column_name)
					and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = (ANY \\(|'')') as choices
		from information_schema.columns c
			join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
		where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'json', 'character varying')
		order by 1, 2`)
}

let count = 0

/** A canary that fits every rule on texts here, also that of names to sign in with. */
const canary = (called: string): string => `kanari-${called}-${String(count++ % 1000).padStart(3, '0')}`

/** Writes a canary into every text of this account's own. Answers the columns in which one stands now. */
export async function plantCanaries(underneath: Underneath, account: string, called: string): Promise<string[]> {
	const planted: string[] = []
	for (const { table, column, type, columns, choices } of await columnsWithWords(underneath)) {
		const name = `${table}.${column}`
		if (ofTheService.includes(table) || choices) continue
		const hand = table === 'account' ? 'id' : (handOf[name] ?? hands.find((one) => columns.includes(one)))
		if (!hand) throw new Error(`Say whose the words in ${name} are.`)
		const rows = await underneath<{ ctid: string }>(
			`select ctid::text from ${table} where ${hand} = $1 and ${column} is not null`,
			[account],
		)
		for (const { ctid } of rows) {
			const words = type === 'text' ? canary(called) : JSON.stringify({ words: canary(called) })
			await underneath(`update ${table} set ${column} = $1 where ctid = $2::tid`, [words, ctid])
		}
		if (rows.length > 0) planted.push(name)
	}
	return planted
}

/** The columns in which somebody's words stand, whoever's. */
export async function columnsOfPeople(underneath: Underneath): Promise<string[]> {
	const all = await columnsWithWords(underneath)
	return all.flatMap(({ table, column, choices }) =>
		ofTheService.includes(table) || choices ? [] : [`${table}.${column}`],
	)
}

/** Where a canary stands: every table of every schema that is not PostgreSQL's own, whole rows as text. */
export async function findCanaries(underneath: Underneath, called = ''): Promise<{ table: string; row: string }[]> {
	const tables = await underneath<{ name: string }>(`
		select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`)
	const found: { table: string; row: string }[] = []
	for (const { name } of tables) {
		const rows = await underneath<{ row: string }>(`select t::text as row from ${name} t where t::text ilike $1`, [
			`%kanari-${called}%`,
		])
		found.push(...rows.map(({ row }) => ({ table: name, row })))
	}
	return found
}
