/** What two can expect of each other stands when both have put their own hand to the same words, and no longer than that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
const person = idOf('ann')
const page = routes.expectations.show.href({ person })
const words = 'We put our phones away.'

const found = async (written: string) => {
	const [row] = await place.underneath<{ id: string; of: string; hash: string }>(
		`select id, expectation_id as of, encode(words_hash, 'hex') as hash from expectation_wording where words = $1`,
		[written],
	)
	assert(row)
	return { here: { person, expectation: row.of }, wording: row.id, hash: row.hash }
}
const bothAgreed = async () => (await ann.get(page)).html.split('You have both agreed to these words.').length - 1

test('proposed with one hand, it waits for the other', async () => {
	const form = { with: idOf('priya'), ofWhom: 'practitioner', words, step: 'share', once: newId() }
	const before = await bothAgreed()
	for (const _ of [1, 2]) assert.equal((await ann.post(routes.expectations.propose.href({ person }), form)).status, 303)
	assert.equal(await bothAgreed(), before)
	const { here, wording, hash } = await found(words)
	assert.equal((await priya.post(routes.expectations.agree.href(here), { wording, hash: 'x' })).status, 409)
	await priya.post(routes.expectations.agree.href(here), { wording, hash })
	assert.equal(await bothAgreed(), before + 1)
})

test('newer words stand for nobody before both have agreed to them; the ones agreed go on standing', async () => {
	const before = await bothAgreed()
	const { here } = await found(words)
	const other = routes.expectations.otherWords.href(here)
	const newer = 'We put our phones away, face down.'
	await priya.post(other, { words: newer, after: '1', step: 'share', once: newId() })
	assert.equal(await bothAgreed(), before)
	const html = (await ann.get(page)).html
	for (const each of [words, newer]) assert(html.includes(each))
	const late = await ann.post(other, { words: 'No phones', after: '1', step: 'share', once: newId() })
	assert.equal(late.status, 409)
	assert(late.html.includes('No phones'))
})

test('either takes their hand back; what nobody holds is told as no longer agreed', async () => {
	const before = await bothAgreed()
	const { here } = await found(words)
	await ann.post(routes.expectations.takeBack.href(here))
	assert.equal(await bothAgreed(), before - 1)
	await priya.post(routes.expectations.takeBack.href(here))
	assert.match((await ann.get(page)).html, /No longer agreed/)
})

test('only the two see it: not who works with the person next, unless it is theirs', async () => {
	const ewa = await place.as('ewa')
	const html = (await ewa.get(routes.expectations.show.href({ person: idOf('tom') }))).html
	assert(html.includes('I do not ask you to tell it all again.'))
	assert(!html.includes('We walk when we talk.'), 'Tom agreed to this with Hannah')
	const tom = await place.as('tom')
	assert((await tom.get(routes.expectations.show.href({ person: idOf('tom') }))).html.includes('We walk when we talk.'))
})

test('a practitioner’s hours stand there, and beside the form of a message', async () => {
	const hours = routes.hours.href()
	assert.equal((await ann.get(hours)).status, 404)
	assert.equal((await priya.post(hours, { reads: '', reached: '', step: 'share' })).status, 422)
	await priya.post(hours, { reads: 'Mondays only.', reached: '', step: 'share', once: newId() })
	const conversation = routes.conversation.show.href({ person, with: idOf('priya') })
	for (const path of [page, conversation]) assert.match((await ann.get(path)).html, /Mondays only\./)
})
