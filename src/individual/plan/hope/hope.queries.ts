import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import type { HopeRow } from '../../../platform/database/schema.ts'
import type { Asking, Hope, Rating } from './hope.ts'

/** How the acting account's hope was, each time they said so, oldest first. */
export async function myHopeRatings(tx: Tx): Promise<Rating[]> {
	return tx
		.selectFrom('hope_rating')
		.select(['id', 'rating', 'words', 'rated_at as ratedAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.orderBy('rated_at')
		.execute()
}

/** When the acting account last said how their hope is. */
export async function lastRated(tx: Tx): Promise<Date | undefined> {
	const last = await tx
		.selectFrom('hope_rating')
		.select('rated_at')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.orderBy('rated_at', 'desc')
		.limit(1)
		.executeTakeFirst()
	return last?.rated_at
}

/** Everything that the acting account hopes for or hoped for, oldest first. */
export async function myHopes(tx: Tx): Promise<Hope[]> {
	const rows = await tx
		.selectFrom('hope as h')
		.leftJoin('account as known', (join) =>
			join.onRef('known.area_id', '=', 'h.area_id').onRef('known.id', '=', 'h.known_id'),
		)
		.leftJoin('opportunity as c', (join) => join.onRef('c.area_id', '=', 'h.area_id').onRef('c.id', '=', 'h.could_id'))
		.select(['h.could_id', 'c.words as could_words'])
		.select(['h.id', 'h.words', 'h.outcome_id as outcome', 'h.contribution_id as contribution'])
		.select(['h.known_id', 'known.name', 'h.somebody', 'h.opportunity'])
		.select(['h.hoped_at as hopedAt', 'h.ended_at as endedAt', 'h.ending'])
		.where('h.area_id', '=', tx.area)
		.where('h.account_id', '=', tx.account)
		.orderBy('h.hoped_at')
		.execute()
	return rows.map(({ known_id, name, could_id, could_words, ...hope }) => ({
		...hope,
		could: could_id ? { id: could_id, words: could_words ?? '' } : null,
		known: known_id ? { id: known_id, name: name ?? '' } : null,
	}))
}

/** What the acting account said to being asked, if they did not answer with a number since. */
export async function askingOfMe(tx: Tx): Promise<Asking | undefined> {
	return tx
		.selectFrom('hope_asking')
		.select(['word', 'said_at as saidAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
}

/** Keeps that the acting account is not to be asked now, or never; or forgets it. */
export async function answerAsking(tx: Tx, word: Asking['word'] | 'again'): Promise<void> {
	await tx.deleteFrom('hope_asking').where('area_id', '=', tx.area).where('account_id', '=', tx.account).execute()
	if (word === 'again') return
	await tx
		.insertInto('hope_asking')
		.values({ area_id: tx.area, account_id: tx.account, word })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}

/** Keeps how the acting account's hope is. Answers false when the id stands for something else. */
export async function rateHope(tx: Tx, { id, ...said }: Pick<Rating, 'id' | 'rating' | 'words'>): Promise<boolean> {
	await tx
		.insertInto('hope_rating')
		.values({ area_id: tx.area, id, account_id: tx.account, ...said })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await myHopeRatings(tx)).some((one) => one.id === id)
}

/** Deletes, for good, what the acting account once said of their hope. Answers false when there is none such. */
export async function deleteRating(tx: Tx, rating: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('hope_rating')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', rating)
		.executeTakeFirst()
	return numDeletedRows > 0n
}

/** The real thing that stands beside a hope: one of these at most, and what is brought only with its outcome. */
export type Beside = {
	outcome_id: string | null
	contribution_id: string | null
	known_id: string | null
	somebody: string | null
	opportunity: string | null
	could_id: string | null
}

/** Keeps what the acting account hopes for. Answers false when the id stands for something else. */
export async function writeHope(tx: Tx, id: string, words: string, beside: Beside): Promise<boolean> {
	await tx
		.insertInto('hope')
		.values({ area_id: tx.area, id, account_id: tx.account, words, ...beside })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await myHopes(tx)).some((hope) => hope.id === id)
}

/** Changes a hope of the acting account's that has not ended. Answers false when there is none such. */
async function change(tx: Tx, hope: string, set: Beside | Pick<Updateable<HopeRow>, 'ending'>): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('hope')
		.set('ending' in set ? { ...set, ended_at: sql<Date>`now()` } : set)
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', hope)
		.where('ended_at', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}

/** Puts something else beside a hope, or nothing. Answers false when it has ended. */
export const putBeside = (tx: Tx, hope: string, beside: Beside): Promise<boolean> => change(tx, hope, beside)

/** Says that a hope has come true, or is let go. Answers false when it has ended before. */
export const endHope = (tx: Tx, hope: string, ending: NonNullable<Hope['ending']>): Promise<boolean> =>
	change(tx, hope, { ending })

/** Deletes a hope for good. Answers false when there is none such. */
export async function deleteHope(tx: Tx, hope: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('hope')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('id', '=', hope)
		.executeTakeFirst()
	return numDeletedRows > 0n
}
