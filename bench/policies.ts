import pg from 'pg'
import { myOpenPromises, waitingForMe } from '../src/individual/plan/index.ts'
import { outcomesNow } from '../src/individual/plan/outcomes.queries.ts'
import { planOf } from '../src/individual/plan/plan.queries.ts'
import { peopleIWorkWith } from '../src/individual/relationship/index.ts'
import type { Acting, Tx } from '../src/platform/database/acting.ts'
import type { BenchDatabase } from './database.ts'
import type { Figure } from './figures.ts'
import { idOfNth, opened } from './seed.ts'
import { as, planProblems, prepare, rowsScanned, statementOf, timeOf } from './statements.ts'

/** A query of ours, and the filter that a careful hand would write into it where there are no policies. */
type Query = { name: string; ask(tx: Tx): Promise<unknown>; byHand(sql: string): string }

/** What one reader asks for one page. */
type Measured = { name: string; who: Acting; queries: readonly Query[] }

const area = idOfNth('area', 0)
const person = idOfNth('person', opened)
const own: Acting = { area, account: person, about: person }
const practitioner: Acting = { area, account: idOfNth('practitioner', 1) }
const supporter: Acting = { area, account: idOfNth('supporter', opened) }

const itsPeople = `(select mine.person_id from working_relationship mine where mine.area_id = '${area}'
	and mine.practitioner_id = '${practitioner.account}' and mine.ended_at is null)`
const worksWith = (theirs: string) =>
	`exists (select from working_relationship mine where mine.area_id = '${area}' and mine.person_id = ${theirs}
		and mine.practitioner_id = '${practitioner.account}' and mine.ended_at is null)`

const isOpen = (scope: string) =>
	`exists (select from opening mine where mine.area_id = '${area}' and mine.scope_id = ${scope}
		and mine.account_id = '${supporter.account}' and mine.closed_at is null and mine.until > now())`

/** Puts a condition where a statement's last one ends. */
const andBeforeLastOrder = (condition: string) => (sql: string) => {
	const at = sql.lastIndexOf(' order by ')
	if (at < 0) throw new Error(`There is no order in: ${sql}`)
	return `${sql.slice(0, at)} and ${condition}${sql.slice(at)}`
}
const asItIs = (sql: string) => sql
/** Without the condition that leaves out what is only open to read: by hand it is another filter, or there is none. */
const withoutScopes = (sql: string) =>
	sql.replace(/ and "?\w+"?\."?scope_id"? = any \(\(select scopes_i_write_in\(\)\)::uuid\[\]\)/, '')

/** The two queries of the plan page, with the conditions that let one reader in. */
const planQueries = (scope: string, outcome: string): Query[] => [
	{ name: 'whose it is', ask: (tx) => planOf(tx, person), byHand: andBeforeLastOrder(scope) },
	{ name: 'its outcomes', ask: (tx) => outcomesNow(tx, person), byHand: andBeforeLastOrder(outcome) },
]

const all: readonly Measured[] = [
	{ name: 'own plan', who: own, queries: planQueries(`scope.person_id = '${person}'`, `o.person_id = '${person}'`) },
	{
		name: 'one plan of 40',
		who: { ...practitioner, about: person },
		queries: planQueries(worksWith('scope.person_id'), worksWith('o.person_id')),
	},
	{
		name: 'a plan opened to a supporter',
		who: { ...supporter, about: person },
		queries: planQueries(isOpen('scope.id'), isOpen('o.scope_id')),
	},
	{
		name: 'home with 40 people',
		who: practitioner,
		queries: [
			{
				name: 'what waits',
				ask: waitingForMe,
				byHand: (sql) =>
					withoutScopes(sql).replace('where a.area_id = ', `where a.id in ${itsPeople} and a.area_id = `),
			},
			{ name: 'what I promised', ask: myOpenPromises, byHand: withoutScopes },
			{ name: 'my people', ask: peopleIWorkWith, byHand: asItIs },
		],
	},
]

const runs = 60
const warmUp = 10
/** Milliseconds after which a query has been run often enough. */
const longEnough = 5_000

/** Each page's queries through the policies against the same queries as a superuser with filters by hand, in PostgreSQL's own time. */
export async function policyFigures({ admin, serverUrl }: BenchDatabase, people: number): Promise<Figure[]> {
	const client = new pg.Client({ connectionString: serverUrl })
	await client.connect()
	const size = `${people.toLocaleString('en-GB')} people`
	const figures: Figure[] = []
	const problems = new Set<string>()
	try {
		for (const { name, who, queries } of all) {
			const parts: Part[] = []
			for (const query of queries) {
				const part = await measure(client, admin, who, query)
				for (const problem of part.problems) problems.add(`${query.name}: ${problem}`)
				parts.push(part)
			}
			const sum = (of: 'policies' | 'byHand') => parts.reduce((total, part) => total + part[of], 0)
			figures.push({
				name: `policies, ${name}, ${size}`,
				measured: sum('policies') / sum('byHand'),
				unit: 'times',
				bar: { atMost: 1.2 },
				note: parts
					.map((part) => `${part.name} ${part.policies.toFixed(2)} ms, by hand ${part.byHand.toFixed(2)} ms`)
					.join('; '),
			})
		}
	} finally {
		await client.end()
	}
	// Reading all of a small table is the quickest plan there is, and says nothing.
	if (people < 10_000) return figures
	const note = [...problems].join('; ')
	return [
		...figures,
		{ name: `plans without an index, ${size}`, measured: problems.size, unit: 'found', bar: { atMost: 0 }, note },
	]
}

/** Milliseconds of one query either way at its quickest, for all else on the machine only adds; and what is wrong with how it is run. */
type Part = { name: string; policies: number; byHand: number; problems: string[] }

async function measure(client: pg.Client, admin: pg.Client, who: Acting, { name, ask, byHand }: Query): Promise<Part> {
	const statement = await statementOf(client, who, ask)
	const ours = await prepare(client, statement)
	// What a function of ours gathers for whoever may have it, it gathers for the hand too.
	const settings = () =>
		client.query<{ area: string; writing: string }>(
			"select current_setting('app.area') as area, current_setting('app.writing') as writing",
		)
	const [acts] = (await as(client, who, settings)).rows
	await admin.query("select set_config('app.area', $1, false), set_config('app.writing', $2, false)", [
		acts?.area,
		acts?.writing,
	])
	const theirs = await prepare(admin, { ...statement, sql: byHand(statement.sql) })
	const times = { policies: [] as number[], byHand: [] as number[] }
	const began = performance.now()
	for (let run = 0; run < warmUp + runs && (run <= warmUp || performance.now() - began < longEnough); run++) {
		times.policies.push(timeOf(await as(client, who, ours)))
		times.byHand.push(timeOf(await theirs()))
	}
	const before = await rowsScanned(client, admin)
	const problems = planProblems((await as(client, who, ours)).Plan)
	const scanned = (await rowsScanned(client, admin)) - before
	return {
		name,
		policies: Math.min(...times.policies.slice(warmUp)),
		byHand: Math.min(...times.byHand.slice(warmUp)),
		problems: scanned > 0 ? [...problems, `${scanned} rows read from whole tables, functions included`] : problems,
	}
}
