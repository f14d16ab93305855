import { recordLook } from '../../src/common/access-record/index.ts'
import { myDrafts } from '../../src/common/drafts/index.ts'
import { outcomesNow } from '../../src/individual/plan/outcomes.queries.ts'
import type { Outcome } from '../../src/individual/plan/plan.ts'
import { type Reading, readPlan } from '../../src/individual/plan/reading.ts'
import { type KindWordsHere, kindWordsHere } from '../../src/individual/plan/recognition/KindWords.tsx'
import { type Unfinished, unfinishedIn } from '../../src/individual/plan/unfinished.ts'
import type { Tx } from '../../src/platform/database/acting.ts'
import type { Asked } from '../../src/platform/http/asked.ts'

/** What the plan page shows. */
export type PlanRead = { reading: Reading; outcomes: Outcome[]; kindWords: KindWordsHere; unfinished: Unfinished[] }

/** Reads a plan and records the look, with the queries of our own route and in its order (individual/plan/plan.routes.tsx). */
export async function readPlanPage(tx: Tx, asked: Asked): Promise<PlanRead> {
	const { person } = asked.params as { person: string }
	const [reading, outcomes, drafts, kindWords] = await Promise.all([
		readPlan(tx, asked),
		outcomesNow(tx, person),
		myDrafts(tx),
		kindWordsHere(tx, person),
	])
	await recordLook(tx, { people: [person], what: 'plan', thing: reading.plan.scope })
	return { reading, outcomes, kindWords, unfinished: unfinishedIn(reading, outcomes, drafts) }
}
