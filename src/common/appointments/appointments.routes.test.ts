/** Two agree on a time by their own hands, move it, miss it; somebody comes along; and nobody else learns of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { givesAway } from '../messages/index.ts'

const place = await openPlace()
const [robin, priya] = [await place.as('robin'), await place.as('practitioner')]
const person = idOf('robin')
const list = routes.appointments.list.href({ person })
const suggest = routes.appointments.suggest.href({ person })
const where = { with: idOf('priya'), place: 'The café', whatFor: 'To begin.' }

/** A day to come, YYYY-MM-DD. */
const dayIn = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
const choice = (at: number, days: number, time: string) => ({ [`day${at}`]: dayIn(days), [`time${at}`]: time })

/** Suggests an appointment, and answers where it is. */
async function suggested(by: Browser, ...times: Record<string, string>[]) {
	const once = newId()
	const other = by === robin ? where.with : person
	const answer = await by.post(suggest, { ...where, with: other, ...Object.assign({}, ...times), step: 'share', once })
	assert.equal(answer.location, `${list}/${once}?done=suggest`, answer.html)
	return { once, here: `${list}/${once}` }
}

/** The presses on a page: where each form leads. */
const presses = (html: string) => [...html.matchAll(/action="([^"]*\/times\/[^"]+)"/g)].map(([, to]) => to ?? '')
const yesIn = (html: string) => presses(html).filter((to) => to.endsWith('/yes'))
const noIn = (html: string) => presses(html).filter((to) => to.endsWith('/no'))

test('a time stands when the other has said yes by their own hand, and not before', async () => {
	const { here } = await suggested(robin, choice(1, 2, '2pm'), choice(2, 3, 'half past three'))
	const mine = await robin.get(here)
	assert.match(mine.html, /You suggested this\. Priya Raman can say yes\./)
	assert.deepEqual(yesIn(mine.html), [], 'nobody says yes for the other')
	assert.match((await priya.get('/')).html, /A time to meet Robin Frost waits for your word\./)
	const theirs = await priya.get(here)
	assert.match(theirs.html, /at 14:00/)
	const [first = '', second = ''] = yesIn(theirs.html)
	assert.equal((await robin.post(first)).status, 404, 'not even by hand')
	assert.equal((await priya.post(second)).location, `${here}?done=yes`)
	for (const [browser, name] of [
		[robin, 'Priya Raman'],
		[priya, 'Robin Frost'],
	] as const) {
		const page = (await browser.get(here)).html
		assert.match(page, /You have both said yes to this time\./)
		assert.match(page, /at 15:30/)
		assert.doesNotMatch(page, /at 14:00/, 'the other time is out')
		assert.match((await browser.get('/')).html, new RegExp(`Next: with ${name}, [^<]* at 15:30`))
	}
	assert.equal((await priya.post(first)).status, 409, 'what is out cannot be agreed to')
	assert.equal((await priya.post(second)).location, `${here}?done=yes`, 'a second press changes nothing')
})

test('that a time does not suit is all that is shown: not whose word, not why; and another is offered at once', async () => {
	const { here } = await suggested(priya, choice(1, 8, '10am'))
	const [yes = ''] = yesIn((await robin.get(here)).html)
	await robin.post(yes)
	const [no = ''] = noIn((await priya.get(here)).html)
	const next = await priya.post(no)
	assert.equal(next.location, `${here}/other-time?done=no`)
	const page = (await robin.get(here)).html
	assert.match(page, /This time does not suit\./)
	assert.doesNotMatch(page, /suits? Priya|Priya Raman (?:said|says)|both said yes/)
	await priya.post(`${here}/other-time`, { ...choice(1, 9, '11:15'), step: 'share', once: newId() })
	const [again = ''] = yesIn((await robin.get(here)).html)
	await robin.post(again)
	const moved = (await robin.get(here)).html
	assert.match(moved, /It was to be<\/dt><dd[^>]*>[^<]*at 10:00/)
	assert.match(moved, /When<\/dt><dd[^>]*>[^<]*at 11:15/)
})

