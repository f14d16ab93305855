/** One's own hope, through the door people use: written, kept from everybody else, asked for seldom, and deleted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../../../demo/ids.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const { underneath } = place
const [ann, priya, robin] = [await place.as('person'), await place.as('practitioner'), await place.as('robin')]
const person = idOf('ann')
const here = routes.hope.show.href({ person })
const entries = async () =>
	(await underneath<{ n: number }>('select count(*)::integer as n from access_entry'))[0]?.n ?? 0
const asks = async () => (await ann.get('/')).html.includes('How is your hope now?')

test('a number with words is kept at once, drawn and listed; nothing of it stands in any record', async () => {
	const [before, once] = [await entries(), newId()]
	const words = 'The letter came. <b>Yes</b>.'
	for (const _ of ['once', 'pressed twice']) {
		const kept = await ann.post(routes.hope.rate.href({ person }), { step: 'share', once, rating: '9', words })
		assert.equal(kept.location, `${here}?done=rated`)
	}
	const { html } = await ann.get(here)
	assert.match(html, /role="img" aria-label="Your hope from 0 to 10 over time/)
	assert.match(html, /The letter came\. &lt;b>Yes&lt;\/b>\./)
	assert.match(html, /Your numbers lie between 2 and 9\./)
	assert.equal(html.match(/chart__mark/g)?.length, 8, 'seven of the story and this one')
	assert.equal(await entries(), before)
})

test('after an answer home asks no more, nor after "not now", until a week is over; nor ever, if so wished', async () => {
	assert.equal(await asks(), false, 'answered just now')
	await underneath(`update hope_rating set rated_at = now() - interval '7 days' where account_id = $1 and rating = 9`, [
		person,
	])
	assert.equal(await asks(), true)
	const say = (word: string) => ann.post(routes.hope.asking.href({ person }), { word })
	assert.equal((await say('not_now')).location, '/?done=not_now')
	assert.equal(await asks(), false)
	await underneath(`update hope_asking set said_at = now() - interval '7 days' where account_id = $1`, [person])
	assert.equal(await asks(), true)
	await say('never')
	await underneath(`update hope_asking set said_at = now() - interval '700 days' where account_id = $1`, [person])
	assert.equal(await asks(), false)
	assert.match((await ann.get(here)).html, /Ask me now and then/)
	await say('again')
	assert.equal(await asks(), true)
	assert.equal((await say('each day')).status, 404)
})

test('without a number nothing typed is lost and nothing is kept', async () => {
	const wrong = { step: 'share', once: newId(), rating: '11', words: 'Much of it' }
	const answer = await ann.post(routes.hope.rate.href({ person }), wrong)
	assert.equal(answer.status, 422)
	assert.match(answer.html, /Choose a number from 0 to 10/)
	assert.match(answer.html, /Much of it/)
	assert.equal((await underneath('select from hope_rating where id = $1', [wrong.once])).length, 0)
})

const hopeOf = (id: string) => ({ person, hope: id })
const write = async (fields: Record<string, string>) => {
	const once = newId()
	const answer = await ann.post(routes.hope.write.href({ person }), { step: 'share', once, ...fields })
	return { once, answer }
}

test('a hope is tied to what somebody brings, and home puts it beside it with the day', async () => {
	await underneath('delete from hope where account_id = $1', [person])
	const [found] = await underneath<{ thing: string; id: string }>(
		`select outcome_id || '/' || id as thing, id from contribution
			where outcome_id = $1 and brought_by_id = $2 and done_at is null and by_day > now()`,
		[idOf('ann/flat'), idOf('priya')],
	)
	assert(found)
	const { once, answer } = await write({ words: 'My own key', beside: 'plan', thing: found.thing })
	assert.equal(answer.location, `${here}?done=hoped`)
	const { html } = await ann.get('/')
	assert.match(
		html,
		/You hope for:.*My own key.*Beside it:.*Priya Raman.*Company when I look at a flat.*By \d+ \w+ \d{4}\./s,
	)
	await underneath('update contribution set done_at = now() where id = $1', [found.id])
	assert.match((await ann.get('/')).html, /Company when I look at a flat.*Done on/s)
	const beside = routes.hope.beside.href(hopeOf(once))
	assert.match((await ann.get(beside)).html, new RegExp(`value="${found.thing}" selected`))
	await ann.post(beside, { step: 'share', once: newId(), beside: 'nothing' })
	assert.match((await ann.get('/')).html, /Nothing real stands beside it yet\./)
	await ann.post(beside, {
		step: 'share',
		once: newId(),
		beside: 'opportunity',
		opportunity: 'The flat on Quay Street',
	})
	assert.match((await ann.get('/')).html, /Beside it:.*The flat on Quay Street/s)
})

test('it can only stand beside what is one’s own, and whom one knows', async () => {
	for (const wrong of [
		{ beside: 'plan', thing: idOf('tom/work') },
		{ beside: 'known', known: idOf('joseph') },
		{ beside: 'known', known: '' },
		{ beside: 'somebody', somebody: ' ' },
		{ beside: '' },
	]) {
		const { once, answer } = await write({ words: 'A hope', ...wrong })
		assert.equal(answer.status, 422, JSON.stringify(wrong))
		assert.match(answer.html, /A hope/)
		assert.equal((await underneath('select from hope where id = $1', [once])).length, 0)
	}
	const columns = { area_id: idOf('Rivermouth'), account_id: person, words: 'A hope' }
	for (const [beside, code] of [
		[{ outcome_id: idOf('tom/work') }, '23503'],
		[{ known_id: idOf('joseph') }, '42501'],
		[{ somebody: 'Jo', opportunity: 'Work' }, '23514'],
	] as const) {
		const insert = place.acting('person', (tx) =>
			tx
				.insertInto('hope')
				.values({ id: newId(), ...columns, ...beside })
				.execute(),
		)
		await assert.rejects(insert, { code }, JSON.stringify(beside))
	}
})

test('a hope comes true or is let go, once, with the day; then it can be deleted for good', async () => {
	for (const [ending, says] of [
		['came_true', 'It came true on'],
		['let_go', 'You let it go on'],
	] as const) {
		const { once } = await write({ words: `A hope that ${ending}`, beside: 'nothing' })
		const end = routes.hope.end.href(hopeOf(once))
		assert.equal((await ann.post(end, { ending: 'forgotten' })).status, 404)
		assert.equal((await ann.post(end, { ending })).location, `${here}?done=${ending}`)
		assert.equal((await ann.post(end, { ending })).status, 404, 'it has ended')
		assert.match((await ann.get(here)).html, new RegExp(says))
		assert.equal((await ann.get(routes.hope.beside.href(hopeOf(once)))).status, 409)
		await ann.post(routes.hope.delete.href(hopeOf(once)))
		assert.doesNotMatch((await ann.get(here)).html, new RegExp(`A hope that ${ending}`))
		assert.equal((await underneath('select from hope where id = $1', [once])).length, 0)
	}
	const rating = (await underneath<{ id: string }>('select id from hope_rating where rating = 9'))[0]?.id ?? ''
	await ann.post(routes.hope.deleteRating.href({ person }), { rating })
	assert.equal((await ann.post(routes.hope.deleteRating.href({ person }), { rating })).status, 404, 'it is gone')
	assert.equal((await ann.post(routes.hope.deleteRating.href({ person }), { rating: 'x' })).status, 404)
	assert.equal((await underneath('select from hope_rating where rating = 9')).length, 0)
})

test('nobody else finds a word of it: not who works with her, not in the database, not where the whole plan is open', async () => {
	for (const path of [here, routes.hope.rate.href({ person }), routes.hope.write.href({ person })]) {
		assert.equal((await priya.get(path)).status, 404)
		assert.equal((await robin.get(path)).status, 404)
	}
	await place.acting('practitioner', async (tx) => {
		for (const table of ['hope', 'hope_rating', 'hope_asking']) {
			assert.deepEqual((await sql.raw(`select * from ${table}`).execute(tx)).rows, [], table)
		}
	})
	const plan = (await priya.get(routes.plan.show.href({ person }))).html
	const outcome = (await priya.get(routes.outcome.show.href({ person, outcome: idOf('ann/flat') }))).html
	assert.doesNotMatch(plan + outcome, /hope/i)
})

test('when whoever brought the thing leaves, the outcome stands beside the hope', async () => {
	const [sol] = await underneath<{ id: string }>('select contribution_id as id from hope where account_id = $1', [
		idOf('tom'),
	])
	assert(sol?.id)
	await underneath('delete from contribution where id = $1', [sol.id])
	const tom = await place.as('tom')
	assert.match((await tom.get('/')).html, /A shop of my own, with Sol\..*Work that you can walk to\./s)
})

test('a hope is tied to an opportunity of one’s own by what it is, not by words; when that is deleted nothing stands beside it', async () => {
	const could = idOf('ann/opportunity/The two rooms on Quay Street.')
	const { once, answer } = await write({ words: 'Two rooms', beside: 'could', could })
	assert.equal(answer.status, 303)
	const { html } = await ann.get(routes.hope.show.href({ person }))
	assert.match(html, new RegExp(`href="${routes.opportunities.show.href({ person, opportunity: could })}"`))
	assert.equal((await write({ words: 'No', beside: 'could', could: newId() })).answer.status, 422)
	const taken = place.acting('person', (tx) =>
		tx
			.insertInto('hope')
			.values({ area_id: tx.area, id: newId(), account_id: tx.account, words: 'x', could_id: newId() })
			.execute(),
	)
	await assert.rejects(taken, { code: '23503' })
	await ann.post(routes.opportunities.delete.href({ person, opportunity: could }))
	assert.deepEqual(await underneath('select could_id, words from hope where id = $1', [once]), [
		{ could_id: null, words: 'Two rooms' },
	])
})
