import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { about, nextId, type Outcome } from './outcomes.ts'
import type { Rows } from './rows.ts'
import { changes, dateOf } from './story.ts'

/** A step of somebody's. */
type Step = {
	readonly outcome: Outcome
	readonly row: Rows['step'][number]
	readonly whose: Name
	readonly writer: Name
}

/** By when, as it was said; and the day that this is, where it is one. */
type When = { readonly said: string; readonly on?: Day }

const whenOf = (outcome: Outcome, when: When | undefined) => ({
	said: when?.said ?? null,
	day: when?.on === undefined ? null : dateOf(outcome.plan.story, when.on),
})

/** Somebody writes down a step of their own. */
export const takesAStep = (outcome: Outcome, who: Name, day: Day, words: string, when?: When): Step =>
	writesAStep(outcome, who, who, day, words, when)

/** Somebody asks another to do something, who has not answered. */
export function writesAStep(outcome: Outcome, writer: Name, whose: Name, day: Day, words: string, when?: When): Step {
	const row = {
		...about(outcome),
		id: nextId(outcome, 'step'),
		whose_id: idOf(whose),
		written_by_id: idOf(writer),
		words,
		...whenOf(outcome, when),
		written_at: changes(outcome.plan, writer, day, 'step', outcome.id),
		emptied_at: null,
	}
	outcome.plan.story.rows.step.push(row)
	return { outcome, row, whose, writer }
}

type Said = { readonly words?: string; readonly when?: When }

/** What was said of a step on a day. */
export function saysOfStep(
	{ outcome, row, whose, writer }: Step,
	day: Day,
	kind: Rows['step_turn'][number]['kind'],
	{ words, when }: Said = {},
): void {
	const who = kind === 'taken_back' ? writer : whose
	outcome.plan.story.rows.step_turn.push({
		...about(outcome),
		id: nextId(outcome, 'step_turn'),
		step_id: row.id,
		...{ whose_id: row.whose_id, written_by_id: row.written_by_id, author_id: idOf(who) },
		kind,
		words: words ?? null,
		...whenOf(outcome, when),
		made_at: changes(outcome.plan, who, day, 'step', outcome.id),
		emptied_at: null,
	})
}

/** It is done, says the one whose step it is. */
export const isDoneStep = (step: Step, day: Day): void => saysOfStep(step, day, 'done')
