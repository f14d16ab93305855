import type { Contribution, ContributionRequest } from '../../common/contributions/index.ts'
import { type Step, stepWithWords } from './steps/steps.ts'

/** One of the two hands that make a plan, or one that did; or somebody to whom it is open. */
export type Party = {
	id: string
	name: string
	/** Whose plan it is, or who works or worked alongside; a third is one to whom something of it is or was open. */
	hand: 'person' | 'practitioner' | 'third'
	/** Whether the two work together now; for the person, always. */
	current: boolean
}

/** Somebody to whom something of a plan is or was open, and who may bring something to that. */
export type Third = Party & {
	/** The scopes that are open to them now. */
	openIn: string[]
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
	thirds: Third[]
}

/** Words that their author heard from the person and wrote down; the person alone says whether they are theirs. */
export type Heard = {
	fromId: string
	/** The day on which the person wrote them on paper, YYYY-MM-DD; nothing, where they were said aloud. */
	paperDay: string | null
	confirmedAt: Date | null
	/** On whose device the person said so; alone, where nobody is named. */
	confirmedWithId: string | null
	disownedAt: Date | null
}
export type Wording = {
	id: string
	number: number
	words: string
	hash: string
	authorId: string
	writtenAt: Date
	heard: Heard | null
}
export type Agreement = {
	id: string
	wordingId: string
	accountId: string
	agreedAt: Date
	withdrawnAt: Date | null
	/** On whose device it was given, where not in a sign-in of their own, and when they said the same alone. */
	togetherWithId: string | null
	saidAloneAt: Date | null
}
export type Difference = {
	id: string
	authorId: string
	reason: string
	writtenAt: Date
	withdrawnAt: Date | null
	heard: Heard | null
}

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

/** Everyone who is or was in a plan. */
export const everyoneIn = ({ parties, thirds }: Plan): Party[] => [
	...parties,
	...thirds.filter(({ id }) => !parties.some((party) => party.id === id)),
]

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
	steps: Step[]
}

/** A step is something that somebody will do under an outcome: its rules stand in `steps/`. */
export { stateOf, whenOf, wordsOfStep } from './steps/steps.ts'

export type Standing = 'proposed' | 'agreed' | Exclude<TurnKind, 'taken_up_again'>

/** Whether words wait for the one they were heard from to say whether they are theirs. */
export const isUnconfirmed = ({ heard }: Pick<Wording, 'heard'>): boolean =>
	heard !== null && !heard.confirmedAt && !heard.disownedAt

/** Whose words they are: of what was only heard, the one who wrote it down, until the other has said that it is theirs. */
export const speakerOf = ({ authorId, heard }: Pick<Wording, 'authorId' | 'heard'>): string =>
	heard?.confirmedAt ? heard.fromId : authorId

/** Who proposed an outcome; nobody yet, where what was heard from the person is not confirmed. */
export function proposerOf({ wordings: [first], proposedById }: Pick<Outcome, 'wordings' | 'proposedById'>) {
	if (!first?.heard) return proposedById
	return first.heard.confirmedAt ? first.heard.fromId : undefined
}

/** Whether all words of an outcome are ones of which the person said: these are not my words. */
const isDisowned = ({ wordings }: Pick<Outcome, 'wordings'>): boolean =>
	wordings.every(({ heard }) => heard?.disownedAt)

/** The words that stand now: the last ones proposed that nobody has said are not theirs. */
export function currentWording(outcome: Outcome): Wording {
	const last = outcome.wordings.findLast(({ heard }) => !heard?.disownedAt) ?? outcome.wordings.at(-1)
	if (!last) throw new Error('An outcome without words cannot be.')
	return last
}

/** The number of the last words there are, which whoever writes others has to have read. */
export const lastNumber = ({ wordings }: Outcome): number => wordings.at(-1)?.number ?? 0

/** The last words of another hand than theirs that stand now, if neither have been agreed to: both stay in sight. */
export function earlierWording(outcome: Outcome): Wording | undefined {
	const now = currentWording(outcome)
	const since = outcome.wordings.slice(outcome.wordings.findLastIndex((wording) => isAgreed(outcome, wording)) + 1)
	return since.findLast((one) => speakerOf(one) !== speakerOf(now) && !one.heard?.disownedAt)
}

/** What sha256 makes of no words at all. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Whether these words have gone with whoever wrote them: nobody can say yes to them any more. */
export const haveGone = ({ hash }: Pick<Wording, 'hash'>): boolean => hash === hashOfNothing

/** Stands where all words of an outcome went with whoever wrote them, and something of another hand hangs on it still. */
export const noWordsLeft = (id: string, authorId: string, writtenAt: Date): Wording => ({
	...{ id, number: 0, words: '', hash: hashOfNothing, authorId, writtenAt, heard: null },
})

/** Agreements to these words that nobody has taken back. */
export function agreementsTo(outcome: Outcome, wording: Wording): Agreement[] {
	return outcome.agreements.filter((one) => one.wordingId === wording.id && one.withdrawnAt === null)
}

/** Whether the person and a practitioner have each agreed to exactly these words by their own hand; never to words that nobody has said are theirs. */
export function isAgreed(outcome: Outcome, wording: Wording): boolean {
	if (wording.heard && !wording.heard.confirmedAt) return false
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
	if (isDisowned(outcome)) return { standing: 'set_aside', turn: undefined }
	return { standing: agreed ? 'agreed' : 'proposed', turn: undefined }
}

/** What can be said next about how it stands. Only agreed words can be under way or reached. */
export function turnsOpen(outcome: Outcome): TurnKind[] {
	if (isDisowned(outcome)) return []
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

/** Differences that nobody has withdrawn: both voices stay visible. What was only heard gives way to the speaker's own words. */
export const standingDifferences = ({ differences }: Outcome): Difference[] =>
	differences.filter(
		(one, at) =>
			one.withdrawnAt === null &&
			!one.heard?.disownedAt &&
			!(isUnconfirmed(one) && differences.slice(at + 1).some(({ authorId }) => authorId === one.heard?.fromId)),
	)

/** Whether an outcome is reached or set aside: nothing more is done about it, unless it is taken up again. */
export const isAtRest = (outcome: Outcome): boolean => ['reached', 'set_aside'].includes(standingOf(outcome).standing)

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
		steps: outcome.steps.map((one) => stepWithWords(one, change)),
	}
}

/** Every account whose hand is in an outcome. */
export const handsIn = (outcome: Outcome): string[] => [
	...new Set([
		outcome.proposedById,
		...outcome.wordings.map((one) => one.authorId),
		...outcome.agreements.flatMap((one) => [one.accountId, one.togetherWithId ?? one.accountId]),
		...outcome.differences.map((one) => one.authorId),
		...[...outcome.wordings, ...outcome.differences].flatMap(({ heard }) =>
			heard ? [heard.fromId, heard.confirmedWithId ?? heard.fromId] : [],
		),
		...outcome.turns.map((one) => one.authorId),
		...outcome.contributions.map((one) => one.broughtById),
		...outcome.requests.flatMap((one) => [one.askedById, one.askedOfId]),
		...outcome.steps.flatMap((one) => [one.whoseId, one.writtenById]),
	]),
]
