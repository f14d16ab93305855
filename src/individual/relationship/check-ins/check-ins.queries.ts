import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import type { Meeting } from '../../../common/appointments/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { type Answers, type CheckIn, isStep, type Statement, type Step } from './check-ins.ts'

const columns = [
	'time_id as time',
	'account_id as accountId',
	'listened',
	'fair',
	'say_no as sayNo',
	'what_next as whatNext',
	'worth_it as worthIt',
	'change',
	'not_this_time as notThisTime',
] as const

const step = (value: number | null): Step | null => (isStep(value) ? value : null)

/** How meetings were with a person: the acting account's own words, and the other's of those it has spoken of. */
export async function checkInsOf(tx: Tx, person: string): Promise<CheckIn[]> {
	const rows = await tx
		.selectFrom('check_in')
		.select(columns)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('said_at')
		.execute()
	return rows.map(({ listened, fair, sayNo, whatNext, worthIt, ...row }) => ({
		...row,
		...{ listened: step(listened), fair: step(fair), sayNo: step(sayNo) },
		...{ whatNext: step(whatNext), worthIt: step(worthIt) },
	}))
}

/** The meetings of which the acting account has spoken in these last days, or chosen not to. */
export async function meetingsSpokenOf(tx: Tx, days: number): Promise<string[]> {
	const rows = await tx
		.selectFrom('check_in')
		.select('time_id')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('said_at', '>', sql<Date>`now() - make_interval(days => ${days + 1}::integer)`)
		.execute()
	return rows.map(({ time_id }) => time_id)
}

/**
 * Says how a meeting was, by the acting account's own hand, or that it says nothing this time. The id is the form's.
 *
 * @returns false when it has spoken of this meeting before: nothing is written
 */
export async function checkIn(tx: Tx, id: string, met: Meeting, answers?: Answers): Promise<boolean> {
	const { listened, fair, sayNo, whatNext, worthIt, change } = answers ?? nothing
	const made = await tx
		.insertInto('check_in')
		.values({
			...{ area_id: tx.area, id, time_id: met.time, appointment_id: met.appointment },
			...{ person_id: met.person, with_id: met.with, account_id: tx.account },
			...{ listened, fair, say_no: sayNo, what_next: whatNext, worth_it: worthIt, change },
			not_this_time: answers === undefined,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return isMine(tx, id)
	await recordChange(tx, { people: [met.person], what: 'check_in', thing: met.person })
	return true
}

const nothing: Answers = { listened: null, fair: null, sayNo: null, whatNext: null, worthIt: null, change: null }

/** Whether the acting account said this before, by an earlier press of the same form. */
async function isMine(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('check_in')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('id', '=', id)
		.where('account_id', '=', tx.account)
		.executeTakeFirst()
	return found !== undefined
}

/** In the acting lead's area, how many people said a step of a statement when they last said one; only where that tells of nobody. */
export type CheckInInArea = { statement: Statement; step: Step; people: number }

export async function checkInsOfMyArea(tx: Tx): Promise<CheckInInArea[]> {
	const { rows } = await sql<{ statement: string; step: number; people: number }>`
		select statement, step, people from check_ins_of_my_area()`.execute(tx)
	return rows.flatMap(({ statement, step: said, people }) => {
		const named = inDatabase[statement]
		return named && isStep(said) ? [{ statement: named, step: said, people }] : []
	})
}

const inDatabase: Readonly<Record<string, Statement>> = {
	...{ listened: 'listened', fair: 'fair', say_no: 'sayNo', what_next: 'whatNext', worth_it: 'worthIt' },
}
