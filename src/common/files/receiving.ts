import { fileTypeFromBuffer } from 'file-type'
import { atMost } from '../../platform/at-most.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import { TooLarge, type Upload } from '../../platform/http/uploads.ts'
import { addPiece, beginFile, type Coming, deleteFile, keepFile, pieceAt, type Size } from './files.queries.ts'
import { type Kind, mostBytes, soundOf } from './files.ts'
import { photoFrom } from './photo.ts'
import { onlySound } from './sounds/bare.ts'
import { NotOnlySound, takingFrom } from './sounds/taking.ts'

/** Does work in an act of its own: the database is not held while bytes come or go. */
export type Acts = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Why a file was not kept, as a word of ours. */
export type Problem = 'nothing' | 'tooLarge' | 'unreadable' | 'heic' | 'notHere' | 'full'

/** About what it is, and the key of its form. */
export type About = Omit<Coming, 'id' | 'kind' | 'type'>

/** A file that has come, and can be kept or let go. Until then nobody gets it. */
export type Received = {
	id: string
	/** Keeps it, with what else belongs to that, in one act; or says why not, and then nothing of it stays. */
	keep(words: string | null, also: (tx: Tx, file: string) => Promise<void>): Promise<Problem | undefined>
	/** Nothing of it stays. */
	drop(): Promise<void>
}

/** Bytes of one piece: what is held in memory of a sound on its way in or out, and what one act writes or reads. */
const pieceBytes = 256 * 1024

/** Photos that are held in memory at once while they come. */
const photosAtOnce = atMost(12)

/** Takes a file as it comes: a sound piece by piece, freed of what is no sound, a photo whole, for it is made anew. When the line is cut nothing stays. */
export async function receive(acts: Acts, upload: Upload, kind: Kind, about: About): Promise<Received | Problem> {
	try {
		return await (kind === 'photo' ? receivePhoto(acts, upload, about) : receiveVoice(acts, upload, about))
	} catch (error) {
		if (error instanceof TooLarge) return 'tooLarge'
		throw error
	}
}

/** The owner would keep more than anybody may. */
class Full extends Error {}

/** Works in one act, or takes all of it back where the owner would keep too much. */
async function unlessFull(work: () => Promise<void>): Promise<Problem | undefined> {
	try {
		await work()
		return undefined
	} catch (error) {
		if (error instanceof Full) return 'full'
		throw error
	}
}

async function receivePhoto(acts: Acts, upload: Upload, about: About): Promise<Received | Problem> {
	const photo = await photosAtOnce(async () => {
		const pieces: Buffer[] = []
		for await (const piece of upload.read(mostBytes.photo)) pieces.push(piece)
		return pieces.length > 0 && photoFrom(Buffer.concat(pieces))
	})
	if (!photo) return 'nothing'
	if (photo === 'not here') return 'notHere'
	if (photo === 'unreadable' || photo === 'heic') return photo
	const { whole, preview } = photo
	const id = newId()
	return {
		id,
		keep: (words, also) =>
			unlessFull(() =>
				acts(async (tx) => {
					await beginFile(tx, { id, kind: 'photo', type: 'image/jpeg', ...about })
					for (const [size, bytes] of [
						['whole', whole],
						['preview', preview],
					] as const) {
						for (let at = 0; at < bytes.length; at += pieceBytes) {
							await addPiece(tx, id, size, at, bytes.subarray(at, at + pieceBytes))
						}
					}
					const sizes = { bytes: whole.length, previewBytes: preview.length }
					if (!(await keepFile(tx, id, { words, ...sizes }))) throw new Full()
					await also(tx, id)
				}),
			),
		drop: async () => {},
	}
}

async function receiveVoice(acts: Acts, upload: Upload, about: About): Promise<Received | Problem> {
	const id = newId()
	const drop = () =>
		acts(async (tx) => {
			await deleteFile(tx, id)
		})
	const coming = upload.read(mostBytes.voice)
	let bytes = 0
	try {
		const taking = takingFrom(coming)
		const first = await taking.peek(pieceBytes)
		if (first.length === 0) return 'nothing'
		const type = soundOf((await fileTypeFromBuffer(first))?.mime)
		if (!type) return 'unreadable'
		await acts((tx) => beginFile(tx, { id, kind: 'voice', type, ...about }))
		for await (const piece of inPieces(onlySound(type, taking))) {
			const begins = bytes
			await acts((tx) => addPiece(tx, id, 'whole', begins, piece))
			bytes += piece.length
		}
		if (bytes === 0) throw new NotOnlySound()
	} catch (error) {
		await drop()
		if (error instanceof NotOnlySound) return 'unreadable'
		throw error
	} finally {
		await coming.return()
	}
	return {
		id,
		drop,
		keep: async (words, also) => {
			const problem = await unlessFull(() =>
				acts(async (tx) => {
					if (!(await keepFile(tx, id, { words, bytes, previewBytes: null }))) throw new Full()
					await also(tx, id)
				}),
			)
			if (problem) await drop()
			return problem
		},
	}
}

/** The same bytes in pieces of one size, and what is left. */
async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let held: Buffer = Buffer.alloc(0)
	for await (const some of stream) {
		held = Buffer.concat([held, some])
		let at = 0
		for (; held.length - at >= pieceBytes; at += pieceBytes) yield held.subarray(at, at + pieceBytes)
		held = held.subarray(at)
	}
	if (held.length > 0) yield held
}

/** The bytes of a file from one on, each piece read in an act of its own: where it is closed meanwhile, the rest does not come. */
export async function* piecesOf(acts: Acts, file: string, size: Size, begin = 0): AsyncGenerator<Uint8Array> {
	for (let at = begin; ; ) {
		const piece = await acts((tx) => pieceAt(tx, file, size, at))
		const end = piece ? piece.begins + piece.bytes.length : 0
		if (!piece || at >= end) return
		yield piece.bytes.subarray(at - piece.begins)
		at = end
	}
}
