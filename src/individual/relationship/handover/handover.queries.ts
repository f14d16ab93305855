import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import { tellSomethingNew } from '../../../common/messages/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import type { Handover, Note, NoteWord } from './handover.ts'

/** The notes about a person that the acting account may read, with what the person said of each. */
export async function notesOf(tx: Tx, person: string): Promise<Note[]> {
	const [notes, words] = await Promise.all([
		tx
			.selectFrom('handover_note')
			.select(['id', 'author_id as authorId', 'number', 'words', 'written_at as writtenAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('written_at')
			.execute(),
		tx
			.selectFrom('handover_word')
			.select(['note_id as note', 'id', 'kind', 'words', 'said_at as saidAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('said_at')
			.orderBy('id')
			.execute(),
	])
	return notes.map((one) => ({
		...one,
		said: words.filter(({ note }) => note === one.id).map(({ note: _, ...word }): NoteWord => word),
	}))
}

/**
 * Writes a note for whoever comes next, in place of the one before. The id is the form's; a second press writes nothing twice.
 *
 * @param number of the note that stands; 0 where there is none
 */
export async function writeNote(
	tx: Tx,
	person: string,
	{ id, number, words }: { id: string; number: number; words: string },
): Promise<void> {
	const made = await tx
		.insertInto('handover_note')
		.values({ area_id: tx.area, id, person_id: person, author_id: tx.account, number: number + 1, words })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await recordChange(tx, { people: [person], what: 'handover', thing: person })
	await tellSomethingNew(tx, person)
}

/** Says, as the person, how a note stands. The id is the form's where words are put right. */
export async function sayOfNote(
	tx: Tx,
	note: Note,
	{ kind, words = null, id = newId() }: { kind: NoteWord['kind']; words?: string | null; id?: string },
	tells: readonly string[],
): Promise<void> {
	const made = await tx
		.insertInto('handover_word')
		.values({ area_id: tx.area, id, note_id: note.id, person_id: tx.account, kind, words })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await recordChange(tx, { people: [tx.account], what: 'handover', thing: tx.account })
	for (const one of tells) await tellSomethingNew(tx, one)
}

/** Who takes over the work with a person, as far as the acting account may read it, the newest first. */
export async function handoversOf(tx: Tx, person: string): Promise<Handover[]> {
	const { rows } = await sql<Omit<Handover, 'fromName' | 'toName' | 'byLeadName'>>`
		select h.id, h.from_id as "from", h.to_id as "to", h.named_by_id as "byLead", h.said_at as "saidAt", h.begun_at as "begunAt",
			h.answer, handover_holds(h) as holds, handover_begins_at(h) as "beginsAt"
		from handover h
		where h.area_id = ${tx.area}::uuid and h.person_id = ${person}::uuid
		order by h.said_at desc, h.id desc`.execute(tx)
	if (rows.length === 0) return []
	const names = await sql<{ id: string; name: string }>`
		select account_id as id, name from names_in_handovers(${person}::uuid)`.execute(tx)
	const nameOf = (account: string | null) => names.rows.find(({ id }) => id === account)?.name ?? ''
	return rows.map((one) => ({
		...one,
		...{ fromName: nameOf(one.from), toName: nameOf(one.to), byLeadName: nameOf(one.byLead) },
	}))
}

/**
 * Says, as the person, whether it is fine who is named to take over, or that they want someone else.
 *
 * @returns false where that one has begun already: nothing is written
 */
export async function sayOfWhoComes(
	tx: Tx,
	handover: string,
	answer: NonNullable<Handover['answer']>,
	tells: readonly string[],
): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('handover')
		.set({ answer, answered_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', handover)
		.where('person_id', '=', tx.account)
		.where('begun_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows === 0n) return false
	await recordChange(tx, { people: [tx.account], what: 'handover', thing: tx.account })
	for (const one of tells) await tellSomethingNew(tx, one)
	return true
}

/** The practitioners here who could take over from the acting account. */
export async function whoCouldTakeOver(tx: Tx): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select account_id as id, name from colleagues_of_mine()`.execute(tx)
	return rows
}

/** Names who takes over from the acting account. The id is the form's. */
export async function nameWhoComes(tx: Tx, person: string, id: string, to: string): Promise<void> {
	const made = await tx
		.insertInto('handover')
		.values({ area_id: tx.area, id, person_id: person, from_id: tx.account, to_id: to })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await recordChange(tx, { people: [person], what: 'handover', thing: person })
	await tellSomethingNew(tx, person)
}

/** Somebody whose work the acting account is asked to take over, who asks, and from when it can begin. */
export type HandedToMe = {
	id: string
	person: string
	name: string
	fromName: string
	beginsAt: Date
	canBegin: boolean
}

export async function workHandedToMe(tx: Tx): Promise<HandedToMe[]> {
	const { rows } = await sql<HandedToMe>`
		select id, person_id as person, name, from_name as "fromName", begins_at as "beginsAt", can_begin as "canBegin"
		from work_handed_to_me()`.execute(tx)
	return rows
}

/** Begins to work with somebody whose work was handed over. The person's account; nothing, where it was not, or not yet. */
export async function takeWorkOver(tx: Tx, handover: string): Promise<string | undefined> {
	const { rows } = await sql<{ person: string | null }>`
		select take_work_over(${handover}::uuid, ${newId()}::uuid) as person`.execute(tx)
	const person = rows[0]?.person ?? undefined
	if (person) await tellSomethingNew(tx, person)
	return person
}
