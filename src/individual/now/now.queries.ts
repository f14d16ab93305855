import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { Life, Said, Sitting, Strength } from './now.ts'
import { parts } from './now.ts'

/** Whose picture it is, and as whom the acting account reads it. */
export type Whose = { id: string; name: string; voice: 'person' | 'practitioner' | 'supporter' }

/** Whose picture it is, if the acting account may know of it: its own, of somebody it works with, or one of which something is open to it. */
export async function whosePicture(tx: Tx, person: string): Promise<Whose | undefined> {
	const found = await tx
		.selectFrom('account')
		.select(['id', 'name'])
		.select(sql<boolean>`id = any ((select people_i_work_with())::uuid[])`.as('works'))
		.select(
			sql<boolean>`exists (select from scope s where s.area_id = ${tx.area} and s.person_id = ${person}::uuid
			and s.part = 'now')`.as('open'),
		)
		.where('area_id', '=', tx.area)
		.where('id', '=', person)
		.executeTakeFirst()
	if (!found) return undefined
	const { id, name, works, open } = found
	if (id === tx.account) return { id, name, voice: 'person' }
	if (works) return { id, name, voice: 'practitioner' }
	return open ? { id, name, voice: 'supporter' } : undefined
}

/** The scope of the whole picture, where that is the acting account's or is open to it. */
export async function wholeScope(tx: Tx, person: string): Promise<string | undefined> {
	const found = await tx
		.selectFrom('scope')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('part', '=', 'now')
		.where('within_id', 'is', null)
		.executeTakeFirst()
	return found?.id
}

/** The parts of a person's life that the acting account may read of, in the order in which we ask. */
export async function livesOf(tx: Tx, person: string): Promise<Life[]> {
	const rows = await tx
		.selectFrom('life_part')
		.select(['id', 'part', 'scope_id as scope'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.execute()
	return rows.sort((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part))
}

/** The sittings of a person that the acting account may read, the latest first. */
export async function sittingsOf(tx: Tx, person: string): Promise<Sitting[]> {
	return tx
		.selectFrom('sitting')
		.select(['id', 'begun_by_id as begunById', 'begun_at as begunAt', 'together', 'shown_at as shownAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('begun_at', 'desc')
		.execute()
}

/** Everything that the acting account may read of what was said, oldest first; of one part, where one is named. */
export async function saidOf(tx: Tx, person: string, life?: string): Promise<Said[]> {
	return tx
		.selectFrom('said')
		.select(['id', 'sitting_id as sitting', 'life_part_id as life', 'author_id as author', 'question'])
		.select(['words', 'place', 'rating', 'said_at as saidAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.$if(life !== undefined, (query) => query.where('life_part_id', '=', life ?? ''))
		.orderBy('said_at')
		.execute()
}

/** The strengths of a person that the acting account may read, oldest first: also for plan and story to offer. */
export async function strengthsOf(tx: Tx, person: string): Promise<Strength[]> {
	return tx
		.selectFrom('strength')
		.select(['id', 'life_part_id as life', 'sitting_id as sitting', 'words'])
		.select(['kept_at as keptAt', 'put_away_at as putAwayAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('kept_at')
		.execute()
}

/** The scope that a scope lies within, as far as the acting account may know. */
export async function withinOf(tx: Tx, scope: string): Promise<string | null> {
	const found = await tx
		.selectFrom('scope')
		.select('within_id')
		.where('area_id', '=', tx.area)
		.where('id', '=', scope)
		.executeTakeFirst()
	return found?.within_id ?? null
}
