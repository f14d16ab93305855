import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Packed, zip } from '../zip.ts'

/** What lies somewhere in pieces, to be sent. */
type Bytes = {
	type: string
	/** What it is called where it is kept. */
	name: string
	length: number
	/** The bytes from this one on, in pieces, as many as it likes. */
	from(begin: number): AsyncIterable<Uint8Array>
}

/** On what is somebody's file: never a page, whatever is in it, and nothing that it names is ever asked for. */
const policy = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; sandbox"

/** Answers with a file, or with the part of it that was asked for: a phone plays nothing that it cannot ask for in parts. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, bytes: Bytes): FastifyReply {
	const { length } = bytes
	const wanted = rangeOf(request.headers.range, length)
	reply.headers({
		'content-security-policy': policy,
		'content-disposition': `attachment; filename="${bytes.name}"`,
		'accept-ranges': 'bytes',
	})
	if (wanted === 'none') return reply.code(416).header('content-range', `bytes */${length}`).send()
	const { begin, end } = wanted ?? { begin: 0, end: length - 1 }
	if (wanted) reply.code(206).header('content-range', `bytes ${begin}-${end}/${length}`)
	reply.type(bytes.type)
	if (request.method === 'HEAD') return reply.send('')
	reply.header('content-length', end - begin + 1)
	return reply.send(Readable.from(part(bytes, begin, end), { objectMode: false }))
}

/** Answers with several files in one, as it grows: how long it is, nobody knows before. */
export function sendPacket(
	request: FastifyRequest,
	reply: FastifyReply,
	name: string,
	files: Iterable<Packed>,
): FastifyReply {
	reply.type('application/zip').header('content-disposition', `attachment; filename="${name}"`)
	return reply.send(request.method === 'HEAD' ? '' : Readable.from(zip(files), { objectMode: false }))
}

async function* part(bytes: Bytes, begin: number, end: number): AsyncGenerator<Uint8Array> {
	let left = end - begin + 1
	for await (const piece of bytes.from(begin)) {
		yield piece.subarray(0, left)
		left -= piece.length
		if (left <= 0) return
	}
}

/** The one part that a `Range` header asks for; nothing, where all is sent: no header, several parts, or one that cannot be read. */
function rangeOf(header: string | undefined, length: number): { begin: number; end: number } | 'none' | undefined {
	const [, from = '', to = ''] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? []
	if (!from && !to) return undefined
	if (!from) return to === '0' ? 'none' : { begin: Math.max(0, length - Number(to)), end: length - 1 }
	const [begin, end] = [Number(from), Math.min(to ? Number(to) : length, length - 1)]
	if (to && Number(to) < begin) return undefined
	return begin < length ? { begin, end } : 'none'
}
