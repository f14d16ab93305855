import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Piece } from './piece.ts'
import { pieceWords } from './piece.words.ts'
import { pieceOf } from './pieces.queries.ts'
import type { Mine } from './reading.ts'

/** The parts of a story as its person reads them. */
export type OfParts = Mine & { sayPiece: ReturnType<typeof pieceWords> }

export const ofParts = <Read extends Mine>(mine: Read): Read & OfParts => ({
	...mine,
	sayPiece: pieceWords(mine.reader),
})

/** A part of the acting account's own story. */
export async function myPiece(tx: Tx, request: Asked): Promise<Piece> {
	const { person, piece } = request.params as { person: string; piece: string }
	const found = person === tx.account ? await pieceOf(tx, person, piece) : undefined
	if (!found) throw new NotFound()
	return found
}
