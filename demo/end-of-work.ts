import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { dateOf, looksAt, type Plan, timeOn } from './story.ts'

/** A practitioner says that the work together ends with a day, and says goodbye if they like. */
export function saysItEnds(plan: Plan, who: Name, day: Day, last: Day, goodbye: string | null = null): void {
	const { story, person } = plan
	looksAt(plan, who, day, 'end_of_work', idOf(person), 'looked')
	story.rows.end_of_work.push({
		...{ area_id: story.area, id: idOf(`${person}/ends with/${who}`), person_id: idOf(person) },
		...{ practitioner_id: idOf(who), said_by_id: idOf(who), last_day: dateOf(story, last), goodbye },
		said_at: looksAt(plan, who, day, 'end_of_work', idOf(person), 'changed'),
	})
	const tie = story.rows.working_relationship.find(({ id }) => id === idOf(`${person}/with/${who}`))
	if (!tie) throw new Error(`${who} does not work with ${person}.`)
	tie.ended_at ??= timeOn(story, last + 1, 0)
}

/** What becomes of a promise of theirs that is open: still to be done by a day, or not kept. */
export function saysOfPromise(plan: Plan, who: Name, day: Day, contribution: string, by: Day | null): void {
	const { story, person } = plan
	story.rows.promise_at_end.push({
		...{ area_id: story.area, id: idOf(`${contribution}/at end`), person_id: idOf(person) },
		...{ contribution_id: contribution, step_id: null, said_by_id: idOf(who), said_at: timeOn(story, day) },
		by_day: by === null ? null : dateOf(story, by),
	})
}
