import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/database/values.ts'
import { daysOf, type Entry, entryId, entryNumber, pageOf } from './record.ts'

const [priya, ewa, plan, flat] = [newId(), newId(), newId(), newId()]

/** Entries the newest first, from `[day, hour, more]`. */
const entries = (...told: [day: string, by: string, thing: string][]): Entry[] =>
	told.map(([at, byId, thing], place) => ({
		number: told.length - place,
		at: new Date(`2026-05-${at}Z`),
		byId,
		act: 'looked',
		what: 'plan',
		thing,
	}))

test('what is the same on one day by one hand is told once, with how often', () => {
	const days = daysOf(
		entries(
			['04T12:00', priya, plan],
			['03T12:00', priya, plan],
			['03T11:00', ewa, plan],
			['03T10:00', priya, flat],
			['03T09:00', priya, plan],
		),
	)
	assert.deepEqual(
		days.map(({ date, lines }) => [date, lines.map(({ byId, thing, numbers }) => [byId, thing, numbers])]),
		[
			['2026-05-04', [[priya, plan, [5]]]],
			[
				'2026-05-03',
				[
					[priya, plan, [4, 1]],
					[ewa, plan, [3]],
					[priya, flat, [2]],
				],
			],
		],
	)
})

test('a look and a change of the same thing are two things', () => {
	const [look] = entries(['03T12:00', priya, plan])
	assert(look)
	const [day] = daysOf([look, { ...look, number: 0, act: 'changed' }])
	assert.equal(day?.lines.length, 2)
})

test('days are those of the clock on the wall: late in the evening of summer time is the next one', () => {
	assert.deepEqual(
		daysOf(entries(['03T23:30', priya, plan], ['03T22:30', priya, plan])).map(({ date }) => date),
		['2026-05-04', '2026-05-03'],
	)
})

test('a page ends with a whole day, and the next one begins there', () => {
	const all = entries(['04T12:00', priya, plan], ['03T12:00', priya, plan], ['03T11:00', priya, plan])
	assert.deepEqual(pageOf(all, 3), { entries: all })
	assert.deepEqual(pageOf(all, 2), { entries: all.slice(0, 1), before: 3 })
})

test('a day that is longer than a page is cut, and nothing of it is left out', () => {
	const all = entries(['03T12:00', priya, plan], ['03T11:00', priya, plan], ['03T10:00', priya, plan])
	assert.deepEqual(pageOf(all, 2), { entries: all.slice(0, 2), before: 2 })
})

test('two that stand a moment out of order at midnight are both told', () => {
	const all = entries(
		['04T12:00', priya, plan],
		['03T22:59:59.999', ewa, plan],
		['03T23:00:00.001', priya, plan],
		['03T21:00', priya, plan],
	)
	const page = pageOf(all, 3)
	const next = all.filter(({ number }) => number < (page.before ?? 0))
	assert.deepEqual([...page.entries, ...next], all)
})

test('an entry has an id that names the person and itself, and an id of anything else names none', () => {
	const [ann, joseph] = ['01941f29-7c00-7150-88b6-97895abf03d5', '01941f29-7c00-7287-8782-ef42356ef3d6']
	assert.equal(entryId(ann, 26), '01941f29-7c00-7150-88b6-00000000001a')
	for (const number of [1, 10_000, 2 ** 40]) assert.equal(entryNumber(ann, entryId(ann, number)), number)
	assert.equal(entryNumber(ann, entryId(joseph, 26)), undefined)
	assert.equal(entryNumber(ann, newId()), undefined)
})
