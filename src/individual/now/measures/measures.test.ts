import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, againFrom, lastChange, loadMeasure, saidAs } from './measures.ts'
import { measures } from './ons.ts'

test('the measures stand in the very words of their source, under the licence of their source', () => {
	assert.deepEqual(
		measures.flatMap(({ questions }) => questions.map(({ wording }) => wording)),
		[
			'Overall, how satisfied are you with your life nowadays?',
			'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
			'Overall, how happy did you feel yesterday?',
			'Overall, how anxious did you feel yesterday?',
			'How often do you feel lonely?',
		],
	)
	const [, lonely] = measures
	assert.deepEqual(
		Array.isArray(lonely?.questions[0]?.responses) && lonely.questions[0].responses.map(({ text }) => text),
		['Often or always', 'Some of the time', 'Occasionally', 'Hardly ever', 'Never'],
	)
	for (const { licence } of measures) assert.equal(licence, 'Open Government Licence v3.0')
})

test('a measure without its licence does not load, nor one without any other of its fields, nor one that is added up', () => {
	const [whole] = measures
	assert(whole)
	assert.deepEqual(loadMeasure(whole), whole)
	for (const field of Object.keys(whole)) {
		const { [field as keyof typeof whole]: _, ...without } = whole
		assert.throws(() => loadMeasure(without), { name: 'ValiError' }, field)
	}
	for (const wrong of [{ licence: ' ' }, { licence: null }, { scoring: 'sum' }, { source: 'somewhere' }]) {
		assert.throws(() => loadMeasure({ ...whole, ...wrong }), { name: 'ValiError' }, JSON.stringify(wrong))
	}
})

const [wellbeing, loneliness] = measures
const answered = (day: number, answer: number | null): Answer => ({
	...{ id: String(day), measure: 'ons4', version: '1', question: 'satisfied', answer, words: null },
	answeredAt: new Date(Date.UTC(2026, 4, day)),
})

test('a question is not asked again before its time', () => {
	assert(wellbeing)
	assert.equal(againFrom(wellbeing, [], new Date(Date.UTC(2026, 4, 2))), undefined)
	assert.deepEqual(
		againFrom(wellbeing, [answered(1, 3)], new Date(Date.UTC(2026, 4, 2))),
		new Date(Date.UTC(2026, 4, 8)),
	)
	assert.equal(againFrom(wellbeing, [answered(1, null)], new Date(Date.UTC(2026, 4, 8))), undefined)
})

test('change is told from what to what, and who would rather not say has not fallen to nought', () => {
	const [satisfied] = wellbeing?.questions ?? []
	const [lonely] = loneliness?.questions ?? []
	assert(satisfied && lonely)
	assert.deepEqual(lastChange(satisfied, [answered(1, 3), answered(8, null), answered(15, 6)]), { from: '3', to: '6' })
	assert.equal(lastChange(satisfied, [answered(1, 3), answered(8, null)]), undefined)
	assert.equal(saidAs(lonely, 4), 'Hardly ever')
})
