import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import type { Part } from './now.ts'

/** What somebody said would help, and where. */
export type WouldHelp = {
	id: string
	words: string
	part: Part
	author: string
	saidAt: Date
	sitting: string
	life: string
	scope: string
}

/** What would help, as far as the acting account may read it; nothing, where no such words stand. */
export async function wouldHelp(tx: Tx, person: string, said: string): Promise<WouldHelp | undefined> {
	const found = await tx
		.selectFrom('said as s')
		.innerJoin('life_part as l', (join) =>
			join.onRef('l.area_id', '=', 's.area_id').onRef('l.id', '=', 's.life_part_id'),
		)
		.select(['s.id', 's.words', 'l.part', 's.author_id as author', 's.said_at as saidAt'])
		.select(['s.sitting_id as sitting', 's.life_part_id as life', 's.scope_id as scope'])
		.where('s.area_id', '=', tx.area)
		.where('s.person_id', '=', person)
		.where('s.id', '=', said)
		.where('s.question', '=', 'help')
		.executeTakeFirst()
	return found?.words ? { ...found, words: found.words } : undefined
}

/** Keeps where something in the plan came from. A second press keeps it once. */
export async function keepOrigin(
	tx: Tx,
	person: string,
	from: WouldHelp,
	to: { outcome: string } | { request: string },
): Promise<void> {
	await tx
		.insertInto('said_for_plan')
		.values({
			...{ area_id: tx.area, id: newId(), person_id: person, author_id: tx.account },
			...{ said_id: from.id, sitting_id: from.sitting, life_part_id: from.life, scope_id: from.scope },
			outcome_id: 'outcome' in to ? to.outcome : null,
			request_id: 'request' in to ? to.request : null,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute()
}

/** Where something in the plan came from: which part of life, and when that was said. */
export type Origin = { outcome: string | null; request: string | null; part: Part; saidAt: Date }

/** Where a person's outcomes and questions came from, as far as the acting account may read what they came from. */
export async function originsOf(tx: Tx, person: string): Promise<Origin[]> {
	return tx
		.selectFrom('said_for_plan as f')
		.innerJoin('said as s', (join) => join.onRef('s.area_id', '=', 'f.area_id').onRef('s.id', '=', 'f.said_id'))
		.innerJoin('life_part as l', (join) =>
			join.onRef('l.area_id', '=', 'f.area_id').onRef('l.id', '=', 'f.life_part_id'),
		)
		.select(['f.outcome_id as outcome', 'f.request_id as request', 'l.part', 's.said_at as saidAt'])
		.where('f.area_id', '=', tx.area)
		.where('f.person_id', '=', person)
		.execute()
}
