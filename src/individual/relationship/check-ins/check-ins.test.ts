/** How a meeting was: each answers for themselves, neither reads the other's first, and a lead reads counts that tell of nobody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'
import { toSpeakOf } from './check-ins.ts'

const place = await openPlace()
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
const person = idOf('ann')
const page = routes.checkIns.list.href({ person })
const [{ id: time } = { id: '' }] = await place.underneath<{ id: string }>(
	'select id from appointment_time where appointment_id = $1',
	[idOf('ann/meets/this-week')],
)
const say = routes.checkIns.say.href({ person, time })
const steps = { listened: '5', fair: '', sayNo: 'left', whatNext: '9', worthIt: '2', change: 'More tea.' }

test('neither reads the other’s before giving theirs: not on the page, and not from the database', async () => {
	await place.underneath(`update check_in set change = 'Priya would sit outside.' where time_id = $1`, [time])
	const read = () =>
		place.acting('person', (tx) => tx.selectFrom('check_in').select('id').where('time_id', '=', time).execute())
	assert.deepEqual(await read(), [])
	assert(!(await ann.get(page)).html.includes('Priya would sit outside.'))
	assert.equal((await ann.post(say, { step: 'share', once: newId() })).status, 422, 'nothing at all is not an answer')
	const form = { ...steps, step: 'share', once: newId() }
	for (const _ of [1, 2]) assert.equal((await ann.post(say, form)).location, `${page}?done=said`)
	assert.equal((await read()).length, 2)
	const html = (await ann.get(page)).html
	for (const words of ['Priya would sit outside.', 'More tea.', 'Very much']) assert(html.includes(words), words)
	const [row] = await place.underneath(
		'select listened, fair, say_no, what_next, worth_it from check_in where time_id = $1 and account_id = $2',
		[time, person],
	)
	assert.deepEqual(row, { listened: 5, fair: null, say_no: null, what_next: null, worth_it: 2 })
	assert.equal((await ann.post(say, { ...form, once: newId() })).status, 409, 'said once')
	assert.equal((await ann.get(say)).status, 404)
})

test('“not this time” lays the other’s open too; nothing can be said of what was not', async () => {
	const kayleigh = { person: idOf('kayleigh') }
	const ewa = await place.as('ewa')
	const list = routes.checkIns.list.href(kayleigh)
	const [{ id } = { id: '' }] = await place.underneath<{ id: string }>(
		'select time_id as id from check_in where appointment_id = $1',
		[idOf('kayleigh/meets/stables')],
	)
	assert.doesNotMatch((await ewa.get(list)).html, /Very much/)
	await ewa.post(routes.checkIns.notThisTime.href({ ...kayleigh, time: id }))
	assert.match((await ewa.get(list)).html, /Very much/)
	const [missed] = await place.underneath<{ id: string }>(
		'select time_id as id from appointment_not_met where person_id = $1',
		[person],
	)
	assert(missed)
	assert.equal((await ann.get(routes.checkIns.say.href({ person, time: missed.id }))).status, 404, 'they did not meet')
	const [next] = await place.underneath<{ id: string }>(
		'select id from appointment_time where person_id = $1 and starts_at > now()',
		[person],
	)
	assert(next)
	assert.equal((await ann.get(routes.checkIns.say.href({ person, time: next.id }))).status, 404, 'it is still to come')
	assert.equal((await priya.get(routes.checkIns.say.href({ person, time: next.id }))).status, 404)
})

test('a home offers it for some days after a meeting, and then no more; nothing counts what was not said', async () => {
	const met = (days: number) => ({ time: `${days}`, startsAt: new Date(Date.now() - days * 24 * 60 * 60_000) })
	assert.equal(toSpeakOf([met(2), met(30)], [], new Date())?.time, '2')
	assert.equal(toSpeakOf([met(2), met(30)], ['2'], new Date()), undefined)
	assert.equal(toSpeakOf([met(8)], [], new Date()), undefined)
	assert.doesNotMatch((await ann.get('/')).html, /You can say how it was, if you like\./, 'she has said it')
})

test('a lead is told of five people or more, and only where that tells of nobody', async () => {
	const lead = await place.as('lead')
	const counts = routes.area.checkIns.href()
	assert.equal((await priya.get(counts)).status, 404)
	assert.match((await lead.get(counts)).html, /Too few people have said something yet\./)
	const area = idOf('Rivermouth')
	await place.underneath('delete from check_in')
	// Twelve people say 5, six say 4, six say 2 of the same statement; one of them also says 1 of another.
	for (let nth = 0; nth < 24; nth++) {
		const [one, meeting, at] = [newId(), newId(), newId()]
		await place.underneath(`insert into account (area_id, id, name) values ($1, $2, 'Somebody')`, [area, one])
		await place.underneath(
			`insert into appointment (area_id, id, person_id, with_id, asked_by_id, place, what_for) values ($1, $2, $3, $4, $3, 'x', 'x')`,
			[area, meeting, one, idOf('priya')],
		)
		await place.underneath(
			`insert into appointment_time (area_id, id, appointment_id, person_id, with_id, starts_at, suggested_by_id)
				values ($1, $2, $3, $4, $5, now() - interval '1 day', $4)`,
			[area, at, meeting, one, idOf('priya')],
		)
		await place.underneath(
			`insert into check_in (area_id, id, time_id, appointment_id, person_id, with_id, account_id, listened, fair)
				values ($1, $2, $3, $4, $5, $6, $5, $7, $8)`,
			[area, newId(), at, meeting, one, idOf('priya'), nth < 12 ? 5 : nth < 18 ? 4 : 2, nth === 0 ? 1 : null],
		)
	}
	const html = (await lead.get(counts)).html
	assert.match(html, /I was listened to/)
	for (const said of [/Very much/, /About 10/]) assert.match(html, said)
	assert.doesNotMatch(html, /It was fair/, 'one person')
	assert.doesNotMatch(html, /Priya|About [1-4]\b/)
	assert.equal(html.match(/About \d+/g)?.length, 2, 'what is left out cannot be worked out')
})
