import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
	isLate,
	isOpenStep,
	type Step,
	type StepTurn,
	stateOf,
	stepsAskedOf,
	whenOf,
	whensOf,
	wordsOfStep,
} from './steps.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 10, minute))

const own = (...turns: StepTurn[]): Step => ({
	...{ id: 'step', whoseId: 'ann', writtenById: 'ann', words: 'I ring them', said: 'by Friday', day: '2026-05-08' },
	writtenAt: at(0),
	turns,
})
const asked = (...turns: StepTurn[]): Step => ({ ...own(...turns), writtenById: 'priya' })
const turn = (kind: StepTurn['kind'], more: Partial<StepTurn> = {}): StepTurn => ({
	...{ id: kind, kind, words: null, said: null, day: null, authorId: 'ann', madeAt: at(1) },
	...more,
})

test('one’s own step stands at once; one for somebody else waits for their own yes', () => {
	assert.equal(stateOf(own()), 'standing')
	assert.equal(stateOf(asked()), 'waiting')
	assert.deepEqual(stepsAskedOf([own(), asked()], 'ann'), [asked()])
	assert.deepEqual(stepsAskedOf([asked()], 'priya'), [])
	assert.equal(stateOf(asked(turn('accepted'))), 'standing')
	assert.equal(stateOf(asked(turn('declined'))), 'declined')
	assert.equal(stateOf(asked(turn('taken_back'))), 'taken_back')
})

test('a yes in other words makes those the words; the day said with it holds', () => {
	const step = asked(turn('differently', { words: 'I write to them', said: 'next week', day: '2026-05-10' }))
	assert.equal(wordsOfStep(step), 'I write to them')
	assert.deepEqual(whenOf(step), { said: 'next week', day: '2026-05-10' })
	assert.deepEqual(whensOf(step)[0], { said: 'by Friday', day: '2026-05-08' })
})

test('done and set aside end a step; what was never said yes to is not done', () => {
	assert.equal(stateOf(own(turn('done'))), 'done')
	assert.equal(stateOf(own(turn('set_aside'))), 'set_aside')
	assert.equal(stateOf(asked(turn('done'))), 'waiting')
	assert.equal(stateOf(asked(turn('declined'), turn('done'))), 'declined')
	assert.equal(isOpenStep(own(turn('done'))), false)
	assert.equal(isOpenStep(asked()), true)
})

test('each day that was said stays readable, and the last one holds', () => {
	const step = own(
		turn('another_day', { said: 'before the meeting' }),
		turn('another_day', { said: 'before the meeting' }),
		turn('another_day'),
	)
	assert.deepEqual(whensOf(step), [
		{ said: 'by Friday', day: '2026-05-08' },
		{ said: 'before the meeting', day: null },
		{ said: null, day: null },
	])
})

test('a step is late when its day is over and it stands; words of one’s own are never late', () => {
	assert.equal(isLate(own(), '2026-05-08'), false)
	assert.equal(isLate(own(), '2026-05-09'), true)
	assert.equal(isLate(asked(), '2026-05-09'), false)
	assert.equal(isLate(own(turn('done')), '2026-05-09'), false)
	assert.equal(isLate(own(turn('another_day', { said: 'soon' })), '2026-05-09'), false)
})