test('what cannot be a time gets a sentence, and nothing typed is lost or kept half', async () => {
	const before = await place.underneath('select from appointment')
	for (const [fields, said] of [
		[{ ...choice(1, 5, 'teatime') }, 'Write a time, like this: 2pm or 14:30.'],
		[{ ...choice(1, -1, '2pm') }, 'Choose a time that is still to come.'],
		[{ day1: '', time1: '2pm' }, 'Write a day, like this: 3/5/2027.'],
		[{ day1: dayIn(5), time1: '' }, 'Write a time, like this: 2pm or 14:30.'],
		[{ day1: '31/2/2031', time1: '2pm' }, 'Write a day that exists, like this: 3/5/2027.'],
		[{ ...choice(1, 5, '2pm'), ...choice(2, 5, '14:00') }, 'You have written this time twice. Choose another.'],
		[{ day1: '2027-03-28', time1: '01:30' }, 'The clocks change that day. Choose another time.'],
		[{ ...choice(1, 5, '2pm'), whatFor: '' }, 'Write what you meet for.'],
		[{ ...choice(1, 5, '2pm'), place: 'x'.repeat(201) }, 'Use 200 characters or fewer.'],
	] as const) {
		const answer = await robin.post(suggest, { ...where, ...fields, step: 'share', once: newId() })
		assert.equal(answer.status, 422, said)
		assert(answer.html.includes(said), said)
		if (!('place' in fields)) assert(answer.html.includes('value="The café"'), said)
	}
	assert.equal((await place.underneath('select from appointment')).length, before.length)
	const once = newId()
	const fields = { ...where, ...choice(1, 5, '2pm'), step: 'check', once }
	assert.equal((await robin.post(suggest, fields)).location, `${suggest}?check`)
	assert.match((await robin.get(`${suggest}?check`)).html, /at 14:00/)
	for (const to of [1, 2]) assert.equal((await robin.post(suggest, { ...fields, step: 'share' })).status, 303, `${to}`)
	const made = await place.underneath('select from appointment_time where appointment_id = $1', [once])
	assert.equal(made.length, 1, 'two presses make one')
})

test('that they did not meet is told without blame, by whoever says so; a reason is each one’s own, or nobody’s', async () => {
	const bus = `/people/${idOf('tom')}/appointments/${idOf('tom/meets/past')}`
	const [tom, ewa] = [await place.as('tom'), await place.as('ewa')]
	await place.underneath(
		`with made as (insert into appointment (area_id, id, person_id, with_id, asked_by_id, place, what_for)
			values ($1, $2, $3, $4, $3, 'Here', 'This') returning *)
		insert into appointment_time (area_id, id, appointment_id, person_id, with_id, starts_at, suggested_by_id)
			select area_id, $5, id, person_id, with_id, now() - interval '2 days', person_id from made`,
		[idOf('Rivermouth'), idOf('tom/meets/past'), idOf('tom'), idOf('ewa'), newId()],
	)
	assert.equal((await tom.get(`${bus}/not-met`)).status, 404, 'what was never agreed was never missed')
	await place.underneath(
		`insert into appointment_word (area_id, id, time_id, appointment_id, person_id, with_id, author_id, suits)
			select area_id, $1, id, appointment_id, person_id, with_id, with_id, true from appointment_time where appointment_id = $2`,
		[newId(), idOf('tom/meets/past')],
	)
	assert.match((await tom.get(`${bus}/not-met`)).html, /It is nobody’s fault\./)
	const hers = await ewa.get(`${bus}/not-met`)
	assert.doesNotMatch(hers.html, /The bus|My child|feel able|own words/, 'she does not speak for him')
	const said = await ewa.post(`${bus}/not-met`, { missedFor: 'bus', step: 'share', once: newId() })
	assert.equal(said.location, `${bus}/other-time?done=notMet`, 'a new time is offered at once')
	const [row] = await place.underneath<{ why: string | null }>(
		'select why from appointment_not_met where author_id = $1 and appointment_id = $2',
		[idOf('ewa'), idOf('tom/meets/past')],
	)
	assert.equal(row?.why, null)
	const wrong = await tom.post(`${bus}/not-met`, { missedFor: 'own_words', words: '', step: 'share', once: newId() })
	assert.equal(wrong.status, 422)
	await tom.post(`${bus}/not-met`, { missedFor: 'own_words', words: 'I slept badly', step: 'share', once: newId() })
	const page = (await ewa.get(bus)).html
	assert.match(page, /You did not meet on/)
	assert.match(page, /I slept badly/)
})

