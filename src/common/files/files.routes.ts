import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { sendBytes } from '../../platform/http/send-bytes.ts'
import { sendsFile } from '../../platform/http/uploads.ts'
import { routes } from '../../routes.ts'
import { recordChange, recordLook } from '../access-record/index.ts'
import { deleteFile, fileOf, type Size } from './files.queries.ts'
import { type KeptFile, nameOf } from './files.ts'
import { piecesOf } from './receiving.ts'

/** Where a file is shown, by the kind of thing that it stands with: a capability says so once, in app.ts. */
export type HomesOfFiles = Readonly<Record<string, (file: KeptFile) => string>>

/** Opens a file for whoever asks. Throws NotFound where there is none for them. */
async function openFile(tx: Tx, { params }: FastifyRequest): Promise<KeptFile> {
	const { person, file } = params as { person: string; file: string }
	const found = await fileOf(tx, person, file)
	if (!found) throw new NotFound()
	return found
}

/** Files, as they are played, looked at, taken and deleted. What is somebody else's stands in their record when it is looked at. */
export function fileRoutes(app: FastifyInstance, homes: HomesOfFiles): void {
	const sends = (pattern: string, size: Size) =>
		app.get(pattern, sendsFile, async (request, reply) => {
			const file = await request.acting(async (tx) => {
				const found = await openFile(tx, request)
				if (size === 'preview' && found.kind !== 'photo') throw new NotFound()
				await recordLook(tx, { people: [found.person], what: 'file', thing: found.id })
				return found
			})
			return sendBytes(request, reply, {
				type: file.type,
				name: nameOf(file),
				length: size === 'preview' ? (file.previewBytes ?? 0) : file.bytes,
				from: (begin) => piecesOf((work) => request.acting(work), file.id, size, begin),
			})
		})
	sends(routes.file.whole.pattern, 'whole')
	sends(routes.file.preview.pattern, 'preview')

	app.post(routes.file.delete.pattern, async (request, reply) => {
		const file = await request.acting(async (tx) => {
			const found = await openFile(tx, request)
			if (!(await deleteFile(tx, found.id))) throw new NotFound()
			// What stands in no scope is seen by nobody else, and in no record.
			if (found.scope) await recordChange(tx, { people: [found.person], what: 'file', thing: found.id })
			return found
		})
		return reply.redirect(`${homes[file.about]?.(file) ?? routes.home.href()}?done=deleted`, 303)
	})
}
