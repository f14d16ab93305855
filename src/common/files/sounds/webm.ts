import { NotOnlySound, type Taking } from './taking.ts'

const segment = 0x18538067
const cluster = 0x1f43b675
const info = 0x1549a966
/** EBML head, seek head, tracks, cues; time scale, length and program in the info; time, block and group in a cluster. */
const kept = [
	...[0x1a45dfa3, 0x114d9b74, 0x1654ae6b, 0x1c53bb6b],
	...[0x2ad7b1, 0x4489, 0x4d80, 0x5741],
	...[0xe7, 0xa3, 0xa0, 0xab, 0xa7],
]
const unknown = Number.POSITIVE_INFINITY

/** WebM (RFC 9559): what is not needed to play it, such as tags, title, day and what is attached, becomes a void of the same length. */
export async function* bareWebm(bytes: Taking): AsyncGenerator<Buffer> {
	for (;;) {
		const id = await numberFrom(bytes, false)
		if (!id) return
		const size = await numberFrom(bytes, true)
		if (!size) throw new NotOnlySound()
		const head = Buffer.concat([id.bytes, size.bytes])
		if ([segment, cluster, info].includes(id.number)) yield head
		else if (size.number === unknown) throw new NotOnlySound()
		else if (kept.includes(id.number)) {
			yield head
			yield* bytes.through(size.number)
		} else yield* voided(bytes, head.length, size.number)
	}
}

/** An id, with the bit that says its length, or a length, without. */
async function numberFrom(bytes: Taking, isLength: boolean) {
	const [first] = await bytes.peek(1)
	if (first === undefined) return undefined
	const length = Math.clz32(first) - 23
	const taken = Buffer.from(await bytes.take(length))
	if (length > (isLength ? 8 : 4) || taken.length < length) throw new NotOnlySound()
	if (!isLength) return { bytes: taken, number: taken.readUIntBE(0, length) }
	const digits = BigInt(`0x${taken.toString('hex')}`) & ((1n << BigInt(7 * length)) - 1n)
	const isUnknown = digits === (1n << BigInt(7 * length)) - 1n
	return { bytes: taken, number: isUnknown ? unknown : Number(digits) }
}

async function* voided(bytes: Taking, head: number, size: number): AsyncGenerator<Buffer> {
	const whole = head + size
	const length = whole < 9 ? 1 : 8
	const made = Buffer.alloc(1 + length)
	made[0] = 0xec
	if (length === 1) made[1] = 0x80 | (whole - 2)
	else made.writeBigUInt64BE((1n << 56n) | BigInt(whole - 9), 1)
	await bytes.take(Math.max(0, made.length - head))
	yield made
	yield Buffer.alloc(Math.max(0, head - made.length))
	yield* bytes.blank(size - Math.max(0, made.length - head))
}
