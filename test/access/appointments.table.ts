/** When two meet: who may do what there, what is written, and which rows there are for whom. */

import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import type { Underneath } from '../support/place.ts'
import type { Hand } from './cast.ts'
import { added } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

/** Ids of one appointment that is agreed, to which each hand has said who comes along; of one that each has asked for; and of one that was. */
export type Meeting = {
	appointment: string
	agreed: string
	past: string
	pastTime: string
} & Record<Hand, { asked: string; time: string; company: string }>

const own = () => ({ asked: v7(), time: v7(), company: v7() })
export const newMeeting = (): Meeting => ({
	...{ appointment: v7(), agreed: v7(), past: v7(), pastTime: v7() },
	...{ person: own(), practitioner: own() },
})

/** Puts all of them there, past every policy. */
export async function plantMeeting(underneath: Underneath, { area, mark, meeting, ...hands }: Thing): Promise<void> {
	const [person, other] = [hands.person.account, hands.practitioner.account]
	const at = [area, person, other]
	const { appointment, agreed, past, pastTime, person: persons, practitioner: others } = meeting
	await underneath(
		`insert into appointment (area_id, id, person_id, with_id, asked_by_id, place, what_for)
			select $1, id, $2, $3, $2, 'A place of ' || $4::text, 'A reason of ' || $4::text from unnest($5::uuid[]) id`,
		[...at, mark, [appointment, past, persons.asked, others.asked]],
	)
	await underneath(
		`insert into appointment_time (area_id, person_id, with_id, id, appointment_id, suggested_by_id, starts_at)
			select $1, $2, $3, t.id, t.of, t.by, now() + t.away from (values
				($4::uuid, $5::uuid, $3::uuid, interval '30 days'), ($6, $7, $3, interval '-1 day'),
				($8, $9, $2, interval '31 days'), ($10, $11, $3, interval '32 days')) t(id, of, by, away)`,
		[...at, agreed, appointment, pastTime, past, persons.time, persons.asked, others.time, others.asked],
	)
	// What is past was while they worked together.
	await underneath(
		`update working_relationship set began_at = least(began_at, now() - interval '2 days'),
			ended_at = case when ended_at <= now() then ended_at end where person_id = $1`,
		[person],
	)
	await underneath(
		`insert into appointment_word (area_id, id, time_id, appointment_id, person_id, with_id, author_id, suits)
			select area_id, gen_random_uuid(), id, appointment_id, person_id, with_id, person_id, true
			from appointment_time where id = any ($1)`,
		[[agreed, pastTime]],
	)
	await underneath(
		`insert into appointment_company (area_id, id, appointment_id, person_id, with_id, asked_by_id, words)
			values ($1, $4, $6, $2, $3, $2, 'Somebody of ' || $7::text), ($1, $5, $6, $2, $3, $3, 'Somebody of ' || $7::text)`,
		[...at, persons.company, others.company, appointment, mark],
	)
	await underneath('delete from appointment_reminder where account_id = $1', [person])
}

const list = '/people/:person/appointments'
const one = `${list}/:appointment`
const other = (hand: Hand): Hand => (hand === 'person' ? 'practitioner' : 'person')

const ofAll = (thing: Thing) => ({ what: 'appointment', thing_id: thing.person.account })
const ofOne = (thing: Thing) => ({ what: 'appointment', thing_id: thing.meeting.appointment })
const ofPast = (thing: Thing) => ({ what: 'appointment', thing_id: thing.meeting.past })

/** What is over is an appointment of its own. */
const past = ({ meeting }: Thing) => ({ appointment: meeting.past })

export const appointmentPages: Record<string, PlanPage> = {
	[list]: { shows: ({ mark }) => [`A reason of ${mark}`], looks: ofAll },
	[`${list}/suggest`]: { shows: () => ['Suggest a time to meet'], looks: ofAll },
	[`${list}/reminders`]: { whose: 'person', shows: () => ['Do you want us to remind you?'] },
	[one]: { shows: ({ mark }) => [`A place of ${mark}`, `A reason of ${mark}`, `Somebody of ${mark}`], looks: ofOne },
	[`${one}/other-time`]: { shows: () => ['Suggest another time'], looks: ofOne },
	[`${one}/along`]: { shows: () => ['Who comes along?'], looks: ofOne },
	[`${one}/not-met`]: { shows: () => ['You did not meet on'], looks: ofPast, ids: past },
	[`${one}/calendar`]: { shows: () => ['SUMMARY:Busy'], looks: ofOne },
}

const changed = (table: string, ...names: string[]): Change => ({
	...{ table, how: 'changed' },
	columns: Object.fromEntries(names.map((name) => [name, true])),
})

/** A change stands in the person's record, and the person, where they have chosen where, is told of what the other did. */
const told = (thing: Thing, hand: Hand, about: string, tells = true): Change[] => [
	added('access_entry', {
		...{ person_id: thing.person.account, by_id: thing[hand].account, act: 'changed' },
		...{ what: 'appointment', thing_id: about },
	}),
	changed('access_head', 'hash', 'number'),
	...(tells && hand === 'practitioner' && ['ann', 'joseph', 'tom'].includes(thing.plan)
		? [added('message', { account_id: thing.person.account, kind: 'something-new' })]
		: []),
]

const word = (thing: Thing, hand: Hand, time: string, suits: boolean): Change =>
	added('appointment_word', { author_id: thing[hand].account, time_id: time, suits })
const draft = (thing: Thing, hand: Hand, once: string): Change =>
	added('draft', { account_id: thing[hand].account, once })

const aTime = { day1: '2031-05-03', time1: 'half past two' }

