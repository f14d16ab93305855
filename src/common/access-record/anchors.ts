import type { ChainedFile } from '../../platform/chained-file.ts'
import type { System } from '../../platform/doors.ts'
import { allHeads } from './chain.ts'

/** The end of somebody's chain at a moment, as it is kept outside the database. */
export type Anchor = { time: string; area: string; person: string; number: number; hash: string }

/** Milliseconds. What was being written while heads were last read may carry an earlier time: it is looked for again. */
const overlap = 60_000

/** Appends the heads that have moved since the last time to the file. Answers how many there were. */
export async function anchorHeads(system: System, file: ChainedFile): Promise<number> {
	const known = (await file.end()) as Anchor[]
	const last = known.at(-1)
	const since = last ? new Date(Date.parse(last.time) - overlap) : null
	return file.append(moved(system, since, new Set(known.map(({ person, hash }) => `${person} ${hash}`))))
}

async function* moved(system: System, since: Date | null, already: ReadonlySet<string>): AsyncGenerator<Anchor> {
	for await (const { area_id: area, person_id: person, number, hash, told_at } of allHeads(system, since)) {
		if (!already.has(`${person} ${hash}`)) yield { time: told_at.toISOString(), area, person, number, hash }
	}
}
