import { NotOnlySound, type Taking } from './taking.ts'

/** The first words of the packet with the comments, by how a stream begins: an empty maker, no comment, and the bit that ends a Vorbis one. */
const emptied = [
	{ begins: 'OpusHead', head: 'OpusTags', rest: Buffer.alloc(8) },
	{ begins: '\x01vorbis', head: '\x03vorbis', rest: Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1]) },
]

/** Bytes of the page with which a stream begins: how it is packed, and nothing else. */
const longestBegin = 300

type Stream = { kind: (typeof emptied)[number]; comments: 'to come' | 'begun' | 'over' }
type Page = { whole: Buffer; laces: Buffer; body: Buffer }

/** Ogg with Opus or Vorbis (RFC 3533, RFC 7845): comments, in which a title, a day and a place may stand, are emptied at the same length. */
export async function* bareOgg(bytes: Taking): AsyncGenerator<Buffer> {
	const streams = new Map<number, Stream>()
	for (;;) {
		const page = await nextPage(bytes)
		if (!page) return
		const serial = page.whole.readUInt32LE(14)
		const stream = streams.get(serial)
		if (!stream) streams.set(serial, streamThatBegins(page))
		else if (stream.comments !== 'over') emptyComments(page, stream)
		yield page.whole
	}
}

async function nextPage(bytes: Taking): Promise<Page | undefined> {
	const head = await bytes.peek(27)
	if (head.length === 0) return undefined
	if (head.length < 27 || head.toString('latin1', 0, 4) !== 'OggS') throw new NotOnlySound()
	const begins = 27 + (head[26] ?? 0)
	const length = begins + (await bytes.peek(begins)).subarray(27).reduce((sum, lace) => sum + lace, 0)
	const whole = Buffer.from(await bytes.take(length))
	if (whole.length < length) throw new NotOnlySound()
	return { whole, laces: whole.subarray(27, begins), body: whole.subarray(begins) }
}

function streamThatBegins({ body }: Page): Stream {
	const kind = emptied.find(({ begins }) => body.toString('latin1', 0, begins.length) === begins)
	if (!kind || body.length > longestBegin) throw new NotOnlySound()
	return { kind, comments: 'to come' }
}

/** Empties what of the packet with the comments lies on this page. */
function emptyComments({ whole, laces, body }: Page, stream: Stream): void {
	const last = laces.findIndex((lace) => lace < 255)
	const end = last < 0 ? body.length : laces.subarray(0, last + 1).reduce((sum, lace) => sum + lace, 0)
	if (stream.comments === 'to come') {
		const { head, rest } = stream.kind
		const isThere = body.toString('latin1', 0, head.length) === head && end >= head.length + rest.length
		if (!isThere) throw new NotOnlySound()
		body.fill(0, 0, end)
		Buffer.concat([Buffer.from(head, 'latin1'), rest]).copy(body)
	} else body.fill(0, 0, end)
	stream.comments = last < 0 ? 'begun' : 'over'
	whole.writeUInt32LE(0, 22)
	whole.writeUInt32LE(checksum(whole), 22)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let sum = byte << 24
	for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
	return sum >>> 0
})

/** The checksum of a page, as RFC 3533 has it: not the one of ZIP. */
export function checksum(page: Uint8Array): number {
	let sum = 0
	for (const byte of page) sum = ((sum << 8) ^ (table[(sum >>> 24) ^ byte] ?? 0)) >>> 0
	return sum
}
