import type { Tx } from '../../platform/database/acting.ts'
import { piecesICanSee } from './pieces.queries.ts'

/** What matters to the acting account, by its own story: for opportunities to be weighed against. */
export async function whatMattersToMe(tx: Tx): Promise<{ id: string; name: string }[]> {
	return (await piecesICanSee(tx, tx.account))
		.filter(({ kind }) => kind === 'value')
		.map(({ id, name }) => ({ id, name }))
}
