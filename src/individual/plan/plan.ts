import { type Contribution, type ContributionRequest, isWaiting } from '../../common/contributions/index.ts'

/** One of the two hands that make a plan, or one that did; or somebody to whom it is open. */
export type Party = {
	id: string
	name: string
	/** Whose plan it is, or who works or worked alongside; a third only reads. */
	hand: 'person' | 'practitioner' | 'third'
	/** Whether the two work together now; for the person, always. */
	current: boolean
}

/** Whose plan is being read, by whom, and everyone whose words may stand in it. */
export type Plan = {
	person: Party
	/** The scope that the plan's rows belong to; where only one outcome is open to the reader, the scope of that. */
	scope: string
	/** The scope that this one lies within, where it is not the whole plan. */
	within: string | null
	/** Which voice speaks to the reader: a supporter's is that of whoever may only read. */
	voice: 'person' | 'practitioner' | 'supporter'
	/** The reader. */
	me: Party
	/** The person first, then practitioners, the latest first. */
	parties: Party[]
}

export type Wording = { id: string; number: number; words: string; hash: string; authorId: string; writtenAt: Date }
export type Agreement = { id: string; wordingId: string; accountId: string; agreedAt: Date; withdrawnAt: Date | null }
export type Difference = { id: string; authorId: string; reason: string; writtenAt: Date; withdrawnAt: Date | null }

export type TurnKind = 'under_way' | 'reached' | 'set_aside' | 'cannot_be_done_now' | 'taken_up_again'
export type Turn = {
	id: string
	kind: TurnKind
	why: string | null
	inTheWay: string | null
	whoseJob: string | null
	authorId: string
	madeAt: Date
}

/** A change the parties have agreed to work for, or are talking about: everything ever said about it, oldest first. */
export type Outcome = {
	id: string
	scope: string
	person: string
	proposedById: string
	proposedAt: Date
	wordings: Wording[]
	agreements: Agreement[]
	differences: Difference[]
	turns: Turn[]
	contributions: Contribution[]
	requests: ContributionRequest[]
}

export type Standing = 'proposed' | 'agreed' | Exclude<TurnKind, 'taken_up_again'>

/** The words that stand now: the last ones proposed. */
export function currentWording(outcome: Outcome): Wording {
	const last = outcome.wordings.at(-1)
	if (!last) throw new Error('An outcome without words cannot be.')
	return last
}

/** The last words of another hand than theirs that stand now, if neither have been agreed to: both stay in sight. */
export function earlierWording(outcome: Outcome): Wording | undefined {
	const now = currentWording(outcome)
	const since = outcome.wordings.slice(outcome.wordings.findLastIndex((wording) => isAgreed(outcome, wording)) + 1)
	return since.findLast((wording) => wording.authorId !== now.authorId)
}

/** What sha256 makes of no words at all. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Whether these words have gone with whoever wrote them: nobody can say yes to them any more. */
export const haveGone = ({ hash }: Pick<Wording, 'hash'>): boolean => hash === hashOfNothing

/** Agreements to these words that nobody has taken back. */
export function agreementsTo(outcome: Outcome, wording: Wording): Agreement[] {
	return outcome.agreements.filter((one) => one.wordingId === wording.id && one.withdrawnAt === null)
}

/** Whether the person and a practitioner have each agreed to exactly these words by their own hand. */
export function isAgreed(outcome: Outcome, wording: Wording): boolean {
	const hands = agreementsTo(outcome, wording).map((one) => one.accountId)
	return hands.includes(outcome.person) && hands.some((hand) => hand !== outcome.person)
}

/** The latest words that both have agreed to: other words may be on the table meanwhile, and the plan stays useful. */
export function agreedWording(outcome: Outcome): Wording | undefined {
	return outcome.wordings.findLast((wording) => isAgreed(outcome, wording))
}

/** Whether this account has agreed to the words that stand now. */
export function hasAgreed(outcome: Outcome, account: string): boolean {
	return agreementsTo(outcome, currentWording(outcome)).some((one) => one.accountId === account)
}

/** When this account took back its agreement to the words that stand now, unless it has agreed to them again. */
export function tookBack(outcome: Outcome, account: string): Date | undefined {
	const { id } = currentWording(outcome)
	const mine = outcome.agreements.filter((one) => one.wordingId === id && one.accountId === account)
	return mine.some((one) => one.withdrawnAt === null) ? undefined : (mine.at(-1)?.withdrawnAt ?? undefined)
}

/**
 * How an outcome stands: what happened last, unless it was taken up again; otherwise agreed or only proposed. Nothing is
 * under way once no words of it are agreed.
 */
export function standingOf(outcome: Outcome): { standing: Standing; turn: Turn | undefined } {
	const turn = outcome.turns.at(-1)
	const agreed = agreedWording(outcome) !== undefined
	const holds = turn && turn.kind !== 'taken_up_again' && (agreed || turn.kind !== 'under_way')
	if (holds) return { standing: turn.kind as Standing, turn }
	return { standing: agreed ? 'agreed' : 'proposed', turn: undefined }
}

