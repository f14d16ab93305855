import type { Tx } from '../../../platform/database/acting.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import type { Reader } from '../../../platform/words.ts'
import { type Reading, readPlan } from '../reading.ts'
import { type Preparation, preparationsFor, type Review, readyFor, reviewOf } from './reviews.queries.ts'
import { reviewWords } from './reviews.words.ts'

/** Looking back as one of the two hands of a plan reads it. */
export type LookingBack = Reading & {
	tell: ReturnType<typeof reviewWords>
	reader: Reader<'person' | 'practitioner'>
}

/** Opens a plan to look back on it. Throws NotFound for whoever is no hand of it. */
export async function readBack(tx: Tx, request: Asked): Promise<LookingBack> {
	const reading = await readPlan(tx, request)
	const { locale, voice } = reading.reader
	if (voice === 'supporter') throw new NotFound()
	const reader = { locale, voice } as const
	return { ...reading, reader, tell: reviewWords(reader) }
}

/** One review as one hand reads it: the other's words only once they are laid open. */
export type ReviewReading = LookingBack & { review: Review; preparations: Preparation[]; ready: string[] }

/** Opens one review. Throws NotFound when there is none for whoever asks. */
export async function readReview(tx: Tx, request: Asked): Promise<ReviewReading> {
	const { review: id } = request.params as { review: string }
	const back = await readBack(tx, request)
	const review = await reviewOf(tx, back.plan.scope, id)
	if (!review) throw new NotFound()
	const [preparations, ready] = await Promise.all([preparationsFor(tx, id), readyFor(tx, id)])
	return { ...back, review, preparations, ready }
}
