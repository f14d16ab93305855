import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dumpsToKeep } from './dumps.ts'

const dump = (day: number, hour: number) =>
	`alongside-2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}-00-00.000Z.tar.gz`

test('the 7 newest are kept, and the newest of each of the last 7 days that have any', () => {
	const days = [1, 2, 3, 10, 11, 12, 13, 14, 15]
	const names = days.flatMap((day) => Array.from({ length: 12 }, (_, hour) => dump(day, hour)))
	const newest = [11, 10, 9, 8, 7, 6, 5].map((hour) => dump(15, hour))
	const daily = [14, 13, 12, 11, 10, 3].map((day) => dump(day, 11))
	assert.deepEqual([...dumpsToKeep(names)].sort(), [...newest, ...daily].sort())
})

test('what is not a dump of ours is left alone', () => {
	assert.deepEqual([...dumpsToKeep(['letter.txt', `${dump(1, 1)}.half`, dump(1, 1)])], [dump(1, 1)])
})
