import type { Tx } from '../../platform/database/acting.ts'

/** What a practitioner here would have to pass on, in the words that the area has signed off. */
export async function whatIsPassedOn(tx: Tx): Promise<string> {
	const found = await tx.selectFrom('area').select('passed_on').where('area_id', '=', tx.area).executeTakeFirstOrThrow()
	return found.passed_on ?? ''
}
