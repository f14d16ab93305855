import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'

/** Somebody who works for the service here, or did. */
export type Staff = {
	account: string
	name: string
	standing: string
	kind: 'practitioner' | 'lead'
	beganAt: Date
	endedAt: Date | null
	/** Until when a card works that they have not used yet. */
	cardUntil: Date | null
	cameIn: boolean
}

/** The staff of the area, for its leads; refused by the database for anyone else. */
export async function staffHere(tx: Tx): Promise<Staff[]> {
	const { rows } = await sql<Staff>`select account_id as account, name, standing_id as standing, kind,
		began_at as "beganAt", ended_at as "endedAt", card_ends_at as "cardUntil", came_in as "cameIn" from staff_here()`.execute(
		tx,
	)
	return rows
}

/** Adds somebody to the staff. False when the form was sent before. */
export async function addStaff(
	tx: Tx,
	{ account, name, standing, kind }: Pick<Staff, 'account' | 'name' | 'standing' | 'kind'>,
): Promise<boolean> {
	const { rows } = await sql<{
		added: boolean
	}>`select add_staff(${account}, ${name}, ${standing}, ${kind}) as added`.execute(tx)
	return rows[0]?.added === true
}

/** Ends somebody's work here: from now on they see nothing. False when it had ended, or is one's own. */
export async function endStaff(tx: Tx, standing: string): Promise<boolean> {
	const { rows } = await sql<{ ended: boolean }>`select end_staff(${standing}) as ended`.execute(tx)
	return rows[0]?.ended === true
}

/** Signs off, by a lead's own hand, what would have to be passed on. */
export async function signOffWhatIsPassedOn(tx: Tx, text: string, words: string): Promise<void> {
	await sql`select sign_off_what_is_passed_on(${text}, ${words})`.execute(tx)
}

/** Whether staff here must come in by more than a secret. */
export async function staffNeedStrong(tx: Tx): Promise<boolean> {
	const area = await tx
		.selectFrom('area')
		.select('staff_need_strong as needed')
		.where('area_id', '=', tx.area)
		.executeTakeFirstOrThrow()
	return area.needed
}

/** Asks, or asks no more, that staff here come in by more than a secret; all of them are told. Refused by the database for anyone but a lead. */
export async function askStaffForMore(tx: Tx, needed: boolean): Promise<void> {
	await sql`select ask_staff_for_more(${needed})`.execute(tx)
}

export type SignedOff = { words: string; by: string | null; at: Date | null }

/** What is passed on as it stands now, with who signed it off and when. */
export async function whatIsSignedOff(tx: Tx): Promise<SignedOff> {
	const area = await tx
		.selectFrom('area')
		.leftJoin('passed_on_text as text', (join) => join.onRef('text.area_id', '=', 'area.area_id'))
		.leftJoin('account as a', (join) =>
			join.onRef('a.area_id', '=', 'text.area_id').onRef('a.id', '=', 'text.signed_off_by_id'),
		)
		.select(['area.passed_on as words', 'a.name as by', 'area.passed_on_signed_off_at as at'])
		.where('area.area_id', '=', tx.area)
		.orderBy('text.signed_off_at', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow()
	return { ...area, words: area.words ?? '' }
}
