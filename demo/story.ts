import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'

/** What is told of one area, as of now. */
export type Story = {
	readonly area: string
	readonly now: Date
	readonly rows: Rows
	/** How much has happened on each day, so that what is told later on a day also came later. */
	readonly happenedOn: Map<Day, number>
}

/** One person's plan. */
export type Plan = { readonly story: Story; readonly person: Name; readonly scope: string }

const minute = 60_000
const firstHour = 9

/** A time on a day of the story, in UTC. */
export function timeOn(story: Story, day: Day, hour = firstHour, minutes = 0): Date {
	const today = story.now.toISOString().slice(0, 10)
	return new Date(Date.parse(today) + ((day * 24 + hour) * 60 + minutes) * minute)
}

/** A day as the calendar writes it, `YYYY-MM-DD`. */
export const dateOf = (story: Story, day: Day): string => timeOn(story, day).toISOString().slice(0, 10)

/** The time of the next thing to happen on this day. */
function nextTimeOn(story: Story, day: Day): Date {
	const before = story.happenedOn.get(day) ?? 0
	story.happenedOn.set(day, before + 1)
	return timeOn(story, day, firstHour, 5 + before * 11)
}

/** Opens this person's plan, with nothing in it yet. */
export function planOf(story: Story, person: Name): Plan {
	const scope = idOf(`${person}/plan`)
	story.rows.scope.push({ area_id: story.area, id: scope, person_id: idOf(person), part: 'plan', within_id: null })
	return { story, person, scope }
}

/** The two work together from one day on; the practitioner looks at the plan every other week. */
export function worksWith(plan: Plan, practitioner: Name, from: Day, until?: Day): void {
	const { story, person } = plan
	story.rows.working_relationship.push({
		area_id: story.area,
		id: idOf(`${person}/with/${practitioner}`),
		person_id: idOf(person),
		practitioner_id: idOf(practitioner),
		began_at: timeOn(story, from),
		ended_at: until === undefined ? null : timeOn(story, until, 23),
	})
	for (let day = from; day < (until ?? 0); day += 14) looks(plan, practitioner, day)
}

/** Somebody else looks at the plan. */
export const looks = (plan: Plan, who: Name, day: Day): Date => looksAt(plan, who, day, 'plan', plan.scope, 'looked')

type Act = Rows['access'][number]['act']

/** Records that somebody looked at a thing of this person's, or changed it; says when that was. */
export function looksAt(plan: Plan, who: Name, day: Day, what: string, thing: string, act: Act): Date {
	const at = nextTimeOn(plan.story, day)
	plan.story.rows.access.push({
		area_id: plan.story.area,
		person_id: idOf(plan.person),
		by_id: idOf(who),
		act,
		what,
		thing_id: thing,
		at,
	})
	return at
}

/** Records that somebody changed a thing in the plan, which nobody else does without a look; says when that was. */
export function changes(plan: Plan, who: Name, day: Day, what: string, thing: string): Date {
	if (who !== plan.person) {
		if (hasWorkedOn(plan, who)) looks(plan, who, day)
		else looksAt(plan, who, day, 'outcome', thing, 'looked')
	}
	return looksAt(plan, who, day, what, thing, 'changed')
}

/** Whether somebody is or was the person's practitioner; others see only what is open to them. */
const hasWorkedOn = ({ story, person }: Plan, who: Name): boolean =>
	story.rows.working_relationship.some((tie) => tie.person_id === idOf(person) && tie.practitioner_id === idOf(who))

/** What the person has begun to write for a new outcome, and shared with nobody. */
export function beginsToWrite(plan: Plan, day: Day, words: string): void {
	plan.story.rows.draft.push({
		area_id: plan.story.area,
		account_id: idOf(plan.person),
		form: 'propose',
		about_id: plan.scope,
		fields: { words },
		once: idOf(`${plan.person}/begun`),
		shared_at: null,
		saved_at: timeOn(plan.story, day, 20),
	})
}
