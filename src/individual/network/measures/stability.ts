/**
 * How much of a network stayed between two times: K are those of both. Stability is |K| / |1|, turnover what left and joined by
 * everyone of either time, Jaccard's index |K| by the same (P. Jaccard, 1912). UCINET's Egonet Change counts the same things.
 */
export type Stability = {
	readonly stayed: readonly string[]
	readonly left: readonly string[]
	readonly joined: readonly string[]
	/** |K| / |1|: null where nobody was there before. */
	readonly stability: number | null
	/** (left + joined) / |1 or 2|: null where nobody was there at either time. */
	readonly turnover: number | null
	/** |K| / |1 or 2|: null where nobody was there at either time. */
	readonly jaccard: number | null
	/** joined / |2|: null where nobody is there after. */
	readonly newShare: number | null
	/** |2| - |1|. */
	readonly delta: number
}

/** Compares who was there with who is there. */
export function stabilityOf(before: readonly string[], after: readonly string[]): Stability {
	const [first, second] = [new Set(before), new Set(after)]
	const stayed = [...first.intersection(second)]
	const left = [...first.difference(second)]
	const joined = [...second.difference(first)]
	const either = first.union(second).size
	const by = (part: number, whole: number) => (whole === 0 ? null : part / whole)
	return {
		...{ stayed, left, joined },
		stability: by(stayed.length, first.size),
		turnover: by(left.length + joined.length, either),
		jaccard: by(stayed.length, either),
		newShare: by(joined.length, second.size),
		delta: second.size - first.size,
	}
}
