import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import type { Kind, Piece, Question, Sort, Telling } from './piece.ts'
import { beginStory } from './story.queries.ts'

const columns = [
	...(['p.id', 'p.scope_id as scope', 'p.kind', 'p.name', 'p.sort', 'p.says', 'p.who', 'p.did'] as const),
	...(['p.instead', 'p.promises', 'p.weaker', 'p.cost', 'p.made_at as madeAt'] as const),
] as const

/** Everything in this person's story that moments are put together to, as far as the acting account may see it. */
export async function piecesICanSee(tx: Tx, person: string): Promise<Piece[]> {
	return tx
		.selectFrom('story_piece as p')
		.select(columns)
		.where('p.area_id', '=', tx.area)
		.where('p.person_id', '=', person)
		.orderBy('p.made_at')
		.execute()
}

/** One of them. */
export async function pieceOf(tx: Tx, person: string, piece: string): Promise<Piece | undefined> {
	return tx
		.selectFrom('story_piece as p')
		.select(columns)
		.where('p.area_id', '=', tx.area)
		.where('p.person_id', '=', person)
		.where('p.id', '=', piece)
		.executeTakeFirst()
}

/** Those in which a moment lies. */
export async function piecesWith(tx: Tx, person: string, moment: string): Promise<Piece[]> {
	return tx
		.selectFrom('story_piece as p')
		.innerJoin('story_placed as l', (join) =>
			join.onRef('l.area_id', '=', 'p.area_id').onRef('l.piece_id', '=', 'p.id'),
		)
		.select(columns)
		.where('p.area_id', '=', tx.area)
		.where('p.person_id', '=', person)
		.where('l.moment_id', '=', moment)
		.orderBy('p.made_at')
		.execute()
}

/** The ids of the moments that lie in it. */
export async function placedIn(tx: Tx, person: string, piece: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('story_placed')
		.select('moment_id as moment')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('piece_id', '=', piece)
		.execute()
	return rows.map(({ moment }) => moment)
}

/** A chapter as it was told, the latest last. */
export async function tellingsOf(tx: Tx, person: string, piece: string): Promise<Telling[]> {
	return tx
		.selectFrom('story_telling')
		.select(['id', 'words', 'told_at as toldAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('piece_id', '=', piece)
		.orderBy('told_at')
		.orderBy('id')
		.execute()
}

type NewPiece = { id: string; kind: Kind; name: string; sort: Sort | null }

/** Makes one in the acting account's own story. Answers false when the id stands for something else. */
export async function makePiece(tx: Tx, { id, kind, name, sort }: NewPiece): Promise<boolean> {
	const scope = await beginStory(tx)
	await tx
		.insertInto('story_piece')
		.values({ area_id: tx.area, id, person_id: tx.account, scope_id: scope, kind, name, sort })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await pieceOf(tx, tx.account, id)) !== undefined
}

type Said = Partial<Record<Question, string | null>> & { name?: string; sort?: Sort | null; scope_id?: string }

async function change(tx: Tx, piece: string, to: Said): Promise<void> {
	await tx
		.updateTable('story_piece')
		.set({ ...to, changed_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', piece)
		.execute()
}

/** Calls it otherwise, or answers a question about it. */
export const sayOfPiece = (tx: Tx, piece: string, said: Omit<Said, 'scope_id'>): Promise<void> =>
	change(tx, piece, said)

/** Puts exactly these moments into it. */
export async function placeIn(tx: Tx, { id, scope }: Piece, moments: readonly string[]): Promise<void> {
	await tx
		.deleteFrom('story_placed')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('piece_id', '=', id)
		.execute()
	if (moments.length === 0) return
	const about = { area_id: tx.area, piece_id: id, person_id: tx.account, scope_id: scope }
	await tx
		.insertInto('story_placed')
		.values(moments.map((moment) => ({ ...about, moment_id: moment })))
		.execute()
}

/** Tells a chapter. An earlier telling stays. Answers false when the id stands for something else. */
export async function tellPiece(tx: Tx, { id: piece, scope }: Piece, id: string, words: string): Promise<boolean> {
	await tx
		.insertInto('story_telling')
		.values({ area_id: tx.area, id, piece_id: piece, person_id: tx.account, scope_id: scope, words })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await tellingsOf(tx, tx.account, piece)).some((one) => one.id === id)
}

/** Deletes one telling of a chapter for good. */
export async function deleteTelling(tx: Tx, piece: string, telling: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('story_telling')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('piece_id', '=', piece)
		.where('id', '=', telling)
		.executeTakeFirst()
	return numDeletedRows > 0n
}

/** Deletes it for good, and closes it to all to whom it was open. The moments in it stay. */
export async function deletePiece(tx: Tx, { id, scope }: Piece): Promise<void> {
	const closed = await tx
		.updateTable('opening')
		.set({ closed_at: sql<Date>`greatest(now(), opened_at)` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('scope_id', '=', scope)
		.where('thing_id', '=', id)
		.where('closed_at', 'is', null)
		.returning('id')
		.execute()
	for (const one of closed) await recordChange(tx, { people: [tx.account], what: 'closing', thing: one.id })
	await tx
		.deleteFrom('story_piece')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', id)
		.execute()
}

/** Gives a chapter or a thread a scope of its own within the story, if it has none yet, and says which. */
export async function setPieceApart(tx: Tx, piece: Piece): Promise<string> {
	const whole = await beginStory(tx)
	if (piece.scope !== whole) return piece.scope
	const scope = newId()
	await tx
		.insertInto('scope')
		.values({ area_id: tx.area, id: scope, person_id: tx.account, part: 'story', within_id: whole })
		.execute()
	// From here on the act may write in the new scope too.
	await sql`select begin_act(${tx.account}::uuid)`.execute(tx)
	await change(tx, piece.id, { scope_id: scope })
	return scope
}
