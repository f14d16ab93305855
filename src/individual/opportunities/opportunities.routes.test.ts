/** What could be somebody's, through the door people use: written, thought through, tied, opened one by one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const { underneath } = place
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
const person = idOf('ann')
const list = routes.opportunities.list.href({ person })
const could = (words: string) => ({ person, opportunity: idOf(`ann/opportunity/${words}`) })
const kitchen = could('The kitchen at the college needs someone.')
const flat = could('The two rooms on Quay Street.')
const share = (fields: Record<string, string>) => ({ step: 'share', once: newId(), ...fields })

test('it is written down once, stands on home beside hope, and nobody else finds it', async () => {
	const once = newId()
	for (const _ of ['once', 'pressed twice']) {
		const kept = await ann.post(routes.opportunities.write.href({ person }), {
			...{ step: 'share', once, words: 'A <b>boat</b>', kind: 'other', meaning: 'The sea' },
		})
		assert.equal(kept.location, `${routes.opportunities.show.href({ person, opportunity: once })}?done=written`)
	}
	assert.match((await ann.get(list)).html, /A &lt;b>boat&lt;\/b>/)
	assert.match((await ann.get('/')).html, /Hope.*What could be yours/s)
	for (const href of [list, routes.opportunities.show.href(kitchen), routes.opportunities.more.href(kitchen)]) {
		const answer = await priya.get(href)
		assert.equal(answer.status, 404)
		assert.equal(answer.html, (await priya.get(routes.opportunities.list.href({ person: newId() }))).html)
	}
	const wrong = await ann.post(routes.opportunities.write.href({ person }), share({ words: 'No kind', kind: 'x' }))
	assert.equal(wrong.status, 422)
	assert.match(wrong.html, /Choose what kind it is.*No kind/s)
})

test('two are tied, drawn with the same as a list, and untied', async () => {
	const tie = routes.opportunities.link.href(flat)
	for (const fields of [
		{},
		{ kind: 'needs' },
		{ kind: 'needs', to: flat.opportunity },
		{ kind: 'x', to: kitchen.opportunity },
	]) {
		assert.equal((await ann.post(tie, fields)).status, 422, JSON.stringify(fields))
	}
	for (const _ of ['once', 'pressed twice']) {
		const tied = await ann.post(tie, { kind: 'needs', to: kitchen.opportunity })
		assert.equal(tied.location, `${routes.opportunities.show.href(flat)}?done=linked`)
	}
	const drawn = async () => (await ann.get(list)).html
	assert.match(
		await drawn(),
		/<svg[^>]*role="img" aria-label="Your opportunities by number.*Quay Street.*needs first.*The kitchen/s,
	)
	const [row] = await underneath<{ id: string }>('select id from opportunity_link where from_id = $1', [
		flat.opportunity,
	])
	const lines = async () => (await drawn()).match(/<path class="chart__line/g)?.length ?? 0
	const before = await lines()
	await ann.post(routes.opportunities.unlink.href({ person, link: row?.id ?? '' }), {})
	assert.equal(await lines(), before - 1)
	assert.equal((await underneath('select from opportunity_link where from_id = $1', [flat.opportunity])).length, 0)
})

test('what became of it is said with a day, once, and can be open again', async () => {
	const turn = routes.opportunities.turn.href(flat)
	const once = newId()
	for (const _ of ['once', 'pressed twice']) {
		await ann.post(turn, { step: 'share', once, kind: 'came_about', words: 'I have the key.' })
	}
	assert.equal(
		(await underneath('select from opportunity_turn where opportunity_id = $1', [flat.opportunity])).length,
		1,
	)
	assert.match((await ann.get(routes.opportunities.show.href(flat))).html, /It came about\..*I have the key\./s)
	assert.equal((await ann.post(turn, share({ kind: 'let_go' }))).status, 409)
	await ann.post(turn, share({ kind: 'open_again' }))
	assert.match((await ann.get(list)).html, /Quay Street/)
})

test('deleted is gone for good, with what it hung together with', async () => {
	await ann.post(routes.opportunities.delete.href(flat), {})
	assert.equal((await underneath('select from opportunity where id = $1', [flat.opportunity])).length, 0)
	assert.equal((await underneath('select from opportunity_link where to_id = $1', [flat.opportunity])).length, 0)
})

test('it serves what matters by one’s own story, ticked and unticked; nobody it is open to learns of that', async () => {
	const serves = routes.opportunities.serves.href(kitchen)
	const show = routes.opportunities.show.href(kitchen)
	const work = idOf('ann/story/work')
	assert.match(
		(await ann.get(show)).html,
		/What in your story does it serve\?[\s\S]*To be tired from work and not from worry/,
	)
	for (const not of [idOf('ann/story/gran'), newId()]) await ann.post(serves, { values: not })
	const served = () =>
		underneath('select piece_id from opportunity_serves where opportunity_id = $1', [kitchen.opportunity])
	assert.deepEqual(await served(), [], 'a chapter is no value')
	for (const _ of ['once', 'pressed twice'])
		assert.equal((await ann.post(serves, { values: work })).location, `${show}?done=said`)
	assert.deepEqual(await served(), [{ piece_id: work }])
	assert.match((await ann.get(show)).html, new RegExp(`value="${work}" checked`))
	assert.equal((await priya.post(serves, { values: work })).status, 404)
	const opened = await place.acting('practitioner', (tx) => tx.selectFrom('opportunity_serves').selectAll().execute())
	assert.deepEqual(opened, [])
	await ann.post(serves, {})
	assert.deepEqual(await served(), [])
})
