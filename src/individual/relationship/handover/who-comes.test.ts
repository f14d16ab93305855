/** Work passes only with the person knowing: by their yes, or after a week on their home; never after their no, and never long after who named. */
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const [kayleigh, ewa, callum] = [
	await place.as('kayleigh'),
	await place.as('ewa'),
	await place.as('other-practitioner'),
]
const person = idOf('kayleigh')
const page = routes.handover.show.href({ person })
const days = (n: number) => `now() - interval '${n} days'`

/** Ewa names Callum, as if so many days ago. */
async function named(ago = 0): Promise<string> {
	const once = newId()
	await ewa.post(routes.handover.name.href({ person }), { to: idOf('callum'), step: 'share', once })
	await place.underneath(`update handover set said_at = ${days(ago)} where id = $1`, [once])
	return once
}
const begins = async (handover: string) => (await callum.post(routes.handover.takeOver.href({ handover }))).status
const says = (handover: string, answer: string) =>
	kayleigh.post(routes.handover.answer.href({ person, handover }), { answer })
const tie = (set: string) =>
	place.underneath(`update working_relationship set ${set} where person_id = $1 and practitioner_id = $2`, [
		...[person, idOf('ewa')],
	])
const standing = (set: string) => place.underneath(`update standing set ${set} where account_id = $1`, [idOf('ewa')])

beforeEach(async () => {
	await place.underneath('delete from handover where person_id = $1', [person])
	await place.underneath('delete from working_relationship where person_id = $1 and practitioner_id = $2', [
		...[person, idOf('callum')],
	])
})

test('the person reads on their home who is named, before that one can begin', async () => {
	const handover = await named()
	assert.match((await kayleigh.get('/')).html, /Ewa Nowak asks Callum Boyd to take over\./)
	assert.match((await kayleigh.get(page)).html, /If you say nothing, from /)
	const asked = (await callum.get(routes.handover.takeOver.href({ handover }))).html
	assert.match(asked, /You can begin when Kayleigh Marsh says yes, or from/)
	assert.doesNotMatch(asked, /Yes, I begin today/)
	assert.equal(await begins(handover), 404)
	assert.equal((await callum.get(routes.person.href({ person }))).status, 404)
	assert.match((await kayleigh.get(routes.record.show.href({ person }))).html, /Ewa Nowak/)
})

test('they begin by the person’s yes, and the person reads on their home that they did', async () => {
	const handover = await named()
	assert.equal((await says(handover, 'fine')).location, `${page}?done=answered`)
	assert.match((await ewa.get(page)).html, /Kayleigh Marsh says that it is fine\./)
	assert.equal(await begins(handover), 303)
	assert.match((await kayleigh.get('/')).html, /Callum Boyd works with you now\./)
	assert.equal((await says(handover, 'not_them')).status, 404, 'it is said before, not after')
})

test('without a word they begin after a week, and not a day before', async () => {
	const handover = await named(6)
	assert.equal(await begins(handover), 404)
	await place.underneath(`update handover set said_at = ${days(7)} where id = $1`, [handover])
	assert.equal(await begins(handover), 303)
})

test('after a no they never begin, named again or not, until the person says yes', async () => {
	const first = await named(8)
	await says(first, 'not_them')
	assert.doesNotMatch((await callum.get('/')).html, /Kayleigh/)
	assert.match((await ewa.get(page)).html, /Kayleigh Marsh wants someone else than Callum Boyd\./)
	assert.equal(await begins(first), 404)
	assert.equal(await begins(await named(9)), 404, 'an older word is not the newest')
	const again = await named(7)
	assert.equal(await begins(again), 404, 'silence is no yes after a no')
	await place.underneath('update handover set answer = $2, answered_at = now() where id = $1', [again, 'fine'])
	assert.equal(await begins(again), 303)
})

test('what somebody named ends two weeks after their own work with the person', async () => {
	const handover = await named(20)
	await tie(`ended_at = ${days(15)}`)
	assert.equal(await begins(handover), 404)
	await tie(`ended_at = ${days(13)}`)
	assert.equal(await begins(handover), 303)
	await tie('ended_at = null')
})

test('and two weeks after they left the staff', async () => {
	const handover = await named(20)
	await standing(`ended_at = ${days(15)}`)
	assert.equal(await begins(handover), 404)
	assert.doesNotMatch((await kayleigh.get('/')).html, /asks Callum Boyd/)
	await standing(`ended_at = ${days(13)}`)
	assert.equal(await begins(handover), 303)
	await standing('ended_at = null')
})

test('and a month after it was said', async () => {
	const handover = await named(31)
	await says(handover, 'fine')
	assert.equal(await begins(handover), 404)
	await place.underneath(`update handover set said_at = ${days(29)} where id = $1`, [handover])
	assert.equal(await begins(handover), 303)
})

test('nobody but the person says it, in no other words, and two presses at once begin once', async () => {
	const handover = await named()
	const answer = routes.handover.answer.href({ person, handover })
	for (const who of [ewa, callum, await place.as('person'), await place.as('lead')]) {
		assert.equal((await who.post(answer, { answer: 'fine' })).status, 404)
	}
	assert.equal((await says(handover, 'maybe')).status, 404)
	await says(handover, 'fine')
	await Promise.all([begins(handover), begins(handover)])
	const ties = await place.underneath(
		'select from working_relationship where person_id = $1 and practitioner_id = $2 and ended_at is null',
		[person, idOf('callum')],
	)
	assert.equal(ties.length, 1)
})