test('who comes along says so themselves, sees that and nothing else, and not when it is over or taken back', async () => {
	const linda = await place.as('supporter')
	const [seeing] = await place.underneath<{ id: string }>(`select id from appointment_company where account_id = $1`, [
		idOf('linda'),
	])
	const asked = routes.comingAlong.href({ company: seeing?.id ?? '' })
	assert.match((await linda.get('/')).html, /Ann Kerr asks you to come along\./)
	const page = (await linda.get(asked)).html
	assert.match(page, /14 Weir Street, second floor/)
	assert.match(page, /To look at the flat\./)
	assert.doesNotMatch(page, /Priya|council|By phone/)
	const ann = routes.appointments.list.href({ person: idOf('ann') })
	for (const path of [ann, `${ann}/${idOf('ann/meets/viewing')}`])
		assert.equal((await linda.get(path)).status, 404, path)
	const theirs = async () => (await (await place.as('person')).get(`${ann}/${idOf('ann/meets/viewing')}`)).html
	assert.match(await theirs(), /They have not answered yet\./)
	assert.equal((await linda.post(asked, { answer: 'yes' })).location, `${asked}?done=yes`)
	assert.match(await theirs(), /They have said yes\./)
	const [look] = await place.underneath<{ n: number }>(
		`select count(*)::int as n from access_entry where person_id = $1 and by_id = $2 and what in ('appointment', 'coming_along')`,
		[idOf('ann'), idOf('linda')],
	)
	assert.equal(look?.n, 2, 'a look and a yes stand in the record')
	const other = await place.as('pat')
	assert.equal((await other.get(asked)).status, 404)
	assert.equal((await other.post(asked, { answer: 'no' })).status, 404)
	await place.underneath('update supporting set ended_at = now() where supporter_id = $1', [idOf('linda')])
	assert.equal((await linda.get(asked)).status, 404, 'when the tie ends')
	await place.underneath('update supporting set ended_at = null where supporter_id = $1', [idOf('linda')])
	assert.equal((await linda.get(asked)).status, 200)
	const person = await place.as('person')
	await person.post(`${ann}/${idOf('ann/meets/viewing')}/along/${seeing?.id}/end`)
	assert.equal((await linda.get(asked)).status, 404, 'when it is taken back')
})

test('a person asks whom they know; a practitioner names nobody who has an account', async () => {
	const ann = routes.appointments.list.href({ person: idOf('ann') })
	const along = `${ann}/${idOf('ann/meets/viewing')}/along`
	const person = await place.as('person')
	assert.match((await person.get(along)).html, /Linda Kerr/)
	assert.doesNotMatch((await priya.get(along)).html, /Linda|Bilal/)
	await priya.post(along, { account: idOf('linda'), words: 'a colleague', step: 'share', once: newId() })
	const named = newId()
	await person.post(along, { account: idOf('linda'), words: '', step: 'share', once: named })
	const rows = await place.underneath<{ words: string; account_id: string | null }>(
		`select words, account_id from appointment_company where appointment_id = $1 and ended_at is null order by asked_at`,
		[idOf('ann/meets/viewing')],
	)
	assert.deepEqual(rows, [
		{ words: 'a colleague', account_id: null },
		{ words: 'Linda Kerr', account_id: idOf('linda') },
	])
})

test('the entry for a calendar gives nothing away, unless the person names it', async () => {
	const calendar = `/people/${idOf('ann')}/appointments/${idOf('ann/meets/viewing')}/calendar`
	const person = await place.as('person')
	const plain = await person.get(calendar)
	assert.equal(plain.raw.headers['content-type'], 'text/calendar; charset=utf-8')
	assert.match(plain.html, /SUMMARY:Busy\r\n/)
	assert.match(plain.html, /DTSTART:\d{8}T143000Z\r\n/)
	assert.doesNotMatch(plain.html, /Weir|flat|Priya|Ann|Meeting|alongside|rivermouth/i)
	assert.equal(givesAway(plain.html), undefined)
	assert.match((await person.get(`${calendar}?named`)).html, /SUMMARY:Meeting\r\n/)
	const none = `/people/${idOf('ann')}/appointments/${idOf('ann/meets/letters')}/calendar`
	assert.equal((await person.get(none)).status, 404, 'what is not agreed is in no calendar')
})

test('when the work together ends, what was agreed with them stands no more, and they see none of it', async () => {
	const joseph = await place.as('other-person')
	const callum = await place.as('other-practitioner')
	const here = `/people/${idOf('joseph')}/appointments`
	assert.match((await joseph.get('/')).html, /Next: with Callum Boyd/)
	await place.underneath('update working_relationship set ended_at = now() where person_id = $1', [idOf('joseph')])
	assert.doesNotMatch((await joseph.get('/')).html, /Next: with Callum Boyd/)
	assert.equal((await joseph.get(here)).status, 200)
	assert.equal((await callum.get(here)).status, 404)
	assert.equal((await callum.get(`${here}/${idOf('joseph/meets/school')}`)).status, 404)
	assert.equal((await joseph.get(`${here}/suggest`)).status, 404)
	const form = { ...where, ...choice(1, 5, '2pm'), step: 'share', once: newId() }
	assert.equal((await joseph.post(`${here}/suggest`, form)).status, 409)
})
