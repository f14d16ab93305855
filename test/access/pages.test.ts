/** Who may read what: every page, asked for by everyone, about every plan. What is refused looks as if it were not there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, fill } from './asking.ts'
import { type Hand, sees } from './cast.ts'
import { added, assertChanges, changed } from './changes.ts'
import {
	accessOf,
	all,
	assertNotThere,
	type Cell,
	cellsOf,
	cellsToTest,
	found,
	nameOf,
	place,
	refusedHands,
	thingOf,
} from './matrix.ts'
import { ownPages } from './own.table.ts'
import { asDeclared, declared, idsOf, openPages, planPages } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { marksIn, type Thing } from './things.ts'

const untested = cellsToTest('GET', 'HEAD')

test('the declared table and the server have the same addresses', () => {
	const served = found.map(({ method, url }) => `${method} ${asDeclared(url)}`).sort()
	assert.deepEqual(served, declared)
})

for (const [pattern, page] of Object.entries(openPages)) {
	test(`${pattern} shows everyone what it is for, and nothing of anybody else`, async () => {
		const url = found.find((route) => asDeclared(route.url) === pattern)?.url ?? pattern
		const before = await print(place.underneath)
		for (const cell of [...cellsOf('GET', pattern), ...cellsOf('HEAD', pattern)]) {
			const { method, who } = cell
			const answer = await ask(place, all[who], method, url)
			assert.equal(answer.statusCode, pattern === '/favicon.ico' ? 302 : 200, nameOf(cell))
			const shown = method === 'HEAD' ? [] : page.shows(who)
			for (const words of shown) assert(answer.body.includes(words), `${nameOf(cell)} shows "${words}"`)
			if (method === 'HEAD') assert.equal(answer.body, '', nameOf(cell))
			const { plans = [], reads = [] } = who === 'anonymous' ? {} : sees[who]
			const mine = [...plans, ...reads].map((name) => `mark-${name.split('/', 1)[0]}-`)
			const others = marksIn(answer.body).filter((mark) => !mine.some((own) => mark.startsWith(own)))
			assert.deepEqual(others, [], nameOf(cell))
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath), before, 'and writes nothing')
	})
}

for (const [pattern, page] of Object.entries(ownPages)) {
	test(`${pattern} is for those it is for, and is not there for anybody else`, async () => {
		const without = page.looks ? ['access_entry', 'access_head'] : []
		const before = await print(place.underneath, without)
		for (const cell of [...cellsOf('GET', pattern), ...cellsOf('HEAD', pattern)]) {
			const { method, who } = cell
			if (page.who.includes(who)) {
				const answer = await ask(place, all[who], method, fill(pattern, page.ids ?? {}))
				assert.equal(answer.statusCode, page.leadsTo ? 303 : 200, nameOf(cell))
				assert.equal(answer.headers.location, page.leadsTo, nameOf(cell))
				const shown = method === 'HEAD' ? [] : page.shows
				for (const words of shown) assert(answer.body.includes(words), `${nameOf(cell)} shows "${words}"`)
				const mine = who === 'anonymous' ? [] : sees[who].plans.map((plan) => `mark-${plan}-`)
				const others = marksIn(answer.body).filter((mark) => !mine.some((own) => mark.startsWith(own)))
				assert.deepEqual(others, [], nameOf(cell))
			} else await assertRefused(cell, page.ids)
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath, without), before, 'and writes nothing')
	})
}

/** Refused as what is not there is; where the address names nothing, as any address that is not there. */
async function assertRefused(
	{ method, pattern, who }: Cell,
	ids: Readonly<Record<string, string>> = {},
): Promise<void> {
	if (pattern.includes(':')) await assertNotThere(all[who], method, pattern, ids)
	else {
		const answer = await ask(place, all[who], method, pattern)
		assert.equal(answer.statusCode, who === 'anonymous' ? 401 : 404, `${method} ${pattern} by ${who}`)
	}
}

for (const [pattern, { ids, whose }] of Object.entries(planPages)) {
	test(`GET and HEAD ${pattern}`, async () => {
		const cells = [...cellsOf('GET', pattern), ...cellsOf('HEAD', pattern)]
		const before = await print(place.underneath)
		for (const cell of cells) {
			for (const hand of refusedHands(cell, whose)) {
				await assertNotThere(all[cell.who], cell.method, pattern, idsOf(thingOf(cell), hand, ids))
			}
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of cells) {
			const as = accessOf(cell, whose)
			if (as) await assertPage(cell, thingOf(cell), as)
			untested.delete(nameOf(cell))
		}
	})
}

/** Shows what it is for and nothing of another plan, and stands in the record of access when somebody else looked. */
async function assertPage(cell: Cell, thing: Thing, as: Hand | 'reader'): Promise<void> {
	const { method, pattern, who } = cell
	const page = planPages[pattern]
	assert(page)
	const rows = await allRows(place.underneath)
	const answer = await ask(
		place,
		all[who],
		method,
		fill(pattern, idsOf(thing, as === 'reader' ? 'person' : as, page.ids)),
	)
	assert.equal(answer.statusCode, 200, nameOf(cell))
	const shown = method === 'HEAD' ? [] : page.shows(thing, as)
	for (const words of shown) assert(answer.body.includes(words), `${nameOf(cell)} shows "${words}"`)
	if (method === 'HEAD') assert.equal(answer.body, '', nameOf(cell))
	const others = marksIn(answer.body).filter((mark) => !mark.startsWith(`mark-${thing.plan}-`))
	assert.deepEqual(others, [], `${nameOf(cell)} shows only what is in this plan`)
	const looks = as === 'person' ? [] : [page.looks?.(thing) ?? []].flat()
	const entry = { person_id: thing.person.account, by_id: all[who].account, act: 'looked' }
	const recorded = [
		...looks.map((look) => added('access_entry', { ...entry, ...look })),
		...(looks.length > 0 ? [changed('access_head', 'hash', 'number')] : []),
	]
	assertChanges(await changesSince(rows, place.underneath), recorded, nameOf(cell))
}

test('no cell was left out', () => {
	assert.deepEqual([...untested], [])
})
