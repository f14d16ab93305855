/** Telling of staff by role: set and ended by a lead with a reason, read by the one whom it is about, and by nobody else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'

const place = await openPlace()
const priya = idOf('priya')
const page = `/area/staff/${priya}/by-role`
const lead = await place.as('lead')
const ann = await place.as('person')
const record = `/people/${idOf('ann')}/record`

test('a lead sets it with a reason: the record then tells of her by role, and she reads why', async () => {
	assert.match((await ann.get(record)).html, /Priya Raman/)
	assert.match((await lead.get(page)).html, /Records tell of Priya Raman by name\./)
	const empty = await lead.post(page, { reason: ' ' })
	assert.equal(empty.status, 422)
	assert.match(empty.html, /Write why\./)
	assert.equal(
		(await lead.post(page, { reason: 'Someone waits for her after work.' })).location,
		`${page}?done=setTold`,
	)
	assert.equal((await lead.post(page, { reason: 'Pressed twice.' })).status, 303)
	assert.doesNotMatch((await ann.get(record)).html, /Priya Raman/)
	const own = await (await place.as('practitioner')).get(page)
	assert.match(own.html, /Someone waits for her after work\./)
	assert.doesNotMatch(own.html, /<textarea|Pressed twice/)
})

test('nobody else reads or sets it, and no lead sets it for themselves', async () => {
	for (const key of ['other-practitioner', 'person', 'supporter', 'practitioner-elsewhere'] as const) {
		const browser = await place.as(key)
		assert.equal((await browser.get(page)).status, 404, key)
		assert.equal((await browser.post(page, { reason: 'x' })).status, 404, key)
		assert.equal((await browser.post(`${page}/end`, { reason: 'x' })).status, 404, key)
	}
	const own = `/area/staff/${idOf('ruth')}/by-role`
	assert.equal((await lead.post(own, { reason: 'x' })).status, 404)
	assert.equal((await (await place.as('practitioner')).post(page, { reason: 'x' })).status, 404)
})

test('it ends with a reason, and the name stands there again', async () => {
	assert.equal((await lead.post(`${page}/end`, { reason: '' })).status, 422)
	assert.equal((await lead.post(`${page}/end`, { reason: 'He has moved away.' })).location, `${page}?done=endTold`)
	assert.match((await ann.get(record)).html, /Priya Raman/)
	const [row] = await place.underneath<{ ended_reason: string; ended_by_id: string }>(
		'select ended_reason, ended_by_id from shown_by_role where account_id = $1',
		[priya],
	)
	assert.deepEqual(row, { ended_reason: 'He has moved away.', ended_by_id: idOf('ruth') })
})
