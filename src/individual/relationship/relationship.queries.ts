import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'

/** The tie of a person and a practitioner, with the name at its other end. */
export type Tie = {
	person: string
	practitioner: string
	name: string
	beganAt: Date
	endedAt: Date | null
	/** Whether they work together now, by the database's clock. */
	now: boolean
}

const now = sql<boolean>`is_now(tie.began_at, tie.ended_at)`

/** Who works or worked with a person, as far as the acting account may know; those who do now come first. */
export async function whoWorksWith(tx: Tx, person: string): Promise<Tie[]> {
	return tx
		.selectFrom('working_relationship as tie')
		.innerJoin('account as a', (join) =>
			join.onRef('a.area_id', '=', 'tie.area_id').onRef('a.id', '=', 'tie.practitioner_id'),
		)
		.select(['tie.person_id as person', 'tie.practitioner_id as practitioner', 'a.name'])
		.select(['tie.began_at as beganAt', 'tie.ended_at as endedAt', now.as('now')])
		.where('tie.area_id', '=', tx.area)
		.where('tie.person_id', '=', person)
		.orderBy(now, 'desc')
		.orderBy('tie.began_at', 'desc')
		.execute()
}

/** The people whom the acting account works alongside now. */
export async function peopleIWorkWith(tx: Tx): Promise<Tie[]> {
	return tx
		.selectFrom('working_relationship as tie')
		.innerJoin('account as a', (join) =>
			join.onRef('a.area_id', '=', 'tie.area_id').onRef('a.id', '=', 'tie.person_id'),
		)
		.select(['tie.person_id as person', 'tie.practitioner_id as practitioner', 'a.name'])
		.select(['tie.began_at as beganAt', 'tie.ended_at as endedAt', now.as('now')])
		.where('tie.area_id', '=', tx.area)
		.where('tie.practitioner_id', '=', tx.account)
		.where(now)
		.execute()
}

/** The name of a person, if the acting account may know of them as a person. */
export async function personICanSee(tx: Tx, person: string): Promise<{ id: string; name: string } | undefined> {
	return (
		tx
			.selectFrom('scope as s')
			.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 's.area_id').onRef('a.id', '=', 's.person_id'))
			.select(['a.id', 'a.name'])
			.where('s.area_id', '=', tx.area)
			.where('s.person_id', '=', person)
			.where('s.part', '=', 'plan')
			// To whom something of theirs is open, that alone is open.
			.where(sql<boolean>`s.id = any ((select scopes_i_write_in())::uuid[])`)
			.limit(1)
			.executeTakeFirst()
	)
}

/** Begins to work with somebody new, who has a plan from that moment. False when the form was sent before. */
export async function beginToWorkWith(tx: Tx, person: string, name: string): Promise<boolean> {
	const { rows } = await sql<{ begun: boolean }>`
		select begin_to_work_with(${person}, ${name}, ${newId()}, ${newId()}, ${newId()}) as begun`.execute(tx)
	return rows[0]?.begun === true
}
