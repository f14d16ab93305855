import { createHash } from 'node:crypto'
import type { TurnRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { changes, dateOf, type Plan } from './story.ts'

/** An outcome of somebody's plan; `name` is for its id alone. */
export type Outcome = { readonly plan: Plan; readonly name: string; readonly id: string }

/** The columns that stand in every row about an outcome. */
export const about = (outcome: Outcome) => ({
	area_id: outcome.plan.story.area,
	outcome_id: outcome.id,
	scope_id: outcome.plan.scope,
})

/** Words that somebody says for themselves. */
const notHeard = {
	heard_from_id: null,
	paper_day: null,
	confirmed_at: null,
	confirmed_with_id: null,
	disowned_at: null,
}

/** The id of the next row about an outcome in a table. */
export const nextId = (outcome: Outcome, table: keyof Rows): string =>
	idOf(`${outcome.name}/${table}/${outcome.plan.story.rows[table].length}`)

/** Somebody puts an outcome into words. They agree to their own words unless they leave that for later. */
export function proposes(plan: Plan, who: Name, day: Day, called: string, words: string): Outcome {
	const outcome = onlyProposes(plan, who, day, called, words)
	agrees(outcome, who, day)
	return outcome
}

/** Somebody puts an outcome into words, and has not yet agreed to them. */
export function onlyProposes(plan: Plan, who: Name, day: Day, called: string, words: string): Outcome {
	const name = `${plan.person}/${called}`
	const outcome = { plan, name, id: idOf(name) }
	const at = changes(plan, who, day, 'outcome', outcome.id)
	plan.story.rows.outcome.push({
		area_id: plan.story.area,
		id: outcome.id,
		scope_id: plan.scope,
		person_id: idOf(plan.person),
		proposed_by_id: idOf(who),
		proposed_at: at,
	})
	writes(outcome, who, at, words)
	return outcome
}

/** Somebody says the same outcome in other words, and agrees to those. */
export function saysItInOtherWords(outcome: Outcome, who: Name, day: Day, words: string): void {
	writes(outcome, who, changes(outcome.plan, who, day, 'words', outcome.id), words)
	agrees(outcome, who, day)
}

function writes(outcome: Outcome, who: Name, at: Date, words: string): void {
	outcome.plan.story.rows.wording.push({
		...about(outcome),
		id: nextId(outcome, 'wording'),
		number: wordingsOf(outcome).length + 1,
		words,
		words_hash: null,
		author_id: idOf(who),
		written_at: at,
		...notHeard,
		emptied_at: null,
	})
}

const wordingsOf = (outcome: Outcome) => outcome.plan.story.rows.wording.filter((w) => w.outcome_id === outcome.id)

/** Somebody agrees, by their own hand, to the words as they are on that day. */
export function agrees(outcome: Outcome, who: Name, day: Day): void {
	const wording = wordingsOf(outcome).at(-1)
	if (!wording) throw new Error(`${outcome.name} has no words to agree to`)
	outcome.plan.story.rows.agreement.push({
		...about(outcome),
		id: nextId(outcome, 'agreement'),
		wording_id: wording.id,
		words_hash: `\\x${createHash('sha256').update(wording.words).digest('hex')}`,
		account_id: idOf(who),
		agreed_at: changes(outcome.plan, who, day, 'agreement', outcome.id),
		withdrawn_at: null,
		together_with_id: null,
		said_alone_at: null,
	})
}

/** The person agrees on a practitioner's device, and has not yet said so alone. */
export function agreesTogether(outcome: Outcome, other: Name, day: Day): void {
	const { plan } = outcome
	agrees(outcome, plan.person, day)
	const { rows } = plan.story
	const yes = rows.agreement.at(-1)
	const entry = rows.access.at(-1)
	if (!yes || !entry) throw new Error('A yes stands in the plan and in the record.')
	yes.together_with_id = idOf(other)
	Object.assign(entry, { by_id: idOf(other), what: 'together' })
	rows.sign_in_event.push({
		area_id: plan.story.area,
		id: idOf(`${yes.id}/used`),
		account_id: idOf(plan.person),
		kind: 'together_used',
		device_label: null,
		by_id: idOf(other),
		at: yes.agreed_at,
	})
}

/** A practitioner writes down what they hear the person say; the person has not yet said whether those are their words. */
export function writesDown(plan: Plan, who: Name, day: Day, called: string, words: string): Outcome {
	const outcome = onlyProposes(plan, who, day, called, words)
	const { rows } = plan.story
	const entry = rows.access.at(-1)
	const wording = rows.wording.at(-1)
	if (!wording || !entry) throw new Error('Words stand in the plan and in the record.')
	wording.heard_from_id = idOf(plan.person)
	entry.what = 'written_down'
	return outcome
}

/** A practitioner types in what the person wrote on paper on an earlier day. */
export function typesIn(plan: Plan, who: Name, day: Day, paperDay: Day, called: string, words: string): Outcome {
	const outcome = writesDown(plan, who, day, called, words)
	const wording = wordingsOf(outcome).at(-1)
	if (wording) wording.paper_day = dateOf(plan.story, paperDay)
	return outcome
}

/** Somebody takes back what they last agreed to. */
export function noLongerAgrees(outcome: Outcome, who: Name, day: Day): void {
	const mine = outcome.plan.story.rows.agreement.findLast(
		(row) => row.outcome_id === outcome.id && row.account_id === idOf(who),
	)
	if (!mine) throw new Error(`${who} has not agreed to ${outcome.name}`)
	mine.withdrawn_at = changes(outcome.plan, who, day, 'agreement', outcome.id)
}

/** Somebody sees it differently, and says why. */
export function seesItDifferently(outcome: Outcome, who: Name, day: Day, reason: string): void {
	outcome.plan.story.rows.difference.push({
		...about(outcome),
		id: nextId(outcome, 'difference'),
		author_id: idOf(who),
		reason,
		written_at: changes(outcome.plan, who, day, 'difference', outcome.id),
		withdrawn_at: null,
		...notHeard,
	})
}

/** Somebody takes back that they see it differently. */
export function nowSeesItAlike(outcome: Outcome, who: Name, day: Day): void {
	const mine = outcome.plan.story.rows.difference.findLast(
		(row) => row.outcome_id === outcome.id && row.author_id === idOf(who),
	)
	if (!mine) throw new Error(`${who} has not said how they see ${outcome.name}`)
	mine.withdrawn_at = changes(outcome.plan, who, day, 'difference', outcome.id)
}

/** Somebody says that it is under way. */
export const isUnderWay = (outcome: Outcome, who: Name, day: Day): void => turns(outcome, who, day, 'under_way')

/** Somebody says that it is reached. */
export const isReached = (outcome: Outcome, who: Name, day: Day): void => turns(outcome, who, day, 'reached')

/** Somebody takes up again what was at rest. */
export const isTakenUpAgain = (outcome: Outcome, who: Name, day: Day): void =>
	turns(outcome, who, day, 'taken_up_again')

/** Somebody sets the outcome aside, and says why. */
export const setsAside = (outcome: Outcome, who: Name, day: Day, why: string): void =>
	turns(outcome, who, day, 'set_aside', { why })

/** Somebody says that it cannot be done now: what is in the way, and whose job that is. */
export const cannotBeDoneNow = (outcome: Outcome, who: Name, day: Day, inTheWay: string, whoseJob: string): void =>
	turns(outcome, who, day, 'cannot_be_done_now', { in_the_way: inTheWay, whose_job: whoseJob })

type Said = Partial<Pick<TurnRow, 'why' | 'in_the_way' | 'whose_job'>>

function turns(outcome: Outcome, who: Name, day: Day, kind: TurnRow['kind'], said: Said = {}): void {
	outcome.plan.story.rows.turn.push({
		...about(outcome),
		id: nextId(outcome, 'turn'),
		kind,
		why: null,
		in_the_way: null,
		whose_job: null,
		...said,
		author_id: idOf(who),
		emptied_at: null,
		made_at: changes(outcome.plan, who, day, 'turn', outcome.id),
	})
}
