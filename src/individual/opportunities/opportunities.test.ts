import assert from 'node:assert/strict'
import { test } from 'node:test'
import { becameOf, type Opportunity, opportunityOfTheDay, type Turn, turnsFor } from './opportunities.ts'

const could = (words: string, ...turns: Turn['kind'][]): Opportunity => ({
	...{
		id: words,
		scope: 'all',
		kind: 'job',
		words,
		meaning: null,
		touches: null,
		serves: null,
		needs: null,
		opens: null,
	},
	writtenAt: new Date('2026-05-03T12:00:00Z'),
	turns: turns.map((kind) => ({ id: kind, opportunity: words, kind, words: null, madeAt: new Date() })),
})

test('what became of it is what was said last, until it is open again', () => {
	assert.equal(becameOf(could('one')), undefined)
	assert.equal(becameOf(could('one', 'let_go'))?.kind, 'let_go')
	assert.equal(becameOf(could('one', 'let_go', 'open_again')), undefined)
	assert.deepEqual(turnsFor(could('one', 'closed')), ['open_again'])
	assert.deepEqual(turnsFor(could('one')), ['came_about', 'closed', 'let_go'])
})

test('home shows one a day, each in its turn, and none of which something has become', () => {
	const all = [could('one'), could('gone', 'came_about'), could('two')]
	const shown = ['2026-11-23', '2026-11-24'].map((day) => opportunityOfTheDay(all, day)?.words)
	assert.deepEqual(shown.sort(), ['one', 'two'])
	assert.equal(opportunityOfTheDay([], '2026-11-23'), undefined)
})
