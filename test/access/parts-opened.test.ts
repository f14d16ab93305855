/** A part of life, or something that could be somebody's, opened by itself: seen beforehand, read behind the veil, closed at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { answerAll, openAll } from '../../src/common/openings/openings.test-tools.ts'
import { routes } from '../../src/routes.ts'
import { openPlace } from '../support/place.ts'

const place = await openPlace()
const { underneath } = place
const [ann, linda] = [await place.as('person'), await place.as('supporter')]
const person = idOf('ann')
const life = idOf('ann/now/home')
const could = (words: string) => ({ person, opportunity: idOf(`ann/opportunity/${words}`) })
const kitchen = could('The kitchen at the college needs someone.')
const flat = could('The two rooms on Quay Street.')
const list = routes.opportunities.list.href({ person })

test('a part is seen beforehand as it will be read, and closed at once', async () => {
	const what = `now/${life}`
	assert.match((await answerAll(ann, 'ann', { what })).html, /A door of my own that shuts\./)
	await openAll(ann, 'ann', { what })
	const page = routes.now.life.href({ person, life })
	const { html } = await linda.get(page)
	assert.match(html, /A door of my own that shuts\..*P\. R\..*You keep your room in order/s)
	assert.doesNotMatch(html, /Priya/)
	const [row] = await underneath<{ id: string }>('select id from opening where thing_id = $1 and closed_at is null', [
		life,
	])
	await ann.post(routes.openings.close.href({ person, opening: row?.id ?? '' }))
	assert.equal((await linda.get(page)).status, 404)
})

test('one is opened to somebody, who reads it alone, and how it hangs together only where both are open', async () => {
	const seen = await answerAll(ann, 'ann', { what: `opportunities/${kitchen.opportunity}` })
	assert.match(seen.html, /I would be tired from something good/, 'seen as she will see it')
	await openAll(ann, 'ann', { what: `opportunities/${kitchen.opportunity}` })
	const { html } = await linda.get(routes.opportunities.show.href(kitchen))
	assert.match(html, /The kitchen at the college.*I would be tired from something good/s)
	assert.doesNotMatch(html, /Quay Street|nephews every other|Say more about it|Untie/)
	assert.equal((await linda.get(list)).status, 404)
	assert.equal((await linda.get(routes.opportunities.show.href(flat))).status, 404)
	assert.equal(
		(await linda.post(routes.opportunities.more.href(kitchen), { step: 'share', meaning: 'Mine' })).status,
		404,
	)
	assert.match((await linda.get('/')).html, /Something that could be theirs: Ann Kerr/)
	assert.match((await ann.get(routes.record.show.href({ person }))).html, /Linda[^.]* looked at what could be yours\./)
})
