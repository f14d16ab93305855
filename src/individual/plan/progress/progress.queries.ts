import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import type { Anchors, Progress } from './progress.ts'

/** Which outcome of whose plan. */
export type About = { person: string; scope: string; outcome: string }

const numbers = (tx: Tx) =>
	tx
		.selectFrom('progress_rating as r')
		.select(['r.id', 'r.outcome_id as outcome', 'r.author_id as authorId', 'r.rating', 'r.words'])
		.select(['r.rated_on as day', 'r.taken_back_at as takenBackAt'])
		.where('r.area_id', '=', tx.area)
		.orderBy('r.rated_at')

const anchors = (tx: Tx) =>
	tx
		.selectFrom('progress_anchor as r')
		.select(['r.id', 'r.outcome_id as outcome', 'r.author_id as authorId'])
		.select(['r.at_0 as at0', 'r.at_5 as at5', 'r.at_10 as at10', 'r.written_at as writtenAt'])
		.where('r.area_id', '=', tx.area)
		.orderBy('r.written_at')

/**
 * What was said of how far an outcome has come, oldest first, as far as the acting account may see it now: of others nothing
 * that was taken back, and nothing of today before it has said its own or chosen not to.
 */
export const progressOf = (tx: Tx, outcome: string): Promise<Progress[]> =>
	numbers(tx).where('r.outcome_id', '=', outcome).execute()

/** What 0, 5 and 10 would look like, in everybody's words, oldest first. */
export const anchorsFor = (tx: Tx, outcome: string): Promise<Anchors[]> =>
	anchors(tx).where('r.outcome_id', '=', outcome).execute()

/** The same of every outcome in the acting account's own plan. */
export async function progressInMyPlan(tx: Tx) {
	const mine = tx.selectFrom('outcome').select('id').where('area_id', '=', tx.area).where('person_id', '=', tx.account)
	return {
		numbers: await numbers(tx).where('r.outcome_id', 'in', mine).execute(),
		anchors: await anchors(tx).where('r.outcome_id', 'in', mine).execute(),
	}
}

/**
 * Says how far an outcome has come, by the acting account's own hand. Pressed twice it says it once.
 *
 * @returns false when a number of theirs stands for today already: nothing is written
 */
export async function sayProgress(
	tx: Tx,
	{ person, scope, outcome }: About,
	{ id, rating, words }: { id: string; rating: number; words: string | null },
): Promise<boolean> {
	const row = { area_id: tx.area, id, outcome_id: outcome, scope_id: scope, author_id: tx.account, rating, words }
	const made = await tx
		.insertInto('progress_rating')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) {
		return (await progressOf(tx, outcome)).some((one) => one.id === id && one.authorId === tx.account)
	}
	await recordChange(tx, { people: [person], what: 'progress', thing: outcome })
	return true
}

/** Keeps that the acting account chose not to say a number today, which is told to nobody. */
export async function passToday(tx: Tx, { scope, outcome }: About): Promise<void> {
	await tx
		.insertInto('progress_rating')
		.values({
			area_id: tx.area,
			id: newId(),
			outcome_id: outcome,
			scope_id: scope,
			author_id: tx.account,
			rating: null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}

/** Takes a number of the acting account's own back. Answers false when there is none such. */
export async function takeProgressBack(tx: Tx, { person, outcome }: About, rating: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('progress_rating')
		.set({ taken_back_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.where('author_id', '=', tx.account)
		.where('id', '=', rating)
		.where('rating', 'is not', null)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await recordChange(tx, { people: [person], what: 'progress', thing: outcome })
	return numUpdatedRows > 0n
}

/** Says in words what 0, 5 and 10 would look like. Answers false when the id stands for something else. */
export async function writeAnchors(
	tx: Tx,
	{ person, scope, outcome }: About,
	{ id, at0, at5, at10 }: Pick<Anchors, 'id' | 'at0' | 'at5' | 'at10'>,
): Promise<boolean> {
	const about = { area_id: tx.area, id, outcome_id: outcome, scope_id: scope, author_id: tx.account }
	const made = await tx
		.insertInto('progress_anchor')
		.values({ ...about, at_0: at0, at_5: at5, at_10: at10 })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) {
		return (await anchorsFor(tx, outcome)).some((one) => one.id === id && one.authorId === tx.account)
	}
	await recordChange(tx, { people: [person], what: 'progress', thing: outcome })
	return true
}
