import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/acting.ts'
import type { StepTurnKind } from './steps.ts'

/** Something that the acting account wrote, or said yes to, where somebody opened something to it. */
export type Brought = {
	id: string
	kind: 'contribution' | 'answer' | 'step' | `step_${StepTurnKind}`
	/** Its own words; nothing, where it only said yes to somebody else's. */
	words: string | null
	at: Date
	isOpen: boolean
}

/** What the acting account brought to those who opened something to it, the latest first. It is its own, also after a closing. */
export async function whatIBrought(tx: Tx): Promise<Brought[]> {
	const { rows } = await sql<Brought>`select id, kind, words, at, is_open as "isOpen" from what_i_brought()`.execute(tx)
	return rows
}
