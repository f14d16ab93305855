import { NotOnlySound, type Taking } from './taking.ts'

/** How many bytes the frame has that begins so; nothing, where none does. */
type LengthOf = (head: Buffer) => number | undefined

/** Bytes that are neither frame nor tag, before we give it up. */
const mostBetween = 256 * 1024

/** Sound that comes in frames, one behind the other: what is no frame, such as a tag before or behind, is left out. */
export async function* onlyFrames(bytes: Taking, lengthOf: LengthOf): AsyncGenerator<Buffer> {
	for (let between = 0; between < mostBetween; ) {
		const head = await bytes.peek(10)
		if (head.length < 4) return
		const length = lengthOf(head)
		if (length && (await isWhole(bytes, length, lengthOf))) yield await bytes.take(length)
		else {
			const tag = lengthOfTag(head)
			const others = tag ?? (await untilFrame(bytes))
			await skip(bytes, others)
			if (!tag) between += others
		}
	}
	throw new NotOnlySound()
}

/** A frame is one when another follows it, a tag, or nothing: what looks like one within a picture is not. */
async function isWhole(bytes: Taking, length: number, lengthOf: LengthOf): Promise<boolean> {
	const next = (await bytes.peek(length + 10)).subarray(length)
	if ((await bytes.peek(length)).length < length) return false
	return next.length < 4 || /^(?:ID3|TAG|APE|LYR)/.test(next.toString('latin1', 0, 3)) || lengthOf(next) !== undefined
}

async function skip(bytes: Taking, count: number): Promise<void> {
	for await (const _ of bytes.through(count));
}

/** How many bytes there are before the next that could begin a frame. */
async function untilFrame(bytes: Taking): Promise<number> {
	const some = await bytes.peek(4096)
	const next = some.indexOf(0xff, 1)
	return next < 0 ? some.length : next
}

const lengthOfTag = (head: Buffer): number | undefined =>
	head.toString('latin1', 0, 3) === 'ID3' && head.length === 10
		? 10 + head.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
		: undefined

/** Kilobits in a second, by the four bits that say so: of MPEG 1, and of MPEG 2 and 2.5. */
const rates = [
	[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const samples = [44_100, 48_000, 32_000] as const

/** A frame of MP3: layer III of MPEG 1 (ISO/IEC 11172-3), 2 and 2.5. */
export function lengthOfMp3([one = 0, two = 0, three = 0]: Buffer): number | undefined {
	if (one !== 0xff || (two & 0xe6) !== 0xe2) return undefined
	const version = (two >> 3) & 3
	const rate = rates[version === 3 ? 0 : 1][three >> 4]
	const sample = samples[(three >> 2) & 3]
	if (version === 1 || !rate || !sample) return undefined
	const divided = version === 3 ? 1 : version === 2 ? 2 : 4
	return Math.floor(((version === 3 ? 144_000 : 72_000) * rate * divided) / sample) + ((three >> 1) & 1)
}

/** A frame of AAC with its own head (ADTS, ISO/IEC 13818-7). */
export function lengthOfAac(head: Buffer): number | undefined {
	if (head.length < 7 || head[0] !== 0xff || ((head[1] ?? 0) & 0xf6) !== 0xf0) return undefined
	const length = (head.readUIntBE(3, 3) >> 5) & 0x1fff
	return length < 7 ? undefined : length
}
