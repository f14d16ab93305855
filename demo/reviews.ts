import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { changes, dateOf, type Plan, timeOn } from './story.ts'

/** A time of looking back together on a plan. */
export type Review = { readonly plan: Plan; readonly id: string }

/** Somebody begins to prepare for looking back, on a day if one is set. */
export function beginsReview(plan: Plan, who: Name, day: Day, forDay?: Day): Review {
	const { story, person, scope } = plan
	const id = idOf(`${person}/review/${day}`)
	story.rows.review.push({
		area_id: story.area,
		id,
		scope_id: scope,
		person_id: idOf(person),
		for_day: forDay === undefined ? null : dateOf(story, forDay),
		begun_by_id: idOf(who),
		begun_at: changes(plan, who, day, 'review', id),
		held_at: null,
		held_by_id: null,
		set_aside_at: null,
	})
	return { plan, id }
}

type Prepared = { good?: string; hard?: string; other?: string }

/** One of the two writes what they think, by themselves. */
export function prepares({ plan, id }: Review, who: Name, day: Day, { good, hard, other }: Prepared): void {
	plan.story.rows.review_preparation.push({
		area_id: plan.story.area,
		id: idOf(`${id}/${who}`),
		review_id: id,
		scope_id: plan.scope,
		account_id: idOf(who),
		good: good ?? null,
		hard: hard ?? null,
		other: other ?? null,
		written_at: changes(plan, who, day, 'review', id),
	})
}

/** Somebody says that the two looked back together on this day. */
export function holds({ plan, id }: Review, who: Name, day: Day): void {
	const at = changes(plan, who, day, 'review', id)
	for (const row of plan.story.rows.review)
		if (row.id === id) Object.assign(row, { held_at: at, held_by_id: idOf(who) })
}

/** The two leave it this time. */
export function leavesReview({ plan, id }: Review, day: Day): void {
	for (const row of plan.story.rows.review) if (row.id === id) row.set_aside_at = timeOn(plan.story, day, 12)
}
