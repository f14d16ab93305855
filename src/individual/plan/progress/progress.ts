import type { Hand } from '../../../ui/Voice.tsx'
import type { Party } from '../plan.ts'

/** What 0, 5 and 10 would look like, in one hand's words. */
export type Anchors = {
	id: string
	outcome: string
	authorId: string
	at0: string | null
	at5: string | null
	at10: string | null
	writtenAt: Date
}

/** How far one hand says an outcome has come; without a number they chose not to say one that day. */
export type Progress = {
	id: string
	outcome: string
	authorId: string
	rating: number | null
	words: string | null
	/** The day it was said, YYYY-MM-DD. */
	day: string
	takenBackAt: Date | null
}

/** A number that stands. */
export type Said = Progress & { rating: number }

/** The numbers that stand, oldest first. */
export const standing = (all: readonly Progress[]): Said[] =>
	all.filter((one): one is Said => one.rating !== null && one.takenBackAt === null)

/** The last number that somebody said. */
export const lastOf = (said: readonly Said[], account: string): Said | undefined =>
	said.findLast((one) => one.authorId === account)

/** Whether somebody has said a number on this day, or chosen not to: only then do they see the others' of that day. */
export const hasSpoken = (all: readonly Progress[], account: string, today: string): boolean =>
	all.some((one) => one.authorId === account && one.day === today)

/** Whether a number of theirs stands for this day, which has room for one. */
export const hasSaidToday = (said: readonly Said[], account: string, today: string): boolean =>
	lastOf(said, account)?.day === today

/** The anchors of one hand that stand: the last it wrote. */
export const anchorsOf = (all: readonly Anchors[], account: string): Anchors | undefined =>
	all.findLast((one) => one.authorId === account)

/** What each hand said over time, those who have said nothing left out. */
export function voicesIn(said: readonly Said[], parties: readonly Party[]): { id: string; hand: Hand; said: Said[] }[] {
	const authors = [...new Set(said.map((one) => one.authorId))]
	const handOf = (id: string) => parties.find((party) => party.id === id)?.hand ?? 'third'
	return authors.map((id) => ({ id, hand: handOf(id), said: said.filter((one) => one.authorId === id) }))
}
