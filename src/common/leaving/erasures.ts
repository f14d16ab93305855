import { chainedFile, type Line } from '../../platform/chained-file.ts'
import { isId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import { inTurn } from '../../platform/turns.ts'

/** Somebody has left: ids, and when. */
export type Erasure = { area: string; account: string; at: string }

/** The list of those who have left, outside the database: what was deleted stays deleted when a copy comes back. */
export type ErasureList = {
	/** Adds somebody; returns when that is on disk. */
	add(one: Erasure): Promise<void>
	/**
	 * Everyone on it, in the order in which they left.
	 *
	 * @throws ErasuresNotReady when it cannot be read, or is not as it was written
	 */
	all(): AsyncGenerator<Erasure>
}

/** The list cannot be relied upon; the message says in one sentence what to do. Nobody is served then. */
export class ErasuresNotReady extends Error {
	override name = 'ErasuresNotReady'
}

/** The list in this file. */
export function erasureList({ folder, file }: { folder: string; file: string }): ErasureList {
	const lines = chainedFile(file)
	let turn: Promise<unknown> = Promise.resolve()
	return {
		add(one) {
			const mine = turn.then(() => inTurn(folder, () => lines.append(only(one))))
			turn = mine.catch(() => undefined)
			return mine.then(() => undefined)
		},
		async *all() {
			try {
				for await (const { place, line, fits } of lines.lines()) {
					if (!fits || !isErasure(line)) throw new ErasuresNotReady(spoilt(file, place))
					yield line
				}
			} catch (error) {
				if (error instanceof ErasuresNotReady) throw error
				throw new ErasuresNotReady(unreadable(file, error), { cause: error })
			}
		},
	}
}

async function* only(one: Erasure): AsyncGenerator<Line> {
	yield one
}

function isErasure(line: Line): line is Erasure {
	const { area, account, at } = line
	return [area, account].every((id) => typeof id === 'string' && isId(id)) && !Number.isNaN(Date.parse(String(at)))
}

const spoilt = (file: string, place: number) =>
	`Line ${place} of the list of those who have left, ${file}, is not as it was written: put back a copy that is, and start again.`

const unreadable = (file: string, error: unknown) =>
	`The list of those who have left, ${file}, cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no code'}): without it, what they deleted would come back.`

/** Entries that are sent at once. */
const atOnce = 500

/**
 * Erases whoever is on the list and is here again, as in a copy of before they left, or still, because the program ended
 * between the list and the commit. To be done before anybody is served.
 *
 * @returns how many there were
 * @throws ErasuresNotReady also when somebody has left who is not on the list: then it is not the list
 */
export async function eraseAgain(system: System, list: ErasureList): Promise<number> {
	// First who has left, then the list: it is written before anything is gone, so it holds them all.
	const missing = new Set((await system('system_those_who_left')).map((row) => `${row.area_id} ${row.account_id}`))
	let erased = 0
	let some: Erasure[] = []
	const erase = async () => {
		const [answer] = await system('system_erase', JSON.stringify(some))
		erased += answer?.erased ?? 0
		some = []
	}
	for await (const one of list.all()) {
		missing.delete(`${one.area} ${one.account}`)
		some.push(one)
		if (some.length === atOnce) await erase()
	}
	if (some.length > 0) await erase()
	if (missing.size > 0) {
		throw new ErasuresNotReady(
			`${missing.size} of those who have left are not on the list that ALONGSIDE_ERASURES names: put the right one there, or look at docs/running.md.`,
		)
	}
	return erased
}

/** Writes down whoever has left and is not on the list, for when the list is lost. Answers how many there were. */
export async function listAnew(system: System, list: ErasureList): Promise<number> {
	const known = new Set<string>()
	for await (const { account } of list.all()) known.add(account)
	let added = 0
	for (const { area_id: area, account_id: account, left_at } of await system('system_those_who_left')) {
		if (known.has(account)) continue
		await list.add({ area, account, at: left_at.toISOString() })
		added++
	}
	return added
}