/** What can be said next about how it stands. Only agreed words can be under way or reached. */
export function turnsOpen(outcome: Outcome): TurnKind[] {
	switch (standingOf(outcome).standing) {
		case 'proposed':
			return ['set_aside', 'cannot_be_done_now']
		case 'agreed':
			return ['under_way', 'reached', 'set_aside', 'cannot_be_done_now']
		case 'under_way':
			return ['reached', 'set_aside', 'cannot_be_done_now']
		default:
			return ['taken_up_again']
	}
}

/** Differences that their authors have not withdrawn: both voices stay visible. */
export const standingDifferences = (outcome: Outcome): Difference[] =>
	outcome.differences.filter((one) => one.withdrawnAt === null)

/** Whether an outcome is reached or set aside: nothing more is done about it, unless it is taken up again. */
export const isAtRest = (outcome: Outcome): boolean => ['reached', 'set_aside'].includes(standingOf(outcome).standing)

/** Whether the words that stand now wait for this account's yes or no; who took a yes back has answered. */
export const waitsForYes = (outcome: Outcome, account: string): boolean =>
	!isAtRest(outcome) &&
	standingOf(outcome).standing !== 'cannot_be_done_now' &&
	!haveGone(currentWording(outcome)) &&
	!hasAgreed(outcome, account) &&
	!tookBack(outcome, account)

/** The requests that wait for this account's answer. */
export const askedOf = (outcome: Outcome, account: string): ContributionRequest[] =>
	outcome.requests.filter((one) => one.askedOfId === account && isWaiting(one))

/** Whether an outcome waits for this account's own word: its agreement, or its answer to a request. */
export const waitsFor = (outcome: Outcome, account: string): boolean =>
	waitsForYes(outcome, account) || askedOf(outcome, account).length > 0

/** The same outcome with every word that somebody wrote in it put through `change`. */
export function withWords(outcome: Outcome, change: (words: string) => string): Outcome {
	const perhaps = (words: string | null) => words && change(words)
	return {
		...outcome,
		wordings: outcome.wordings.map((one) => ({ ...one, words: change(one.words) })),
		differences: outcome.differences.map((one) => ({ ...one, reason: change(one.reason) })),
		turns: outcome.turns.map(({ why, inTheWay, whoseJob, ...one }) => ({
			...{ ...one, why: perhaps(why), inTheWay: perhaps(inTheWay), whoseJob: perhaps(whoseJob) },
		})),
		contributions: outcome.contributions.map((one) => ({ ...one, words: change(one.words) })),
		requests: outcome.requests.map(({ words, answerWords, ...one }) => ({
			...{ ...one, words: change(words), answerWords: perhaps(answerWords) },
		})),
	}
}

/** Every account whose hand is in an outcome. */
export const handsIn = (outcome: Outcome): string[] => [
	...new Set([
		outcome.proposedById,
		...outcome.wordings.map((one) => one.authorId),
		...outcome.agreements.map((one) => one.accountId),
		...outcome.differences.map((one) => one.authorId),
		...outcome.turns.map((one) => one.authorId),
		...outcome.contributions.map((one) => one.broughtById),
		...outcome.requests.flatMap((one) => [one.askedById, one.askedOfId]),
	]),
]

/** One thing that happened to an outcome. */
export type Event =
	| { at: Date; byId: string; kind: 'proposed' | 'other_words'; words: string }
	| { at: Date; byId: string; kind: 'agreed' | 'withdrew'; words: string }
	| { at: Date; byId: string; kind: 'differed' | 'differs_no_more'; words: string }
	| { at: Date; byId: string; kind: 'turned'; turn: Turn }
	| { at: Date; byId: string; kind: 'brings' | 'brought' | 'takes_back'; contribution: Contribution }
	| { at: Date; byId: string; kind: 'asked' | 'answered' | 'took_back_request'; request: ContributionRequest }

/** Everything that ever happened to an outcome, by whose hand and when, the latest first. */
export function historyOf(outcome: Outcome): Event[] {
	const events = [
		...eventsOfWords(outcome),
		...outcome.differences.flatMap(eventsOfDifference),
		...outcome.turns.map((turn): Event => ({ at: turn.madeAt, byId: turn.authorId, kind: 'turned', turn })),
		...outcome.contributions.flatMap(eventsOfContribution),
		...outcome.requests.flatMap(eventsOfRequest),
	]
	return events.sort((one, other) => other.at.getTime() - one.at.getTime())
}

function eventsOfWords({ wordings, agreements }: Outcome): Event[] {
	const proposals = wordings.map(
		({ writtenAt: at, authorId: byId, number, words }): Event => ({
			at,
			byId,
			kind: number === 1 ? 'proposed' : 'other_words',
			words,
		}),
	)
	const agreed = agreements.flatMap(({ wordingId, accountId: byId, agreedAt, withdrawnAt }): Event[] => {
		const words = wordings.find((wording) => wording.id === wordingId)?.words ?? ''
		const yes: Event = { at: agreedAt, byId, kind: 'agreed', words }
		return withdrawnAt ? [yes, { at: withdrawnAt, byId, kind: 'withdrew', words }] : [yes]
	})
	return [...proposals, ...agreed]
}

function eventsOfDifference({ authorId: byId, reason: words, writtenAt, withdrawnAt }: Difference): Event[] {
	const differed: Event = { at: writtenAt, byId, kind: 'differed', words }
	return withdrawnAt ? [differed, { at: withdrawnAt, byId, kind: 'differs_no_more', words }] : [differed]
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
