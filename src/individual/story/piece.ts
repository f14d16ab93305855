import type { StoryPieceRow } from '../../platform/database/schema.ts'

/** What moments are put together to. */
export const kinds = [
	'chapter',
	'thread',
	'name',
	'trouble',
	'value',
	'becoming',
] as const satisfies StoryPieceRow['kind'][]
export type Kind = StoryPieceRow['kind']

/** What else can be asked about one, each on a page of its own. */
export const questions = ['says', 'who', 'did', 'instead', 'promises', 'weaker', 'cost'] as const
export type Question = (typeof questions)[number]

/** Which of these belong to which kind, in the order in which they are asked. */
export const questionsOf: Readonly<Record<Kind, readonly Question[]>> = {
	chapter: [],
	thread: ['says'],
	name: ['who', 'did', 'instead'],
	trouble: ['did', 'promises', 'weaker', 'who'],
	value: ['cost'],
	becoming: ['who'],
}

/** What sort of thing matters. */
export const sorts = ['value', 'priority', 'hope', 'relationship'] as const
export type Sort = (typeof sorts)[number]

/** What moments are put together to, by the person: its name, and what they answered about it. */
export type Piece = Record<Question, string | null> & {
	id: string
	/** The scope of the story, until it is set apart to be opened. */
	scope: string
	kind: Kind
	name: string
	sort: Sort | null
	madeAt: Date
}

/** A chapter as it was told on a day. */
export type Telling = { id: string; words: string; toldAt: Date }

/** Whether it can be opened to somebody: a chapter or a thread. */
export const isOpenable = ({ kind }: Pick<Piece, 'kind'>): boolean => kind === 'chapter' || kind === 'thread'

/** A thread runs through two moments or more: one alone is no story. */
export const fewest = (kind: Kind): number => (kind === 'thread' ? 2 : 0)

/** A piece with all its words, and none but its words, passed through. */
export function withPieceWords(piece: Piece, read: (words: string) => string): Piece {
	const answers = questions.map((question) => [question, piece[question] && read(piece[question])])
	return { ...piece, ...Object.fromEntries(answers), name: read(piece.name) }
}

/** What a piece of this kind is asked, in the key of its sentence. */
export const asked = (kind: Kind, question: Question) =>
	`${kind}_${question}` as 'thread_says' | 'name_who' | 'value_cost'
