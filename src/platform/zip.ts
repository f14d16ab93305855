import { crc32 } from 'node:zlib'

/** One file in a packet: where it stands in it, and its bytes, piece by piece. */
export type Packed = { readonly path: string; pieces(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/** The general flags: sizes and checksum stand behind the bytes, for they are known only then; names are UTF-8. */
const flags = 0x0808
const version = 20

/** The day and time that every file has, 1 January 1980: when something was kept stands in the words, not here. */
const when = Buffer.from([0, 0, 0x21, 0])

/** A ZIP file, as it grows: nothing is packed smaller, and nothing is held but the piece that is on its way. Up to 4 GB. */
export async function* zip(files: Iterable<Packed>): AsyncGenerator<Uint8Array> {
	const entries: Buffer[] = []
	let at = 0
	for (const { path, pieces } of files) {
		const name = Buffer.from(path)
		const begins = at
		const head = Buffer.concat([
			numbers([4, 0x04034b50], [2, version], [2, flags], [2, 0]),
			when,
			numbers([4, 0], [4, 0], [4, 0]),
			lengthOf(name),
			name,
		])
		yield head
		let [sum, bytes] = [0, 0]
		for await (const piece of pieces()) {
			sum = crc32(piece, sum)
			bytes += piece.length
			yield piece
		}
		const sizes = numbers([4, sum], [4, bytes], [4, bytes])
		const behind = Buffer.concat([numbers([4, 0x08074b50]), sizes])
		yield behind
		at += head.length + bytes + behind.length
		const made = numbers([4, 0x02014b50], [2, version], [2, version], [2, flags], [2, 0])
		entries.push(
			Buffer.concat([made, when, sizes, lengthOf(name), numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, begins]), name]),
		)
	}
	const list = Buffer.concat(entries)
	yield list
	yield numbers(
		[4, 0x06054b50],
		[2, 0],
		[2, 0],
		[2, entries.length],
		[2, entries.length],
		[4, list.length],
		[4, at],
		[2, 0],
	)
}

/** The length of a name, and of nothing more behind it. */
const lengthOf = (name: Buffer): Buffer => numbers([2, name.length], [2, 0])

/** Numbers in so many bytes each, the smallest first. */
function numbers(...given: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
	const made = Buffer.alloc(given.reduce((sum, [bytes]) => sum + bytes, 0))
	let at = 0
	for (const [bytes, value] of given) at = made.writeUIntLE(value, at, bytes)
	return made
}
