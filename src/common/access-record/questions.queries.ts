import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { type Act, recordOfQuestion } from './access-record.queries.ts'
import type { Kind, Told } from './record.queries.ts'

/** An answer, by whose hand and when. */
export type Answer = { id: string; author: string; words: string; at: Date }

/** A question about an entry of a record, with what was answered, as its reader is told of those in it. */
export type Question = {
	id: string
	person: string
	entry: { number: number; at: Date; act: Act; what: string; byId: string }
	words: string
	at: Date
	answers: Answer[]
	who: ReadonlyMap<string, Told>
}

/** The questions that the acting account has asked about entries of its record between two numbers. */
export const questionsAbout = (tx: Tx, first: number, last: number): Promise<Question[]> =>
	whole(tx, sql`q.person_id = ${tx.account}::uuid and q.entry_number between ${first} and ${last}`)

/** One question that the acting account has asked, is asked, or may answer as a lead; about what is this person's. */
export async function questionICanSee(tx: Tx, person: string, id: string): Promise<Question | undefined> {
	const [found] = await whole(tx, sql`q.person_id = ${person}::uuid and q.id = ${id}::uuid`)
	return found
}

/** The acting account's questions to which something was answered since it last read its record. */
export const answeredSince = (tx: Tx): Promise<Question[]> =>
	whole(
		tx,
		sql`q.person_id = ${tx.account}::uuid and q.id in (
			select w.question_id from record_answer w
			where w.area_id = ${tx.area}::uuid and w.person_id = ${tx.account}::uuid and w.answered_at > (
				select coalesce(max(e.at), '-infinity') from access_entry e where e.area_id = ${tx.area}::uuid
					and e.person_id = ${tx.account}::uuid and e.by_id = ${tx.account}::uuid and e.what = 'record'))`,
	)

async function whole(tx: Tx, which: ReturnType<typeof sql>): Promise<Question[]> {
	type Row = Omit<Question, 'answers' | 'who' | 'entry'> & {
		entry_number: number
		entry_at: Date
		entry_act: Act
		entry_what: string
		asked_of_id: string
	}
	const { rows } = await sql<Row>`
		select q.id, q.person_id as person, q.entry_number, q.entry_at, q.entry_act, q.entry_what, q.asked_of_id, q.words,
			q.asked_at as at
		from record_question q where q.area_id = ${tx.area}::uuid and ${which} order by q.asked_at`.execute(tx)
	if (rows.length === 0) return []
	const ids = rows.map(({ id }) => id)
	const [answers, who] = await Promise.all([
		tx
			.selectFrom('record_answer')
			.select(['id', 'question_id', 'author_id as author', 'words', 'answered_at as at'])
			.where('area_id', '=', tx.area)
			.where('question_id', 'in', ids)
			.orderBy('answered_at')
			.execute(),
		sql<{ question_id: string; id: string; name: string | null; kind: Kind }>`
			select question_id, account_id as id, name, kind from who_is_in_questions(${ids}::uuid[])`.execute(tx),
	])
	return rows.map(({ entry_number, entry_at, entry_act, entry_what, asked_of_id, ...question }) => ({
		...question,
		entry: { number: entry_number, at: entry_at, act: entry_act, what: entry_what, byId: asked_of_id },
		answers: answers.filter((answer) => answer.question_id === question.id),
		who: new Map(who.rows.filter((one) => one.question_id === question.id).map((one) => [one.id, one])),
	}))
}

/**
 * Asks about an entry of the acting account's own record, by somebody else. The id is the form's, so that a second press
 * asks nothing twice.
 *
 * @returns false when this id already stands for something else: nothing is written
 */
export async function askAbout(tx: Tx, number: number, { id, words }: { id: string; words: string }): Promise<boolean> {
	const made = await sql`
		insert into record_question
			(area_id, id, person_id, entry_number, asked_of_id, entry_at, entry_act, entry_what, words)
		select e.area_id, ${id}::uuid, e.person_id, e.number, e.by_id, e.at, e.act, e.what, ${words}
		from access_entry e
		where e.area_id = ${tx.area}::uuid and e.person_id = ${tx.account}::uuid and e.number = ${number}
			and e.by_id <> e.person_id
		on conflict do nothing`.execute(tx)
	if (made.numAffectedRows === 1n) recordOfQuestion(tx, id, 'changed')
	else return (await questionICanSee(tx, tx.account, id))?.entry.number === number
	return true
}

/** Answers by the acting account's own hand. Answers false when the id already stands for something else. */
export async function giveAnswer(
	tx: Tx,
	question: Question,
	{ id, words }: { id: string; words: string },
): Promise<boolean> {
	const made = await tx
		.insertInto('record_answer')
		.values({
			area_id: tx.area,
			id,
			question_id: question.id,
			person_id: question.person,
			asked_of_id: question.entry.byId,
			author_id: tx.account,
			words,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n)
		return question.answers.some((one) => one.id === id && one.author === tx.account)
	recordOfQuestion(tx, question.id, 'changed')
	return true
}

/** A question about the record that nobody has answered yet: when it was asked, never its words. */
export type WaitingQuestion = { person: string; question: string; at: Date }

/** The questions that wait for the acting account: those about what it did itself, and as a lead all in its area. */
export async function questionsForMe(tx: Tx, isLead: boolean): Promise<WaitingQuestion[]> {
	const all = tx
		.selectFrom('record_question as q')
		.select(['q.person_id as person', 'q.id as question', 'q.asked_at as at'])
		.where('q.area_id', '=', tx.area)
		.where('q.person_id', '<>', tx.account)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('record_answer as w')
						.select('w.id')
						.where('w.area_id', '=', tx.area)
						.whereRef('w.question_id', '=', 'q.id'),
				),
			),
		)
		.orderBy('q.asked_at')
	return (isLead ? all : all.where('q.asked_of_id', '=', tx.account)).execute()
}
