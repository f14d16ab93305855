/** Who plans and who brings in an area: to its lead alone, by the rules of one plan, and of nobody. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf } from '../../demo/demonstration.ts'
import { balanceOfMyArea } from '../../src/individual/plan/balance/balance.queries.ts'
import { actsOf, axes, axisOf, type Place, placeOf } from '../../src/individual/plan/balance/balance.ts'
import { outcomesICanSee } from '../../src/individual/plan/outcomes.queries.ts'
import { acting } from '../../src/platform/database/acting.ts'
import { newId } from '../../src/platform/database/values.ts'
import { openPlace } from '../support/place.ts'

const place = await openPlace()

describe('to the lead of an area', () => {
	it('is told by the very rules of a plan, over enough people', async () => {
		for (let nth = 0; nth < 16; nth++) await plant(nth, nth < 11 ? 0 : 6, nth < 11 ? 6 : 0)
		const counts = await countedByThePlansRules()
		const told = await place.acting('lead', balanceOfMyArea)
		assert.ok(told.length > 0)
		for (const { axis, place: where, people } of told) {
			const exact = counts.find((one) => one.axis === axis && one.place === where)?.people ?? 0
			assert.equal(people, Math.round(exact / 5) * 5, `${axis} ${where}`)
		}
		const html = (await (await place.as('lead')).get('/')).html
		assert.match(html, /In about 10 plans the service does most of the planning\./)
		assert.doesNotMatch(html, /Person \d|Kayleigh|Ann Kerr/)
	})

	it('and to nobody else, nor of another area', async () => {
		for (const key of ['person', 'practitioner', 'supporter', 'partner', 'practitioner-elsewhere'] as const) {
			assert.deepEqual(await place.acting(key, balanceOfMyArea), [], key)
		}
	})
})

/** In how many plans of Rivermouth each place is, worked out by the rules of one plan from what its own person sees. */
async function countedByThePlansRules(): Promise<{ axis: string; place: Place; people: number }[]> {
	const area = idOf('Rivermouth')
	const ties = await place.underneath<{ person: string; practitioner: string }>(
		'select person_id as person, practitioner_id as practitioner from working_relationship',
	)
	const persons = await place.underneath<{ id: string }>(
		'select distinct person_id as id from scope join account a on a.id = person_id where scope.area_id = $1 and a.left_at is null',
		[area],
	)
	const places: { axis: string; place: Place }[] = []
	for (const { id } of persons) {
		const outcomes = await acting(place.connections, { area, account: id }, (tx) => outcomesICanSee(tx, id))
		const works = ties.filter((tie) => tie.person === id).map((tie) => tie.practitioner)
		const acts = outcomes.flatMap((one) => actsOf(one, (who) => (works.includes(who) ? 'practitioner' : 'person')))
		for (const axis of axes) {
			const where = placeOf(acts.filter((one) => axisOf(one) === axis))
			if (where) places.push({ axis, place: where })
		}
	}
	const by = Map.groupBy(places, ({ axis, place }) => `${axis} ${place}`)
	return [...by.values()].flatMap((same) => same.slice(0, 1).map((one) => ({ ...one, people: same.length })))
}

/** Somebody who works with Priya, with so many turns of their own and of hers. */
async function plant(nth: number, own: number, service: number): Promise<void> {
	const area = idOf('Rivermouth')
	const [person, scope, outcome] = [newId(), newId(), newId()]
	await place.underneath('insert into account (area_id, id, name) values ($1, $2, $3)', [area, person, `Person ${nth}`])
	await place.underneath(
		'insert into working_relationship (area_id, id, person_id, practitioner_id) values ($1, $2, $3, $4)',
		[area, newId(), person, idOf('priya')],
	)
	await place.underneath(`insert into scope (area_id, id, person_id, part) values ($1, $2, $3, 'plan')`, [
		area,
		scope,
		person,
	])
	await place.underneath(
		'insert into outcome (area_id, id, scope_id, person_id, proposed_by_id) values ($1, $2, $3, $4, $4)',
		[area, outcome, scope, person],
	)
	for (let at = 0; at < own + service; at++) {
		await place.underneath(
			`insert into turn (area_id, id, outcome_id, scope_id, kind, author_id) values ($1, $2, $3, $4, 'under_way', $5)`,
			[area, newId(), outcome, scope, at < own ? person : idOf('priya')],
		)
	}
}
