import { centreEnd, helpKinds, levels, type Mark, pairAnswers, statuses, type Thing, unsaid } from './map.ts'

/** Numbers from 0 to 1 that look random and are the same for the same seed: a linear congruence with the numbers of D. Knuth's MMIX. */
export function chance(seed: number): () => number {
	let state = BigInt(seed)
	return () => {
		state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n)
		return Number(state >> 11n) / 2 ** 53
	}
}

const values: Readonly<Record<string, readonly Mark['value'][]>> = {
	label: ['Mum', 'Jo', 'my sister', ''],
	here: [true, false],
	closeness: [...levels, unsaid],
	strength: [...levels, unsaid],
	strain: [...levels, unsaid],
	status: [...statuses, unsaid],
	gets: [[], helpKinds.slice(0, 2), ['lifts to court'], unsaid],
	know: [...pairAnswers, unsaid],
}
const fieldsOf = {
	node: ['label', 'here', 'closeness'],
	tie: ['here', 'strength', 'strain', 'status', 'gets'],
	pair: ['know'],
	...{ centre: ['label'], member: ['label', 'here'] },
} as const

/** A history of edits by several hands, some in one moment, some taken back: the same for the same seed. */
export function randomHistory(seed: number, length: number): Mark[] {
	const next = chance(seed)
	const one = <T>(some: readonly T[]): T => some[Math.floor(next() * some.length)] as T
	const ids = ['a', 'b', 'c', 'd']
	let at = Date.UTC(2026, 0, 1)
	return Array.from({ length }, (_, nth) => {
		at += Math.floor(next() * 3) * 1000
		const id = one(ids)
		const other = one(ids.filter((some) => some !== id))
		const thing = one<Thing>([
			{ kind: 'node', id },
			{ kind: 'member', id },
			{ kind: 'centre' },
			{ kind: 'tie', from: one([centreEnd, 'm']), to: id },
			{ kind: 'pair', one: id, other },
		])
		const field = one<string>(fieldsOf[thing.kind])
		const value = next() < 0.15 ? null : one(values[field] ?? [])
		const made = { id: String(nth).padStart(5, '0'), hand: one(['ann', 'priya', 'jo']), at: new Date(at) }
		return { ...made, thing, field, value } as Mark
	})
}
