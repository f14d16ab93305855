import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'

/** What belongs to a whole story: when its person was born, as far as they say it, and their own list of what calms. */
export type Whole = { scope: string; bornYear: number | null; calms: string | null; rings: string | null }

/** What belongs to the acting account's whole story, once it is begun. */
export async function myStory(tx: Tx): Promise<Whole | undefined> {
	return tx
		.selectFrom('story')
		.select(['scope_id as scope', 'born_year as bornYear', 'calms', 'rings'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.executeTakeFirst()
}

/** Begins the acting account's story, if it is not begun. Answers its scope, in which the act may write from here on. */
export async function beginStory(tx: Tx): Promise<string> {
	const { rows } = await sql<{ scope: string }>`select begin_story(${newId()}::uuid) as scope`.execute(tx)
	await sql`select begin_act(${tx.account}::uuid)`.execute(tx)
	const [begun] = rows
	if (!begun) throw new Error('A story that is begun has a scope.')
	return begun.scope
}

/** Keeps what belongs to the acting account's whole story. */
export async function sayOfStory(
	tx: Tx,
	said: { born_year: number | null } | { calms: string | null; rings: string | null },
): Promise<void> {
	await beginStory(tx)
	await tx.updateTable('story').set(said).where('area_id', '=', tx.area).where('person_id', '=', tx.account).execute()
}

/** What these accounts are called, as far as the acting account knows them. */
export async function namesOfAccounts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map()
	const rows = await tx
		.selectFrom('account')
		.select(['id', 'name'])
		.where('area_id', '=', tx.area)
		.where('id', 'in', [...ids])
		.execute()
	return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the acting account works with this person now. */
export async function isMyWork(tx: Tx, person: string): Promise<boolean> {
	const { rows } = await sql<{ mine: boolean }>`
		select ${person}::uuid = any (people_i_work_with()) as mine`.execute(tx)
	return rows[0]?.mine ?? false
}
