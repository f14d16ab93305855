/** When work together ends: who may say so, who reads it, and what is written. */

import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import type { Underneath } from '../support/place.ts'
import { added } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

/** It has been said that their work ends, past every policy; it goes on until that day. */
export async function plantEnd(underneath: Underneath, { area, mark, person, practitioner }: Thing): Promise<void> {
	await underneath(
		`insert into end_of_work (area_id, id, person_id, practitioner_id, said_by_id, last_day, goodbye)
			values ($1, $2, $3, $4, $4, current_date + 30, 'A goodbye to ' || $5::text)`,
		[area, v7(), person.account, practitioner.account, mark],
	)
}

const page = '/people/:person/end-of-work'
const looks = (thing: Thing) => ({ what: 'end_of_work', thing_id: thing.person.account })

export const endPages: Record<string, PlanPage> = {
	[page]: { shows: ({ mark }) => [`A goodbye to ${mark}`], looks },
	[`${page}/say`]: { shows: () => ['The last day'], looks },
}

const changed = (table: string, ...names: string[]): Change => ({
	...{ table, how: 'changed' },
	columns: Object.fromEntries(names.map((name) => [name, true])),
})

/** Those who have chosen where they are told are told. */
const told = ({ plan, person }: Thing): Change[] =>
	['ann', 'joseph', 'tom'].includes(plan)
		? [added('message', { account_id: person.account, kind: 'something-new' })]
		: []

export const endActs: Record<string, PlanAct> = {
	[`${page}/say`]: {
		fields: (_, __, once) => ({ step: 'share', once, lastDay: '2031-05-03', goodbye: 'Go well' }),
		to: 'end of work',
		writes: (thing, hand, once) => [
			added('draft', { account_id: thing[hand].account, once }),
			added('end_of_work', {
				...{ id: once, person_id: thing.person.account, practitioner_id: thing.practitioner.account },
				...{ said_by_id: thing.practitioner.account, last_day: '2031-05-03', goodbye: 'Go well' },
			}),
			changed('working_relationship', 'ended_at'),
			added('access_entry', { by_id: thing[hand].account, act: 'changed', what: 'end_of_work' }),
			changed('access_head', 'hash', 'number'),
			...told(thing),
		],
	},
	[`${page}/promises/:promise`]: {
		fields: () => ({ word: 'not' }),
		to: 'end of work',
		writes: (thing, hand) => [
			added('promise_at_end', {
				...{ contribution_id: thing.practitioner.contribution, step_id: null, by_day: null },
				said_by_id: thing[hand].account,
			}),
			added('access_entry', { by_id: thing[hand].account, act: 'changed', what: 'end_of_work' }),
			changed('access_head', 'hash', 'number'),
			...told(thing),
		],
	},
}

const lead = ['lead'] as const

export const leftPages: Record<string, OwnPage> = {
	'/area/work-left': { who: lead, shows: ['Work that is left'] },
}

/** Nobody has gone in the demonstration: end-of-work.test.ts lets somebody go. */
export const leftActs: Record<string, OwnAct> = {
	'/area/work-left/:account/end': { who: [], ids: { account: idOf('delroy') }, fields: () => ({}), to: '' },
}

const ofThoseIKnow = { rows: (row: Row, { sees }: Asker) => sees.tiesOf.some((name) => idOf(name) === row.person_id) }
export const readableEnds = { end_of_work: ofThoseIKnow, promise_at_end: ofThoseIKnow }
export const writableEnds = {
	promise_at_end: { insert: 'area_id by_day contribution_id id person_id said_by_id step_id' },
}
export const callableForEnds = ['end_my_work', 'end_work_of_staff', 'my_open_promises', 'work_left_by_staff']
