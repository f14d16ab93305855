import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import type { Tx } from '../../platform/database/acting.ts'

/** That the work of a person and a practitioner ends, or ended: on which day, and how it was said. */
export type EndOfWork = {
	person: string
	practitioner: string
	/** Of whoever works or worked with the person; empty where they have left. */
	name: string
	/** YYYY-MM-DD: they work together to its end. */
	lastDay: string
	goodbye: string | null
	saidById: string
	saidAt: Date
	/** Whether they still work together. */
	now: boolean
}

/** The ends of a person's work with each practitioner, by the newest word on each. */
export async function endsOfWork(tx: Tx, person: string): Promise<EndOfWork[]> {
	const rows = await tx
		.selectFrom('end_of_work as e')
		.innerJoin('account as a', (join) =>
			join.onRef('a.area_id', '=', 'e.area_id').onRef('a.id', '=', 'e.practitioner_id'),
		)
		.distinctOn('e.practitioner_id')
		.select(['e.person_id as person', 'e.practitioner_id as practitioner', 'a.name', 'e.last_day as lastDay'])
		.select(['e.goodbye', 'e.said_by_id as saidById', 'e.said_at as saidAt'])
		.select(
			sql<boolean>`exists (select from working_relationship r where r.area_id = e.area_id and r.person_id = e.person_id
				and r.practitioner_id = e.practitioner_id and is_now(r.began_at, r.ended_at))`.as('now'),
		)
		.where('e.area_id', '=', tx.area)
		.where('e.person_id', '=', person)
		.orderBy('e.practitioner_id')
		.orderBy('e.said_at', 'desc')
		.execute()
	return rows.sort((one, other) => other.saidAt.getTime() - one.saidAt.getTime())
}

/** A promise that a practitioner made to a person and that is open, and what they say becomes of it. */
export type OpenPromiseAtEnd = {
	id: string
	kind: 'contribution' | 'step'
	by: string
	words: string
	/** Whether its maker has said what becomes of it; then by which day they still do it, or that they do not. */
	isSaid: boolean
	byDay: string | null
}

/** What these practitioners have promised a person, what they bring and their steps, and neither done nor taken back. */
export async function openPromisesOf(tx: Tx, person: string, practitioners: string[]): Promise<OpenPromiseAtEnd[]> {
	if (practitioners.length === 0) return []
	const { rows } = await sql<OpenPromiseAtEnd>`
		select p.id, p.kind, p.by_id as by, p.words, said.id is not null as "isSaid", said.by_day as "byDay"
		from open_promise p
			join outcome o on o.area_id = p.area_id and o.id = p.outcome_id
			left join lateral (
				select w.id, w.by_day from promise_at_end w
					where w.area_id = p.area_id and coalesce(w.contribution_id, w.step_id) = p.id
					order by w.said_at desc limit 1
			) said on true
		where p.area_id = ${tx.area}::uuid and o.person_id = ${person}::uuid and p.by_id = any (${practitioners}::uuid[])
		order by p.at`.execute(tx)
	return rows
}

/** Says that my work with a person ends with a day. The id is the form's. False when we do not work together, or that day is over. */
export async function endMyWork(
	tx: Tx,
	{ id, person, lastDay, goodbye }: { id: string; person: string; lastDay: string; goodbye: string | null },
): Promise<boolean> {
	const { rows } = await sql<{ ended: boolean }>`
		select end_my_work(${id}::uuid, ${person}::uuid, ${lastDay}::date, ${goodbye}) as ended`.execute(tx)
	return rows[0]?.ended === true
}

/** Says what becomes of an open promise of mine: still to be done by a day, or not kept. */
export async function sayOfPromise(
	tx: Tx,
	{ id, person, promise, byDay }: { id: string; person: string; promise: OpenPromiseAtEnd; byDay: string | null },
): Promise<void> {
	await tx
		.insertInto('promise_at_end')
		.values({
			area_id: tx.area,
			id,
			person_id: person,
			contribution_id: promise.kind === 'contribution' ? promise.id : null,
			step_id: promise.kind === 'step' ? promise.id : null,
			said_by_id: tx.account,
			by_day: byDay,
		})
		.execute()
	await recordChange(tx, { people: [person], what: 'end_of_work', thing: person })
}

/** With how many people staff who are not here any more still stand as working; for a lead. */
export async function workLeftByStaff(tx: Tx): Promise<{ practitioner: string; people: number }[]> {
	const { rows } = await sql<{ practitioner: string; people: number }>`
		select practitioner_id as practitioner, people::integer from work_left_by_staff()`.execute(tx)
	return rows
}

/** Ends the work of somebody who is not on the staff any more; for a lead. False when there was none. */
export async function endWorkOfStaff(tx: Tx, account: string): Promise<boolean> {
	const { rows } = await sql<{ ended: number }>`select end_work_of_staff(${account}::uuid)::integer as ended`.execute(
		tx,
	)
	return (rows[0]?.ended ?? 0) > 0
}
