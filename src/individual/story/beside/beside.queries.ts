import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Beside, Prompt } from '../given.ts'
import type { Piece } from '../piece.ts'

/** What was put beside a part of this person's story, as far as the acting account may see it. */
export async function besideOf(tx: Tx, person: string, piece: string): Promise<Beside[]> {
	return tx
		.selectFrom('story_beside')
		.select(['id', 'author_id as author', 'words', 'heard', 'touched', 'reminds', 'will'])
		.select(['written_at as writtenAt', 'kept', 'hidden', 'reply'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('piece_id', '=', piece)
		.orderBy('written_at')
		.execute()
}

type Given = Partial<Record<Prompt, string | null>> & { words: string | null }

/** Puts words or answers of the acting account's beside a part of somebody's story. Answers false when the id stands for something else. */
export async function putBeside(tx: Tx, person: string, { id: piece, scope }: Piece, id: string, given: Given) {
	const about = { area_id: tx.area, piece_id: piece, person_id: person, scope_id: scope, author_id: tx.account }
	await tx
		.insertInto('story_beside')
		.values({ ...about, id, ...given })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await besideOf(tx, person, piece)).some((one) => one.id === id)
}

/** What the acting account does with what was put beside its own story. */
export async function takeBeside(
	tx: Tx,
	beside: string,
	to: { kept: boolean; hidden: boolean } | { reply: string | null },
): Promise<void> {
	await tx
		.updateTable('story_beside')
		.set(to)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', beside)
		.execute()
}

/** Who is asked to be a witness of a part of the acting account's own story. */
export async function witnessesOf(tx: Tx, piece: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('story_witness')
		.select('account_id as account')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('piece_id', '=', piece)
		.execute()
	return rows.map(({ account }) => account)
}

/** Asks somebody what stayed with them, or asks them no more. */
export async function askWitness(tx: Tx, { id, scope }: Piece, account: string, isAsked: boolean): Promise<void> {
	if (isAsked) {
		await tx
			.insertInto('story_witness')
			.values({ area_id: tx.area, piece_id: id, person_id: tx.account, scope_id: scope, account_id: account })
			.onConflict((conflict) => conflict.doNothing())
			.execute()
		return
	}
	await tx
		.deleteFrom('story_witness')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('piece_id', '=', id)
		.where('account_id', '=', account)
		.execute()
}

/** Whether the acting account is asked what stayed with it of this part of somebody's story. */
export async function amIWitness(tx: Tx, piece: string): Promise<boolean> {
	const { rows } = await sql<{ asked: boolean }>`
		select ${piece}::uuid = any (stories_i_witness()) as asked`.execute(tx)
	return rows[0]?.asked ?? false
}
