/** Where a practitioner has gone or is away, a lead names who goes on: told a name and a day of each person, and nothing that is theirs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'
import { placeWork, workToPlace } from './placing.queries.ts'

const place = await openPlace()
const [lead, mary, hannah] = [await place.as('lead'), await place.as('mary'), await place.as('hannah')]
const { show, people, place: placing, away, back } = routes.workLeft
const ofDelroy = people.href({ account: idOf('delroy') })
const withOlena = placing.href({ tie: idOf('olena/with/delroy') })
const names = (path: string, to: string, once = newId()) => lead.post(path, { to: idOf(to), step: 'share', once })

test('of people whose practitioner is away a lead reads who they are and since when, and no word of theirs', async () => {
	assert.match((await lead.get(show.href())).html, /3 people wait for someone to go on where Delroy Francis cannot\./)
	const { html } = await lead.get(ofDelroy)
	assert.match(html, /Mary O’Donnell/)
	assert.match(html, /Hannah Lindqvist is named\. They can begin when the person says yes, or from/)
	assert.match(html, /The person wants someone else than Callum Boyd\./)
	const words = await place.underneath<{ words: string }>(
		`select w.words from wording w join outcome o on o.id = w.outcome_id where o.person_id = $1`,
		[idOf('mary')],
	)
	for (const one of words) assert(!html.includes(one.words))
	assert.equal((await lead.get(routes.person.href({ person: idOf('mary') }))).status, 404)
	assert.equal((await lead.get(routes.plan.show.href({ person: idOf('mary') }))).status, 404)
	assert.doesNotMatch((await lead.get(people.href({ account: idOf('priya') }))).html, /Ann Kerr/, 'who is here')
})

test('the person reads on their home and in the record which lead named whom, and their word counts', async () => {
	assert.match((await mary.get('/')).html, /Ruth Adeyemi leads the service here\. They ask Hannah Lindqvist to go on/)
	assert.match((await mary.get(routes.record.show.href({ person: idOf('mary') }))).html, /Ruth Adeyemi/)
	const handover = idOf('mary/handed/delroy/hannah')
	const begin = routes.handover.takeOver.href({ handover })
	assert.match((await hannah.get('/')).html, /Ruth Adeyemi asks you to take over the work with Mary O’Donnell\./)
	assert.equal((await hannah.post(begin)).status, 404, 'not before a week or a yes')
	await mary.post(routes.handover.answer.href({ person: idOf('mary'), handover }), { answer: 'fine' })
	assert.match((await lead.get(ofDelroy)).html, /Hannah Lindqvist is named, and the person says that it is fine\./)
	assert.equal((await hannah.post(begin)).status, 303)
	assert.doesNotMatch((await lead.get(ofDelroy)).html, /Mary O’Donnell/, 'somebody works with her now')
})

test('a lead names somebody who is here, once, and never themselves; nobody else names anybody', async () => {
	for (const who of [mary, hannah, await place.as('practitioner'), await place.as('delroy')]) {
		assert.equal((await who.get(ofDelroy)).status, 404)
		assert.equal((await who.post(withOlena, { to: idOf('ewa'), step: 'share', once: newId() })).status, 404)
	}
	for (const who of ['practitioner', 'delroy'] as const) {
		const asked = await place.acting(who, async (tx) => ({
			told: await workToPlace(tx),
			placed: await placeWork(tx, { id: newId(), tie: idOf('olena/with/delroy'), to: idOf('ewa') }),
		}))
		assert.deepEqual(asked, { told: [], placed: false }, who)
	}
	for (const nobody of ['ruth', 'delroy', 'olena', 'ann', 'owen']) {
		assert.equal((await names(withOlena, nobody)).status, 422, nobody)
		const asked = place.acting('lead', (tx) =>
			placeWork(tx, { id: newId(), tie: idOf('olena/with/delroy'), to: idOf(nobody) }),
		)
		assert.equal(await asked, false, nobody)
	}
	const once = newId()
	for (const _ of [1, 2]) assert.equal((await names(withOlena, 'ewa', once)).status, 303)
	const named = await place.underneath('select from handover where person_id = $1', [idOf('olena')])
	assert.equal(named.length, 1)
	assert.equal((await names(placing.href({ tie: idOf('ann/with/priya') }), 'ewa')).status, 404, 'who has somebody')
})

test('who is away says that they are back, and then there is nothing to place', async () => {
	const delroy = await place.as('delroy')
	assert.match((await delroy.get('/')).html, /Your lead has said that you are away until/)
	const iAmBack = back.href({ account: idOf('delroy') })
	assert.equal((await hannah.post(iAmBack)).status, 404)
	assert.equal((await delroy.post(iAmBack)).location, '/')
	assert.doesNotMatch((await delroy.get('/')).html, /you are away/)
	assert.doesNotMatch((await lead.get(ofDelroy)).html, /Grzegorz/)
})

test('a lead says who is away until a day within a year; nothing typed is lost', async () => {
	const until = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
	for (const wrong of ['', 'soon', until(-1), until(400)]) {
		const form = { who: idOf('callum'), until: wrong, step: 'share', once: newId() }
		const answer = await lead.post(away.href(), form)
		assert.equal(answer.status, 422, wrong)
		assert(answer.html.includes(`value="${wrong}"`) || wrong === '', wrong)
	}
	for (const days of [9, 3]) {
		await lead.post(away.href(), { who: idOf('callum'), until: until(days), step: 'share', once: newId() })
	}
	const rows = await place.underneath<{ day: string }>(
		'select until_day::text as day from practitioner_away where account_id = $1 and ended_at is null',
		[idOf('callum')],
	)
	assert.deepEqual(rows, [{ day: until(3) }], 'the newer word counts')
	assert.match((await lead.get(show.href())).html, /Callum Boyd is away until/)
	await place.underneath('update practitioner_away set until_day = current_date - 1 where account_id = $1', [
		idOf('callum'),
	])
	assert.doesNotMatch((await lead.get(show.href())).html, /Callum Boyd is away/)
})

test('where a practitioner has gone, those they had named somebody for or a lead has ended are told for three months; the rest is not', async () => {
	await place.underneath('update standing set ended_at = now() where account_id = $1', [idOf('callum')])
	const ofCallum = people.href({ account: idOf('callum') })
	const joseph = () => lead.get(ofCallum).then(({ html }) => html.includes('Joseph Okafor'))
	const tie = (set: string) =>
		place.underneath(`update working_relationship set ${set} where person_id = $1 and practitioner_id = $2`, [
			...[idOf('joseph'), idOf('callum')],
		])
	assert.equal(await joseph(), true, 'it goes on without anybody')
	await tie(`ended_at = now() - interval '1 day'`)
	assert.equal(await joseph(), false, 'it was over')
	await place.underneath('insert into handover (area_id, id, person_id, from_id, to_id) values ($1, $2, $3, $4, $5)', [
		idOf('Rivermouth'),
		newId(),
		idOf('joseph'),
		idOf('callum'),
		idOf('ewa'),
	])
	assert.equal(await joseph(), true, 'somebody was to come')
	await tie(`ended_at = now() - interval '91 days', began_at = now() - interval '100 days'`)
	assert.equal(await joseph(), false)
})
