import type { AppointmentNotMetRow, AppointmentReminderRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { looksAt, type Plan, timeOn } from './story.ts'

/** An appointment as the story tells it: its id is made of the person and what it is called here. */
export type Appointment = { readonly plan: Plan; readonly name: string; readonly id: string; readonly with: Name }

type About = { with: Name; place: string; whatFor: string }

/** Times of the story are given as the day and the hour, in UTC. */
type When = readonly [day: Day, hour: number, minutes?: number]

const keys = ({ plan, id, with: other }: Appointment) => ({
	...{ area_id: plan.story.area, appointment_id: id, person_id: idOf(plan.person), with_id: idOf(other) },
})

/** It stands in the record, after a look of whoever is not the person. */
function happens({ plan, id }: Appointment, who: Name, day: Day): Date {
	if (who !== plan.person) looksAt(plan, who, day, 'appointment', id, 'looked')
	return looksAt(plan, who, day, 'appointment', id, 'changed')
}

/** One of the two suggests an appointment, with times to choose from. */
export function suggests(plan: Plan, who: Name, day: Day, called: string, about: About, ...times: When[]): Appointment {
	const name = `${plan.person}/meets/${called}`
	const made: Appointment = { plan, name, id: idOf(name), with: about.with }
	const { appointment_id: id, ...of } = keys(made)
	plan.story.rows.appointment.push({
		...{ ...of, id, asked_by_id: idOf(who), place: about.place, what_for: about.whatFor, emptied_at: null },
		asked_at: happens(made, who, day),
	})
	suggestsTimes(made, who, day, ...times)
	return made
}

/** One of the two suggests other times for it. */
export function suggestsTimes(made: Appointment, who: Name, day: Day, ...times: When[]): void {
	const { story } = made.plan
	for (const [on, hour, minutes] of times) {
		story.rows.appointment_time.push({
			...{ ...keys(made), id: timeId(made, on), starts_at: timeOn(story, on, hour, minutes) },
			...{ suggested_by_id: idOf(who), suggested_at: timeOn(story, day) },
		})
	}
}

export const timeId = ({ name }: Appointment, on: Day): string => idOf(`${name}/on/${on}`)

/** One of the two says whether the time of that day suits them. */
export function saysOfTime(made: Appointment, who: Name, day: Day, on: Day, suits: boolean): void {
	const rows = made.plan.story.rows.appointment_word
	rows.push({
		...{ ...keys(made), id: idOf(`${made.name}/word/${rows.length}`), time_id: timeId(made, on) },
		...{ author_id: idOf(who), suits, said_at: happens(made, who, day) },
	})
}

/** The two agree on a time some days before it. */
export function meet(plan: Plan, on: When, called: string, about: About): Appointment {
	const asked = Math.min(on[0], 0) - 6
	const made = suggests(plan, about.with, asked, called, about, on)
	saysOfTime(made, plan.person, asked + 1, on[0], true)
	return made
}

/** Somebody says that the two did not meet that day, and why, if they wish. */
export function didNotMeet(
	made: Appointment,
	who: Name,
	day: Day,
	on: Day,
	why: AppointmentNotMetRow['why'] = null,
	words: string | null = null,
): void {
	made.plan.story.rows.appointment_not_met.push({
		...{ ...keys(made), id: idOf(`${made.name}/not met/${who}`), time_id: timeId(made, on) },
		...{ author_id: idOf(who), why, words, said_at: happens(made, who, day) },
	})
}

/** The person says who comes along; somebody who is here is asked, and may have answered. */
export function comesAlong(made: Appointment, day: Day, words: string, account?: Name, answer?: 'yes' | 'no'): void {
	const { person, story } = made.plan
	story.rows.appointment_company.push({
		...{ ...keys(made), id: idOf(`${made.name}/along/${words}`), asked_by_id: idOf(person), words },
		...{ account_id: account ? idOf(account) : null, asked_at: happens(made, person, day), ended_at: null },
		answer: answer ?? null,
		answered_at: account && answer ? looksAt(made.plan, account, day, 'coming_along', made.id, 'changed') : null,
	})
}

/** The person wishes to be reminded. */
export function wishesReminders({ story, person }: Plan, day: Day, wanted: AppointmentReminderRow['wanted']): void {
	story.rows.appointment_reminder.push({
		...{ area_id: story.area, account_id: idOf(person), wanted, chosen_at: timeOn(story, day) },
	})
}
