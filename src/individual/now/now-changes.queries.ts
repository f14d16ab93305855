import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { SaidRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'
import { type Place, parts } from './now.ts'

const changed = (tx: Tx, person: string, thing: string) => recordChange(tx, { people: [person], what: 'now', thing })

/** Begins a sitting, under the id of its form. False when it is not the acting account's to begin. */
export async function beginSitting(tx: Tx, person: string, { id, together }: { id: string; together: boolean }) {
	const before = await sittingExists(tx, id)
	const ids = [newId(), ...parts.map(() => newId())]
	const { rows } = await sql<{ begun: boolean }>`
		select begin_sitting(${id}::uuid, ${person}::uuid, ${together}, ${ids}::uuid[]) as begun`.execute(tx)
	const begun = rows[0]?.begun === true
	if (begun && !before) await changed(tx, person, id)
	return begun
}

async function sittingExists(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('sitting')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('id', '=', id)
		.executeTakeFirst()
	return found !== undefined
}

/** Shows a sitting of the acting account's own to those who work with it, or closes it again. False when there is none such. */
export async function showSitting(tx: Tx, sitting: string, shown: boolean): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('sitting')
		.set({ shown_at: shown ? sql<Date>`now()` : null })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', sitting)
		.where('shown_at', shown ? 'is' : 'is not', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await changed(tx, tx.account, sitting)
	return sittingExists(tx, sitting)
}

/** Deletes a sitting of the acting account's own, with all that was said in it. False when there is none such. */
export async function deleteSitting(tx: Tx, sitting: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('sitting')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', sitting)
		.executeTakeFirst()
	if (numDeletedRows > 0n) await changed(tx, tx.account, sitting)
	return numDeletedRows > 0n
}

/** About which part, in which sitting, of whose life. */
export type About = { person: string; sitting: string; life: string; scope: string }

const rowOf = (tx: Tx, { person, sitting, life, scope }: About) => ({
	...{ area_id: tx.area, person_id: person, sitting_id: sitting, life_part_id: life, scope_id: scope },
})

type Answer = { question: SaidRow['question']; words?: string | null; place?: Place | null; rating?: number | null }

/** Keeps what the acting account says to a question, in place of what it said to it before in the same sitting. */
export async function say(tx: Tx, about: About, { question, ...said }: Answer): Promise<void> {
	const answer = { words: said.words ?? null, place: said.place ?? null, rating: said.rating ?? null }
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('said')
		.values({ ...rowOf(tx, about), id: newId(), author_id: tx.account, question, ...answer })
		.onConflict((conflict) =>
			conflict
				.columns(['area_id', 'sitting_id', 'life_part_id', 'author_id', 'question'])
				.doUpdateSet({ ...answer, said_at: sql<Date>`now()` })
				.where(
					sql<boolean>`(said.words, said.place, said.rating) is distinct from (excluded.words, excluded.place, excluded.rating)`,
				),
		)
		.executeTakeFirst()
	// A second press changes nothing.
	if (numInsertedOrUpdatedRows) await changed(tx, about.person, about.sitting)
}

/** Takes back that the acting account has said enough about a part. */
export async function goOn(tx: Tx, about: About): Promise<void> {
	await tx
		.deleteFrom('said')
		.where('area_id', '=', tx.area)
		.where('author_id', '=', tx.account)
		.where('sitting_id', '=', about.sitting)
		.where('life_part_id', '=', about.life)
		.where('question', '=', 'enough')
		.execute()
	await changed(tx, about.person, about.sitting)
}

/** Keeps something that goes well as a strength of the acting account's own; one that was put away comes back. */
export async function keepStrength(tx: Tx, about: About, words: string): Promise<void> {
	const kept = await tx
		.updateTable('strength')
		.set({ put_away_at: null })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('words', '=', words)
		.executeTakeFirst()
	if (kept.numUpdatedRows === 0n) {
		await tx
			.insertInto('strength')
			.values({ ...rowOf(tx, about), id: newId(), words })
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	}
	await changed(tx, about.person, about.sitting)
}

/** Puts a strength of the acting account's own away. False when there is none such. */
export async function putStrengthAway(tx: Tx, strength: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('strength')
		.set({ put_away_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', strength)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await changed(tx, tx.account, strength)
	return numUpdatedRows > 0n
}

/** Gives a part of the acting account's life a scope of its own, if it has none yet, and says which. */
export async function setApart(tx: Tx, whole: string, life: string): Promise<string> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${life}, 0))`.execute(tx)
	const mine = (id: string) => ({ id, person_id: tx.account, area_id: tx.area })
	const now = await tx
		.selectFrom('life_part')
		.select('scope_id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', life)
		.executeTakeFirstOrThrow()
	if (now.scope_id !== whole) return now.scope_id
	const scope = newId()
	await tx
		.insertInto('scope')
		.values({ ...mine(scope), part: 'now', within_id: whole })
		.execute()
	// From here on the act may write in the new scope too.
	await sql`select begin_act(${tx.account}::uuid)`.execute(tx)
	await tx
		.updateTable('life_part')
		.set({ scope_id: scope })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', life)
		.execute()
	return scope
}
