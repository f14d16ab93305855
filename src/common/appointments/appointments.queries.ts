import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { Appointment, Time } from './appointments.ts'

type Which = { person?: string; appointment?: string }

/**
 * Appointments that the acting account may read, with all their times, who comes along, and what became of them: of one
 * person, one appointment, or of everybody whom it works with.
 */
export async function appointmentsICanSee(tx: Tx, { person, appointment }: Which = {}): Promise<Appointment[]> {
	let wanted = tx
		.selectFrom('appointment as p')
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 'p.area_id').onRef('a.id', '=', 'p.with_id'))
		.select(['p.id', 'p.person_id as person', 'p.place', 'p.what_for as whatFor'])
		.select(['p.asked_by_id as askedById', 'p.asked_at as askedAt', 'p.with_id as withId', 'a.name as withName'])
		.select(
			sql<boolean>`exists (select from working_relationship r where r.area_id = p.area_id and r.person_id = p.person_id
				and r.practitioner_id = p.with_id and is_now(r.began_at, r.ended_at))`.as('now'),
		)
		.where('p.area_id', '=', tx.area)
	if (person) wanted = wanted.where('p.person_id', '=', person)
	if (appointment) wanted = wanted.where('p.id', '=', appointment)
	const found = await wanted.orderBy('p.asked_at').orderBy('p.id').execute()
	if (found.length === 0) return []
	const ids = found.map(({ id }) => id)
	const [times, along, notMet] = await Promise.all([timesOf(tx, ids), alongOf(tx, ids), notMetOf(tx, ids)])
	return found.map(({ withId, withName, now, ...one }) => ({
		...one,
		with: { id: withId, name: withName, now },
		times: times.get(one.id) ?? [],
		along: along.get(one.id) ?? [],
		notMet: notMet.get(one.id) ?? [],
	}))
}

/** Rows by their appointment, without it. */
function byAppointment<Row extends { appointment: string }>(rows: Row[]): Map<string, Omit<Row, 'appointment'>[]> {
	const grouped = new Map<string, Omit<Row, 'appointment'>[]>()
	for (const { appointment, ...row } of rows) grouped.set(appointment, [...(grouped.get(appointment) ?? []), row])
	return grouped
}

const saidOf = (which: ReturnType<typeof sql>) =>
	sql<boolean>`exists (select from appointment_word w where w.area_id = t.area_id and w.time_id = t.id and ${which})`

async function timesOf(tx: Tx, ids: string[]): Promise<Map<string, Time[]>> {
	const rows = await tx
		.selectFrom('appointment_time as t')
		.select([
			't.appointment_id as appointment',
			't.id',
			't.starts_at as startsAt',
			't.suggested_by_id as suggestedById',
		])
		.select(sql<boolean>`time_stands(t)`.as('stands'))
		.select(saidOf(sql`w.suits and w.author_id <> t.suggested_by_id`).as('wasAgreed'))
		.select(saidOf(sql`not w.suits`).as('isOut'))
		.select(
			sql<boolean>`(t.suggested_by_id = ${tx.account} or ${saidOf(sql`w.author_id = ${tx.account}`)})`.as('hasMyWord'),
		)
		.where('t.area_id', '=', tx.area)
		.where('t.appointment_id', 'in', ids)
		.orderBy('t.starts_at')
		.orderBy('t.id')
		.execute()
	return byAppointment(rows)
}

async function alongOf(tx: Tx, ids: string[]) {
	return byAppointment(
		await tx
			.selectFrom('appointment_company as c')
			.select(['c.appointment_id as appointment', 'c.id', 'c.asked_by_id as askedById', 'c.words', 'c.answer'])
			.select(['c.ended_at as endedAt', sql<boolean>`c.account_id is not null`.as('isAsked')])
			.where('c.area_id', '=', tx.area)
			.where('c.appointment_id', 'in', ids)
			.orderBy('c.asked_at')
			.orderBy('c.id')
			.execute(),
	)
}

