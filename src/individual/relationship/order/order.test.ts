/** What the order asks: written by who works with the person, remarked on by the person, and never beside what is agreed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'
import { conditionsFrom, isOver, type OrderWording, unanswered } from './order.ts'

const place = await openPlace()
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
const person = idOf('ann')
const page = routes.order.show.href({ person })
const write = routes.order.write.href({ person })
const asks = (words: string, more = {}) => ({ words, fromDay: '', untilDay: '', step: 'share', once: newId(), ...more })
const conditionOf = async (words: string) => {
	const [found] = await place.underneath<{ id: string; condition_id: string }>(
		'select id, condition_id from order_wording where words = $1',
		[words],
	)
	assert(found, words)
	return { person, condition: found.condition_id }
}

test('earlier words are kept, and what is over is told as over', () => {
	const wording = (number: number, untilDay: string | null): OrderWording => ({
		...{ id: `w${number}`, condition: 'w1', number, words: `${number}`, fromDay: null, untilDay },
		...{ authorId: 'priya', writtenAt: new Date() },
	})
	const remark = { id: 'r', wording: 'w1', condition: 'w1', kind: 'not_right', words: 'x', saidAt: new Date() } as const
	const [one] = conditionsFrom([wording(1, null), wording(2, '2026-05-03')], [{ ...remark, answers: [] }])
	assert(one)
	assert.deepEqual([isOver(one, '2026-05-03'), isOver(one, '2026-05-04')], [false, true])
	assert.equal(unanswered(one).length, 1)
})

test('it stands on a page of its own, signed, and the page says that nobody agreed to it', async () => {
	const words = 'Tell us when you move.'
	const form = asks(words, { untilDay: '3/5/2031' })
	for (const _ of [1, 2]) assert.equal((await priya.post(write, form)).location, `${page}?done=wrote`)
	const html = (await ann.get(page)).html
	assert.equal(html.split(`<bdi>${words}</bdi>`).length, 2, 'once, after two presses')
	for (const said of [/It is not what you agreed\./, /Priya Raman/, /Until 3 May 2031\./]) assert.match(html, said)
	for (const elsewhere of ['/', routes.plan.show.href({ person }), routes.expectations.show.href({ person })]) {
		assert(!(await ann.get(elsewhere)).html.includes(words), elsewhere)
	}
})

test('the person says that it is not clear, and is answered; only the practitioner writes', async () => {
	const here = await conditionOf('Tell us when you move.')
	const say = routes.order.say.href(here)
	assert.equal((await ann.post(say, { kind: 'not_right', words: '', step: 'share' })).status, 422, 'what is not right?')
	await ann.post(say, { kind: 'not_understood', words: '', step: 'share', once: newId() })
	assert.match((await ann.get(page)).html, /It waits for an answer from those who work with you\./)
	const [remark] = await place.underneath<{ id: string }>('select id from order_remark where condition_id = $1', [
		here.condition,
	])
	assert(remark)
	const answer = routes.order.answer.href({ person, remark: remark.id })
	const form = { words: 'It means: ring me before you move.', step: 'share', once: newId() }
	assert.equal((await ann.post(answer, form)).status, 404)
	assert.equal((await ann.post(write, asks('Mine'))).status, 404)
	assert.equal((await priya.post(say, { kind: 'not_understood', step: 'share' })).status, 404)
	assert.equal((await priya.post(answer, form)).location, `${page}?done=answered`)
	assert((await ann.get(page)).html.includes(form.words))
})

test('other words stand beside the earlier ones; whoever read older words is told so, and loses nothing', async () => {
	const here = await conditionOf('Tell us when you move.')
	const again = routes.order.rewrite.href(here)
	await priya.post(again, asks('Ring Priya before you move.', { after: '1' }))
	const late = await priya.post(again, asks('Write to Priya first.', { after: '1' }))
	assert.equal(late.status, 409)
	assert(late.html.includes('Write to Priya first.'))
	const html = (await ann.get(page)).html
	for (const words of ['Ring Priya before you move.', 'Tell us when you move.']) assert(html.includes(words))
	assert.equal((await priya.post(again, asks('Ring', { after: 'x' }))).status, 409)
})

test('bad days get a sentence, and nothing typed is lost', async () => {
	for (const days of [{ fromDay: 'soon' }, { fromDay: '2031-05-03', untilDay: '2030-05-03' }]) {
		const answer = await priya.post(write, asks('Be there', days))
		assert.equal(answer.status, 422)
		assert(answer.html.includes('Be there'))
	}
})
