import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const { underneath } = place
const mine = routes.recognition.mine.href()
const leaves = (called: string) => underneath('select erase_account($1, $2, now())', [idOf('Rivermouth'), idOf(called)])
const given = (id: string) =>
	underneath<{ words: string; shown: boolean }>('select words, shown_beside as shown from recognition where id = $1', [
		idOf(id),
	])

describe('kind words and leaving', () => {
	it('when the person leaves: theirs goes, and what others said stays theirs, without the name', async () => {
		await underneath(`update recognition set words = 'sat with Ann Kerr, and so Ann was not alone' where id = $1`, [
			idOf('ann/kind words/0'),
		])
		await leaves('ann')
		const [priyas] = await given('ann/kind words/0')
		assert.deepEqual(priyas, { words: 'sat with …, and so … was not alone', shown: false })
		const html = (await (await place.as('practitioner')).get(mine)).html
		assert.match(html, /sat with …, and so … was not alone/)
		assert.doesNotMatch(html, /Ann|Page nine was the worst/)
		assert.deepEqual(await underneath('select from recognition_kept where account_id = $1', [idOf('ann')]), [])
		assert.deepEqual(await underneath('select from recognition_answer where author_id = $1', [idOf('ann')]), [])
		// Priya has answered thanks of Ann's: her own answer stays, and what it answered is empty.
		const thanks = await underneath<{ words: string }>('select words from recognition where author_id = $1', [
			idOf('ann'),
		])
		assert.deepEqual(thanks, [{ words: '' }])
	})

	it('when somebody who gave some leaves: they go with them, the person is told, and their own answer stays', async () => {
		const [area, greyhound] = [idOf('Rivermouth'), idOf('kayleigh/kind words/2')]
		await underneath(
			`insert into recognition_answer (area_id, id, recognition_id, scope_id, author_id, to_id, words)
				select area_id, id, id, scope_id, given_to_id, author_id, 'He does, Pat.' from recognition where id = $1`,
			[greyhound],
		)
		await leaves('pat')
		assert.deepEqual(await given('kayleigh/kind words/2'), [{ words: '', shown: false }])
		assert.deepEqual(await given('kayleigh/kind words/3'), [])
		const kayleigh = await place.as('kayleigh')
		const html = (await kayleigh.get(mine)).html
		assert.match(html, /He does, …\./)
		assert.match(html, /They went with the one who wrote them/)
		assert.doesNotMatch(html, /greyhound/)
		assert.equal((await kayleigh.get('/')).status, 200)
		const told = await underneath(
			`select from access_entry where area_id = $1 and person_id = $2 and by_id = $3 and what = 'leaving'`,
			[area, idOf('kayleigh'), idOf('pat')],
		)
		assert.equal(told.length, 1)
	})
})
