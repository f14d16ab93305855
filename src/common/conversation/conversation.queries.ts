import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { recordChange } from '../access-record/index.ts'
import { tellSomethingNew } from '../messages/index.ts'
import { type Ended, type Message, type Other, shown } from './conversation.ts'

/** The two of a conversation, by their accounts. */
export type Two = { person: string; with: string }

/** To whom the acting account can write now, as the person, by their accounts. */
async function thoseWhoHearMe(tx: Tx): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`select unnest(those_who_hear_me()) as id`.execute(tx)
	return rows.map(({ id }) => id)
}

/** Everybody with whom the acting account, as a person, writes or can write. */
export async function othersOfMine(tx: Tx): Promise<(Other & { canWrite: boolean })[]> {
	const heard = await thoseWhoHearMe(tx)
	const rows = await tx
		.selectFrom('account as a')
		.select(['a.id', 'a.name', hasWorked(sql`a.id`, tx.account).as('isPractitioner')])
		.where('a.area_id', '=', tx.area)
		.where(
			sql<boolean>`(a.id = any (${heard}::uuid[])
				or exists (select from conversation_closed c where c.area_id = a.area_id and c.person_id = ${tx.account}::uuid and c.with_id = a.id)
				or exists (select from conversation_message m where m.area_id = a.area_id and m.person_id = ${tx.account}::uuid and m.with_id = a.id))`,
		)
		.orderBy('a.name')
		.execute()
	return rows.map((row) => ({ ...row, canWrite: heard.includes(row.id) }))
}

const hasWorked = (other: ReturnType<typeof sql>, person: string) =>
	sql<boolean>`exists (select from working_relationship r where r.area_id = a.area_id and r.person_id = ${person}::uuid
		and r.practitioner_id = ${other})`

/** A person who hears the acting account, or heard it until they closed their conversation: somebody it works with, or who opened something to it. */
export async function personIWriteWith(
	tx: Tx,
	person: string,
): Promise<{ id: string; name: string; isPractitioner: boolean; canWrite: boolean } | undefined> {
	return tx
		.selectFrom('account as a')
		.select(['a.id', 'a.name'])
		.select(sql<boolean>`a.id = any ((select people_i_work_with())::uuid[])`.as('isPractitioner'))
		.select(sql<boolean>`a.id = any ((select people_who_hear_me())::uuid[])`.as('canWrite'))
		.where('a.area_id', '=', tx.area)
		.where('a.id', '=', person)
		.where(sql<boolean>`a.id = any ((select people_i_write_with())::uuid[])`)
		.executeTakeFirst()
}

/** Whether the person has closed it. */
async function isClosed(tx: Tx, two: Two): Promise<boolean> {
	const found = await tx
		.selectFrom('conversation_closed')
		.select('closed_at')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', two.person)
		.where('with_id', '=', two.with)
		.executeTakeFirst()
	return found !== undefined
}

/** Why nothing new can be written, if so. */
export const endedFor = async (tx: Tx, two: Two, canWrite: boolean): Promise<Ended> =>
	canWrite ? undefined : (await isClosed(tx, two)) ? 'closed' : 'over'

/**
 * What the two wrote, the oldest first: the newest page of it, or the one before a message.
 *
 * @returns the messages, and whether there are older ones
 */
export async function messagesOf(
	tx: Tx,
	two: Two,
	before: string | undefined,
): Promise<{ messages: Message[]; isMore: boolean }> {
	let wanted = tx
		.selectFrom('conversation_message as m')
		.select(['m.id', 'm.author_id as authorId', 'm.words', 'm.sent_at as sentAt', 'm.taken_back_at as takenBackAt'])
		.select(
			sql<boolean>`m.author_id = ${tx.account}::uuid and m.taken_back_at is null and m.sent_at > now() - interval '1 day'`.as(
				'canTakeBack',
			),
		)
		.where('m.area_id', '=', tx.area)
		.where('m.person_id', '=', two.person)
		.where('m.with_id', '=', two.with)
	if (before) {
		wanted = wanted.where(
			sql<boolean>`(m.sent_at, m.id) < (select b.sent_at, b.id from conversation_message b
				where b.area_id = m.area_id and b.person_id = m.person_id and b.with_id = m.with_id and b.id = ${before}::uuid)`,
		)
	}
	const rows = await wanted
		.orderBy('m.sent_at', 'desc')
		.orderBy('m.id', 'desc')
		.limit(shown.onPage + 1)
		.execute()
	return { messages: rows.slice(0, shown.onPage).reverse(), isMore: rows.length > shown.onPage }
}

