import type { Tx } from '../../../platform/database/acting.ts'
import type { Answer, Measure } from './measures.ts'

/** Everything that the acting account ever answered to a measure, oldest first. Nobody else can read any of it. */
export async function myAnswers(tx: Tx): Promise<Answer[]> {
	return tx
		.selectFrom('measure_answer')
		.select(['id', 'measure', 'version', 'question', 'answer', 'words', 'answered_at as answeredAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.orderBy('answered_at')
		.execute()
}

/** Keeps an answer of the acting account's. Answers false when the id stands for something else. */
export async function answer(
	tx: Tx,
	{ id: measure, version, language }: Measure,
	said: Pick<Answer, 'id' | 'question' | 'answer' | 'words'>,
): Promise<boolean> {
	await tx
		.insertInto('measure_answer')
		.values({ area_id: tx.area, person_id: tx.account, measure, version, language, ...said })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await myAnswers(tx)).some((one) => one.id === said.id)
}

/** Deletes, for good, an answer of the acting account's. Answers false when there is none such. */
export async function deleteAnswer(tx: Tx, id: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('measure_answer')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', id)
		.executeTakeFirst()
	return numDeletedRows > 0n
}
