import { createHash } from 'node:crypto'
import { currentWording, type Difference, hasAgreed, standingDifferences, type Wording } from './plan.ts'
import type { OutcomeReading } from './reading.ts'

/** What a practitioner hands over: one thing, in exactly these words, for one yes of the person's. */
export type HandedOver = OutcomeReading & {
	act: 'agree' | 'own'
	thing: Wording | Difference
	hash: Buffer
	/** Whether it waits for that yes; has it; or is no longer what stands. */
	state: 'open' | 'done' | 'changed'
	/** The words that stand now, where it is about words. */
	now: Wording | undefined
}

/** The words of a thing, whichever it is. */
const wordsOf = (thing: Wording | Difference): string => ('reason' in thing ? thing.reason : thing.words)

/**
 * What of an outcome is handed over under this id: words, to be agreed to; or a view that the practitioner wrote down, to be
 * called the person's own. Nothing, where there is none such.
 */
export function handedOver(reading: OutcomeReading, id: string): HandedOver | undefined {
	const { outcome, plan } = reading
	const person = plan.person.id
	const wording = outcome.wordings.find((one) => one.id === id)
	const view = outcome.differences.find((one) => one.id === id && one.heard?.fromId === person)
	const thing = wording ?? view
	if (!thing) return undefined
	const hash = createHash('sha256').update(wordsOf(thing)).digest()
	if (wording) {
		const now = currentWording(outcome)
		const isCurrent = now === wording && !wording.heard?.disownedAt
		const state = isCurrent ? (hasAgreed(outcome, person) ? 'done' : 'open') : 'changed'
		return { ...reading, act: 'agree', thing, hash, state, now }
	}
	const isOpen = standingDifferences(outcome).includes(thing as Difference)
	const state = thing.heard?.confirmedAt ? 'done' : isOpen ? 'open' : 'changed'
	return { ...reading, act: 'own', thing, hash, state, now: undefined }
}
