/** Who may write what: every form, sent by everyone, about every plan. Exactly the rows that should be written are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask, comeIn, fill } from './asking.ts'
import type { Hand } from './cast.ts'
import { assertChanges } from './changes.ts'
import {
	all,
	assertNotThere,
	type Cell,
	cellsOf,
	cellsToTest,
	handOf,
	nameOf,
	place,
	refusedHands,
	thingOf,
} from './matrix.ts'
import { idsOf, openActs, planActs } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { plantThing, type Thing } from './things.ts'

const untested = cellsToTest('POST', 'PUT', 'PATCH', 'DELETE')

for (const [pattern, { ids, fields }] of Object.entries(planActs)) {
	test(`POST ${pattern}`, async () => {
		const before = await print(place.underneath)
		for (const cell of cellsOf('POST', pattern)) {
			for (const hand of refusedHands(cell)) {
				const sent = fields(thingOf(cell), hand, v7())
				const steps = 'step' in sent ? [sent, { ...sent, step: 'later' }] : [sent]
				for (const step of steps) {
					await assertNotThere(all[cell.who], 'POST', pattern, idsOf(thingOf(cell), hand, ids), step)
				}
			}
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of cellsOf('POST', pattern)) {
			const hand = handOf(cell)
			if (hand) await assertAct(cell, await plantThing(place.underneath, thingOf(cell).plan), hand)
			untested.delete(nameOf(cell))
		}
	})
}

/** Writes exactly what it should, on a thing of its own so that no cell stands in another's way. */
async function assertAct(cell: Cell, thing: Thing, hand: Hand): Promise<void> {
	const { pattern, who } = cell
	const act = planActs[pattern]
	assert(act)
	const once = v7()
	const rows = await allRows(place.underneath)
	const url = fill(pattern, idsOf(thing, hand, act.ids))
	const answer = await ask(place, all[who], 'POST', url, act.fields(thing, hand, once))
	assertChanges(await changesSince(rows, place.underneath), act.writes(thing, hand, once), nameOf(cell))
	const to = `/people/${thing.person.account}/plan/outcomes/${act.to === 'new outcome' ? once : thing.outcome}`
	assert.match(answer.headers.location ?? '', new RegExp(`^${to}\\?done=\\w+$`), nameOf(cell))
	const next = await ask(place, all[who], 'GET', answer.headers.location ?? '')
	assert.equal(next.statusCode, 200, nameOf(cell))
	assert(next.body.includes('notification-banner'), `${nameOf(cell)}: the next page says what was done`)
}

for (const [pattern, act] of Object.entries(openActs)) {
	test(`POST ${pattern}`, async () => {
		for (const cell of cellsOf('POST', pattern)) {
			const who = await comeIn(place, cell.who)
			const rows = await allRows(place.underneath)
			const answer = await ask(place, who, 'POST', pattern, act.fields)
			const allowed = act.anonymous === true || who.account !== ''
			assert.equal(answer.statusCode, allowed ? 303 : 401, nameOf(cell))
			assert.equal(answer.headers.location, allowed ? act.to : undefined, nameOf(cell))
			assertChanges(await changesSince(rows, place.underneath), allowed ? act.writes(who) : [], nameOf(cell))
			untested.delete(nameOf(cell))
		}
	})
}

test('no cell was left out', () => {
	assert.deepEqual([...untested], [])
})
