/** Who may write what in an outcome: every form, sent by everyone, about every plan. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsToTest } from './matrix.ts'
import { isInOutcome, testPlanActs } from './plan-acts.ts'

const untested = new Set(
	[...cellsToTest('POST', 'PUT', 'PATCH', 'DELETE')].filter((cell) => isInOutcome(cell.split(' ')[1] ?? '')),
)

testPlanActs(isInOutcome, untested)

test('no cell was left out', () => {
	assert.deepEqual([...untested], [])
})
