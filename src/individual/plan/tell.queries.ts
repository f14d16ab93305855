import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { routes } from '../../routes.ts'

/** Which of these things are outcomes of a person's plan: the words that stand now, and where each is. */
export async function tellOutcomes(tx: Tx, person: string, ids: readonly string[]) {
	if (ids.length === 0) return new Map()
	const rows = await tx
		.selectFrom('wording as w')
		.innerJoin('outcome as o', (join) => join.onRef('o.area_id', '=', 'w.area_id').onRef('o.id', '=', 'w.outcome_id'))
		.distinctOn('o.id')
		.select(['o.id', 'w.words'])
		.where('o.area_id', '=', tx.area)
		.where('o.person_id', '=', person)
		.where('o.id', 'in', [...ids])
		.orderBy('o.id')
		.orderBy(sql`w.disowned_at is not null`)
		.orderBy('w.number', 'desc')
		.execute()
	return new Map(rows.map(({ id, words }) => [id, { words, href: routes.outcome.show.href({ person, outcome: id }) }]))
}
