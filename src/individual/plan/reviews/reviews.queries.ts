import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'

/** A time of looking back together, begun, held or left. */
export type Review = {
	id: string
	/** The day on which both mean to hold it, YYYY-MM-DD. */
	forDay: string | null
	begunById: string
	begunAt: Date
	heldAt: Date | null
	heldById: string | null
	setAsideAt: Date | null
}

/** What one hand wrote to prepare. */
export type Preparation = Prepared & { review: string; accountId: string; writtenAt: Date }
export type Prepared = { good: string | null; hard: string | null; other: string | null }

/** Whether both can still prepare for it. */
export const isToCome = ({ heldAt, setAsideAt }: Review): boolean => !heldAt && !setAsideAt

const reviews = (tx: Tx, scope: string) =>
	tx
		.selectFrom('review')
		.select(['id', 'for_day as forDay', 'begun_by_id as begunById', 'begun_at as begunAt'])
		.select(['held_at as heldAt', 'held_by_id as heldById', 'set_aside_at as setAsideAt'])
		.where('area_id', '=', tx.area)
		.where('scope_id', '=', scope)

/** Every review of a plan, the latest first. */
export const reviewsOf = (tx: Tx, scope: string): Promise<Review[]> =>
	reviews(tx, scope).orderBy('begun_at', 'desc').execute()

/** One review of a plan. */
export const reviewOf = (tx: Tx, scope: string, review: string): Promise<Review | undefined> =>
	reviews(tx, scope).where('id', '=', review).executeTakeFirst()

/** What was prepared, as far as the acting account may read it: its own, and the other's once both are ready. */
export async function preparationsFor(tx: Tx, ...reviews: string[]): Promise<Preparation[]> {
	if (reviews.length === 0) return []
	return tx
		.selectFrom('review_preparation')
		.select(['review_id as review', 'account_id as accountId', 'good', 'hard', 'other', 'written_at as writtenAt'])
		.where('area_id', '=', tx.area)
		.where('review_id', 'in', reviews)
		.orderBy('written_at')
		.execute()
}

/** Who is ready, by their accounts: not what they wrote. */
export async function readyFor(tx: Tx, review: string): Promise<string[]> {
	const { rows } = await sql<{ account_id: string }>`select account_id from ready_for(${review}::uuid)`.execute(tx)
	return rows.map((row) => row.account_id)
}

/** Whose plan, and its scope. */
type Of = { person: string; scope: string }

/**
 * Begins to prepare a review. The id is the form's.
 *
 * @returns the review that stands open now: another one, where somebody had begun it before
 */
export async function beginReview(
	tx: Tx,
	of: Of,
	{ id, forDay }: { id: string; forDay: string | null },
): Promise<string> {
	const made = await tx
		.insertInto('review')
		.values({
			...{ area_id: tx.area, id, scope_id: of.scope, person_id: of.person },
			...{ for_day: forDay, begun_by_id: tx.account },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows) await recordChange(tx, { people: [of.person], what: 'review', thing: id })
	const all = await reviewsOf(tx, of.scope)
	return all.find(isToCome)?.id ?? id
}

/**
 * Keeps what the acting account prepared, in place of what it had prepared before.
 *
 * @returns false when the review was held or left meanwhile: nothing is written
 */
export async function prepare(
	tx: Tx,
	{ person, scope, review }: Of & { review: string },
	{ id, ...prepared }: Prepared & { id: string },
): Promise<boolean> {
	const changed = await tx
		.updateTable('review_preparation')
		.set({ ...prepared, written_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('review_id', '=', review)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
	if (changed.numUpdatedRows === 0n) {
		const found = await reviewOf(tx, scope, review)
		if (!found || !isToCome(found)) return false
		await tx
			.insertInto('review_preparation')
			.values({ area_id: tx.area, id, review_id: review, scope_id: scope, account_id: tx.account, ...prepared })
			.execute()
	}
	await recordChange(tx, { people: [person], what: 'review', thing: review })
	return true
}

/**
 * Says, by the acting account's own hand, that a review was held, or that it will not be.
 *
 * @returns false when that was said before: nothing is written
 */
export async function closeReview(
	tx: Tx,
	{ person, review }: Of & { review: string },
	how: 'held' | 'set_aside',
): Promise<boolean> {
	const now = sql<Date>`now()`
	const { numUpdatedRows } = await tx
		.updateTable('review')
		.set(how === 'held' ? { held_at: now, held_by_id: tx.account } : { set_aside_at: now })
		.where('area_id', '=', tx.area)
		.where('id', '=', review)
		.where('held_at', 'is', null)
		.where('set_aside_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows === 0n) return false
	await recordChange(tx, { people: [person], what: 'review', thing: review })
	return true
}

/** What the acting account wrote to look back with people who have left. */
export async function whatIPrepared(tx: Tx): Promise<{ words: string; at: Date }[]> {
	const { rows } = await sql<{ words: string; at: Date }>`
		select words, at from what_i_prepared_with_those_who_left()`.execute(tx)
	return rows
}
