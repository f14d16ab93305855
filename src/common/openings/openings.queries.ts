import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { timeZone } from '../../platform/days.ts'
import { recordChange } from '../access-record/index.ts'
import type { Named, Veil } from './names.ts'
import { type Given, type Opening, type Round, veilFor } from './openings.ts'

/** Everything that the acting account ever opened, the latest first. */
export async function openingsOfMine(tx: Tx): Promise<Opening[]> {
	return tx
		.selectFrom('opening as o')
		.innerJoin('scope as s', (join) => join.onRef('s.area_id', '=', 'o.area_id').onRef('s.id', '=', 'o.scope_id'))
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 'o.area_id').onRef('a.id', '=', 'o.account_id'))
		.select(['o.id', 's.part', 'o.scope_id as scope', 'o.thing_id as thing', 'o.account_id as account', 'a.name'])
		.select(['o.purpose', 'o.opened_at as openedAt', 'o.until', 'o.ends_with_work as endsWithWork'])
		.select([
			'o.closed_at as closedAt',
			sql<boolean>`o.id = any ((select my_openings_that_hold())::uuid[])`.as('holds'),
		])
		.where('o.area_id', '=', tx.area)
		.where('o.person_id', '=', tx.account)
		.orderBy('o.opened_at', 'desc')
		.execute()
}

/** Something that is open to the acting account now. */
export type Opened = {
	id: string
	part: string
	thing: string | null
	person: string
	/** The name of the person whose it is. */
	name: string
	/** What for, in the person's words, with names made initials as in all that is opened. */
	purpose: string
	until: Date
}

/** What is open to the acting account now, by name of the person and then by time. */
export async function openedToMe(tx: Tx): Promise<Opened[]> {
	const rows = await tx
		.selectFrom('opening as o')
		.innerJoin('scope as s', (join) => join.onRef('s.area_id', '=', 'o.area_id').onRef('s.id', '=', 'o.scope_id'))
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 'o.area_id').onRef('a.id', '=', 'o.person_id'))
		.select(['o.id', 's.part', 's.within_id', 'o.scope_id', 'o.thing_id as thing', 'o.person_id as person', 'a.name'])
		.select(['o.purpose', 'o.until'])
		.where('o.area_id', '=', tx.area)
		.where('o.account_id', '=', tx.account)
		.where(sql<boolean>`o.id = any ((select openings_to_me())::uuid[])`)
		.orderBy('a.name')
		.orderBy('o.opened_at')
		.execute()
	const given = new Map<string, Awaited<ReturnType<typeof givenToMe>>>()
	for (const { person, name } of rows) {
		if (!given.has(person)) given.set(person, await givenToMe(tx, { id: person, name }))
	}
	return rows.map(({ within_id, scope_id, ...row }) => ({
		...row,
		purpose: given.get(row.person)?.veil(scope_id, within_id).words(row.purpose) ?? '',
	}))
}

/** The people round a person whose names may stand in what is theirs; nobody, for whom nothing of theirs is open. */
export async function peopleRound(tx: Tx, person: string): Promise<Round[]> {
	const { rows } = await sql<Round>`
		select account_id as id, name, has_worked as "hasWorked", works from people_round(${person}::uuid)`.execute(tx)
	return rows
}

/** What a person has given the acting account to read: who stands round them, and the veil over each scope of theirs. */
export async function givenToMe(
	tx: Tx,
	person: Named,
): Promise<{ round: Round[]; veil(scope: string, within: string | null): Veil }> {
	const round = await peopleRound(tx, person.id)
	const given: Given[] = await tx
		.selectFrom('opening')
		.select(['scope_id as scope', 'names_shown as namesShown'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('person_id', '=', person.id)
		.where(sql<boolean>`id = any ((select openings_to_me())::uuid[])`)
		.execute()
	const free = [person, ...round.filter(({ id }) => id === tx.account)]
	return {
		round,
		veil(scope, within) {
			const covering = given.filter((one) => one.scope === scope || one.scope === within)
			return veilFor(round, covering, free)
		},
	}
}

/** Somebody to whom the acting account can open something, and how they know each other. */
export type Known = Named & { tie: 'supporter' | 'practitioner' | 'former' | 'partner' }

/** Those to whom the acting account can open something. */
export async function thoseICanOpenTo(tx: Tx): Promise<Known[]> {
	const { rows } = await sql<Known>`select account_id as id, name, tie from those_i_can_open_to()`.execute(tx)
	return rows
}

/** How long something is opened for: so many months, or until the end of a day, YYYY-MM-DD. */
export type HowLong = { months: number } | { day: string }

/** What is to be opened. */
export type NewOpening = {
	id: string
	scope: string
	thing: string | null
	account: string
	purpose: string
	howLong: HowLong
	endsWithWork: boolean
	namesShown: readonly string[]
}

/**
 * Opens something of the acting account's own, in place of what of the same was open to the same before.
 *
 * @returns false when it is already there, by a second press, or somebody was quicker: nothing is written
 */
export async function openTo(tx: Tx, opening: NewOpening): Promise<boolean> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`openings of ${tx.account}`}, 0))`.execute(tx)
	if (await exists(tx, opening.id)) return false
	await tx
		.updateTable('opening')
		.set({ closed_at: sql<Date>`greatest(now(), opened_at)` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('scope_id', '=', opening.scope)
		.where('account_id', '=', opening.account)
		.where('closed_at', 'is', null)
		.execute()
	const made = await tx
		.insertInto('opening')
		.values({
			area_id: tx.area,
			id: opening.id,
			person_id: tx.account,
			scope_id: opening.scope,
			thing_id: opening.thing,
			account_id: opening.account,
			purpose: opening.purpose,
			until: endOf(opening.howLong),
			ends_with_work: opening.endsWithWork,
			names_shown: sql<string[]>`${[...opening.namesShown]}::uuid[]`,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return false
	await recordChange(tx, { people: [tx.account], what: 'opening', thing: opening.id })
	return true
}

/** The moment at which it ends: the end of a day where it is lived, and six months from now at the very latest. */
function endOf(howLong: HowLong) {
	const today = sql`(now() at time zone ${timeZone})::date`
	const next =
		'day' in howLong
			? sql`${howLong.day}::date + 1`
			: sql`${today} + make_interval(months => ${howLong.months}::integer)`
	return sql<Date>`least((${next})::timestamp at time zone ${timeZone}, now() + interval '6 months')`
}

/** Whether the acting account has already made the opening with this id. */
async function exists(tx: Tx, opening: string): Promise<boolean> {
	const found = await tx
		.selectFrom('opening')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', opening)
		.executeTakeFirst()
	return found !== undefined
}

/** Closes an opening of the acting account's own. A second press finds it closed, and changes nothing. */
export async function closeOpening(tx: Tx, opening: string): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('opening')
		.set({ closed_at: sql<Date>`greatest(now(), opened_at)` })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', opening)
		.where('closed_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await recordChange(tx, { people: [tx.account], what: 'closing', thing: opening })
}
