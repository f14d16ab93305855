export { asked, PiecePage } from './piece.page.tsx'
export {
	isOpenable,
	kinds,
	type Piece,
	questions,
	questionsOf,
	type Telling,
	withPieceWords,
} from './piece.ts'
export { pieceOf, piecesICanSee, placedIn, tellingsOf } from './pieces.queries.ts'
export { myPiece, type OfParts, ofParts } from './pieces.routes.tsx'
