import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { writtenOnce } from '../../../platform/database/written-once.ts'
import type { Beginning, Recognition } from './recognition.ts'

/** What was given, with the name of whoever gave it, or keeps what the acting account gave, where the acting account may know it. */
export type Named = Recognition & { name: string | null; isByPractitioner: boolean }

/** What was given to the acting account, and what it does with it. */
export type Kept = Named & {
	isRead: boolean
	isHidden: boolean
	/** Whether what it is about is open to the acting account now. */
	isOpen: boolean
}

/** Everything given that the acting account may see, with the name of whoever else gave it or keeps it. */
function given(tx: Tx) {
	return tx
		.selectFrom('recognition as r')
		.leftJoin('account as a', (join) =>
			join
				.onRef('a.area_id', '=', 'r.area_id')
				.on(sql<boolean>`a.id = case when r.author_id = ${tx.account}::uuid then r.given_to_id else r.author_id end`),
		)
		.leftJoin('recognition_answer as answer', (join) =>
			join.onRef('answer.area_id', '=', 'r.area_id').onRef('answer.recognition_id', '=', 'r.id'),
		)
		.select(['r.id', 'r.person_id', 'r.scope_id', 'r.outcome_id', 'r.author_id', 'r.given_to_id', 'r.beginning'])
		.select(['r.words', 'r.given_at', 'r.taken_back_at', 'r.shown_beside', 'a.name'])
		.select(['answer.words as answer_words', 'answer.answered_at'])
		.select(
			sql<boolean>`exists (select from working_relationship tie where tie.area_id = r.area_id
				and tie.person_id = r.person_id and tie.practitioner_id = r.author_id)`.as('by_practitioner'),
		)
		.where('r.area_id', '=', tx.area)
		.orderBy('r.given_at', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof given>['execute']>>[number]

const told = (row: Row): Named => ({
	id: row.id,
	person: row.person_id,
	scope: row.scope_id,
	outcome: row.outcome_id,
	authorId: row.author_id,
	givenToId: row.given_to_id,
	beginning: row.beginning,
	words: row.words,
	givenAt: row.given_at,
	takenBackAt: row.taken_back_at,
	shownBeside: row.shown_beside,
	answer:
		row.answer_words !== null && row.answered_at ? { words: row.answer_words, answeredAt: row.answered_at } : null,
	name: row.name || null,
	isByPractitioner: row.by_practitioner,
})

/** What was given to the acting account and not taken back, the newest first; or the one with this id. */
export async function givenToMine(tx: Tx, only = ''): Promise<Kept[]> {
	const rows = await given(tx)
		.leftJoin('recognition_kept as kept', (join) =>
			join.onRef('kept.area_id', '=', 'r.area_id').onRef('kept.recognition_id', '=', 'r.id'),
		)
		.select(['kept.read_at', 'kept.is_hidden'])
		.select(sql<boolean>`r.scope_id = any ((select scopes_open_to_me())::uuid[])`.as('is_open'))
		.where('r.given_to_id', '=', tx.account)
		.where('r.taken_back_at', 'is', null)
		.$if(only !== '', (query) => query.where('r.id', '=', only))
		.execute()
	return rows.map((row) => ({
		...told(row),
		isRead: row.read_at !== null,
		isHidden: row.is_hidden ?? false,
		isOpen: row.is_open,
	}))
}

/** What the acting account gave, the newest first, with the name of whoever keeps it as far as it may know that now. */
export async function givenByMe(tx: Tx): Promise<Named[]> {
	const rows = await given(tx).where('r.author_id', '=', tx.account).execute()
	return rows.map(told)
}

const givenThere = (about: 'plan' | 'outcome') =>
	writtenOnce((tx, { person, outcome }: { person: string; outcome: string }) =>
		given(tx)
			.where('r.person_id', '=', person)
			.$if(about === 'outcome', (query) => query.where('r.outcome_id', '=', outcome))
			.$if(about === 'plan', (query) => query.where('r.outcome_id', 'is', null))
			.where('r.taken_back_at', 'is', null)
			.where((where) => where.or([where('r.author_id', '=', tx.account), where('r.shown_beside', '=', true)]))
			.compile(),
	)
const givenWithPlan = givenThere('plan')
const givenWithOutcome = givenThere('outcome')

/** What stands with an outcome, or with the plan as a whole: what the acting account gave, and what the person shows there. */
export async function givenWith(tx: Tx, person: string, outcome = ''): Promise<Named[]> {
	return (await tx.ask((outcome ? givenWithOutcome : givenWithPlan)(tx, { person, outcome }))).map(told)
}

/** The newest that was given to the acting account and that it has not hidden. */
export async function newestToMe(tx: Tx): Promise<Kept | undefined> {
	return (await givenToMine(tx)).find((one) => !one.isHidden && one.words !== '')
}

/** Notes, with the commit, that the acting account has read what was given to it. */
export function markRead(tx: Tx): void {
	tx.withTheCommit(
		sql`insert into recognition_kept (area_id, recognition_id, scope_id, account_id, author_id)
			select r.area_id, r.id, r.scope_id, r.given_to_id, r.author_id from recognition r
			where r.area_id = ${tx.area}::uuid and r.given_to_id = ${tx.account}::uuid and r.taken_back_at is null
				and not exists (select from recognition_kept k where k.area_id = r.area_id and k.recognition_id = r.id)
			on conflict do nothing`.compile(tx),
	)
}

/** What is given, about what, to whom. */
type Giving = {
	id: string
	person: string
	scope: string
	outcome: string | null
	to: string
	beginning: Beginning
	words: string
}

/**
 * Gives it, in the name of the acting account. The id is the form's, so that a second press gives nothing twice.
 *
 * @returns false when this id already stands for something else: nothing is written
 */
export async function give(tx: Tx, { id, person, scope, outcome, to, beginning, words }: Giving): Promise<boolean> {
	const made = await tx
		.insertInto('recognition')
		.values({
			...{ area_id: tx.area, id, person_id: person, scope_id: scope, outcome_id: outcome },
			...{ author_id: tx.account, given_to_id: to, beginning, words },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return (await givenByMe(tx)).some((one) => one.id === id)
	await recordChange(tx, { people: [person], what: 'recognition', thing: outcome ?? scope })
	return true
}

/** Takes it back: `undefined` when the acting account gave no such thing, false when it has been read and stays. */
export async function takeBack(tx: Tx, id: string): Promise<boolean | undefined> {
	const { rows } = await sql<{ done: boolean | null }>`select take_back_recognition(${id}::uuid) as done`.execute(tx)
	return rows[0]?.done ?? undefined
}

/**
 * Answers what was given to the acting account, once.
 *
 * @returns false when it is answered already, or this id stands for something else: nothing is written
 */
export async function answer(tx: Tx, one: Kept, id: string, words: string): Promise<boolean> {
	const made = await tx
		.insertInto('recognition_answer')
		.values({
			...{ area_id: tx.area, id, recognition_id: one.id, scope_id: one.scope },
			...{ author_id: tx.account, to_id: one.authorId, words },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return hasAnswered(tx, one.id, id)
	await recordChange(tx, { people: [one.person], what: 'recognition_answer', thing: one.outcome ?? one.scope })
	return true
}

async function hasAnswered(tx: Tx, recognition: string, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('recognition_answer')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('recognition_id', '=', recognition)
		.where('author_id', '=', tx.account)
		.where('id', '=', id)
		.executeTakeFirst()
	return found !== undefined
}

/** Puts what was given to the acting account out of its sight, or back; nobody else is told. What is hidden stands beside nothing. */
export async function hide(tx: Tx, one: Kept, isHidden: boolean): Promise<void> {
	await tx
		.updateTable('recognition_kept')
		.set({ is_hidden: isHidden })
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('recognition_id', '=', one.id)
		.execute()
	if (isHidden && one.shownBeside) await showBeside(tx, one, false)
}

/** Lets it stand beside the outcome for all who see that, or no longer. */
export async function showBeside(tx: Tx, one: Kept, isShown: boolean): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('recognition')
		.set({ shown_beside: isShown })
		.where('area_id', '=', tx.area)
		.where('given_to_id', '=', tx.account)
		.where('id', '=', one.id)
		.where('shown_beside', '=', !isShown)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) {
		await recordChange(tx, { people: [tx.account], what: 'recognition', thing: one.outcome ?? one.scope })
	}
}

const thankable = writtenOnce((tx) =>
	tx
		.selectFrom('account')
		.select(['id', 'name'])
		.where('area_id', '=', tx.area)
		.where(sql<boolean>`id = any ((select those_i_can_thank())::uuid[])`)
		.orderBy('name')
		.compile(),
)

/** Whom the acting account can thank: who works with it now, and who supports it now. */
export async function whoICanThank(tx: Tx): Promise<{ id: string; name: string }[]> {
	return tx.ask(thankable(tx, {}))
}
