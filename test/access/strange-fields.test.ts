/** Every form with the name of every column as a field: only its own fields count, whatever else is sent along. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { ask, comeIn, fill } from './asking.ts'
import { assertChanges } from './changes.ts'
import { all, place } from './matrix.ts'
import { idsOf, onlyFor, openActs, planActs } from './routes.table.ts'
import { allRows, changesSince } from './rows.ts'
import { plantThing } from './things.ts'

/** The names of all columns, a few at a time as a form can hold, each with a value that is right for none of them. */
const columns = await place.underneath<{ name: string }>(
	`select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
)
const strange = columns.map(
	({ name }) => [name, /(^|_)id$/.test(name) ? idOf('joseph') : '2001-01-01T00:00:00Z'] as const,
)
const atATime = 38
const someStrange = Array.from({ length: Math.ceil(strange.length / atATime) }, (_, at) =>
	strange.slice(at * atATime, (at + 1) * atATime),
)
const inCode = { 'author-id': idOf('joseph'), authorId: idOf('joseph'), __proto__: 'x', constructor: 'x' }

for (const [pattern, act] of Object.entries(planActs).filter(([, { whose }]) => whose !== 'leavers')) {
	test(`POST ${pattern} with every column's name as a field: only its own fields count`, async () => {
		for (const some of someStrange) {
			const thing = await plantThing(place.underneath, 'ann')
			const once = v7()
			await place.underneath('delete from draft')
			// Who is told something new is not told again on the same day.
			await place.underneath('delete from message')
			await place.underneath('update sign_in_card set ended_at = now()')
			const rows = await allRows(place.underneath)
			const hand = onlyFor[pattern] ?? 'person'
			const own = act.fields(thing, hand, once)
			// What is a field of a form too is not strange to it.
			const more = some.filter(([name]) => !['why', 'words', 'kind', 'answer', 'reason'].includes(name))
			const url = fill(pattern, idsOf(thing, hand, act.ids))
			const answer = await ask(place, all[hand], 'POST', url, { ...Object.fromEntries(more), ...inCode, ...own })
			assert.equal(answer.statusCode, act.to === 'card' ? 200 : act.to === 'not there' ? 404 : 303)
			const changes = await changesSince(rows, place.underneath)
			assertChanges(changes, act.writes?.(thing, hand, once) ?? [], pattern)
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
		for (const some of someStrange) {
			const who = await comeIn(place, 'person')
			const rows = await allRows(place.underneath)
			const answer = await ask(place, who, 'POST', url, { ...Object.fromEntries(some), ...inCode, ...act.fields })
			assert.equal(answer.statusCode, 303)
			const changes = await changesSince(rows, place.underneath)
			assertChanges(changes, act.writes(who), url)
			assert(!JSON.stringify(changes).includes('2001-01-01'))
		}
	})
}