async function notMetOf(tx: Tx, ids: string[]) {
	return byAppointment(
		await tx
			.selectFrom('appointment_not_met as n')
			.select(['n.appointment_id as appointment', 'n.time_id as timeId', 'n.author_id as authorId', 'n.why', 'n.words'])
			.select('n.said_at as saidAt')
			.where('n.area_id', '=', tx.area)
			.where('n.appointment_id', 'in', ids)
			.orderBy('n.said_at')
			.execute(),
	)
}

/** A person whose appointments the acting account reads: itself, or somebody it works with now. */
export async function whoseAppointments(tx: Tx, person: string): Promise<{ id: string; name: string } | undefined> {
	return tx
		.selectFrom('account')
		.select(['id', 'name'])
		.where('area_id', '=', tx.area)
		.where('id', '=', person)
		.where(sql<boolean>`id = any ((select people_whose_relationships_i_know())::uuid[])`)
		.executeTakeFirst()
}

/** Who works with a person now: whom they can meet. */
export async function whoToMeet(tx: Tx, person: string): Promise<{ id: string; name: string }[]> {
	return tx
		.selectFrom('working_relationship as r')
		.innerJoin('account as a', (join) =>
			join.onRef('a.area_id', '=', 'r.area_id').onRef('a.id', '=', 'r.practitioner_id'),
		)
		.select(['a.id', 'a.name'])
		.where('r.area_id', '=', tx.area)
		.where('r.person_id', '=', person)
		.where(sql<boolean>`is_now(r.began_at, r.ended_at)`)
		.orderBy('r.began_at')
		.execute()
}

/** The next time that is agreed, and with whom as the acting account calls them. */
export type Next = { person: string; appointment: string; name: string; startsAt: Date }

/** The next appointment of the acting account: of a person with whoever works with them, or the other way round. */
export async function myNextAppointment(tx: Tx, as: 'person' | 'practitioner'): Promise<Next | undefined> {
	const [me, other] = as === 'person' ? (['person_id', 'with_id'] as const) : (['with_id', 'person_id'] as const)
	return tx
		.selectFrom('appointment_time as t')
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 't.area_id').onRef('a.id', '=', `t.${other}`))
		.select(['t.person_id as person', 't.appointment_id as appointment', 'a.name', 't.starts_at as startsAt'])
		.where('t.area_id', '=', tx.area)
		.where(`t.${me}`, '=', tx.account)
		.where('t.starts_at', '>', sql<Date>`now()`)
		.where(sql<boolean>`time_stands(t)`)
		.orderBy('t.starts_at')
		.limit(1)
		.executeTakeFirst()
}

/** Of whom times wait for the acting account's word: appointments, with the name at the other end. */
export async function timesForMyWord(tx: Tx): Promise<Omit<Next, 'startsAt'>[]> {
	return tx
		.selectFrom('appointment as p')
		.innerJoin('account as a', (join) =>
			join
				.onRef('a.area_id', '=', 'p.area_id')
				.on(sql<boolean>`a.id = case when p.person_id = ${tx.account}::uuid then p.with_id else p.person_id end`),
		)
		.select(['p.person_id as person', 'p.id as appointment', 'a.name'])
		.where('p.area_id', '=', tx.area)
		.where(sql<boolean>`${tx.account}::uuid in (p.person_id, p.with_id)`)
		.where(
			sql<boolean>`exists (select from appointment_time t where t.area_id = p.area_id and t.appointment_id = p.id
				and t.starts_at > now() and t.suggested_by_id <> ${tx.account}::uuid
				and not exists (select from appointment_word w where w.area_id = t.area_id and w.time_id = t.id
					and (not w.suits or w.author_id = ${tx.account}::uuid))
				and exists (select from working_relationship r where r.area_id = p.area_id and r.person_id = p.person_id
					and r.practitioner_id = p.with_id and is_now(r.began_at, r.ended_at)))`,
		)
		.orderBy('p.asked_at')
		.execute()
}