/** Sends words. The id is the form's; a second press sends nothing twice. */
export async function send(tx: Tx, two: Two, id: string, words: string): Promise<void> {
	const made = await tx
		.insertInto('conversation_message')
		.values({ area_id: tx.area, id, person_id: two.person, with_id: two.with, author_id: tx.account, words })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await recordChange(tx, { people: [two.person], what: 'conversation', thing: two.with })
	await tellSomethingNew(tx, tx.account === two.person ? two.with : two.person)
}

/** A message that the acting account sent, however long ago. */
export async function sentByMe(tx: Tx, two: Two, message: string): Promise<{ takenBackAt: Date | null } | undefined> {
	return tx
		.selectFrom('conversation_message')
		.select('taken_back_at as takenBackAt')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', two.person)
		.where('with_id', '=', two.with)
		.where('author_id', '=', tx.account)
		.where('id', '=', message)
		.executeTakeFirst()
}

/** Takes back what the acting account sent within the last day: its words are gone. Answers false when it is older, or was taken back. */
export async function takeBackMessage(tx: Tx, two: Two, message: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('conversation_message')
		.set({ words: null, taken_back_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('id', '=', message)
		.where('author_id', '=', tx.account)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows === 0n) return false
	await recordChange(tx, { people: [two.person], what: 'conversation', thing: two.with })
	return true
}

/** Closes the acting person's conversation with somebody, or opens it again. A second press changes nothing. */
export async function closeConversation(tx: Tx, other: string, closed: boolean): Promise<void> {
	const changed = closed
		? (
				await tx
					.insertInto('conversation_closed')
					.values({ area_id: tx.area, person_id: tx.account, with_id: other })
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirst()
			).numInsertedOrUpdatedRows
		: (
				await tx
					.deleteFrom('conversation_closed')
					.where('area_id', '=', tx.area)
					.where('person_id', '=', tx.account)
					.where('with_id', '=', other)
					.executeTakeFirst()
			).numDeletedRows
	if (changed) await recordChange(tx, { people: [tx.account], what: 'conversation', thing: other })
}

/** Somebody whose words are the newest between them and the acting account, and from when they are. */
export type Written = { person: string; with: string; name: string; sentAt: Date }

/** Days for which a home tells of the newest words to its reader. */
const daysTold = 30

/** Those whose words to the acting account are the newest there are, the latest first. */
export async function writtenToMe(tx: Tx): Promise<Written[]> {
	const { rows } = await sql<Written>`
		select m.person_id as person, m.with_id as with, a.name, m.sent_at as "sentAt"
		from (
			select distinct on (n.person_id, n.with_id) n.* from conversation_message n
				where n.area_id = ${tx.area}::uuid and ${tx.account}::uuid in (n.person_id, n.with_id)
					and n.sent_at > now() - make_interval(days => ${daysTold}::integer)
				order by n.person_id, n.with_id, n.sent_at desc, n.id desc
		) m join account a on a.area_id = m.area_id and a.id = m.author_id
		where m.author_id <> ${tx.account}::uuid and m.taken_back_at is null
		order by m.sent_at desc`.execute(tx)
	return rows
}

/** Everything that the acting account wrote or was written, by the two, the oldest first. */
export async function allMyMessages(tx: Tx): Promise<(Two & Omit<Message, 'canTakeBack'>)[]> {
	return tx
		.selectFrom('conversation_message')
		.select(['id', 'person_id as person', 'with_id as with', 'author_id as authorId', 'words'])
		.select(['sent_at as sentAt', 'taken_back_at as takenBackAt'])
		.where('area_id', '=', tx.area)
		.where((eb) => eb.or([eb('person_id', '=', tx.account), eb('with_id', '=', tx.account)]))
		.orderBy('sent_at')
		.execute()
}

/** What the acting account wrote to people who have left. */
export async function sentToThoseWhoLeft(tx: Tx): Promise<{ words: string; at: Date }[]> {
	const { rows } = await sql<{ words: string; at: Date }>`
		select words, at from what_i_sent_to_those_who_left()`.execute(tx)
	return rows
}
