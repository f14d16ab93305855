import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Hope, hopeOfTheDay, mayAsk } from './hope.ts'

const now = new Date('2026-11-23T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)

test('who has never been asked is asked; who wants no question is never asked', () => {
	assert.equal(mayAsk(undefined, undefined, now), true)
	assert.equal(mayAsk({ word: 'never', saidAt: ago(400) }, undefined, now), false)
	assert.equal(mayAsk({ word: 'never', saidAt: ago(400) }, ago(300), now), false)
})

test('nobody is asked twice in a week, neither after an answer nor after "not now"', () => {
	for (const days of [0, 1, 6.9]) {
		assert.equal(mayAsk(undefined, ago(days), now), false, `answered ${days} days ago`)
		assert.equal(mayAsk({ word: 'not_now', saidAt: ago(days) }, ago(30), now), false, `not now, ${days} days ago`)
	}
	assert.equal(mayAsk({ word: 'not_now', saidAt: ago(7) }, ago(7), now), true)
})

const hope = (words: string, endedAt: Date | null = null): Hope => ({
	...{
		id: words,
		words,
		outcome: null,
		contribution: null,
		known: null,
		somebody: null,
		opportunity: null,
		could: null,
	},
	...{ hopedAt: ago(10), endedAt, ending: endedAt && 'let_go' },
})

test('home shows one hope a day, each in its turn, and none that has ended', () => {
	const hopes = [hope('one'), hope('gone', ago(1)), hope('two'), hope('three')]
	const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
	const shown = days.map((day) => hopeOfTheDay(hopes, day)?.words)
	assert.deepEqual([...new Set(shown.slice(0, 3))].sort(), ['one', 'three', 'two'])
	assert.equal(shown[3], shown[0])
	assert.equal(hopeOfTheDay([hope('gone', ago(1))], '2026-11-23'), undefined)
	assert.equal(hopeOfTheDay([], '2026-11-23'), undefined)
})
