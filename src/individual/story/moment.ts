import type { KeptFile } from '../../common/files/index.ts'
import type { StoryMomentRow } from '../../platform/database/schema.ts'

export type TimeKind = NonNullable<StoryMomentRow['time_kind']>

/** When something was, as far as it was said and no further. Nothing of it where nothing was said. */
export type Said = {
	timeKind: TimeKind | null
	around: boolean
	year: number | null
	month: number | null
	day: number | null
	/** How old the person was. */
	age: number | null
	/** The moment before or after which it was. */
	beside: string | null
}

/** Nothing said about when it was. */
export const unsaid: Said = {
	...{ timeKind: null, around: false, year: null, month: null, day: null, age: null, beside: null },
}

/** A moment of somebody's life, or one that they hope for, in their words. */
export type Moment = Said & {
	id: string
	title: string | null
	words: string | null
	place: string | null
	mood: string | null
	saysOfMe: string | null
	/** Folded away until somebody chooses to open it. */
	hard: boolean
	hoped: boolean
	/** Who wrote it down as they heard the person say it, and when the person said that the words are theirs. */
	heardBy: string | null
	/** The day on the sheet that they typed it from. */
	paperDay: string | null
	confirmedAt: Date | null
	writtenAt: Date
	changedAt: Date
}

/** Whether somebody wrote it down and the person has not yet said that the words are theirs. */
export const isUnconfirmed = ({ heardBy, confirmedAt }: Moment): boolean => heardBy !== null && confirmedAt === null

const most = 80

/** By what a moment is known: its name, or how its words begin. */
export function calledMoment({ title, words }: Pick<Moment, 'title' | 'words'>): string {
	if (title) return title
	const all = (words ?? '').replace(/\s+/g, ' ').trim()
	return all.length <= most ? all : `${all.slice(0, all.lastIndexOf(' ', most) + 1 || most).trim()}…`
}

/** The moments last written or changed, the latest first: where the person was. */
export const lastOf = (moments: readonly Moment[], count: number): Moment[] =>
	[...moments].sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime()).slice(0, count)

/** A moment with all its words, and none but its words, passed through. */
export const withMomentWords = (moment: Moment, read: (words: string) => string): Moment => {
	const through = (words: string | null) => words && read(words)
	const { title, words, place, mood, saysOfMe } = moment
	return {
		...moment,
		...{ title: through(title), words: through(words), place: through(place), mood: through(mood) },
		saysOfMe: through(saysOfMe),
	}
}

/** With what kind of thing photos and voice notes of a moment stand; the policy on files knows it by this word. */
export const withMoment = 'moment'

/** A photo or voice note with the words beside it passed through. */
export const withFileWords = <File extends KeptFile>(file: File, read: (words: string) => string): File => ({
	...file,
	words: file.words && read(file.words),
})

export const idsOf = (moments: readonly Moment[]): string[] => moments.map(({ id }) => id)
