import { recordChange } from '../../../common/access-record/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Step, StepTurnKind, When } from './steps.ts'

/** Which outcome a step is for. */
type To = { person: string; outcome: string; scope: string }

/** Writes a step. The id is the form's, so that a second press writes nothing twice: then it answers false. */
export async function writeStep(
	tx: Tx,
	{ person, outcome, scope }: To,
	{ id, whose, words, said, day }: When & { id: string; whose: string; words: string },
): Promise<boolean> {
	const about = { area_id: tx.area, id, outcome_id: outcome, scope_id: scope }
	const made = await tx
		.insertInto('step')
		.values({ ...about, whose_id: whose, written_by_id: tx.account, words, said, day })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [person], what: 'step', thing: outcome })
	return true
}

/** Says something of a step by the acting account's own hand. Answers false when it is said already: nothing is written. */
export async function sayOfStep(
	tx: Tx,
	{ person, outcome, scope }: To,
	step: Step,
	turn: { id: string; kind: StepTurnKind; words?: string | null } & Partial<When>,
): Promise<boolean> {
	const { id, kind, words = null, said = null, day = null } = turn
	const made = await tx
		.insertInto('step_turn')
		.values({
			...{ area_id: tx.area, id, step_id: step.id, outcome_id: outcome, scope_id: scope },
			...{ whose_id: step.whoseId, written_by_id: step.writtenById, author_id: tx.account },
			...{ kind, words, said, day },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [person], what: 'step', thing: outcome })
	return true
}