export const appointmentActs: Record<string, PlanAct> = {
	[`${list}/suggest`]: {
		fields: (thing, hand, once) => ({
			...{ step: 'share', once, ...aTime, place: 'There', whatFor: 'For that' },
			with: thing[other(hand)].account,
		}),
		to: 'new appointment',
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			...told(thing, hand, once),
			added('appointment', {
				...{ id: once, person_id: thing.person.account, with_id: thing.practitioner.account },
				...{ asked_by_id: thing[hand].account, place: 'There', what_for: 'For that' },
			}),
			added('appointment_time', { appointment_id: once, suggested_by_id: thing[hand].account }),
		],
	},
	[`${one}/times/:time/yes`]: {
		ids: ({ meeting }, hand) => ({ appointment: meeting[other(hand)].asked, time: meeting[other(hand)].time }),
		fields: () => ({}),
		to: 'appointment asked for by the other',
		writes: (thing, hand) => [
			...told(thing, hand, thing.meeting[other(hand)].asked),
			word(thing, hand, thing.meeting[other(hand)].time, true),
		],
	},
	[`${one}/times/:time/no`]: {
		ids: ({ meeting }) => ({ time: meeting.agreed }),
		fields: () => ({}),
		to: 'other time',
		writes: (thing, hand) => [
			...told(thing, hand, thing.meeting.appointment),
			word(thing, hand, thing.meeting.agreed, false),
		],
	},
	[`${one}/other-time`]: {
		fields: (_, __, once) => ({ step: 'share', once, ...aTime }),
		to: 'appointment',
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			...told(thing, hand, thing.meeting.appointment),
			added('appointment_time', { id: once, suggested_by_id: thing[hand].account }),
		],
	},
	[`${one}/along`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'my aunt' }),
		to: 'appointment',
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			...told(thing, hand, thing.meeting.appointment, false),
			added('appointment_company', { id: once, asked_by_id: thing[hand].account, words: 'my aunt', account_id: null }),
		],
	},
	[`${one}/along/:company/end`]: {
		ids: ({ meeting }, hand) => ({ company: meeting[hand].company }),
		fields: () => ({}),
		to: 'appointment',
		writes: (thing, hand) => [
			...told(thing, hand, thing.meeting.appointment, false),
			changed('appointment_company', 'ended_at'),
		],
	},
	[`${one}/not-met`]: {
		ids: past,
		fields: (_, __, once) => ({ step: 'share', once, missedFor: 'service_could_not' }),
		to: 'other time than what was',
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			...told(thing, hand, thing.meeting.past),
			added('appointment_not_met', {
				...{ id: once, time_id: thing.meeting.pastTime, author_id: thing[hand].account },
				...{ why: 'service_could_not', words: null },
			}),
		],
	},
	[`${list}/reminders`]: {
		whose: 'person',
		fields: () => ({ wanted: 'two_hours' }),
		to: 'reminders',
		writes: (thing) => [added('appointment_reminder', { account_id: thing.person.account, wanted: 'two_hours' })],
	},
}

/** Pat comes along with Kayleigh: to that one, and to nobody else's. */
const pat = {
	who: ['supporter-with-a-plan'],
	ids: { company: idOf('kayleigh/meets/bank/along/Pat') },
} as const

export const alongPages: Record<string, OwnPage> = {
	'/coming-along/:company': { ...pat, looks: true, shows: ['You come along with Kayleigh Marsh', 'The bank'] },
}

export const alongActs: Record<string, OwnAct> = {
	'/coming-along/:company': {
		...pat,
		fields: () => ({ answer: 'no' }),
		to: '/?done=cannotCome',
		writes: ({ account }) => [
			changed('appointment_company', 'answer', 'answered_at'),
			added('access_entry', { person_id: idOf('kayleigh'), by_id: account, act: 'changed', what: 'coming_along' }),
			changed('access_head', 'hash', 'number'),
		],
	},
}

const ofThoseIKnow = { rows: (row: Row, { sees }: Asker) => sees.tiesOf.some((name) => idOf(name) === row.person_id) }
const mine = (row: Row, me: Asker) => row.account_id === me.account

/** Which rows are there for whom: for the two hands; nobody who comes along gets any. */
export const readableAppointments = {
	appointment: ofThoseIKnow,
	appointment_time: ofThoseIKnow,
	appointment_word: ofThoseIKnow,
	appointment_company: ofThoseIKnow,
	appointment_not_met: ofThoseIKnow,
	appointment_reminder: { rows: mine },
}

export const changeableAppointments = [
	{
		...{ table: 'appointment_company', set: 'ended_at = now()' },
		rows: (row: Row, me: Asker) =>
			row.asked_by_id === me.account && row.ended_at === null && ofThoseIKnow.rows(row, me),
	},
	{ table: 'appointment_reminder', set: `wanted = 'none', chosen_at = now()`, rows: mine },
]

const of = 'appointment_id area_id'
export const writableAppointments = {
	appointment: { insert: 'area_id asked_by_id id person_id place what_for with_id' },
	appointment_time: { insert: `${of} id person_id starts_at suggested_by_id with_id` },
	appointment_word: { insert: `${of} author_id id person_id suits time_id with_id` },
	appointment_company: {
		insert: 'account_id appointment_id area_id asked_by_id id person_id with_id words',
		update: 'ended_at',
	},
	appointment_not_met: { insert: `${of} author_id id person_id time_id why with_id words` },
	appointment_reminder: { insert: 'account_id area_id wanted', update: 'chosen_at wanted' },
}

/** The functions that an account may call here. */
export const callableForAppointments = [
	...['record_look_along', 'remind_of', 'say_whether_i_come', 'those_i_meet', 'time_stands', 'where_i_come_along'],
]
