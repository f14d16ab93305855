import type { ContributionRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { about, nextId, type Outcome } from './outcomes.ts'
import type { Rows } from './rows.ts'
import { changes, dateOf } from './story.ts'

type Kind = ContributionRow['kind']

/** What somebody brings to an outcome. */
type Contribution = {
	readonly outcome: Outcome
	readonly who: Name
	readonly row: Rows['contribution'][number]
}

/** A question to somebody: will you bring this? */
type Request = {
	readonly outcome: Outcome
	readonly asker: Name
	readonly asked: Name
	readonly row: Rows['contribution_request'][number]
}

/** Somebody offers to bring something, perhaps by a day. */
export function offers(outcome: Outcome, who: Name, day: Day, kind: Kind, words: string, by?: Day): Contribution {
	return brings(outcome, who, day, kind, words, by, null)
}

function brings(
	outcome: Outcome,
	who: Name,
	day: Day,
	kind: Kind,
	words: string,
	by: Day | undefined,
	request: string | null,
): Contribution {
	const row = {
		...about(outcome),
		id: nextId(outcome, 'contribution'),
		brought_by_id: idOf(who),
		kind,
		words,
		by_day: by === undefined ? null : dateOf(outcome.plan.story, by),
		request_id: request,
		offered_at: changes(outcome.plan, who, day, 'contribution', outcome.id),
		done_at: null,
		taken_back_at: null,
	}
	outcome.plan.story.rows.contribution.push(row)
	return { outcome, who, row }
}

/** What was promised has been done, says the one who promised it. */
export function isDone({ outcome, who, row }: Contribution, day: Day): void {
	row.done_at = changes(outcome.plan, who, day, 'contribution', outcome.id)
}

/** The one who offered it takes it back. */
export function isTakenBack({ outcome, who, row }: Contribution, day: Day): void {
	row.taken_back_at = changes(outcome.plan, who, day, 'contribution', outcome.id)
}

/** Somebody asks the other to bring something. */
export function asks(outcome: Outcome, asker: Name, asked: Name, day: Day, kind: Kind, words: string): Request {
	const row = {
		...about(outcome),
		id: nextId(outcome, 'contribution_request'),
		asked_by_id: idOf(asker),
		asked_of_id: idOf(asked),
		kind,
		words,
		asked_at: changes(outcome.plan, asker, day, 'request', outcome.id),
		answer: null,
		answer_words: null,
		answered_at: null,
		taken_back_at: null,
		emptied_at: null,
	}
	outcome.plan.story.rows.contribution_request.push(row)
	return { outcome, asker, asked, row }
}

/** The one asked says yes, and so brings just what was asked. */
export function saysYes(request: Request, day: Day, by?: Day): Contribution {
	answers(request, day, 'accepted', null)
	return brings(request.outcome, request.asked, day, request.row.kind, request.row.words, by, request.row.id)
}

/** The one asked brings something else, or in another way. */
export function answersDifferently(request: Request, day: Day, words: string, by?: Day): Contribution {
	answers(request, day, 'differently', words)
	return brings(request.outcome, request.asked, day, request.row.kind, words, by, request.row.id)
}

/** The one asked says no. */
export const declines = (request: Request, day: Day, words: string): void => answers(request, day, 'declined', words)

function answers({ outcome, asked, row }: Request, day: Day, answer: typeof row.answer, words: string | null): void {
	row.answer = answer
	row.answer_words = words
	row.answered_at = changes(outcome.plan, asked, day, 'request', outcome.id)
}

/** The one who asked takes the question back. */
export function takesTheQuestionBack({ outcome, asker, row }: Request, day: Day): void {
	row.taken_back_at = changes(outcome.plan, asker, day, 'request', outcome.id)
}
