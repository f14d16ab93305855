import type { Contribution, ContributionRequest } from '../../common/contributions/index.ts'
import { type Difference, type Heard, type Outcome, speakerOf, type Turn, type Wording } from './plan.ts'
import type { Step, StepTurn } from './steps/steps.ts'

/** One thing that happened to an outcome. */
export type Event =
	| { at: Date; byId: string; kind: 'proposed' | 'other_words'; words: string }
	| { at: Date; byId: string; kind: 'written_down'; fromId: string; words: string }
	| { at: Date; byId: string; kind: 'own_words' | 'agreed'; withId: string | null; words: string }
	| { at: Date; byId: string; kind: 'not_own_words' | 'still_agrees' | 'withdrew'; words: string }
	| { at: Date; byId: string; kind: 'differed' | 'differs_no_more'; words: string }
	| { at: Date; byId: string; kind: 'turned'; turn: Turn }
	| { at: Date; byId: string; kind: 'brings' | 'brought' | 'takes_back'; contribution: Contribution }
	| { at: Date; byId: string; kind: 'asked' | 'answered' | 'took_back_request'; request: ContributionRequest }
	| { at: Date; byId: string; kind: 'step'; step: Step; turn: StepTurn | undefined }

/** Everything that ever happened to an outcome, by whose hand and when, the latest first. */
export function historyOf(outcome: Outcome): Event[] {
	const events = [
		...eventsOfWords(outcome),
		...outcome.differences.flatMap(eventsOfDifference),
		...outcome.turns.map((turn): Event => ({ at: turn.madeAt, byId: turn.authorId, kind: 'turned', turn })),
		...outcome.contributions.flatMap(eventsOfContribution),
		...outcome.requests.flatMap(eventsOfRequest),
		...outcome.steps.flatMap(eventsOfStep),
	]
	return events.sort((one, other) => other.at.getTime() - one.at.getTime())
}

function eventsOfWords({ wordings, agreements }: Outcome): Event[] {
	const proposals = wordings.flatMap((one): Event[] => {
		const { writtenAt: at, authorId: byId, number, words } = one
		return one.heard
			? eventsOfHeard(one, one.heard, words)
			: [{ at, byId, kind: number === 1 ? 'proposed' : 'other_words', words }]
	})
	const agreed = agreements.flatMap((one): Event[] => {
		const { wordingId, accountId: byId, agreedAt, withdrawnAt, togetherWithId: withId, saidAloneAt } = one
		const words = wordings.find((wording) => wording.id === wordingId)?.words ?? ''
		const events: Event[] = [{ at: agreedAt, byId, kind: 'agreed', withId, words }]
		if (saidAloneAt) events.push({ at: saidAloneAt, byId, kind: 'still_agrees', words })
		if (withdrawnAt) events.push({ at: withdrawnAt, byId, kind: 'withdrew', words })
		return events
	})
	return [...proposals, ...agreed]
}

/** That somebody wrote down what they heard, and what the one they heard it from said of it. */
function eventsOfHeard({ writtenAt: at, authorId: byId }: Wording | Difference, heard: Heard, words: string): Event[] {
	const { fromId, confirmedAt, confirmedWithId: withId, disownedAt } = heard
	const events: Event[] = [{ at, byId, kind: 'written_down', fromId, words }]
	if (confirmedAt) events.push({ at: confirmedAt, byId: fromId, kind: 'own_words', withId, words })
	if (disownedAt) events.push({ at: disownedAt, byId: fromId, kind: 'not_own_words', words })
	return events
}

function eventsOfDifference(one: Difference): Event[] {
	const { authorId: byId, reason: words, writtenAt: at, withdrawnAt, heard } = one
	const events: Event[] = heard ? eventsOfHeard(one, heard, words) : [{ at, byId, kind: 'differed', words }]
	if (withdrawnAt) events.push({ at: withdrawnAt, byId: speakerOf(one), kind: 'differs_no_more', words })
	return events
}

function eventsOfContribution(contribution: Contribution): Event[] {
	const { offeredAt, doneAt, takenBackAt, broughtById: byId } = contribution
	const events: Event[] = [{ at: offeredAt, byId, kind: 'brings', contribution }]
	if (doneAt) events.push({ at: doneAt, byId, kind: 'brought', contribution })
	if (takenBackAt) events.push({ at: takenBackAt, byId, kind: 'takes_back', contribution })
	return events
}

function eventsOfRequest(request: ContributionRequest): Event[] {
	const { askedAt, askedById, askedOfId, answeredAt, takenBackAt } = request
	const events: Event[] = [{ at: askedAt, byId: askedById, kind: 'asked', request }]
	if (answeredAt) events.push({ at: answeredAt, byId: askedOfId, kind: 'answered', request })
	if (takenBackAt) events.push({ at: takenBackAt, byId: askedById, kind: 'took_back_request', request })
	return events
}

function eventsOfStep(step: Step): Event[] {
	const turns = step.turns.map((turn): Event => ({ at: turn.madeAt, byId: turn.authorId, kind: 'step', step, turn }))
	return [{ at: step.writtenAt, byId: step.writtenById, kind: 'step', step, turn: undefined }, ...turns]
}
