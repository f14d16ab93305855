import type { Tx } from '../../platform/database/acting.ts'
import { isoDay } from '../../platform/days.ts'
import { askedOf, hasWaitedLong, toSayAlone, waitsForYes, waitsToBeOwned } from './awaited.ts'
import { outcomesNow } from './outcomes.queries.ts'
import { planOf } from './plan.queries.ts'
import { currentWording, type Outcome, speakerOf } from './plan.ts'
import { stepsAskedOf } from './steps/steps.ts'

/** One thing in the reader's own plan that waits for their word, in the very words that wait. */
export type WaitingWords = {
	outcome: string
	/** The request to answer; without one, the outcome's words wait for a yes or no. */
	request: string | undefined
	/** The step that waits for the reader's yes or no. */
	step?: string
	words: string
	/** Whose words they are: absent where they are the reader's own. */
	by: string | undefined
	/** The day of the words, YYYY-MM-DD. */
	date: string
	/** A yes to these words that was given together and waits to be said alone: on whose device, and which day. */
	alone?: { agreement: string; other: string; day: string; isLong: boolean }
	/** Somebody wrote these words down as they heard them from the reader, who has not yet said whether they are theirs. */
	isHeard?: true
}

/** What waits for the acting account's word in the plan that is about themselves: what was agreed together first, then the oldest outcome. */
export async function waitingInMyPlan(tx: Tx): Promise<WaitingWords[]> {
	const [plan, outcomes] = await Promise.all([planOf(tx, tx.account), outcomesNow(tx, tx.account)])
	const nameOf = (id: string | null) => plan?.parties.find((party) => party.id === id)?.name
	const by = (id: string) => (id === tx.account ? undefined : nameOf(id))
	const today = isoDay(new Date())
	return [
		...outcomes.flatMap((outcome) =>
			toSayAlone(outcome, tx.account).flatMap((one) => {
				const wording = outcome.wordings.find(({ id }) => id === one.wordingId)
				const day = isoDay(one.agreedAt)
				const isLong = hasWaitedLong(day, today)
				const alone = { agreement: one.id, other: nameOf(one.togetherWithId) ?? '', day, isLong }
				return wording ? [{ ...theWords(outcome, wording), alone }] : []
			}),
		),
		...outcomes.flatMap((outcome) => [
			...wordsThatWait(outcome),
			...requestsThatWait(outcome),
			...stepsThatWait(outcome),
		]),
	]

	function theWords({ id: outcome }: Outcome, one: Outcome['wordings'][number]): WaitingWords {
		return { outcome, request: undefined, words: one.words, by: by(speakerOf(one)), date: isoDay(one.writtenAt) }
	}

	function wordsThatWait(outcome: Outcome): WaitingWords[] {
		const now = currentWording(outcome)
		const heard = waitsToBeOwned(outcome, tx.account)
		const views = heard.flatMap((one) => ('reason' in one ? [{ ...one, words: one.reason }] : []))
		return [
			...(heard.includes(now) ? [{ ...theWords(outcome, now), isHeard: true as const }] : []),
			...(!heard.includes(now) && waitsForYes(outcome, tx.account) ? [theWords(outcome, now)] : []),
			...views.map(({ words, authorId, writtenAt }) => ({
				...{ outcome: outcome.id, request: undefined, words, by: by(authorId), date: isoDay(writtenAt) },
				isHeard: true as const,
			})),
		]
	}

	function stepsThatWait(outcome: Outcome): WaitingWords[] {
		return stepsAskedOf(outcome.steps, tx.account).map(({ id: step, words, writtenById, writtenAt }) => ({
			...{ outcome: outcome.id, request: undefined, step, words, by: by(writtenById), date: isoDay(writtenAt) },
		}))
	}

	function requestsThatWait(outcome: Outcome): WaitingWords[] {
		return askedOf(outcome, tx.account).map(({ id, words, askedById, askedAt }) => ({
			...{ outcome: outcome.id, request: id, words, by: by(askedById), date: isoDay(askedAt) },
		}))
	}
}
