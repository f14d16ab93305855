import assert from 'node:assert/strict'
import { type Other, quiet } from './folder.test-tools.ts'
import { openFolder } from './folder.ts'

/** The last number that a writing process said was kept; 0 before the first. */
export function lastSaid(other: Other): number {
	return Number(other.lines.filter((line) => /^\d+$/.test(line)).at(-1) ?? 0)
}

/** Waits until a writing process has said that it kept so many more. */
export async function untilSaid(other: Other, howMany: number): Promise<void> {
	for (let said = 0; said < howMany; said++) {
		const line = await other.line()
		assert.match(line, /^\d+$/, other.lines.slice(-20).join('\n'))
	}
}

/** Opens the folder, as after a restart, and checks that all up to `last` is there, word for word. */
export async function assertAllKept(folder: string, last: number): Promise<void> {
	const { pglite, close } = await openFolder(folder, quiet)
	try {
		if (last === 0) return
		const { rows } = await pglite.query<{ found: number; right: number }>(
			`select count(*)::int4 as found, (count(*) filter (where words = repeat('words ' || number || ' ', 50)))::int4 as right
				from kept where number <= $1`,
			[last],
		)
		assert.deepEqual(rows, [{ found: last, right: last }])
	} finally {
		await close()
	}
}
