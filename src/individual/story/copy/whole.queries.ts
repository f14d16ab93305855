import { filesToTake, type TakenWith } from '../../../common/files/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { type Beside, prompts } from '../given.ts'
import { type Moment, withFileWords, withMoment, withMomentWords } from '../moment.ts'
import { momentsICanSee } from '../moments.queries.ts'
import { type Piece, type Telling, withPieceWords } from '../piece.ts'
import { piecesICanSee } from '../pieces.queries.ts'
import { myStory, namesOfAccounts, type Whole } from '../story.queries.ts'

type Of<Thing> = Thing & { piece: string }

/** Everything in the acting account's own story. */
export type All = {
	whole: Whole | undefined
	moments: Moment[]
	pieces: Piece[]
	placed: { piece: string; moment: string }[]
	tellings: Of<Telling>[]
	beside: Of<Beside & { by: string }>[]
	/** Photos and voice notes of moments, and where each stands in what is taken along. */
	files: TakenWith[]
}

/** Reads all of the acting account's own story. */
export async function readAll(tx: Tx): Promise<All> {
	const mine = { area_id: tx.area, person_id: tx.account }
	const beside = await tx
		.selectFrom('story_beside')
		.select(['id', 'piece_id as piece', 'author_id as author', 'words', 'heard', 'touched', 'reminds', 'will'])
		.select(['written_at as writtenAt', 'kept', 'hidden', 'reply'])
		.where('area_id', '=', mine.area_id)
		.where('person_id', '=', mine.person_id)
		.orderBy('written_at')
		.execute()
	const names = await namesOfAccounts(
		tx,
		beside.map(({ author }) => author),
	)
	return {
		whole: await myStory(tx),
		moments: await momentsICanSee(tx, tx.account),
		pieces: await piecesICanSee(tx, tx.account),
		placed: await tx
			.selectFrom('story_placed')
			.select(['piece_id as piece', 'moment_id as moment'])
			.where('area_id', '=', mine.area_id)
			.where('person_id', '=', mine.person_id)
			.execute(),
		tellings: await tx
			.selectFrom('story_telling')
			.select(['id', 'piece_id as piece', 'words', 'told_at as toldAt'])
			.where('area_id', '=', mine.area_id)
			.where('person_id', '=', mine.person_id)
			.orderBy('told_at')
			.execute(),
		beside: beside.map((one) => ({ ...one, by: names.get(one.author) ?? '' })),
		files: await filesToTake(tx, withMoment),
	}
}

/** The same with every word in it, and none but words, passed through. */
export function withAllWords(all: All, read: (words: string) => string): All {
	const through = (words: string | null) => words && read(words)
	return {
		...all,
		whole: all.whole && { ...all.whole, calms: through(all.whole.calms), rings: through(all.whole.rings) },
		moments: all.moments.map((one) => withMomentWords(one, read)),
		pieces: all.pieces.map((one) => withPieceWords(one, read)),
		tellings: all.tellings.map((one) => ({ ...one, words: read(one.words) })),
		files: all.files.map((one) => withFileWords(one, read)),
		beside: all.beside.map((one) => ({
			...{ ...one, by: read(one.by), words: through(one.words), reply: through(one.reply) },
			...(Object.fromEntries(prompts.map((prompt) => [prompt, through(one[prompt])])) as Pick<
				Beside,
				(typeof prompts)[number]
			>),
		})),
	}
}
