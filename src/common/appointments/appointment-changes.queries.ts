import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { AppointmentReminderRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'
import { recordChange } from '../access-record/index.ts'
import { tellSomethingNew } from '../messages/index.ts'
import type { Appointment, Time, Why } from './appointments.ts'

type Of = Pick<Appointment, 'id' | 'person'> & { with: { id: string } }
const keysOf = (tx: Tx, { id, person, with: other }: Of) => ({
	...{ area_id: tx.area, appointment_id: id, person_id: person, with_id: other.id },
})

/** Records the change, and lets the other of the two know that there is something new. */
async function tellOfChange(tx: Tx, { id, person, with: other }: Of): Promise<void> {
	await recordChange(tx, { people: [person], what: 'appointment', thing: id })
	await tellSomethingNew(tx, tx.account === person ? other.id : person)
}

/** Lets changes of one appointment take turns until this act is over. */
export async function holdAppointment(tx: Tx, appointment: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${appointment}, 20))`.execute(tx)
}

/** Suggests an appointment, with times to choose from. The id is the form's. Answers false when the form was sent before. */
export async function suggestAppointment(
	tx: Tx,
	of: Of,
	{ place, whatFor, times }: { place: string; whatFor: string; times: readonly Date[] },
): Promise<boolean> {
	const made = await tx
		.insertInto('appointment')
		.values({
			...{ area_id: tx.area, id: of.id, person_id: of.person, with_id: of.with.id, asked_by_id: tx.account },
			...{ place, what_for: whatFor },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await addTimes(tx, of, newId(), times)
	await tellOfChange(tx, of)
	return true
}

/** Suggests other times for it. Answers false when the form was sent before. */
export async function suggestTimes(tx: Tx, of: Of, id: string, times: readonly Date[]): Promise<boolean> {
	if (!(await addTimes(tx, of, id, times))) return false
	await tellOfChange(tx, of)
	return true
}

async function addTimes(tx: Tx, of: Of, id: string, times: readonly Date[]): Promise<boolean> {
	const [first, ...more] = times.map((startsAt, at) => ({
		...{ ...keysOf(tx, of), id: at === 0 ? id : newId(), starts_at: startsAt, suggested_by_id: tx.account },
	}))
	if (!first) return false
	const made = await tx
		.insertInto('appointment_time')
		.values(first)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	if (more.length > 0) await tx.insertInto('appointment_time').values(more).execute()
	return true
}

async function sayOfTimes(tx: Tx, of: Of, times: readonly Time[], suits: boolean): Promise<void> {
	if (times.length === 0) return
	const words = times.map(({ id }) => ({ ...keysOf(tx, of), id: newId(), time_id: id, author_id: tx.account, suits }))
	await tx.insertInto('appointment_word').values(words).execute()
}

/** Says yes, by the acting account's own hand, to a time; whatever else was still to come for this appointment is out by that. */
export async function sayYes(tx: Tx, of: Appointment, time: Time, instead: readonly Time[]): Promise<void> {
	await sayOfTimes(tx, of, instead, false)
	await sayOfTimes(tx, of, [time], true)
	await sql`select remind_of(${of.person}::uuid, ${time.id}::uuid)`.execute(tx)
	await tellOfChange(tx, of)
}

/** Says that a time does not suit, or suits no more. Nobody asks why. */
export async function sayItDoesNotSuit(tx: Tx, of: Appointment, time: Time): Promise<void> {
	await sayOfTimes(tx, of, [time], false)
	await tellOfChange(tx, of)
}

/** Says that they did not meet. The id is the form's; each says it once of a time. Answers false when it was said before. */
export async function sayNotMet(
	tx: Tx,
	of: Appointment,
	said: { id: string; time: string; why: Why | null; words: string | null },
): Promise<boolean> {
	const made = await tx
		.insertInto('appointment_not_met')
		.values({
			...{ ...keysOf(tx, of), id: said.id, time_id: said.time, author_id: tx.account },
			...{ why: said.why, words: said.words },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await tellOfChange(tx, of)
	return true
}

/** When the acting account is reminded. */
export async function myReminder(tx: Tx): Promise<AppointmentReminderRow['wanted']> {
	const found = await tx
		.selectFrom('appointment_reminder')
		.select('wanted')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
	return found?.wanted ?? 'none'
}

/** Chooses when the acting account is reminded, of what is agreed already too. */
export async function chooseReminder(tx: Tx, wanted: AppointmentReminderRow['wanted']): Promise<void> {
	await tx
		.insertInto('appointment_reminder')
		.values({ area_id: tx.area, account_id: tx.account, wanted })
		.onConflict((conflict) =>
			conflict.columns(['area_id', 'account_id']).doUpdateSet({ wanted, chosen_at: sql<Date>`now()` }),
		)
		.execute()
	await sql`select remind_of(${tx.account}::uuid, null)`.execute(tx)
}
