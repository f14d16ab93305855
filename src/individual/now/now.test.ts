import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesBetween, linesOf, ratingsOf, type Said, stageOf, voicesIn } from './now.ts'

const at = new Date('2026-05-03T12:00:00Z')
const said = (author: string, question: Said['question'], more: Partial<Said> = {}): Said => ({
	...{ id: `${author} ${question}`, sitting: 'spring', life: 'home', author, question },
	...{ words: null, place: null, rating: null, saidAt: at, ...more },
})

test('the person is heard first, whoever spoke before; that enough is said is no voice', () => {
	const all = [said('priya', 'well', { words: 'Tidy' }), said('ann', 'way', { words: 'Loud' }), said('ann', 'enough')]
	assert.deepEqual(
		voicesIn(all, 'ann').map(({ author, said }) => [author, said.length]),
		[
			['ann', 1],
			['priya', 1],
		],
	)
	assert.deepEqual(voicesIn([said('ann', 'enough')], 'ann'), [])
})

test('a part is done when the person says so, and not by how much was said', () => {
	assert.equal(stageOf([], 'ann', 'spring', 'home'), 'open')
	assert.equal(stageOf([said('priya', 'well')], 'ann', 'spring', 'home'), 'open', 'not by somebody else')
	assert.equal(stageOf([said('ann', 'well')], 'ann', 'spring', 'home'), 'begun', 'to say nothing is an answer')
	assert.equal(stageOf([said('ann', 'enough')], 'ann', 'spring', 'home'), 'enough')
	assert.equal(stageOf([said('ann', 'enough')], 'ann', 'summer', 'home'), 'open')
})

test('two times are compared in lines that came and went, and in a number from and to', () => {
	const spring = [said('ann', 'well', { words: 'A bed\nThe porter' }), said('ann', 'rating', { rating: 3 })]
	const summer = [said('ann', 'well', { words: 'A bed\n\n The kitchen' }), said('ann', 'rating', { rating: 6 })]
	const none = { came: [], gone: [], from: undefined, to: undefined }
	assert.deepEqual(differencesBetween(spring, summer), [
		{ ...none, author: 'ann', question: 'well', came: ['The kitchen'], gone: ['The porter'] },
		{ ...none, author: 'ann', question: 'rating', from: 3, to: 6 },
	])
	assert.deepEqual(differencesBetween(spring, spring), [])
})

test('a number that is missing is not nought: it is no change, and no point over time', () => {
	const [zero, none] = [said('ann', 'rating', { rating: 0 }), said('ann', 'rating')]
	assert.deepEqual(differencesBetween([said('ann', 'rating', { rating: 5 })], [none]), [])
	assert.deepEqual(differencesBetween([said('ann', 'rating', { rating: 5 })], []), [])
	assert.equal(differencesBetween([said('ann', 'rating', { rating: 5 })], [zero])[0]?.to, 0)
	assert.deepEqual(ratingsOf([none, zero]), [{ at, rating: 0 }])
})

test('lines without anything in them are none', () => {
	assert.deepEqual(linesOf(' one \n\n two'), ['one', 'two'])
	assert.deepEqual(linesOf(null), [])
})
