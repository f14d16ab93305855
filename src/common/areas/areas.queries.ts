import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'

/** Today in the acting account's area, YYYY-MM-DD, by the database's clock. */
export async function today(tx: Tx): Promise<string> {
	const found = await tx
		.selectFrom('area')
		.select(sql<string>`to_char(now() at time zone time_zone, 'YYYY-MM-DD')`.as('today'))
		.where('area_id', '=', tx.area)
		.executeTakeFirstOrThrow()
	return found.today
}

/** What a practitioner here would have to pass on, in the words that the area has signed off. */
export async function whatIsPassedOn(tx: Tx): Promise<string> {
	const found = await tx.selectFrom('area').select('passed_on').where('area_id', '=', tx.area).executeTakeFirstOrThrow()
	return found.passed_on ?? ''
}
