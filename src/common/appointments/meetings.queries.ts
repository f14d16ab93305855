import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'

/** A meeting of the acting account's that was: when, of which person, with whom. */
export type Meeting = {
	/** The id of the time that stood. */
	time: string
	appointment: string
	person: string
	personName: string
	with: string
	withName: string
	startsAt: Date
}

/**
 * The meetings of the acting account's own that were, the newest first: of which nobody says that they did not meet.
 *
 * @param of one person; or those of the last days, with anybody
 */
export async function meetingsThatWere(tx: Tx, of: { person: string } | { days: number }): Promise<Meeting[]> {
	let wanted = tx
		.selectFrom('appointment_time as t')
		.innerJoin('account as p', (join) => join.onRef('p.area_id', '=', 't.area_id').onRef('p.id', '=', 't.person_id'))
		.innerJoin('account as w', (join) => join.onRef('w.area_id', '=', 't.area_id').onRef('w.id', '=', 't.with_id'))
		.select(['t.id as time', 't.appointment_id as appointment', 't.person_id as person', 'p.name as personName'])
		.select(['t.with_id as with', 'w.name as withName', 't.starts_at as startsAt'])
		.where('t.area_id', '=', tx.area)
		.where(sql<boolean>`${tx.account}::uuid in (t.person_id, t.with_id)`)
		.where('t.starts_at', '<=', sql<Date>`now()`)
		.where(sql<boolean>`time_stands(t)`)
		.where(
			sql<boolean>`not exists (select from appointment_not_met n where n.area_id = t.area_id and n.time_id = t.id)`,
		)
	if ('person' in of) wanted = wanted.where('t.person_id', '=', of.person)
	else wanted = wanted.where('t.starts_at', '>', sql<Date>`now() - make_interval(days => ${of.days}::integer)`)
	return wanted.orderBy('t.starts_at', 'desc').execute()
}
