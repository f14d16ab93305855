/** A change of practitioner: nothing is handed over before the person says so, and nothing passes that they did not open. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'
import { type Note, newestNotes, standingOf } from './handover.ts'

const place = await openPlace()
const [amara, callum, hannah] = [
	await place.as('amara'),
	await place.as('other-practitioner'),
	await place.as('hannah'),
]
const person = idOf('amara')
const page = routes.handover.show.href({ person })
const takeOver = routes.handover.takeOver.href({ handover: idOf('amara/handed/callum/hannah') })
const words = 'Amara paints. Ask to see it.'

test('the newest word of the person counts, and of each hand the newest note', () => {
	const note = (number: number, ...kinds: Note['said'][number]['kind'][]): Note => ({
		...{ id: `${number}`, authorId: 'callum', number, words: 'x', writtenAt: new Date(number) },
		said: kinds.map((kind) => ({ id: kind, kind, words: null, saidAt: new Date() })),
	})
	assert.deepEqual([note(1), note(1, 'read', 'accepted'), note(1, 'accepted', 'set_aside')].map(standingOf), [
		'written',
		'accepted',
		'set_aside',
	])
	assert.deepEqual(
		newestNotes([note(1), note(2)]).map(({ number }) => number),
		[2],
	)
})

test('work is taken over by whoever was named, by their own word; nobody else finds it', async () => {
	assert.match((await hannah.get('/')).html, /Callum Boyd asks you to take over the work with Amara Nwosu\./)
	assert.equal((await hannah.get(routes.person.href({ person }))).status, 404, 'not before that')
	assert.equal((await (await place.as('ewa')).post(takeOver)).status, 404)
	assert.equal((await hannah.post(takeOver)).location, routes.person.href({ person }))
	assert.equal((await hannah.get(routes.person.href({ person }))).status, 200)
	assert.equal((await hannah.post(takeOver)).status, 404, 'once')
	assert.match((await amara.get(page)).html, /Hannah Lindqvist has taken over\./)
	const [ties] = await place.underneath<{ n: number }>(
		'select count(*)::integer as n from working_relationship where person_id = $1 and practitioner_id = $2 and ended_at is null',
		[person, idOf('hannah')],
	)
	assert.equal(ties?.n, 1)
})

test('a note is for nobody who comes before the person accepts it, and for nobody again once they set it aside', async () => {
	const form = { words, step: 'share', once: newId() }
	for (const _ of [1, 2]) await callum.post(routes.handover.write.href({ person }), form)
	const seen = async () => (await hannah.get(page)).html.includes(words)
	const say = routes.handover.say.href({ person, note: form.once })
	const right = 'I paint on wood.'
	assert.equal(await seen(), false)
	assert.equal((await hannah.post(say, { kind: 'accepted' })).status, 404)
	assert.equal((await callum.post(say, { kind: 'accepted' })).status, 404, 'nor does its writer say so')
	await amara.post(say, { kind: 'read' })
	await amara.post(routes.handover.correct.href({ person, note: form.once }), {
		words: right,
		step: 'share',
		once: newId(),
	})
	assert.equal(await seen(), false)
	assert((await callum.get(page)).html.includes(right))
	await amara.post(say, { kind: 'accepted' })
	assert.equal(await seen(), true)
	assert((await hannah.get(page)).html.includes(right), 'and what was put right goes with it')
	await amara.post(say, { kind: 'set_aside' })
	assert.equal(await seen(), false)
	assert.equal((await amara.post(say, { kind: 'written' })).status, 404)
})

test('what was open to the one before passes by the person’s word for each, and not without', async () => {
	const tom = await place.as('tom')
	const openings = routes.handover.openings.href({ person: idOf('tom') })
	const html = (await tom.get(openings)).html
	assert.match(html, /You said no\. It is not open to Ewa Nowak\./)
	assert.match(html, /<h2[^>]*><bdi[^>]*>What could be mine<\/bdi><\/h2>/, 'it is called what it opens')
	assert.doesNotMatch(html, /how it goes with Sol/, 'Ewa sees the plan as she works with him: that is not asked')
	const [, opening = ''] = html.match(/name="opening" value="([^"]+)"/) ?? []
	const open = () =>
		place.underneath('select from opening where person_id = $1 and account_id = $2 and closed_at is null', [
			idOf('tom'),
			idOf('ewa'),
		])
	assert.equal((await open()).length, 0)
	assert.equal((await tom.post(openings, { opening, comes: idOf('priya'), passes: 'yes' })).status, 404)
	for (const _ of [1, 2]) {
		assert.equal(
			(await tom.post(openings, { opening, comes: idOf('ewa'), passes: 'yes' })).location,
			`${openings}?done=open`,
		)
	}
	assert.equal((await open()).length, 1)
	assert.match((await tom.get(openings)).html, /It is open to Ewa Nowak until/)
	const ewa = await place.as('ewa')
	assert.equal((await ewa.get(openings)).status, 404)
})
