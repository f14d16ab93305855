/** Who may read a record of access, ask about it and answer: every address, by everyone, about everybody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask } from './asking.ts'
import { planNames, plans } from './cast.ts'
import { assertChanges } from './changes.ts'
import { all, assertNotThere, cellsOf, found, nameOf, place, thingOf, things } from './matrix.ts'
import { addressIn, partOf, recordActs, recordIds, recordPages, recordTable } from './record.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { marksIn, plantThing } from './things.ts'

const untested = new Set(
	found.filter(({ url }) => url in recordTable).flatMap(({ method, url }) => [...cellsOf(method, url)].map(nameOf)),
)

for (const [pattern, page] of Object.entries(recordPages)) {
	test(`GET and HEAD ${pattern}`, async () => {
		const cells = [...cellsOf('GET', pattern), ...cellsOf('HEAD', pattern)].map((cell) => {
			const part = cell.plan && partOf(cell.plan, cell.who)
			return { ...cell, may: part !== undefined && page.for.includes(part) }
		})
		const before = await print(place.underneath)
		for (const cell of cells.filter(({ may }) => !may)) {
			await assertNotThere(all[cell.who], cell.method, pattern, recordIds(thingOf(cell)))
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of cells.filter(({ may }) => may)) {
			const thing = thingOf(cell)
			const rows = await allRows(place.underneath)
			const answer = await ask(place, all[cell.who], cell.method, addressIn(pattern, thing))
			assert.equal(answer.statusCode, 200, nameOf(cell))
			for (const words of cell.method === 'HEAD' ? [] : page.shows(thing)) {
				assert(answer.body.includes(words), `${nameOf(cell)} shows "${words}"`)
			}
			const others = marksIn(answer.body).filter((mark) => !mark.startsWith(`mark-${thing.plan}-`))
			assert.deepEqual(others, [], `${nameOf(cell)} shows only what is this person's`)
			const entry = {
				person_id: thing.person.account,
				by_id: all[cell.who].account,
				act: 'looked',
				...page.looks(thing),
			}
			assertChanges(
				await changesSince(rows, place.underneath),
				[
					{ table: 'access_entry', how: 'added', columns: entry },
					{ table: 'access_head', how: 'changed', columns: { hash: true, number: true } },
				],
				nameOf(cell),
			)
			untested.delete(nameOf(cell))
		}
	})
}

for (const [pattern, act] of Object.entries(recordActs)) {
	test(`POST ${pattern}`, async () => {
		const cells = [...cellsOf('POST', pattern)].map((cell) => {
			const part = cell.plan && partOf(cell.plan, cell.who)
			return { ...cell, may: part !== undefined && act.for.includes(part) }
		})
		const before = await print(place.underneath)
		for (const cell of cells.filter(({ may }) => !may)) {
			for (const step of ['share', 'later', 'check']) {
				const fields = { ...act.fields(v7()), step }
				await assertNotThere(all[cell.who], 'POST', pattern, recordIds(thingOf(cell)), fields)
			}
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of cells.filter(({ may }) => may)) {
			const thing = await plantThing(place.underneath, thingOf(cell).plan)
			const once = v7()
			const rows = await allRows(place.underneath)
			const answer = await ask(place, all[cell.who], 'POST', addressIn(pattern, thing), act.fields(once))
			const expected = act.writes(thing, all[cell.who].account, once)
			assertChanges(await changesSince(rows, place.underneath), expected, nameOf(cell))
			const next = await ask(place, all[cell.who], 'GET', answer.headers.location ?? '')
			assert.equal(next.statusCode, 200, nameOf(cell))
			assert(next.body.includes('notification-banner'), `${nameOf(cell)}: the next page says what was done`)
			untested.delete(nameOf(cell))
		}
	})
}

test('an id from elsewhere in any place of an address is one that nothing has', async () => {
	const before = await print(place.underneath)
	for (const plan of planNames) {
		const who = plans[plan].person
		for (const [other, thing] of Object.entries(things)) {
			if (!who || other === plan) continue
			const [mine, theirs] = [recordIds(things[plan]), recordIds(thing)]
			for (const pattern of Object.keys(recordPages).filter((one) => one.split(':').length === 3)) {
				const own = { ...mine, person: mine.person ?? '' }
				const [name = ''] = Object.keys(mine).filter((one) => one !== 'person' && pattern.includes(`:${one}`))
				await assertNotThere(all[who], 'GET', pattern, { ...own, [name]: theirs[name] ?? '' })
				await assertNotThere(all[who], 'GET', pattern, { ...own, person: theirs.person ?? '' })
			}
		}
	}
	assert.equal(await print(place.underneath), before, 'and nothing is written')
})

test('no cell was left out', () => {
	assert.deepEqual([...untested], [])
})
