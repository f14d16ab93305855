import type { Tx } from '../../platform/database/acting.ts'
import { isoDay } from '../../platform/days.ts'
import { outcomesICanSee, planOf } from './plan.queries.ts'
import { askedOf, currentWording, waitsForYes } from './plan.ts'

/** One thing in the reader's own plan that waits for their word, in the very words that wait. */
export type WaitingWords = {
	outcome: string
	/** The request to answer; without one, the outcome's words wait for a yes or no. */
	request: string | undefined
	words: string
	/** Whose words they are: absent where they are the reader's own. */
	by: string | undefined
	/** The day of the words, YYYY-MM-DD. */
	date: string
}

/** What waits for the acting account's word in the plan that is about themselves, the oldest outcome first. */
export async function waitingInMyPlan(tx: Tx): Promise<WaitingWords[]> {
	const [plan, outcomes] = await Promise.all([planOf(tx, tx.account), outcomesICanSee(tx, tx.account)])
	const nameOf = (id: string) => (id === tx.account ? undefined : plan?.parties.find((party) => party.id === id)?.name)
	return outcomes.flatMap((outcome) => {
		const wording = currentWording(outcome)
		const words = { request: undefined, words: wording.words, by: wording.authorId, at: wording.writtenAt }
		const asked = askedOf(outcome, tx.account).map(({ id, words, askedById, askedAt }) => ({
			request: id,
			words,
			by: askedById,
			at: askedAt,
		}))
		return [...(waitsForYes(outcome, tx.account) ? [words] : []), ...asked].map(({ by, at, ...one }) => ({
			...one,
			outcome: outcome.id,
			by: nameOf(by),
			date: isoDay(at),
		}))
	})
}
