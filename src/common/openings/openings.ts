import type { OpeningRow } from '../../platform/database/schema.ts'
import { type Named, type Veil, veilOver } from './names.ts'

/** What a person has opened, as they themselves see it. */
export type Opening = {
	id: string
	part: string
	scope: string
	thing: string | null
	account: string
	/** The name of the one it is or was open to. */
	name: string
	purpose: string
	openedAt: Date
	until: Date
	endsWithWork: OpeningRow['ends_with_work']
	closedAt: Date | null
	/** Whether it holds now, by the database's clock. */
	holds: boolean
}

/** The last moment of an opening, for the day to be said: it ends as that day does. */
export const lastMoment = ({ until }: Pick<Opening, 'until'>): Date => new Date(until.getTime() - 1)

const day = 24 * 60 * 60_000

/** Days before its end in which an opening is said to end soon, and after it in which it is asked about again. */
const soon = 14
const stillAsked = 30

export const endsSoon = (opening: Opening, now: Date): boolean =>
	opening.holds && opening.until.getTime() - now.getTime() < soon * day

/**
 * The openings that ended by themselves and wait for the person's word: their time was over, or the work together ended.
 * What either of the two closed is not asked about, nor what has been opened anew.
 */
export function askAgain(openings: readonly Opening[], now: Date): Opening[] {
	return openings.filter(
		(one) =>
			!one.holds &&
			one.closedAt === null &&
			now.getTime() - one.until.getTime() < stillAsked * day &&
			!openings.some(
				(other) => other.scope === one.scope && other.account === one.account && other.openedAt > one.openedAt,
			),
	)
}

/** One who stands round a person, as in `people_round`. */
export type Round = Named & { hasWorked: boolean; works: boolean }

/** What a reader has been given by a person: what it covers, and whose names stand in full there. */
export type Given = { scope: string; namesShown: readonly string[] }

/**
 * The veil over a thing for the one it is open to. A name stands in full only where every opening that covers the thing
 * shows it.
 *
 * @param covering the openings that cover it: of its own scope, and of the part it is in
 * @param free the person and the reader, whose names stand
 */
export function veilFor(round: readonly Named[], covering: readonly Given[], free: readonly Named[]): Veil {
	const others = round.filter(({ id }) => !free.some((one) => one.id === id))
	const isShown = ({ id }: Named) => covering.length > 0 && covering.every(({ namesShown }) => namesShown.includes(id))
	return veilOver(
		others.filter((one) => !isShown(one)),
		[...free, ...others.filter(isShown)],
	)
}
