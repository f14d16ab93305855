/** How the commonest queries are run: by an index each, and no function called for each row, for whoever sees many people. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { planProblems } from '../../bench/statements.ts'
import { idOf } from '../../demo/demonstration.ts'
import { myDrafts } from '../../src/common/drafts/index.ts'
import { givenToMe, openedToMe, openingsOfMine, peopleISupport } from '../../src/common/openings/index.ts'
import { askingOfMe, lastRated, myHopes } from '../../src/individual/plan/hope/hope.queries.ts'
import { myOpenPromises, promisesLateForMe, waitingForMe, whatIBringNow } from '../../src/individual/plan/index.ts'
import { outcomesICanSee } from '../../src/individual/plan/outcomes.queries.ts'
import { planOf } from '../../src/individual/plan/plan.queries.ts'
import { progressOf } from '../../src/individual/plan/progress/progress.queries.ts'
import { peopleIWorkWith, whoWorksWith } from '../../src/individual/relationship/index.ts'
import { type Acting, acting, type Tx } from '../../src/platform/database/acting.ts'
import type { Connections } from '../../src/platform/database/connection.ts'
import { openPlace } from '../support/place.ts'

const place = await openPlace()
const area = idOf('Rivermouth')
const [ann, priya, linda] = [idOf('ann'), idOf('priya'), idOf('linda')]

/** Everyone here beside the demonstration: the first hundred work with Priya, and the first twenty have opened their plan to Linda. */
const many = { people: 1000, withPriya: 100, openToLinda: 20 }
const id = (kind: string, n = 'n') => `('01941f29-7c00-7${kind}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const [person, scope, outcome, wording] = [id('aaa'), id('aab'), id('aac'), id('aad')]
const people = `generate_series(1, ${many.people}) n`
for (const insert of [
	`account (area_id, id, name) select $1, ${person}, 'Person ' || n from ${people}`,
	`standing (area_id, id, account_id, kind) select $1, ${id('aae')}, ${person}, 'person' from ${people}`,
	`scope (area_id, id, person_id, part) select $1, ${scope}, ${person}, 'plan' from ${people}`,
	`outcome (area_id, id, scope_id, person_id, proposed_by_id) select $1, ${outcome}, ${scope}, ${person}, ${person} from ${people}`,
	`wording (area_id, id, outcome_id, scope_id, number, words, author_id)
		select $1, ${wording}, ${outcome}, ${scope}, 1, 'Words', ${person} from ${people}`,
	`contribution (area_id, id, outcome_id, scope_id, brought_by_id, kind, words)
		select $1, ${id('aaf')}, ${outcome}, ${scope}, ${person}, 'time', 'Time' from ${people}`,
	`working_relationship (area_id, id, person_id, practitioner_id) select $1, ${id('aba')}, ${person},
		case when n <= ${many.withPriya} then '${priya}'::uuid else '${idOf('delroy')}'::uuid end from ${people}`,
	`opening (area_id, id, person_id, scope_id, account_id, purpose, until, ends_with_work, names_shown)
		select $1, ${id('abb')}, ${person}, ${scope}, case when n <= ${many.openToLinda} then '${linda}'::uuid else '${idOf('bilal')}'::uuid end,
			'To know', now() + interval '1 month', true, '{}' from ${people}`,
]) {
	await place.underneath(`insert into ${insert}`, [area])
}
await place.underneath('analyze')

type Plan = Parameters<typeof planProblems>[0]
type Explained = { sql: string; plan: Plan }

/** The door over the same connections, which has each query explained before it is asked. */
function explaining(explained: Explained[]): Connections {
	return {
		...place.connections,
		borrow: (work) =>
			place.connections.borrow((lent) =>
				work({
					...lent,
					async query(text, parameters) {
						if (/^\s*(select|with)\b/i.test(text)) {
							const { rows } = await lent.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
								`explain (format json) ${text}`,
								parameters,
							)
							const [found] = rows[0]?.['QUERY PLAN'] ?? []
							if (found) explained.push({ sql: text, plan: found.Plan })
						}
						return lent.query(text, parameters)
					},
				}),
			),
	}
}

async function explain(who: Acting, ask: (tx: Tx) => Promise<unknown>): Promise<Explained[]> {
	const explained: Explained[] = []
	await acting(explaining(explained), who, async (tx) => {
		// The tables of a test are small, and reading all of one may be quickest; so it is asked what can be done without.
		await sql`set local enable_seqscan = off`.execute(tx)
		await ask(tx)
	})
	return explained
}

const home = (account: string): Acting => ({ area, account })
const about = (account: string, someone: string): Acting => ({ area, account, about: someone })
const first = '01941f29-7c00-7aaa-8000-000000000001'
const firstOutcome = '01941f29-7c00-7aac-8000-000000000001'
const record = (tx: Tx) =>
	tx
		.selectFrom('access_entry')
		.selectAll()
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.orderBy('number', 'desc')
		.limit(50)
		.execute()

const queries: Record<string, [Acting, (tx: Tx) => Promise<unknown>]> = {
	'home of a practitioner: what waits': [home(priya), waitingForMe],
	'home of a practitioner: what is promised': [home(priya), myOpenPromises],
	'home of a person: what they were promised': [home(ann), (tx) => promisesLateForMe(tx, '2031-05-03')],
	'home of a supporter: what they bring': [home(linda), whatIBringNow],
	'home of a practitioner: the people': [home(priya), peopleIWorkWith],
	'home of a supporter: what is open': [home(linda), openedToMe],
	'home of a supporter: whom they support': [home(linda), peopleISupport],
	'home of a supporter: what waits': [home(linda), waitingForMe],
	'plan, by the practitioner': [about(priya, first), (tx) => planOf(tx, first)],
	'outcomes, by the practitioner': [about(priya, first), (tx) => outcomesICanSee(tx, first)],
	'plan, by a supporter': [about(linda, first), (tx) => planOf(tx, first)],
	'outcome and history, by a supporter': [about(linda, first), (tx) => outcomesICanSee(tx, first, firstOutcome)],
	'names in what is open': [about(linda, first), (tx) => givenToMe(tx, { id: first, name: 'Person 1' })],
	'outcome and history, by the person': [about(ann, ann), (tx) => outcomesICanSee(tx, ann, idOf('ann/flat'))],
	'openings, by the person': [about(ann, ann), openingsOfMine],
	'record, by the person': [about(ann, ann), record],
	'who works with the person': [about(ann, ann), (tx) => whoWorksWith(tx, ann)],
	drafts: [about(ann, ann), myDrafts],
	'hope of one’s own': [home(ann), myHopes],
	'when hope was last said': [home(ann), lastRated],
	'whether hope is asked for': [home(ann), askingOfMe],
	'how far an outcome has come, by the practitioner': [about(priya, first), (tx) => progressOf(tx, firstOutcome)],
}

for (const [name, [who, ask]] of Object.entries(queries)) {
	test(`${name}: index conditions, and no function for each row`, async () => {
		const explained = await explain(who, ask)
		assert(explained.length > 0)
		for (const { sql: text, plan } of explained) {
			assert.deepEqual(planProblems(plan), [], text)
			if (/\bfrom "/.test(text)) assert(JSON.stringify(plan).includes('Index Cond'), text)
		}
	})
}

test('the practitioner and the supporter do see as many as are here for them', async () => {
	const counts = async (account: string) => {
		const rows = await acting(place.connections, home(account), (tx) =>
			tx.selectFrom('outcome').select('person_id').distinct().execute(),
		)
		return rows.length
	}
	assert((await counts(priya)) >= many.withPriya)
	assert((await counts(linda)) >= many.openToLinda)
})

/** What is asked within functions of the database, where no plan shows it. */
const inside: Record<string, string> = {
	'a session by its token': `select from session s where s.token_hash = '\\x00'`,
	'what is open to an account': `select from opening o where o.area_id = '${area}' and o.account_id = '${linda}' and o.closed_at is null`,
	'what lies within an opened part': `select from scope s where s.area_id = '${area}' and s.within_id = '${idOf('ann/plan')}'`,
	'who supports a person': `select from supporting s where s.area_id = '${area}' and s.person_id = '${ann}'`,
	'whether work has ended since': `select from working_relationship r where r.area_id = '${area}' and r.person_id = '${ann}'`,
}

for (const [name, text] of Object.entries(inside)) {
	test(`${name}: by an index`, async () => {
		await place.underneath('set enable_seqscan = off')
		const [found] = await place.underneath<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`)
		await place.underneath('reset enable_seqscan')
		assert(found)
		assert.deepEqual(planProblems(found['QUERY PLAN'][0].Plan), [])
	})
}
