import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layOut } from './life-line.ts'
import { type Moment, type Said, unsaid } from './moment.ts'
import { groupsOf, inOrder, mostAtOnce, stretchOf } from './time.ts'

const moment = (id: string, said: Partial<Said>): Moment => ({
	...{ ...unsaid, id, title: id, words: null, place: null, mood: null, saysOfMe: null, hard: false, hoped: false },
	...{ heardBy: null, paperDay: null, confirmedAt: null, writtenAt: new Date(0), changedAt: new Date(0) },
	...said,
})
const year = (id: string, year: number) => moment(id, { timeKind: 'year', year })
const order = (...moments: Moment[]) => {
	const { placed, apart } = inOrder(moments, null)
	return [placed.map((one) => one.moment.id), apart.map((one) => one.id)]
}

test('a moment known by its year is a stretch of that whole year, and never a point in it', () => {
	assert.deepEqual(stretchOf(year('a', 2004), null), { from: 2004, to: 2005, soft: false })
	const december = stretchOf(moment('a', { timeKind: 'month', year: 2004, month: 12 }), null)
	assert(december && december.from > 2004.9 && december.to === 2005)
})

test('"around" is wider than what was said, on both sides, and its ends are soft', () => {
	const around = stretchOf(moment('a', { timeKind: 'year', year: 2004, around: true }), null)
	assert(around && around.from < 2004 && around.to > 2005 && around.soft)
})

test('an age is the two years in which somebody can have been that old, and nothing without the year of birth', () => {
	const at14 = moment('a', { timeKind: 'age', age: 14 })
	assert.deepEqual(stretchOf(at14, 1986), { from: 2000, to: 2002, soft: false })
	assert.equal(stretchOf(at14, null), undefined)
})

test('before and after hang on their neighbour; what nobody said stands apart', () => {
	const [a, b] = [year('a', 2004), year('b', 2006)]
	const before = moment('before b', { timeKind: 'before', beside: 'b' })
	const after = moment('after that', { timeKind: 'after', beside: 'before b' })
	const kept = moment('kept', { timeKind: 'not_saying' })
	assert.deepEqual(order(kept, after, b, before, a), [['a', 'before b', 'after that', 'b'], ['kept']])
})

test('what hangs on each other in a ring, or on what stands apart, stands apart and is not lost', () => {
	const one = moment('one', { timeKind: 'before', beside: 'other' })
	const other = moment('other', { timeKind: 'after', beside: 'one' })
	const third = moment('third', { timeKind: 'after', beside: 'gone' })
	assert.deepEqual(order(one, other, third), [[], ['one', 'other', 'third']])
})

test('on the line a year takes a year, a day is a spot, and nothing lies on anything else', () => {
	const day = moment('day', { timeKind: 'day', year: 2004, month: 6, day: 1 })
	const { placed } = inOrder([year('a', 2004), year('b', 2013), day], null)
	const { marks, rows } = layOut(placed, 2026.5, 100)
	const wide = (id: string) => {
		const mark = marks.find((one) => one.placed.moment.id === id)
		return mark ? mark.to - mark.from : 0
	}
	assert.equal(wide('a'), 10)
	assert.equal(rows, 2, 'the day lies in the year, one row below')
	assert.equal(layOut(placed, 2026.5, 100).today, null, 'today is not on a line that ended before')
})

test('2,000 moments become groups of years of which none is a hundred long, and none is lost', () => {
	const many = Array.from({ length: 2000 }, (_, at) => year(`m${at}`, 1970 + (at % 50)))
	const { placed } = inOrder(many, null)
	const groups = groupsOf(placed)
	assert.equal(
		groups.reduce((sum, group) => sum + group.placed.length, 0),
		2000,
	)
	assert(groups.every((group) => group.placed.length <= mostAtOnce))
	assert.deepEqual(groupsOf(placed.slice(0, mostAtOnce)), [], 'few are told at once')
})
