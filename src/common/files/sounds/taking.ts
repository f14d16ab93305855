/** A sound that cannot be followed to its end, or in which more is than sound. */
export class NotOnlySound extends Error {
	override name = 'NotOnlySound'
}

/** Bytes as they come, to be taken by their number: never more of them held than are asked for, and one piece. */
export type Taking = {
	/** The next so many, which stay to be taken; fewer at the end. */
	peek(count: number): Promise<Buffer>
	/** The next so many; fewer at the end. */
	take(count: number): Promise<Buffer>
	/** The next so many as they come, up to the end. */
	through(count: number): AsyncGenerator<Buffer>
	/** As many noughts in their place. */
	blank(count: number): AsyncGenerator<Buffer>
}

export function takingFrom(source: AsyncIterable<Buffer>): Taking {
	const coming = source[Symbol.asyncIterator]()
	let held: Buffer = Buffer.alloc(0)
	async function peek(count: number) {
		while (held.length < count) {
			const { value, done } = await coming.next()
			if (done) break
			held = held.length === 0 ? value : Buffer.concat([held, value])
		}
		return held.subarray(0, count)
	}
	async function take(count: number) {
		const taken = await peek(count)
		held = held.subarray(taken.length)
		return taken
	}
	async function* through(count: number) {
		for (let left = count; left > 0; ) {
			await peek(1)
			const some = await take(Math.min(left, held.length))
			if (some.length === 0) return
			left -= some.length
			yield some
		}
	}
	async function* blank(count: number) {
		for await (const some of through(count)) yield Buffer.alloc(some.length)
	}
	return { peek, take, through, blank }
}
