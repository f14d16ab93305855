/** Every form with the name of every column as a field: only its own fields count, whatever else is sent along. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { ask, comeIn, fill } from './asking.ts'
import { assertChanges } from './changes.ts'
import { all, place, things } from './matrix.ts'
import { idsOf, onlyFor, openActs, planActs } from './routes.table.ts'
import { allRows, changesSince } from './rows.ts'
import { plantThing } from './things.ts'

/** The names of all columns of a table. */
const columns = Map.groupBy(
	await place.underneath<{ table: string; name: string }>(
		`select table_name as table, column_name as name from information_schema.columns where table_schema = 'public' order by 2`,
	),
	({ table }) => table,
)
const atATime = 38

/** The names of all columns of these tables, a few at a time as a form can hold, each with a value that is right for none of them. */
function someStrange(tables: Iterable<string>): Record<string, string>[] {
	const names = [...new Set([...tables].flatMap((table) => columns.get(table)?.map(({ name }) => name) ?? []))]
	const strange = names.map((name) => [name, /(^|_)id$/.test(name) ? idOf('joseph') : '2001-01-01T00:00:00Z'] as const)
	return Array.from({ length: Math.ceil(strange.length / atATime) }, (_, at) =>
		Object.fromEntries(strange.slice(at * atATime, (at + 1) * atATime)),
	)
}

/** What a form can reach is what it writes, and what it might be tempted to: who is who, and who may what. */
const tempting = ['account', 'standing', 'session', 'scope', 'opening', 'working_relationship']
/** Names of columns that are names of fields too, in one form or another. */
const ofForms = [
	...['why', 'words', 'kind', 'answer', 'reason'],
	...['heard', 'touched', 'reminds', 'will'],
	...['meaning', 'needs', 'opens', 'serves', 'touches'],
]

const inCode = { 'author-id': idOf('joseph'), authorId: idOf('joseph'), __proto__: 'x', constructor: 'x' }

for (const [pattern, act] of Object.entries(planActs).filter(([, { whose }]) => whose !== 'leavers')) {
	test(`POST ${pattern} with every column's name as a field: only its own fields count`, async () => {
		const hand = onlyFor[pattern] ?? 'person'
		// Where what it writes is not listed, it may write anywhere.
		const writes = act.writes ? new Set(act.writes(things.ann, hand, v7()).map(({ table }) => table)) : columns.keys()
		for (const some of someStrange([...tempting, ...writes])) {
			// A question that many are asked is answered once in a while.
			await place.underneath('delete from measure_answer')
			const thing = await plantThing(place.underneath, 'ann')
			const once = v7()
			await place.underneath('delete from draft')
			// Who is told something new is not told again on the same day.
			await place.underneath('delete from message')
			await place.underneath('update sign_in_card set ended_at = now()')
			const rows = await allRows(place.underneath)
			const own = act.fields(thing, hand, once)
			// What is a field of a form too is not strange to it.
			const more = Object.entries(some).filter(([name]) => !ofForms.includes(name))
			const url = fill(pattern, idsOf(thing, hand, act.ids))
			const fields = { ...Object.fromEntries(more), ...inCode, ...own }
			const answer = await ask(place, all[hand], 'POST', url, fields, {}, act.file)
			const changes = await changesSince(rows, place.underneath)
			if (act.file) {
				// With a file come so many fields and no more.
				assert([400, 413].includes(answer.statusCode))
				assert.deepEqual(changes, [])
				continue
			}
			const shows = act.to === 'card' || act.to === 'page'
			assert.equal(answer.statusCode, shows ? 200 : act.to === 'not there' ? 404 : 303)
			if (act.writes) assertChanges(changes, act.writes(thing, hand, once), pattern)
			await place.underneath('update opening set closed_at = now() where id = $1', [once])
			await place.underneath('delete from invitation where id = any ($1)', [[once, thing.invitation, thing.card]])
			const written = JSON.stringify(changes)
			assert(!written.includes('2001-01-01'), 'no time or word of the strange ones is written')
			assert(!written.includes(idOf('joseph')), 'no id of the strange ones is written')
		}
	})
}

for (const [url, act] of Object.entries(openActs)) {
	test(`POST ${url} with every column's name as a field: only its own fields count`, async () => {
		for (const some of someStrange([...tempting, 'contact', 'draft', 'message', 'secret'])) {
			const who = await comeIn(place, 'person')
			const rows = await allRows(place.underneath)
			const answer = await ask(place, who, 'POST', url, { ...some, ...inCode, ...act.fields })
			assert.equal(answer.statusCode, 303)
			const changes = await changesSince(rows, place.underneath)
			assertChanges(changes, act.writes(who), url)
			assert(!JSON.stringify(changes).includes('2001-01-01'))
		}
	})
}
