import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { Change } from './rows.ts'

const named = ({ table, how }: Change) => `${table} ${how}`
const byName = (one: string, other: string) => (one < other ? -1 : 1)

/** A row that should come, with what is expected in it. */
export const added = (table: string, columns: Record<string, unknown> = {}): Change => ({
	table,
	how: 'added',
	columns,
})

/** A row of which just these columns should change. */
export const changed = (table: string, ...names: string[]): Change => ({
	table,
	how: 'changed',
	columns: Object.fromEntries(names.map((name) => [name, true])),
})

const isAbout = (one: Change, { columns }: Change) =>
	Object.entries(columns).every(([column, value]) => isDeepStrictEqual(one.columns[column], value))

/** Exactly these rows were written: no other, no other column of a changed row, and in new rows what was expected. */
export function assertChanges(found: Change[], expected: Change[], where: string): void {
	assert.deepEqual(found.map(named).sort(byName), expected.map(named).sort(byName), `${where}: the rows written`)
	for (const change of expected) {
		const same = found.filter((one) => named(one) === named(change))
		// Of several new rows of a table, each is expected by what it is about.
		const only = same.length > 1 && change.how !== 'changed' ? same.find((one) => isAbout(one, change)) : same[0]
		assert(only && (same.length === 1 || change.how !== 'changed'), `${where}: one ${named(change)}`)
		if (change.how === 'changed') {
			assert.deepEqual(
				Object.keys(only.columns).sort(),
				Object.keys(change.columns).sort(),
				`${where}: ${named(change)}`,
			)
		} else {
			for (const [column, value] of Object.entries(change.columns)) {
				assert.deepEqual(only.columns[column], value, `${where}: ${named(change)}, ${column}`)
			}
		}
	}
}
