import type { Json } from '../../../common/take-with-you/index.ts'
import { questions } from '../piece.ts'
import type { All } from './whole.queries.ts'

const moment = (at: Date | null): string | null => at?.toISOString() ?? null

/** A whole story as data. */
export const storyJson = ({ whole, moments, pieces, placed, tellings, beside, files }: All): Json => ({
	bornYear: whole?.bornYear ?? null,
	calms: whole?.calms ?? null,
	rings: whole?.rings ?? null,
	moments: moments.map(({ writtenAt, changedAt, confirmedAt, ...one }) => ({
		...one,
		files: files.filter(({ aboutId }) => aboutId === one.id).map(({ path, kind, words }) => ({ path, kind, words })),
		...{ writtenAt: moment(writtenAt), changedAt: moment(changedAt), confirmedAt: moment(confirmedAt) },
	})),
	parts: pieces.map((piece) => ({
		...{ id: piece.id, kind: piece.kind, name: piece.name, sort: piece.sort, madeAt: moment(piece.madeAt) },
		...Object.fromEntries(questions.map((question) => [question, piece[question]])),
		moments: placed.filter((one) => one.piece === piece.id).map((one) => one.moment),
		tellings: tellings
			.filter((one) => one.piece === piece.id)
			.map(({ id, words, toldAt }) => ({ id, words, at: moment(toldAt) })),
		beside: beside
			.filter((one) => one.piece === piece.id)
			.map(({ by, words, heard, touched, reminds, will, reply, kept, hidden, writtenAt }) => ({
				...{ by, words, heard, touched, reminds, will, reply, kept, hidden },
				at: moment(writtenAt),
			})),
	})),
})
