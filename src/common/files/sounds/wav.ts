import { NotOnlySound, type Taking } from './taking.ts'

const kept = ['fmt ', 'fact', 'data']

/** WAV: every chunk but the sound and what playing it needs is emptied. */
export async function* bareWav(bytes: Taking): AsyncGenerator<Buffer> {
	const begin = await bytes.take(12)
	if (begin.length < 12) throw new NotOnlySound()
	yield begin
	for (;;) {
		const head = Buffer.from(await bytes.take(8))
		if (head.length < 8) return
		const size = head.readUInt32LE(4)
		const isKept = kept.includes(head.toString('latin1', 0, 4))
		if (!isKept) head.write('JUNK', 0, 'latin1')
		yield head
		// A chunk of an odd length is filled up to an even one.
		const length = size + (size % 2)
		yield* isKept ? bytes.through(length) : bytes.blank(length)
	}
}
