import { createHash } from 'node:crypto'
import type { System, SystemCalls } from '../../platform/doors.ts'

/** An entry as the database keeps it; `at` in seconds since 1970, to the microsecond. */
export type RawEntry = SystemCalls['system_record_entries']['row']
type RawHead = SystemCalls['system_record_heads']['row']

/** Before every id of a thing. */
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Rows that are asked for at once: some hundred bytes each. */
const atOnce = 2000

/** The hash of an entry, in hex: it covers the hash before it and every column, so that no changed or missing row fits. */
export function hashOf(before: string, entry: RawEntry): string {
	const { area_id, person_id, number, at, by_id, act, what, thing_id } = entry
	const text = [area_id, person_id, number, at, by_id, act, what, thing_id].join('\n')
	return createHash('sha256').update(Buffer.from(before, 'hex')).update(text).digest('hex')
}

/** Every entry there is, person by person in the order of their numbers, a few thousand in memory at a time. */
export async function* allEntries(system: System): AsyncGenerator<RawEntry> {
	let [area, person, number] = [beforeAll, beforeAll, 0]
	for (;;) {
		const rows = await system('system_record_entries', area, person, number, atOnce)
		yield* rows
		const last = rows.at(-1)
		if (!last || rows.length < atOnce) return
		;[area, person, number] = [last.area_id, last.person_id, last.number]
	}
}

/** Every head there is, or those that moved since a moment. */
export async function* allHeads(system: System, since: Date | null): AsyncGenerator<RawHead> {
	let [area, person] = [beforeAll, beforeAll]
	for (;;) {
		const rows = await system('system_record_heads', since, area, person, atOnce)
		yield* rows
		const last = rows.at(-1)
		if (!last || rows.length < atOnce) return
		;[area, person] = [last.area_id, last.person_id]
	}
}
