import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { ContributionKind, ContributionRequest } from './contributions.ts'

/** What a contribution is for: an outcome, and the scope that its rows belong to. */
type For = { outcome: string; scope: string }
type What = { id: string; kind: ContributionKind; words: string }

/** Offers something by the acting account's own hand. The id is the form's, so that a second press offers nothing twice: then it answers false. */
export async function bring(
	tx: Tx,
	to: For,
	what: What & { byDay: string | null; request?: string },
): Promise<boolean> {
	const made = await tx
		.insertInto('contribution')
		.values({
			area_id: tx.area,
			id: what.id,
			outcome_id: to.outcome,
			scope_id: to.scope,
			brought_by_id: tx.account,
			kind: what.kind,
			words: what.words,
			by_day: what.byDay,
			request_id: what.request ?? null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	return made.numInsertedOrUpdatedRows !== 0n
}

/** Asks someone to bring something; nothing is promised until they say so themselves. */
export async function ask(tx: Tx, to: For, what: What & { askedOf: string }): Promise<boolean> {
	const made = await tx
		.insertInto('contribution_request')
		.values({
			area_id: tx.area,
			id: what.id,
			outcome_id: to.outcome,
			scope_id: to.scope,
			asked_by_id: tx.account,
			asked_of_id: what.askedOf,
			kind: what.kind,
			words: what.words,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	return made.numInsertedOrUpdatedRows !== 0n
}

/** Answers a request that was put to the acting account. Answers false when it no longer waits for an answer. */
export async function answerRequest(
	tx: Tx,
	request: string,
	answer: NonNullable<ContributionRequest['answer']>,
	words: string | null,
): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('contribution_request')
		.set({ answer, answer_words: words, answered_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', request)
		.where('asked_of_id', '=', tx.account)
		.where('answered_at', 'is', null)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}

/** Takes back a question that the acting account asked and nobody has answered. */
export async function takeBackRequest(tx: Tx, request: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('contribution_request')
		.set({ taken_back_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', request)
		.where('asked_by_id', '=', tx.account)
		.where('answered_at', 'is', null)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}

/** Says that a promise of the acting account's own is kept (`done_at`) or no longer stands (`taken_back_at`). */
export async function settle(tx: Tx, contribution: string, how: 'done_at' | 'taken_back_at'): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('contribution')
		.set(how === 'done_at' ? { done_at: sql<Date>`now()` } : { taken_back_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', contribution)
		.where('brought_by_id', '=', tx.account)
		.where('done_at', 'is', null)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}
