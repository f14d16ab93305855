import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import { haveGone, type TurnKind } from './plan.ts'

/** Which outcome a change is about. */
type About = { person: string; scope: string; outcome: string }

/** The person whose words are written down for them, and the day (YYYY-MM-DD) on which they wrote them on paper, if they did. */
type HeardFrom = { from: string; paperDay: string | null }

/**
 * Proposes an outcome in these words. The id is the form's, so that a second press proposes nothing twice.
 *
 * @param heard from whom, where the acting account writes down what it heard from them
 * @returns false when this id already stands for something else: nothing is written
 */
export async function proposeOutcome(
	tx: Tx,
	{ person, scope, outcome }: About,
	words: string,
	heard: HeardFrom | null = null,
): Promise<boolean> {
	const made = await tx
		.insertInto('outcome')
		.values({ area_id: tx.area, id: outcome, scope_id: scope, person_id: person, proposed_by_id: tx.account })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) {
		const first = await tx
			.selectFrom('wording')
			.select('words')
			.where('area_id', '=', tx.area)
			.where('outcome_id', '=', outcome)
			.where('author_id', '=', tx.account)
			.where('number', '=', 1)
			.executeTakeFirst()
		return first?.words === words
	}
	await tx
		.insertInto('wording')
		.values({
			area_id: tx.area,
			id: newId(),
			outcome_id: outcome,
			scope_id: scope,
			number: 1,
			words,
			author_id: tx.account,
			heard_from_id: heard?.from ?? null,
			paper_day: heard?.paperDay ?? null,
		})
		.execute()
	await recordChange(tx, { people: [person], what: heard ? 'written_down' : 'outcome', thing: outcome })
	return true
}

/**
 * Puts other words beside those that stand; both hands then agree anew.
 *
 * @param wording the id of the new words; `after` is the number of the words that their writer had read
 * @returns false when somebody else's words have come to stand meanwhile: nothing is written, and both can be shown
 */
export async function proposeOtherWords(
	tx: Tx,
	{ person, scope, outcome }: About,
	{ wording, after, words, heard = null }: { wording: string; after: number; words: string; heard?: HeardFrom | null },
): Promise<boolean> {
	const { latest } = await tx
		.selectFrom('wording')
		.select(sql<number>`max(number)`.as('latest'))
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.executeTakeFirstOrThrow()
	if (latest !== after) return wasMade(tx, outcome, wording)
	const made = await tx
		.insertInto('wording')
		.values({
			area_id: tx.area,
			id: wording,
			outcome_id: outcome,
			scope_id: scope,
			number: after + 1,
			words,
			author_id: tx.account,
			heard_from_id: heard?.from ?? null,
			paper_day: heard?.paperDay ?? null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return wasMade(tx, outcome, wording)
	await recordChange(tx, { people: [person], what: heard ? 'written_down' : 'words', thing: outcome })
	return true
}

async function wasMade(tx: Tx, outcome: string, wording: string): Promise<boolean> {
	const found = await tx
		.selectFrom('wording')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.where('id', '=', wording)
		.where('author_id', '=', tx.account)
		.executeTakeFirst()
	return found !== undefined
}

/**
 * Agrees, by the acting account's own hand, to exactly the words with this hash.
 *
 * @returns false when other words stand now, or these are not the words: nothing is written
 */
export async function agreeTo(
	tx: Tx,
	{ person, scope, outcome }: About,
	wording: string,
	hash: string,
): Promise<boolean> {
	const stands = await tx
		.selectFrom('wording')
		.select(['id', 'words_hash'])
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.where('disowned_at', 'is', null)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst()
	if (haveGone({ hash }) || stands?.id !== wording || Buffer.from(stands.words_hash).toString('hex') !== hash)
		return false
	const made = await tx
		.insertInto('agreement')
		.values({
			area_id: tx.area,
			id: newId(),
			outcome_id: outcome,
			scope_id: scope,
			wording_id: wording,
			words_hash: stands.words_hash,
			account_id: tx.account,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows !== 0n) {
		await recordChange(tx, { people: [person], what: 'agreement', thing: outcome })
	}
	return true
}

/** Takes back the acting account's agreement to whatever words of this outcome it stands under. */
export async function withdrawAgreement(tx: Tx, { person, outcome }: About): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('agreement')
		.set({ withdrawn_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.where('account_id', '=', tx.account)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await recordChange(tx, { people: [person], what: 'agreement', thing: outcome })
}

/** Says that the acting account sees an outcome differently, and why. Answers false when the id is taken. */
export async function seeDifferently(
	tx: Tx,
	{ person, scope, outcome }: About,
	{ id, reason, heard = null }: { id: string; reason: string; heard?: HeardFrom | null },
): Promise<boolean> {
	const made = await tx
		.insertInto('difference')
		.values({
			area_id: tx.area,
			id,
			outcome_id: outcome,
			scope_id: scope,
			author_id: tx.account,
			reason,
			heard_from_id: heard?.from ?? null,
			paper_day: heard?.paperDay ?? null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [person], what: heard ? 'written_down' : 'difference', thing: outcome })
	return true
}

/** Withdraws a difference of the acting account's own, or one that it wrote down and nobody has confirmed. Answers false when there is none such. */
export async function withdrawDifference(tx: Tx, { person, outcome }: About, difference: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('difference')
		.set({ withdrawn_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('outcome_id', '=', outcome)
		.where('id', '=', difference)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await recordChange(tx, { people: [person], what: 'difference', thing: outcome })
	return numUpdatedRows > 0n
}

/** Says how an outcome stands now, by the acting account's word. Answers false when the id is taken. */
export async function makeTurn(
	tx: Tx,
	{ person, scope, outcome }: About,
	turn: { id: string; kind: TurnKind; why: string | null; inTheWay: string | null; whoseJob: string | null },
): Promise<boolean> {
	const made = await tx
		.insertInto('turn')
		.values({
			area_id: tx.area,
			id: turn.id,
			outcome_id: outcome,
			scope_id: scope,
			kind: turn.kind,
			why: turn.why,
			in_the_way: turn.inTheWay,
			whose_job: turn.whoseJob,
			author_id: tx.account,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [person], what: 'turn', thing: outcome })
	return true
}
