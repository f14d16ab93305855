import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, type people } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const person = idOf('ann')
const both = [routes.paper.sheet.href({ person }), routes.paper.blank.href({ person })]

test('the sheet has what is worked on, who brings it and by when; for the two who hold it and nobody else', async () => {
	for (const key of ['person', 'practitioner'] as const) {
		const sheet = (await (await place.as(key)).get(routes.paper.sheet.href({ person }))).html
		assert(sheet.includes('A flat of my own, with a door I can lock.'))
		assert(sheet.includes('I ring the housing office each Monday.'))
		assert(sheet.includes('Still being talked about'))
		assert(!sheet.includes('I fill in the housing form.'), 'what is done is not on it')
	}
	for (const key of [
		'supporter',
		'partner',
		'lead',
		'other-person',
		'other-practitioner',
	] satisfies (keyof typeof people)[]) {
		const browser = await place.as(key)
		for (const path of both) assert.equal((await browser.get(path)).status, 404)
	}
})

test('words from paper are typed in with their day, and are the person’s when they say so', async () => {
	const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
	const path = routes.plan.writeDown.href({ person })
	const send = (paperDay: string) =>
		priya.post(path, { step: 'share', once: newId(), words: 'Learn to swim, with the boys.', paperDay })
	const wrong = await send('2100-01-01')
	assert.equal(wrong.status, 422)
	assert(wrong.html.includes('This day is still to come.') && wrong.html.includes('Learn to swim, with the boys.'))
	const shared = await send('3/5/2026')
	assert.equal(shared.status, 303)
	const outcome = (shared.location ?? '').split('?')[0] ?? ''
	assert(
		(await ann.get(outcome)).html.includes(
			'You wrote this on paper on 3 May 2026. Priya Raman typed it in. Not confirmed yet.',
		),
	)
	assert(
		(await priya.get(outcome)).html.includes('Written on paper by Ann Kerr, on 3 May 2026. Typed in by Priya Raman.'),
	)
	const [heard] = await place.underneath<{ id: string }>('select id from wording where outcome_id = $1', [
		outcome.split('/').at(-1),
	])
	const own = routes.outcome.ownWords.href({ person, outcome: outcome.split('/').at(-1) ?? '', thing: heard?.id ?? '' })
	assert.equal((await ann.post(own)).status, 303)
	assert.match(
		(await priya.get(outcome)).html,
		/Typed in by Priya Raman\. Ann Kerr said on [^.]+ that these are their words\./,
	)
	const refused = place.underneath(
		`insert into wording (area_id, id, outcome_id, scope_id, number, words, author_id, paper_day)
			select area_id, $1, outcome_id, scope_id, 9, 'x', author_id, '2026-05-03' from wording where id = $2`,
		[newId(), heard?.id],
	)
	await assert.rejects(refused, /on_paper_by_another/)
})
