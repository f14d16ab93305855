import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { timeZone } from '../../platform/days.ts'

/** Today, YYYY-MM-DD, by the database's clock where days are counted. */
export async function today(tx: Tx): Promise<string> {
	const found = await tx
		.selectNoFrom(sql<string>`to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD')`.as('today'))
		.executeTakeFirstOrThrow()
	return found.today
}

/** What a practitioner here would have to pass on, in the words that the area has signed off. */
export async function whatIsPassedOn(tx: Tx): Promise<string> {
	const found = await tx.selectFrom('area').select('passed_on').where('area_id', '=', tx.area).executeTakeFirstOrThrow()
	return found.passed_on ?? ''
}
