import { recordLook } from '../../../common/access-record/index.ts'
import { filesWith, type KeptFile } from '../../../common/files/index.ts'
import { givenToMe, openingsOfMine } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import type { Reader } from '../../../platform/words.ts'
import type { Beside } from '../given.ts'
import { idsOf, type Moment, withFileWords, withMomentWords } from '../moment.ts'
import { momentsICanSee } from '../moments.queries.ts'
import { openedStoryWords } from '../opened.words.ts'
import { isOpenable, type Piece, type Telling, withPieceWords } from '../piece.ts'
import { pieceOf, placedIn, tellingsOf } from '../pieces.queries.ts'
import { isMyWork, namesOfAccounts } from '../story.queries.ts'
import { amIWitness, besideOf, witnessesOf } from './beside.queries.ts'
import type { Given } from './GivenToMe.tsx'
import { type TakingOut, takingsOut } from './taking-out.queries.ts'

/** A part of somebody's story as the one reads it to whom it is open: other people's names have become initials. */
export type Opened = {
	/** Who reads it. */
	me: string
	person: { id: string; name: string }
	reader: Reader<'supporter'>
	say: ReturnType<typeof openedStoryWords>
	day(moment: Date): string
	piece: Piece
	moments: Moment[]
	tellings: Telling[]
	/** Photos and voice notes of these moments. */
	files: KeptFile[]
	/** What the reader put beside it. */
	beside: Beside[]
	/** Where the reader asked to be taken out. */
	takings: TakingOut[]
	isWitness: boolean
	/** Whether the reader works with the person, and may put words beside it. */
	works: boolean
}

/** Opens a part of somebody else's story. Throws NotFound for whom it is not open to. */
export async function openOpened(tx: Tx, request: Asked): Promise<Opened> {
	const { person, piece: wanted } = request.params as { person: string; piece: string }
	const found = person === tx.account ? undefined : await pieceOf(tx, person, wanted)
	const name = found && (await namesOfAccounts(tx, [person])).get(person)
	if (!found || name === undefined) throw new NotFound()
	const { veil } = await givenToMe(tx, { id: person, name })
	const { words } = veil(found.scope, null)
	const within = await placedIn(tx, person, found.id)
	const reader = { locale: request.locale, voice: 'supporter' } as const
	const moments = (await momentsICanSee(tx, person)).filter(({ id }) => within.includes(id))
	return {
		me: tx.account,
		...{ person: { id: person, name }, reader, say: openedStoryWords(reader) },
		day: (moment) => dayIn(moment, request.locale),
		piece: withPieceWords(found, words),
		moments: moments.map((moment) => withMomentWords(moment, words)),
		files: (await filesWith(tx, idsOf(moments))).map((file) => withFileWords(file, words)),
		tellings: (await tellingsOf(tx, person, found.id)).map((one) => ({ ...one, words: words(one.words) })),
		beside: await besideOf(tx, person, found.id),
		takings: await takingsOut(tx, person, found.id),
		isWitness: await amIWitness(tx, found.id),
		works: await isMyWork(tx, person),
	}
}

/** Records that somebody else looks at a part of a story: in the same transaction, or nothing is shown. */
export const lookAt = (tx: Tx, { person, piece }: Pick<Opened, 'person' | 'piece'>): Promise<void> =>
	recordLook(tx, { people: [person.id], what: 'story', thing: piece.id })

/** To whom a part is open now, and whether they are asked what stayed with them. */
export async function readersOf(tx: Tx, piece: Piece): Promise<Given['readers']> {
	const open = (await openingsOfMine(tx)).filter(({ holds, thing }) => holds && thing === piece.id)
	const witnesses = await witnessesOf(tx, piece.id)
	return open.map(({ account, name }) => ({ id: account, name, isAsked: witnesses.includes(account) }))
}

export async function givenTo(tx: Tx, piece: Piece): Promise<Given> {
	const beside = await besideOf(tx, tx.account, piece.id)
	const takings = await takingsOut(tx, tx.account, piece.id)
	return {
		beside,
		takings,
		names: await namesOfAccounts(tx, [...beside.map(({ author }) => author), ...takings.map(({ by }) => by)]),
		readers: isOpenable(piece) ? await readersOf(tx, piece) : [],
	}
}
