import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { FilePieceRow, FileRow } from '../../platform/database/schema.ts'
import { type KeptFile, mostInAll } from './files.ts'

/** Which of the two sizes; a voice note has the whole only. */
export type Size = FilePieceRow['size']

/** What is being sent: of which kind, about what, and the key of its form. */
export type Coming = Pick<FileRow, 'id' | 'kind' | 'type' | 'about' | 'about_id' | 'scope_id' | 'once'>

const keptFiles = (tx: Tx) =>
	tx
		.selectFrom('file')
		.select([
			'id',
			'account_id as person',
			'scope_id as scope',
			'about',
			'about_id as aboutId',
			'kind',
			'type',
			'words',
		])
		.select(['bytes', 'preview_bytes as previewBytes', 'kept_at as keptAt'])
		.where('area_id', '=', tx.area)
		.where('kept_at', 'is not', null)
		.$narrowType<{ bytes: number; keptAt: Date }>()

/** What of these things' files the acting account gets, the oldest first. */
export async function filesWith(tx: Tx, aboutIds: readonly string[]): Promise<KeptFile[]> {
	if (aboutIds.length === 0) return []
	return keptFiles(tx).where('about_id', 'in', aboutIds).orderBy('kept_at').execute()
}

/** The acting account's own files: all of them, or those with things of one kind; the newest first. */
export async function myFiles(tx: Tx, about?: string): Promise<KeptFile[]> {
	return keptFiles(tx)
		.where('account_id', '=', tx.account)
		.$if(about !== undefined, (query) => query.where('about', '=', about ?? ''))
		.orderBy('kept_at', 'desc')
		.execute()
}

/** One file of this person's, if the acting account gets it. */
export async function fileOf(tx: Tx, person: string, id: string): Promise<KeptFile | undefined> {
	return keptFiles(tx).where('account_id', '=', person).where('id', '=', id).executeTakeFirst()
}

/** The file that the acting account has kept by a form with this key. */
export async function keptBy(tx: Tx, once: string): Promise<KeptFile | undefined> {
	return keptFiles(tx).where('account_id', '=', tx.account).where('once', '=', once).executeTakeFirst()
}

/** Begins a file of the acting account's: nobody gets it before `keepFile`. What was cut off long ago goes now. */
export async function beginFile(tx: Tx, coming: Coming): Promise<void> {
	await tx
		.deleteFrom('file')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('kept_at', 'is', null)
		.where('begun_at', '<', sql<Date>`now() - interval '1 hour'`)
		.execute()
	await tx
		.insertInto('file')
		.values({ area_id: tx.area, account_id: tx.account, ...coming })
		.execute()
}

/** Adds what comes next to a file that is on its way. */
export async function addPiece(tx: Tx, file: string, size: Size, begins: number, bytes: Uint8Array): Promise<void> {
	await tx
		.insertInto('file_piece')
		.values({ area_id: tx.area, file_id: file, size, begins_at: begins, bytes })
		.execute()
}

/** Keeps a file that has wholly come. Answers false where its owner would keep more than anybody may. */
export async function keepFile(
	tx: Tx,
	id: string,
	{ words, bytes, previewBytes }: Pick<KeptFile, 'words' | 'bytes' | 'previewBytes'>,
): Promise<boolean> {
	await tx
		.updateTable('file')
		.set({ words, bytes, preview_bytes: previewBytes, kept_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', id)
		.where('kept_at', 'is', null)
		.execute()
	return (await bytesIKeep(tx)) <= mostInAll
}

/** How many bytes the acting account keeps here. */
async function bytesIKeep(tx: Tx): Promise<number> {
	const { bytes } = await tx
		.selectFrom('file')
		.select(sql<number>`coalesce(sum(bytes + coalesce(preview_bytes, 0)), 0)::bigint`.as('bytes'))
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirstOrThrow()
	return bytes
}

/** Deletes a file of the acting account's for good, kept or not. Answers false when there is none such. */
export async function deleteFile(tx: Tx, id: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('file')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', id)
		.executeTakeFirst()
	return numDeletedRows > 0n
}

/** The piece in which this byte lies, and where it begins; nothing behind the end, or where the file is not to be had any more. */
export async function pieceAt(tx: Tx, file: string, size: Size, at: number) {
	return tx
		.selectFrom('file_piece')
		.select(['begins_at as begins', 'bytes'])
		.where('area_id', '=', tx.area)
		.where('file_id', '=', file)
		.where('size', '=', size)
		.where('begins_at', '<=', at)
		.orderBy('begins_at', 'desc')
		.limit(1)
		.executeTakeFirst()
}

/** Deletes, for good, the acting account's files that stand with these things. What is on its way finds its thing gone. */
export async function deleteFilesWith(tx: Tx, aboutIds: readonly string[]): Promise<void> {
	if (aboutIds.length === 0) return
	await tx
		.deleteFrom('file')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('about_id', 'in', aboutIds)
		.where('kept_at', 'is not', null)
		.execute()
}
