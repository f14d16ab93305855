import type { Socket } from 'node:net'
import multipart, { type Multipart } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Unreadable } from './mistakes.ts'

declare module 'fastify' {
	interface FastifyContextConfig {
		/** Takes a form with a file in it, and as long as a slow line needs to send one. */
		upload?: true
	}
	interface FastifyRequest {
		/** The file of the form that is being sent; nothing, where the form has none. */
		upload: Upload | undefined
	}
}

/** A file on its way in. What stands before it in its form is in the request's body already, and has been checked. */
export type Upload = {
	/** Its bytes as they come, up to a limit; can be read once. Throws when the line is cut. */
	read(most: number): AsyncGenerator<Buffer, void>
	/** The fields of the whole form, those behind the file too; what of the file was not read goes by. */
	rest(): Promise<Record<string, unknown>>
	/** Lets what is still to come go by, so that whoever sends it gets an answer. */
	letGoBy(): void
}

/** More was sent than may be. */
export class TooLarge extends Error {
	override name = 'TooLarge'
}

/** Milliseconds that one file may take to come, or to go: 40 MB over a line of half a megabit. */
const longest = 15 * 60_000

/** What the route of a form with a file is registered with. */
export const takesUpload = { config: { upload: true }, handlerTimeout: longest } as const

/** What the route of a file that is sent is registered with: it may take as long, and its bytes go as they lie. */
export const sendsFile = { handlerTimeout: longest, compress: false } as const

/** No form of ours has nearly as many parts; what stands beside a file is short. The file's own limit is its reader's. */
const limits = {
	parts: 20,
	fields: 20,
	files: 1,
	fieldSize: 200_000,
	headerPairs: 50,
	fileSize: Number.POSITIVE_INFINITY,
}

/** Lets routes with `takesUpload` take a form with a file; to every other address such a form is unreadable. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
	await app.register(multipart, { limits, throwFileSizeLimit: false })
	app.decorateRequest('upload', undefined)
	const sending = new WeakSet<Socket>()
	app.addHook('onRequest', async ({ routeOptions, raw }) => {
		if (!routeOptions.config.upload) return
		sending.add(raw.socket)
		const timer = setTimeout(() => raw.destroy(), longest).unref()
		raw.once('close', () => clearTimeout(timer))
	})
	app.addHook('onResponse', async ({ upload, raw }) => {
		sending.delete(raw.socket)
		upload?.letGoBy()
	})
	// Node holds every request to the same few seconds and says once of each when they are over. Only a file may take longer.
	const [refuse] = app.server.listeners('clientError')
	app.server.removeAllListeners('clientError')
	app.server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
		if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && sending.has(socket)) return
		refuse?.call(app.server, error, socket)
	})
}

/**
 * Reads a form as far as its file, so that its token is checked before a byte of the file is taken.
 *
 * @throws Unreadable where no such form is awaited, or its bytes are no text
 */
export async function readAsFarAsFile(request: FastifyRequest): Promise<void> {
	if (!request.routeOptions.config.upload) throw new Unreadable()
	const parts = request.parts()
	const fields: Record<string, unknown> = Object.create(null)
	request.body = fields
	const file = await nextFile(parts, fields)
	if (!file) return
	request.upload = {
		async *read(most) {
			let bytes = 0
			// Who stops reading does not end the line: what is still to come can go by.
			try {
				for await (const piece of file.iterator({ destroyOnReturn: false })) {
					bytes += piece.length
					if (bytes > most) throw new TooLarge()
					yield piece
				}
			} catch (error) {
				throw error instanceof TooLarge ? error : asOurs(error)
			}
		},
		async rest() {
			file.resume()
			await nextFile(parts, fields)
			return fields
		},
		letGoBy: () => file.resume(),
	}
}

/** Takes the fields up to the next file, and gives that. */
async function nextFile(parts: AsyncIterator<Multipart>, fields: Record<string, unknown>) {
	for (;;) {
		const next = await parts.next().catch((error) => {
			throw asOurs(error)
		})
		if (next.done) return undefined
		const part = next.value
		if (part.type === 'file') return part.file
		const text = part.value
		if (typeof text !== 'string' || text.includes('\uFFFD') || part.valueTruncated) throw new Unreadable()
		const before = fields[part.fieldname]
		fields[part.fieldname] = before === undefined ? text : [before, text].flat()
	}
}

/** A form whose parts do not fit together cannot be read; what the parser says with a status, such as of a cut line, stays. */
const asOurs = (error: unknown): unknown =>
	error instanceof Error && ('statusCode' in error || 'status' in error) ? error : new Unreadable()
