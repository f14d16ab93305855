/** The work together ends: said beforehand, by a practitioner's own word, and from then on nothing of the person's is theirs to see. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
const person = idOf('ann')
const end = routes.endOfWork.show.href({ person })
const say = routes.endOfWork.say.href({ person })
const plan = routes.plan.show.href({ person })
const iso = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
const goodbye = 'You taught me how to wait.'

test('nobody but a practitioner who works with them says that it ends', async () => {
	assert.equal((await ann.get(end)).status, 404, 'there is no end yet')
	for (const key of ['person', 'other-practitioner', 'supporter', 'lead', 'former-practitioner'] as const) {
		const who = key === 'former-practitioner' ? await place.as('hannah') : await place.as(key)
		assert.equal((await who.get(say)).status, 404, key)
		const form = { lastDay: iso(3), goodbye, step: 'share', once: newId() }
		assert.equal((await who.post(say, form)).status, 404, key)
	}
	assert.equal((await place.underneath('select from end_of_work where person_id = $1', [person])).length, 0)
})

test('a day that is over or no day gets a sentence, and the goodbye is not lost', async () => {
	for (const lastDay of ['', iso(-1), 'soon']) {
		const answer = await priya.post(say, { lastDay, goodbye, step: 'share', once: newId() })
		assert.equal(answer.status, 422, lastDay)
		assert(answer.html.includes(goodbye), lastDay)
	}
})

test('it is told beforehand, with a goodbye; until then all goes on', async () => {
	const once = newId()
	const form = { lastDay: iso(3), goodbye, step: 'share', once }
	for (const press of [1, 2]) assert.equal((await priya.post(say, form)).location, `${end}?done=said`, `${press}`)
	assert.equal((await place.underneath('select from end_of_work where person_id = $1', [person])).length, 1)
	assert.match((await ann.get('/')).html, /Your work with Priya Raman ends on/)
	const page = (await ann.get(end)).html
	assert(page.includes(goodbye))
	for (const words of [/Your plan stays yours\./, /Something is open to Linda Kerr/, /Take all of it with you/]) {
		assert.match(page, words)
	}
	assert.equal((await priya.get(plan)).status, 200)
	const later = { lastDay: iso(5), goodbye: '', step: 'share', once: newId() }
	await priya.post(say, later)
	assert.doesNotMatch((await ann.get(end)).html, /how to wait/, 'the newer word counts')
	await priya.post(say, { ...form, once: newId() })
})

test('what becomes of each open promise is its maker’s word; what nobody has said of is named as not done', async () => {
	const open = await place.underneath<{ id: string }>(
		`select c.id from contribution c join outcome o on o.id = c.outcome_id where o.person_id = $1 and c.brought_by_id = $2
			and c.done_at is null and c.taken_back_at is null order by c.offered_at`,
		[person, idOf('priya')],
	)
	const [first, second] = open.map(({ id: promise }) => routes.endOfWork.promise.href({ person, promise }))
	assert(first && second)
	assert.equal((await ann.post(first, { word: 'not' })).status, 404, 'nobody says it for her')
	assert.equal((await priya.post(first, { word: 'still', byDay: '' })).status, 422)
	assert.equal((await priya.post(first, { word: 'still', byDay: iso(2) })).location, `${end}?done=promise`)
	const before = (await ann.get(end)).html
	assert.match(before, /They say they still do it by/)
	assert.match(before, /It is not done\./)
	await priya.post(second, { word: 'not' })
	assert.match((await ann.get(end)).html, /They say it is not kept\./)
	const step = /I ask the council for your place on the list, in writing\./
	assert.match((await priya.get(end)).html, step, 'a step is a promise too')
	const [{ id: promise } = { id: '' }] = await place.underneath<{ id: string }>(
		`select id from step where whose_id = $1 and words like 'I ask the council%'`,
		[idOf('priya')],
	)
	const ofStep = routes.endOfWork.promise.href({ person, promise })
	assert.equal((await priya.post(ofStep, { word: 'still', byDay: iso(1) })).location, `${end}?done=promise`)
	assert.match((await ann.get(end)).html, step)
	const [said] = await place.underneath(
		'select step_id, contribution_id, by_day::text from promise_at_end where step_id = $1',
		[promise],
	)
	assert.deepEqual(said, { step_id: promise, contribution_id: null, by_day: iso(1) })
})

test('from the end on the very next request finds nothing; the person goes on alone and with supporters', async () => {
	const form = await priya.get(routes.plan.propose.href({ person }))
	assert.equal(form.status, 200)
	await place.underneath(
		`update working_relationship set ended_at = now() where person_id = $1 and practitioner_id = $2`,
		[person, idOf('priya')],
	)
	const words = { words: 'Something more', step: 'share', once: newId() }
	assert.equal((await priya.post(routes.plan.propose.href({ person }), words)).status, 404, 'a page that was open')
	for (const path of [plan, end, say, routes.person.href({ person }), routes.appointments.list.href({ person })]) {
		assert.equal((await priya.get(path)).status, 404, path)
	}
	assert.doesNotMatch((await priya.get('/')).html, /Ann Kerr/)
	assert.match((await ann.get(end)).html, /Priya Raman cannot see your plan any more\./)
	const mine = await ann.post(routes.plan.propose.href({ person }), { ...words, once: newId() })
	assert.equal(mine.status, 303)
	assert(mine.location?.includes('?done=proposed'))
	assert.equal((await ann.get(routes.openings.open.href({ person }))).status, 200)
})

test('a lead ends the work of staff who have gone, told how much there is and never with whom', async () => {
	const lead = await place.as('lead')
	const left = routes.workLeft.show.href()
	assert.match((await lead.get(left)).html, /Nothing is left\./)
	await place.underneath(`update standing set ended_at = now() where account_id = $1`, [idOf('delroy')])
	const page = (await lead.get(left)).html
	assert.match(page, /Delroy Francis stands as working with 3 people\./)
	assert.doesNotMatch(page, /Mary|Grzegorz|Олена/)
	const close = routes.workLeft.end.href({ account: idOf('delroy') })
	assert.equal((await ann.get(left)).status, 404)
	assert.equal((await priya.post(close)).status, 404)
	assert.equal((await lead.post(routes.workLeft.end.href({ account: idOf('ewa') }))).status, 404, 'who is here still')
	assert.equal((await lead.post(close)).location, `${left}?done=ended`)
	assert.match((await (await place.as('mary')).get('/')).html, /Your work with Delroy Francis ended on/)
})
