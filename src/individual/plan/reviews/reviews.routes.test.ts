/** Looking back together: prepared apart, laid open when both are ready, held, and any two days side by side. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/ids.ts'
import { type Browser, openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const { underneath } = place
const person = idOf('joseph')
const [joseph, callum, bilal] = [
	await place.as('other-person'),
	await place.as('other-practitioner'),
	await place.as('partner'),
]
const list = routes.reviews.list.href({ person })
const begin = (browser: Browser, forDay = '', once = newId()) => browser.post(list, { once, forDay })
const text = ({ html }: { html: string }) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const ofReview = (href: string) => ({ person, review: href.split('/').at(-1) ?? '' })
const write = (browser: Browser, review: string, fields: Record<string, string>) =>
	browser.post(routes.reviews.prepare.href(ofReview(review)), {
		...{ step: 'share', once: newId(), good: '', hard: '', other: '', ...fields },
	})

test('either begins, once at a time; a second press and the other find the same', async () => {
	const wrong = await begin(joseph, 'soon')
	assert.equal(wrong.status, 422)
	assert(wrong.html.includes('value="soon"') && wrong.html.includes('Write a day that exists'))
	const once = newId()
	const [first, again, other] = [await begin(joseph, '', once), await begin(joseph, '', once), await begin(callum)]
	assert.equal(first.status, 303)
	assert.deepEqual([again.location, other.location], [first.location, first.location])
	assert.equal((await underneath('select from review where person_id = $1', [person])).length, 1)
	const page = await callum.get(first.location ?? '')
	assert(text(page).includes('Joseph Okafor began to prepare on'))
})

test('nobody reads what the other wrote before both are ready, not even in the database', async () => {
	const review = (await begin(joseph)).location?.split('?')[0] ?? ''
	assert.equal((await write(joseph, review, {})).status, 422, 'something is to be written')
	assert.equal((await write(joseph, review, { good: 'Sundays with her.' })).location, `${review}?done=prepared`)
	const before = await callum.get(review)
	assert(text(before).includes('Joseph Okafor is ready.') && !before.html.includes('Sundays with her.'))
	const found = await place.acting('other-practitioner', (tx) =>
		tx.selectFrom('review_preparation').selectAll().where('area_id', '=', tx.area).execute(),
	)
	assert.deepEqual(found, [])
	assert((await joseph.get(review)).html.includes('Sundays with her.'), 'one reads one’s own')

	await write(callum, review, { hard: 'The hall was closed twice.' })
	for (const browser of [joseph, callum]) {
		const both = await browser.get(review)
		assert(both.html.includes('Sundays with her.') && both.html.includes('The hall was closed twice.'))
	}
	await write(joseph, review, { good: 'Sundays with her, every one.' })
	const changed = await callum.get(review)
	assert(
		changed.html.includes('every one.') && !changed.html.includes('Sundays with her.<'),
		'until held it can be changed',
	)
})

test('held, it stays as it is: the words, who said so, and how the plan read that day', async () => {
	const review = (await begin(callum)).location?.split('?')[0] ?? ''
	assert.equal((await callum.post(routes.reviews.hold.href(ofReview(review)))).location, `${review}?done=held`)
	assert.equal(
		(await joseph.post(routes.reviews.setAside.href(ofReview(review)))).status,
		303,
		'too late changes nothing',
	)
	const [row] = await underneath<{ held_by_id: string; set_aside_at: Date | null }>(
		'select held_by_id, set_aside_at from review where id = $1',
		[ofReview(review).review],
	)
	assert.deepEqual(row, { held_by_id: idOf('callum'), set_aside_at: null })
	const late = await write(joseph, review, { good: 'Too late' })
	assert.equal(late.status, 409)
	const page = await joseph.get(review)
	assert(text(page).includes('Callum Boyd said on') && text(page).includes('How the plan read that day'))
	assert(page.html.includes('Have my little girl every Sunday.'))
	assert(!page.html.includes('Too late'))
	assert(text(await joseph.get(list)).includes('You looked back together on'))
})

test('what one prepared stays theirs alone, where the other says that it was held without having prepared', async () => {
	const review = (await begin(joseph)).location?.split('?')[0] ?? ''
	await write(joseph, review, { hard: 'What I would say only to who says something too.' })
	assert.equal((await callum.post(routes.reviews.hold.href(ofReview(review)))).status, 303)
	assert(!(await callum.get(review)).html.includes('only to who says something too'))
	assert((await joseph.get(review)).html.includes('only to who says something too'))
})

test('any two days stand side by side, in whichever order they are given, with what changed and the figures', async () => {
	const today = new Date()
	const day = (ago: number) => new Date(today.getTime() - ago * 86_400_000).toISOString().slice(0, 10)
	const between = (from: string, to: string) =>
		joseph.get(`${routes.reviews.between.href({ person })}?from=${from}&to=${to}`)
	const page = await between(day(0), day(146))
	assert.equal(page.status, 200)
	assert(text(page).includes('It was not in the plan yet.') && text(page).includes('Came into the plan'))
	assert(text(page).includes('The play room at the hall is yours on Sundays.'))
	assert(page.html.includes('The figures behind it'))
	assert(text(await between(day(1), day(1))).includes('Nothing changed in the plan between these days.'))
	for (const [from, to, says] of [
		['', day(1), 'Write the first day'],
		[day(1), 'whenever', 'Write a day that exists'],
		[day(1), '2100-01-01', 'This day is still to come.'],
	] as const) {
		const wrong = await between(from, to)
		assert.equal(wrong.status, 422)
		assert(text(wrong).includes(says) && wrong.html.includes(`value="${to}"`))
	}
})

test('nobody but the two finds any of it: not whom something is open to, not another', async () => {
	const review = (await begin(joseph)).location?.split('?')[0] ?? ''
	const others = [bilal, await place.as('supporter'), await place.as('practitioner'), await place.as('lead')]
	for (const browser of others) {
		for (const path of [
			list,
			review,
			routes.reviews.prepare.href(ofReview(review)),
			routes.reviews.between.href({ person }),
		]) {
			assert.equal((await browser.get(path)).status, 404)
		}
		for (const route of [routes.reviews.hold, routes.reviews.setAside]) {
			assert.equal((await browser.post(route.href(ofReview(review)))).status, 404)
		}
	}
	const swapped = routes.reviews.show.href({ person: idOf('ann'), review: ofReview(review).review })
	assert.equal((await (await place.as('person')).get(swapped)).status, 404)
})
