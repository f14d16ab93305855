import { sql } from 'kysely'
import { deleteFilesWith } from '../../common/files/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Moment, Said } from './moment.ts'

const columns = [
	...(['id', 'title', 'words', 'time_kind as timeKind', 'around', 'year', 'month', 'day', 'age'] as const),
	...(['beside_id as beside', 'place', 'mood', 'says_of_me as saysOfMe', 'hard', 'hoped'] as const),
	...(['heard_by_id as heardBy', 'paper_day as paperDay', 'confirmed_at as confirmedAt'] as const),
	...(['written_at as writtenAt', 'changed_at as changedAt'] as const),
] as const

const momentsOf = writtenOnce((tx, { person }: { person: string }) =>
	tx
		.selectFrom('story_moment')
		.select(columns)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('written_at')
		.compile(),
)

/** Every moment of this person's story that the acting account may see, in the order in which they were written. */
export const momentsICanSee = (tx: Tx, person: string): Promise<Moment[]> => tx.ask(momentsOf(tx, { person }))

/** One moment of this person's story, if the acting account may see it. */
export async function momentOf(tx: Tx, person: string, moment: string): Promise<Moment | undefined> {
	return tx
		.selectFrom('story_moment')
		.select(columns)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('id', '=', moment)
		.executeTakeFirst()
}

type NewMoment = Pick<Moment, 'id' | 'hoped' | 'heardBy' | 'paperDay'> & { person: string; words: string }

/**
 * Keeps a moment of the acting account's own, or one that it writes down as it hears the person say it.
 *
 * @returns false when the id stands for something else
 */
export async function writeMoment(
	tx: Tx,
	{ id, person, words, hoped, heardBy, paperDay }: NewMoment,
): Promise<boolean> {
	await tx
		.insertInto('story_moment')
		.values({ area_id: tx.area, id, person_id: person, words, hoped, heard_by_id: heardBy, paper_day: paperDay })
		.onConflict((conflict) => conflict.doNothing())
		.execute()
	return (await momentOf(tx, person, id)) !== undefined
}

/** What of a moment is said by itself, each on a page of its own. */
export const sayings = ['words', 'title', 'place', 'mood', 'saysOfMe'] as const
export type Saying = (typeof sayings)[number]
const columnOf = { words: 'words', title: 'title', place: 'place', mood: 'mood', saysOfMe: 'says_of_me' } as const

type Change = Partial<Record<(typeof columnOf)[Saying], string | null>> & { hard?: boolean }

async function change(tx: Tx, moment: string, to: Change | Columns): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('story_moment')
		.set({ ...to, changed_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', moment)
		.executeTakeFirst()
	return numUpdatedRows > 0n
}

/** Says something of a moment of the acting account's own, or takes it back with nothing. */
export const sayOfMoment = (tx: Tx, moment: string, saying: Saying, words: string | null): Promise<boolean> =>
	change(tx, moment, { [columnOf[saying]]: words })

type Columns = {
	time_kind: Said['timeKind']
	around: boolean
	year: number | null
	month: number | null
	day: number | null
	age: number | null
	beside_id: string | null
}

/** Says when a moment of the acting account's own was. */
export function sayWhenOf(tx: Tx, moment: string, { timeKind, beside, ...said }: Said): Promise<boolean> {
	return change(tx, moment, { ...said, time_kind: timeKind, beside_id: beside })
}

/** Folds a moment away, or unfolds it. */
export const foldMoment = (tx: Tx, moment: string, hard: boolean): Promise<boolean> => change(tx, moment, { hard })

/** Whether this moment of the acting account's own is still there; it stays so until this act is over. */
export async function holdMoment(tx: Tx, moment: string): Promise<boolean> {
	const found = await tx
		.selectFrom('story_moment')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', moment)
		.forKeyShare()
		.executeTakeFirst()
	return found !== undefined
}

/** Deletes a moment of the acting account's own for good, wherever it lies, with its photos and voice notes. */
export async function deleteMoment(tx: Tx, moment: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('story_moment')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', moment)
		.executeTakeFirst()
	await deleteFilesWith(tx, [moment])
	return numDeletedRows > 0n
}

/** The words that somebody wrote down are the acting account's own: said alone, in its own sign-in. */
export async function ownMoment(tx: Tx, moment: string, session: string): Promise<boolean> {
	const { rows } = await sql<{ done: boolean }>`
		select own_story_words(${moment}::uuid, ${session}::uuid) as done`.execute(tx)
	return rows[0]?.done ?? false
}

/** The same, said on the device of the acting account, which wrote them down: the person has just shown that it is them. */
export async function ownMomentTogether(tx: Tx, moment: string, session: string): Promise<boolean> {
	const { rows } = await sql<{ done: boolean }>`
		select own_story_words_together(${session}::uuid, ${moment}::uuid) as done`.execute(tx)
	return rows[0]?.done ?? false
}

/** Whether words that somebody wrote down wait for the acting account to say that they are its own. */
export async function wordsWaitForMe(tx: Tx): Promise<boolean> {
	const found = await tx
		.selectFrom('story_moment')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('heard_by_id', 'is not', null)
		.where('confirmed_at', 'is', null)
		.limit(1)
		.executeTakeFirst()
	return found !== undefined
}
