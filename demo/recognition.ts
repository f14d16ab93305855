import type { RecognitionRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Outcome } from './outcomes.ts'
import type { Rows } from './rows.ts'
import { changes, type Plan, timeOn } from './story.ts'

/** Kind words that somebody gave. */
type KindWords = { readonly plan: Plan; readonly row: Rows['recognition'][number] }

/** Somebody puts into words what they noticed about the person: about one outcome, or in general. */
export function notices(
	about: Outcome | Plan,
	who: Name,
	day: Day,
	words: string,
	beginning: RecognitionRow['beginning'] = 'noticed',
): KindWords {
	return gives(about, who, ('plan' in about ? about.plan : about).person, day, words, beginning)
}

/** Somebody says why they believe in the person. */
export const believes = (about: Outcome | Plan, who: Name, day: Day, words: string): KindWords =>
	notices(about, who, day, words, 'believe')

/** The person thanks somebody. */
export function thanks(about: Outcome | Plan, whom: Name, day: Day, words: string): KindWords {
	return gives(about, ('plan' in about ? about.plan : about).person, whom, day, words, 'thanks')
}

function gives(
	about: Outcome | Plan,
	who: Name,
	to: Name,
	day: Day,
	words: string,
	beginning: RecognitionRow['beginning'],
): KindWords {
	const outcome = 'plan' in about ? about : undefined
	const plan = outcome?.plan ?? (about as Plan)
	const { rows } = plan.story
	// Where the outcome was set apart, it stands with what else is said about it.
	const scope = rows.outcome.find(({ id }) => id === outcome?.id)?.scope_id ?? plan.scope
	const row = {
		area_id: plan.story.area,
		id: idOf(
			`${plan.person}/kind words/${rows.recognition.filter(({ person_id }) => person_id === idOf(plan.person)).length}`,
		),
		person_id: idOf(plan.person),
		scope_id: scope,
		outcome_id: outcome?.id ?? null,
		author_id: idOf(who),
		given_to_id: idOf(to),
		beginning,
		words,
		given_at: changes(plan, who, day, 'recognition', outcome?.id ?? scope),
		taken_back_at: null,
		shown_beside: false,
		emptied_at: null,
	}
	rows.recognition.push(row)
	return { plan, row }
}

/** Whoever it was given to reads it. */
export function isRead({ plan, row }: KindWords, day: Day): void {
	plan.story.rows.recognition_kept.push({
		area_id: row.area_id,
		recognition_id: row.id,
		scope_id: row.scope_id,
		account_id: row.given_to_id,
		author_id: row.author_id,
		read_at: timeOn(plan.story, day, 19),
		is_hidden: false,
	})
}

/** They put it out of their sight. */
export function isHidden({ plan, row }: KindWords): void {
	for (const kept of plan.story.rows.recognition_kept) if (kept.recognition_id === row.id) kept.is_hidden = true
}

/** The person shows it beside the outcome. */
export function isShownBeside(given: KindWords, day: Day): void {
	const { plan, row } = given
	changes(plan, plan.person, day, 'recognition', row.outcome_id ?? row.scope_id)
	row.shown_beside = true
}

/** Whoever it was given to answers. */
export function isAnswered({ plan, row }: KindWords, who: Name, day: Day, words: string): void {
	plan.story.rows.recognition_answer.push({
		area_id: row.area_id,
		id: idOf(`${row.id}/answer`),
		recognition_id: row.id,
		scope_id: row.scope_id,
		author_id: row.given_to_id,
		to_id: row.author_id,
		words,
		answered_at: changes(plan, who, day, 'recognition_answer', row.outcome_id ?? row.scope_id),
	})
}

/** The giver takes it back, unread. */
export function isTakenBackUnread({ plan, row }: KindWords, who: Name, day: Day): void {
	row.taken_back_at = changes(plan, who, day, 'recognition', row.outcome_id ?? row.scope_id)
}
