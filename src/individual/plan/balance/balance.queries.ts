import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Axis, Place } from './balance.ts'

/** Kind words in a plan that the acting account may see and has not hidden: who gave them and when, never the words. */
export async function kindWordsIn(
	tx: Tx,
	person: string,
): Promise<{ who: string; at: Date; outcome: string | null }[]> {
	return tx
		.selectFrom('recognition as r')
		.leftJoin('recognition_kept as kept', (join) =>
			join.onRef('kept.area_id', '=', 'r.area_id').onRef('kept.recognition_id', '=', 'r.id'),
		)
		.select(['r.author_id as who', 'r.given_at as at', 'r.outcome_id as outcome'])
		.where('r.area_id', '=', tx.area)
		.where('r.person_id', '=', person)
		.where('r.taken_back_at', 'is', null)
		.where(sql<boolean>`kept.is_hidden is not true`)
		.execute()
}

/** In how many plans of the area it is so, to the nearest five; only where that tells of nobody. */
export type InArea = { axis: Axis; place: Place; people: number }

/** How it stands in the plans of the area that the acting account leads. */
export async function balanceOfMyArea(tx: Tx): Promise<InArea[]> {
	const { rows } = await sql<InArea>`select axis, place, people from balance_of_my_area()`.execute(tx)
	return rows
}
