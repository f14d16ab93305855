import { recordChange } from '../../../common/access-record/index.ts'
import { tellSomethingNew } from '../../../common/messages/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { type Condition, conditionsFrom, type OrderAnswer, type OrderRemark } from './order.ts'

/** All that the order asks of a person, with earlier words and what was said of them. */
export async function conditionsOf(tx: Tx, person: string): Promise<Condition[]> {
	const [wordings, remarks, answers] = await Promise.all([
		tx
			.selectFrom('order_wording')
			.select(['id', 'condition_id as condition', 'number', 'words', 'from_day as fromDay', 'until_day as untilDay'])
			.select(['author_id as authorId', 'written_at as writtenAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('written_at')
			.orderBy('number')
			.execute(),
		tx
			.selectFrom('order_remark')
			.select(['id', 'wording_id as wording', 'condition_id as condition', 'kind', 'words', 'said_at as saidAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('said_at')
			.execute(),
		tx
			.selectFrom('order_answer')
			.select(['id', 'remark_id as remark', 'author_id as authorId', 'words', 'answered_at as answeredAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('answered_at')
			.execute(),
	])
	const answered = (id: string): OrderAnswer[] =>
		answers.filter(({ remark }) => remark === id).map(({ remark: _, ...answer }) => answer)
	return conditionsFrom(
		wordings,
		remarks.map((one): OrderRemark => ({ ...one, answers: answered(one.id) })),
	)
}

type Asks = { words: string; fromDay: string | null; untilDay: string | null }

/**
 * Writes what the order asks, by the acting account's own hand: a condition of its own, or other words for one. The id is the
 * form's.
 *
 * @param after the condition, the number of the words that their writer had read, and that of those that stand
 * @returns false when somebody else's words have come to stand meanwhile: nothing is written
 */
export async function writeCondition(
	tx: Tx,
	person: string,
	id: string,
	{ words, fromDay, untilDay }: Asks,
	after?: { condition: string; number: number; stands: number },
): Promise<boolean> {
	if (after && after.number !== after.stands) return hasWritten(tx, id)
	const made = await tx
		.insertInto('order_wording')
		.values({
			...{ area_id: tx.area, id, condition_id: after?.condition ?? id, person_id: person },
			...{ number: (after?.number ?? 0) + 1, words, from_day: fromDay, until_day: untilDay, author_id: tx.account },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return hasWritten(tx, id)
	await tell(tx, person)
	return true
}

/** Whether the acting account has written these words already, by a press before. */
async function hasWritten(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('order_wording')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('id', '=', id)
		.where('author_id', '=', tx.account)
		.executeTakeFirst()
	return found !== undefined
}

/** Says, as the person, that words are not clear or not right. The id is the form's. */
export async function remarkOn(
	tx: Tx,
	about: { id: string; condition: string; wording: string },
	{ kind, words }: Pick<OrderRemark, 'kind' | 'words'>,
	tells: readonly string[],
): Promise<void> {
	const made = await tx
		.insertInto('order_remark')
		.values({
			...{ area_id: tx.area, id: about.id, wording_id: about.wording, condition_id: about.condition },
			...{ person_id: tx.account, kind, words },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await recordChange(tx, { people: [tx.account], what: 'order', thing: tx.account })
	for (const one of tells) await tellSomethingNew(tx, one)
}

/** Answers what the person said, by the acting account's own hand. The id is the form's. */
export async function answerRemark(
	tx: Tx,
	person: string,
	{ id, remark, words }: { id: string; remark: string; words: string },
): Promise<void> {
	const made = await tx
		.insertInto('order_answer')
		.values({ area_id: tx.area, id, remark_id: remark, person_id: person, author_id: tx.account, words })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows !== 0n) await tell(tx, person)
}

async function tell(tx: Tx, person: string): Promise<void> {
	await recordChange(tx, { people: [person], what: 'order', thing: person })
	await tellSomethingNew(tx, person)
}
