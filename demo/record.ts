import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { looksAt, type Plan, type Story, timeOn } from './story.ts'

type Question = { readonly plan: Plan; readonly row: Rows['record_question'][number] }

/** The record tells of a practitioner by role, as a lead has set it. */
export function isShownByRole(story: Story, who: Name, lead: Name, day: Day, reason: string): void {
	story.rows.shown_by_role.push({
		area_id: story.area,
		id: idOf(`${who}/shown by role`),
		account_id: idOf(who),
		reason,
		set_by_id: idOf(lead),
		set_at: timeOn(story, day),
		ended_by_id: null,
		ended_at: null,
		ended_reason: null,
	})
}

/** The person asks about the last look of somebody's on a day. */
export function asksAboutALook(plan: Plan, who: Name, lookedOn: Day, day: Day, words: string): Question {
	const { story, person } = plan
	const [from, to] = [timeOn(story, lookedOn, 0), timeOn(story, lookedOn, 24)]
	const entry = story.rows.access.findLast(
		(one) =>
			one.person_id === idOf(person) &&
			one.by_id === idOf(who) &&
			one.act === 'looked' &&
			one.at >= from &&
			one.at < to,
	)
	if (!entry) throw new Error(`${who} did not look at what is ${person}'s on that day`)
	const id = idOf(`${person}/question/${story.rows.record_question.length}`)
	const row = {
		area_id: story.area,
		id,
		person_id: entry.person_id,
		// The record numbers its entries in order of time: see numberQuestions.
		entry_number: 0,
		asked_of_id: entry.by_id,
		entry_at: entry.at,
		entry_act: entry.act,
		entry_what: entry.what,
		words,
		asked_at: looksAt(plan, person, day, 'question', id, 'changed'),
	}
	story.rows.record_question.push(row)
	return { plan, row }
}

/** Somebody reads the question, and answers it. */
export function answersTheQuestion({ plan, row }: Question, who: Name, day: Day, words: string): void {
	looksAt(plan, who, day, 'question', row.id, 'looked')
	plan.story.rows.record_answer.push({
		area_id: row.area_id,
		id: idOf(`${row.id}/answer/${who}`),
		question_id: row.id,
		person_id: row.person_id,
		asked_of_id: row.asked_of_id,
		author_id: idOf(who),
		words,
		emptied_at: null,
		answered_at: looksAt(plan, who, day, 'question', row.id, 'changed'),
	})
}

/** The person reads their own record. */
export function readsTheirRecord(plan: Plan, day: Day): void {
	looksAt(plan, plan.person, day, 'record', idOf(plan.person), 'looked')
}

/** Gives each question the number that the entry it is about will have, once all entries are in order of time. */
export function numberQuestions({ record_question, access }: Rows): void {
	for (const row of record_question) {
		const theirs = access.filter((entry) => entry.person_id === row.person_id)
		row.entry_number = 1 + theirs.findIndex((entry) => entry.at === row.entry_at)
	}
}
