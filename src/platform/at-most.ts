/** Lets so many works go on at once and no more; the others wait for their turn. */
export function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
	let going = 0
	const waiting: (() => void)[] = []
	return async (work) => {
		if (going < most) going++
		else await new Promise<void>((turn) => waiting.push(turn))
		try {
			return await work()
		} finally {
			// A place that becomes free is handed on.
			const next = waiting.shift()
			if (next) next()
			else going--
		}
	}
}
