import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { about, nextId, type Outcome } from './outcomes.ts'
import { changes, dateOf } from './story.ts'

/** Somebody says how far an outcome has come on a day, from 0 to 10. */
export function saysHowFar(outcome: Outcome, who: Name, day: Day, rating: number, words: string | null = null): void {
	outcome.plan.story.rows.progress_rating.push({
		...about(outcome),
		...{ id: nextId(outcome, 'progress_rating'), author_id: idOf(who), rating, words },
		rated_on: dateOf(outcome.plan.story, day),
		rated_at: changes(outcome.plan, who, day, 'progress', outcome.id),
		taken_back_at: null,
	})
}

/** Somebody chooses not to say a number on a day, which stands in no record. */
export function saysNoNumber(outcome: Outcome, who: Name, day: Day): void {
	saysHowFar(outcome, who, day, 0)
	const { rows } = outcome.plan.story
	rows.access.pop()
	Object.assign(rows.progress_rating.at(-1) ?? {}, { rating: null })
}

/** Somebody takes back the last number that they said. */
export function takesTheNumberBack(outcome: Outcome, who: Name, day: Day): void {
	const { rows } = outcome.plan.story
	const last = rows.progress_rating.findLast((one) => one.outcome_id === outcome.id && one.author_id === idOf(who))
	if (!last) throw new Error(`${who} has said no number for ${outcome.name}`)
	last.taken_back_at = changes(outcome.plan, who, day, 'progress', outcome.id)
}

/** Somebody says what 0, 5 and 10 would look like; one of them is enough. */
export function saysWhatItLooksLike(
	outcome: Outcome,
	who: Name,
	day: Day,
	[at0, at5, at10]: readonly [string | null, string | null, string | null],
): void {
	outcome.plan.story.rows.progress_anchor.push({
		...about(outcome),
		...{ id: nextId(outcome, 'progress_anchor'), author_id: idOf(who), at_0: at0, at_5: at5, at_10: at10 },
		written_at: changes(outcome.plan, who, day, 'progress', outcome.id),
	})
}
