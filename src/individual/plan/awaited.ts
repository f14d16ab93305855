import { type ContributionRequest, isWaiting } from '../../common/contributions/index.ts'
import {
	type Agreement,
	agreedWording,
	agreementsTo,
	currentWording,
	type Difference,
	hasAgreed,
	haveGone,
	isAtRest,
	isUnconfirmed,
	type Outcome,
	standingDifferences,
	standingOf,
	tookBack,
	type Wording,
} from './plan.ts'
import { stepsAskedOf } from './steps/steps.ts'

/** What this account agreed to together, on somebody else's device, and has not yet said alone. */
export const toSayAlone = (outcome: Outcome, account: string): Agreement[] =>
	[...new Set([currentWording(outcome), agreedWording(outcome)])].flatMap((wording) =>
		wording ? agreementsTo(outcome, wording).filter((one) => one.accountId === account && isNotYetAlone(one)) : [],
	)

/** Whether a yes was given together and waits to be said alone. */
const isNotYetAlone = (one: Agreement): boolean => one.togetherWithId !== null && one.saidAloneAt === null

/** From the third day on a page says since when it waits. */
const daysUntilToldSince = 2

/** Whether what was agreed together on one day (YYYY-MM-DD) has waited into its third day on another. */
export const hasWaitedLong = (agreed: string, today: string): boolean =>
	Date.parse(today) - Date.parse(agreed) >= daysUntilToldSince * 24 * 60 * 60_000

/** Whether somebody has written down what they heard from this account, and it has not yet said whether those are its words. */
export const waitsToBeOwned = (outcome: Outcome, account: string): (Wording | Difference)[] =>
	[currentWording(outcome), ...standingDifferences(outcome)].filter(
		(one) => one.heard?.fromId === account && isUnconfirmed(one),
	)

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

/** Whether something to bring or to do was asked of this account and waits for its answer. */
export const isAskedIn = (outcome: Outcome, account: string): boolean =>
	askedOf(outcome, account).length > 0 || stepsAskedOf(outcome.steps, account).length > 0

/** Whether an outcome waits for this account's own word: its agreement, the same said alone, its answer, or whether words are its own. */
export const waitsFor = (outcome: Outcome, account: string): boolean =>
	waitsForYes(outcome, account) ||
	isAskedIn(outcome, account) ||
	toSayAlone(outcome, account).length > 0 ||
	waitsToBeOwned(outcome, account).length > 0
