/** How two work together: what the order asks, what can be expected, how meetings were, and what they write to each other. */

import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import type { Underneath } from '../support/place.ts'
import type { Hand } from './cast.ts'
import { added, changed } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

/** Ids of what stands between the two of a plan: something asked and what was said of it, something expected, a meeting of which both have spoken, and a message of each. */
export type Working = {
	condition: string
	remark: string
	expectation: string
	wording: string
	note: string
	/** Somebody whom the practitioner has named to take over. */
	handed: string
} & Record<Hand, { message: string }>

export const newWorking = (): Working => ({
	...{ condition: v7(), remark: v7(), expectation: v7(), wording: v7(), note: v7(), handed: v7() },
	...{ person: { message: v7() }, practitioner: { message: v7() } },
})

const newWords = ({ mark }: Thing) => `Newer words to expect of ${mark}`

/** Puts all of it there, past every policy. */
export async function plantWorking(underneath: Underneath, thing: Thing): Promise<void> {
	const { area, mark, working, person, practitioner } = thing
	const [me, other] = [person.account, practitioner.account]
	await underneath(
		`insert into order_wording (area_id, id, condition_id, person_id, number, words, author_id)
			values ($1, $2, $2, $3, 1, 'Something asked of ' || $4::text, $5)`,
		[area, working.condition, me, mark, other],
	)
	await underneath(
		`insert into order_remark (area_id, id, wording_id, condition_id, person_id, kind, words)
			values ($1, $2, $3, $3, $4, 'not_right', 'What is not right for ' || $5::text)`,
		[area, working.remark, working.condition, me, mark],
	)
	const before = v7()
	await underneath(
		`insert into expectation (area_id, id, person_id, with_id, of_whom, proposed_by_id) values ($1, $2, $3, $4, 'person', $3)`,
		[area, working.expectation, me, other],
	)
	await underneath(
		`insert into expectation_wording (area_id, expectation_id, person_id, with_id, author_id, id, number, words)
			values ($1, $2, $3, $4, $3, $5, 1, 'Words to expect of ' || $6::text), ($1, $2, $3, $4, $3, $7, 2, $8)`,
		[area, working.expectation, me, other, before, mark, working.wording, newWords(thing)],
	)
	await underneath(
		`insert into expectation_agreement (area_id, id, expectation_id, person_id, with_id, wording_id, words_hash, account_id)
			select w.area_id, gen_random_uuid(), w.expectation_id, w.person_id, w.with_id, w.id, w.words_hash, hand
			from expectation_wording w cross join unnest(array[w.person_id, w.with_id]) hand where w.id = $1`,
		[before],
	)
	await plantSpokenOf(underneath, thing)
	await underneath('delete from conversation_closed where person_id = $1', [me])
	await underneath(
		`insert into conversation_message (area_id, id, person_id, with_id, author_id, words)
			select $1, m.id, $2, $3, m.by, 'Something written to ' || $4::text
			from (values ($5::uuid, $2::uuid), ($6::uuid, $3::uuid)) m(id, by)`,
		[area, me, other, mark, working.person.message, working.practitioner.message],
	)
	await underneath(
		`insert into handover_note (area_id, id, person_id, author_id, number, words)
			select $1, $2, $3, $4, 1 + count(*), 'A note about ' || $5::text from handover_note where person_id = $3 and author_id = $4`,
		[area, working.note, me, other, mark],
	)
	await underneath(
		`insert into handover_word (area_id, id, note_id, person_id, kind, words)
			values ($1, $2, $3, $4, 'corrected', 'What was put right for ' || $5::text)`,
		[area, v7(), working.note, me, mark],
	)
	if (area !== idOf('Rivermouth')) await plantColleague(underneath, area)
	await underneath('insert into handover (area_id, id, person_id, from_id, to_id) values ($1, $2, $3, $4, $5)', [
		...[area, working.handed, me, other, colleagueOf(thing)],
	])
}

/** Owen, in the other area, has a colleague who could take over. */
async function plantColleague(underneath: Underneath, area: string): Promise<void> {
	const colleague = [area, idOf('practitioner-elsewhere-too')]
	await underneath(
		`insert into account (area_id, id, name) values ($1, $2, 'Practitioner Elsewhere Too') on conflict do nothing`,
		colleague,
	)
	await underneath(
		`insert into standing (area_id, id, account_id, kind) values ($1, $2, $2, 'practitioner') on conflict do nothing`,
		colleague,
	)
}

/** A meeting that was, of which both have said how it was. */
async function plantSpokenOf(underneath: Underneath, { area, mark, person, practitioner }: Thing): Promise<void> {
	const [appointment, time] = [v7(), v7()]
	const at = [area, person.account, practitioner.account]
	await underneath(
		`insert into appointment (area_id, id, person_id, with_id, asked_by_id, place, what_for) values ($1, $4, $2, $3, $2, 'There', 'That')`,
		[...at, appointment],
	)
	await underneath(
		`insert into appointment_time (area_id, person_id, with_id, id, appointment_id, suggested_by_id, starts_at)
			values ($1, $2, $3, $4, $5, $3, now() - interval '36 hours')`,
		[...at, time, appointment],
	)
	await underneath(
		`insert into appointment_word (area_id, id, time_id, appointment_id, person_id, with_id, author_id, suits)
			values ($1, $4, $5, $6, $2, $3, $2, true)`,
		[...at, v7(), time, appointment],
	)
	await underneath(
		`insert into check_in (area_id, id, time_id, appointment_id, person_id, with_id, account_id, listened, change)
			select $1, gen_random_uuid(), $4, $5, $2, $3, hand, 4, 'A change for ' || $6::text from unnest(array[$2, $3]::uuid[]) hand`,
		[...at, time, appointment, mark],
	)
}

const ofPerson = '/people/:person'
const looks = (what: string) => (thing: Thing) => ({ what, thing_id: thing.person.account })
const toOrder = looks('order')
const toExpect = looks('expectation')
const toHandOver = looks('handover')
const toCheckIn = looks('check_in')
/** The meeting of which nobody has spoken. */
const unspoken = ({ meeting }: Thing) => ({ time: meeting.pastTime })

const [order, expectations, checkIns] = [`${ofPerson}/order`, `${ofPerson}/expectations`, `${ofPerson}/check-ins`]
const [conversation, handover] = [`${ofPerson}/conversation`, `${ofPerson}/handover`]

export const workingPages: Record<string, PlanPage> = {
	[`${order}`]: {
		shows: ({ mark }) => [`Something asked of ${mark}`, `What is not right for ${mark}`],
		looks: toOrder,
	},
	[`${order}/write`]: { shows: () => ['What does the order ask of'], looks: toOrder },
	[`${order}/:condition/other-words`]: { shows: ({ mark }) => [`Something asked of ${mark}`], looks: toOrder },
	[`${order}/:condition/say`]: { shows: ({ mark }) => [`Something asked of ${mark}`], looks: toOrder },
	[`${order}/remarks/:remark/answer`]: { shows: ({ mark }) => [`What is not right for ${mark}`], looks: toOrder },
	[`${expectations}`]: {
		shows: (thing) => [`Words to expect of ${thing.mark}`, newWords(thing)],
		looks: toExpect,
	},
	[`${expectations}/propose`]: { shows: () => ['What do you want to propose?'], looks: toExpect },
	[`${expectations}/:expectation/other-words`]: { shows: (thing) => [newWords(thing)], looks: toExpect },
	[`${checkIns}`]: { shows: ({ mark }) => ['How your meetings were', `A change for ${mark}`], looks: toCheckIn },
	[`${checkIns}/:time/say`]: { shows: () => ['I was listened to'], looks: toCheckIn, ids: unspoken },
	[`${handover}`]: {
		shows: ({ mark }) => [`A note about ${mark}`, `What was put right for ${mark}`],
		looks: toHandOver,
	},
	[`${handover}/write`]: { shows: () => ['What should the next one know about'], looks: toHandOver },
	[`${handover}/name`]: { shows: () => ['Who takes over from you?'], looks: toHandOver },
	[`${handover}/:note/correct`]: { shows: ({ mark }) => [`A note about ${mark}`], looks: toHandOver },
	[`${handover}/openings`]: { whose: 'person', shows: () => ['Nothing passes without your word.'] },
	[`${conversation}`]: { whose: 'person', shows: () => ['Write to someone'] },
	// A look here is at nothing more than what was written to whoever looks: it is not noted.
	[`${conversation}/:with`]: { shows: ({ mark }) => [`Something written to ${mark}`] },
}

/** Addresses that are for one of the two alone. */
export const onlyForOne: Readonly<Record<string, Hand>> = {
	[`${order}/write`]: 'practitioner',
	[`${order}/:condition/other-words`]: 'practitioner',
	[`${order}/:condition/say`]: 'person',
	[`${order}/remarks/:remark/answer`]: 'practitioner',
	[`${handover}/write`]: 'practitioner',
	[`${handover}/name`]: 'practitioner',
	[`${handover}/:note/say`]: 'person',
	[`${handover}/:note/correct`]: 'person',
	[`${handover}/who-comes/:handover`]: 'person',
	[`${conversation}/:with/close`]: 'person',
	[`${conversation}/:with/open`]: 'person',
}

const recorded = (thing: Thing, hand: Hand, what: string, about = thing.person.account): Change[] => [
	added('access_entry', {
		...{ person_id: thing.person.account, by_id: thing[hand].account, act: 'changed', what, thing_id: about },
	}),
	changed('access_head', 'hash', 'number'),
]

/** The person, where they have chosen where, is told of what the other did. */
const told = ({ plan, person }: Thing, hand: Hand): Change[] =>
	hand === 'practitioner' && ['ann', 'joseph', 'tom'].includes(plan)
		? [added('message', { account_id: person.account, kind: 'something-new' })]
		: []
const draft = (thing: Thing, hand: Hand, once: string): Change =>
	added('draft', { account_id: thing[hand].account, once })

const to =
	(page: string) =>
	({ owner }: Thing): string =>
		`/people/${owner}/${page}`
/** A colleague who could take over; in the other area there is one for the proofs. */
const colleagueOf = ({ area, practitioner }: Thing): string => {
	if (area !== idOf('Rivermouth')) return idOf('practitioner-elsewhere-too')
	return idOf(practitioner.account === idOf('delroy') ? 'hannah' : 'delroy')
}
const toConversation = (thing: Thing): string => to(`conversation/${thing.practitioner.account}`)(thing)
const said = { listened: '4', fair: '', sayNo: '2', whatNext: 'left', worthIt: '5', change: 'The hour.' }

export const workingActs: Record<string, PlanAct> = {
	[`${order}/write`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Be there', fromDay: '3/5/2030', untilDay: '2031-05-03' }),
		to: to('order'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('order_wording', {
				...{ id: once, condition_id: once, number: 1, person_id: thing.person.account, words: 'Be there' },
				...{ from_day: '2030-05-03', until_day: '2031-05-03', author_id: thing.practitioner.account },
			}),
			...recorded(thing, hand, 'order'),
			...told(thing, hand),
		],
	},
	[`${order}/:condition/other-words`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Be there', fromDay: '', untilDay: '', after: '1' }),
		to: to('order'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('order_wording', {
				...{ id: once, condition_id: thing.working.condition, number: 2, words: 'Be there' },
				...{ from_day: null, until_day: null, author_id: thing.practitioner.account },
			}),
			...recorded(thing, hand, 'order'),
			...told(thing, hand),
		],
	},
	[`${order}/:condition/say`]: {
		fields: (_, __, once) => ({ step: 'share', once, kind: 'not_understood', words: '' }),
		to: to('order'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('order_remark', {
				...{ id: once, wording_id: thing.working.condition, condition_id: thing.working.condition },
				...{ person_id: thing.person.account, kind: 'not_understood', words: null },
			}),
			...recorded(thing, hand, 'order'),
		],
	},
	[`${order}/remarks/:remark/answer`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'I look at it' }),
		to: to('order'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('order_answer', {
				...{ id: once, remark_id: thing.working.remark, author_id: thing.practitioner.account, words: 'I look at it' },
			}),
			...recorded(thing, hand, 'order'),
			...told(thing, hand),
		],
	},
	[`${expectations}/propose`]: {
		fields: (thing, _, once) => ({
			...{ step: 'share', once, with: thing.practitioner.account, ofWhom: 'practitioner', words: 'Be on time' },
		}),
		to: to('expectations'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('expectation', {
				...{ id: once, person_id: thing.person.account, with_id: thing.practitioner.account },
				...{ of_whom: 'practitioner', proposed_by_id: thing[hand].account },
			}),
			added('expectation_wording', { expectation_id: once, words: 'Be on time', author_id: thing[hand].account }),
			added('expectation_agreement', { expectation_id: once, account_id: thing[hand].account, withdrawn_at: null }),
			...recorded(thing, hand, 'expectation'),
			...told(thing, hand),
		],
	},
	[`${expectations}/:expectation/other-words`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Other words', after: '2' }),
		to: to('expectations'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('expectation_wording', {
				...{ id: once, expectation_id: thing.working.expectation, number: 3, author_id: thing[hand].account },
			}),
			added('expectation_agreement', { wording_id: once, account_id: thing[hand].account, withdrawn_at: null }),
			...recorded(thing, hand, 'expectation'),
			...told(thing, hand),
		],
	},
	[`${expectations}/:expectation/agree`]: {
		fields: (thing) => ({
			wording: thing.working.wording,
			hash: createHash('sha256').update(newWords(thing)).digest('hex'),
		}),
		to: to('expectations'),
		writes: (thing, hand) => [
			added('expectation_agreement', { wording_id: thing.working.wording, account_id: thing[hand].account }),
			...recorded(thing, hand, 'expectation'),
			...told(thing, hand),
		],
	},
	[`${expectations}/:expectation/take-back`]: {
		fields: () => ({}),
		to: to('expectations'),
		writes: (thing, hand) => [
			changed('expectation_agreement', 'withdrawn_at'),
			...recorded(thing, hand, 'expectation'),
			...told(thing, hand),
		],
	},
	[`${checkIns}/:time/say`]: {
		ids: unspoken,
		fields: (_, __, once) => ({ step: 'share', once, ...said }),
		to: to('check-ins'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('check_in', {
				...{ id: once, time_id: thing.meeting.pastTime, account_id: thing[hand].account, not_this_time: false },
				...{ listened: 4, fair: null, say_no: 2, what_next: null, worth_it: 5, change: 'The hour.' },
			}),
			...recorded(thing, hand, 'check_in'),
		],
	},
	[`${checkIns}/:time/not-this-time`]: {
		ids: unspoken,
		fields: () => ({}),
		to: to('check-ins'),
		writes: (thing, hand) => [
			added('check_in', {
				...{ time_id: thing.meeting.pastTime, account_id: thing[hand].account, not_this_time: true, change: null },
			}),
			...recorded(thing, hand, 'check_in'),
		],
	},
	[`${handover}/write`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Ask about the garden' }),
		to: to('handover'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('handover_note', { id: once, author_id: thing.practitioner.account, words: 'Ask about the garden' }),
			...recorded(thing, hand, 'handover'),
			...told(thing, hand),
		],
	},
	[`${handover}/name`]: {
		fields: (thing, _, once) => ({ step: 'share', once, to: colleagueOf(thing) }),
		to: to('handover'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('handover', {
				...{ id: once, person_id: thing.person.account, from_id: thing.practitioner.account },
				...{ to_id: colleagueOf(thing), begun_at: null },
			}),
			...recorded(thing, hand, 'handover'),
			...told(thing, hand),
		],
	},
	[`${handover}/:note/say`]: {
		fields: () => ({ kind: 'accepted' }),
		to: to('handover'),
		writes: (thing, hand) => [
			added('handover_word', { note_id: thing.working.note, kind: 'accepted', words: null }),
			...recorded(thing, hand, 'handover'),
		],
	},
	[`${handover}/:note/correct`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'No, the kitchen' }),
		to: to('handover'),
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('handover_word', { id: once, note_id: thing.working.note, kind: 'corrected', words: 'No, the kitchen' }),
			...recorded(thing, hand, 'handover'),
		],
	},
	[`${handover}/who-comes/:handover`]: {
		ids: ({ working }) => ({ handover: working.handed }),
		fields: () => ({ answer: 'fine' }),
		to: to('handover'),
		writes: (thing, hand) => [changed('handover', 'answer', 'answered_at'), ...recorded(thing, hand, 'handover')],
	},
	// Nobody worked with these before; Tom says what passes in src/individual/relationship/handover/handover.test.ts.
	[`${handover}/openings`]: {
		whose: 'person',
		fields: () => ({ opening: idOf('nothing'), comes: idOf('nobody'), passes: 'yes' }),
		to: 'not there',
		writes: () => [],
	},
	[`${conversation}/:with`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Hello' }),
		to: toConversation,
		writes: (thing, hand, once) => [
			draft(thing, hand, once),
			added('conversation_message', {
				...{ id: once, person_id: thing.person.account, with_id: thing.practitioner.account, words: 'Hello' },
				...{ author_id: thing[hand].account, taken_back_at: null },
			}),
			...recorded(thing, hand, 'conversation', thing.practitioner.account),
			...told(thing, hand),
		],
	},
	[`${conversation}/:with/:message/take-back`]: {
		fields: () => ({}),
		to: toConversation,
		writes: (thing, hand) => [
			changed('conversation_message', 'taken_back_at', 'words'),
			...recorded(thing, hand, 'conversation', thing.practitioner.account),
		],
	},
	[`${conversation}/:with/close`]: {
		fields: () => ({}),
		to: toConversation,
		writes: (thing, hand) => [
			added('conversation_closed', { person_id: thing.person.account, with_id: thing.practitioner.account }),
			...recorded(thing, hand, 'conversation', thing.practitioner.account),
		],
	},
	// Nothing is closed here; what is, is opened again in src/common/conversation/conversation.test.ts.
	[`${conversation}/:with/open`]: { fields: () => ({}), to: toConversation, writes: () => [] },
}

const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 10)
const practitioners = [
	...(['practitioner', 'other-practitioner', 'former-practitioner', 'new-practitioner'] as const),
	'practitioner-elsewhere',
] as const

export const workingOwnPages: Record<string, OwnPage> = {
	'/your-hours': { who: practitioners, shows: ['When do you read what people write to you?'] },
	'/handover/:handover': {
		who: ['former-practitioner'],
		ids: { handover: idOf('amara/handed/callum/hannah') },
		shows: ['Do you take over the work with Amara Nwosu?'],
	},
	'/area/work-left/:account': { who: ['lead'], ids: { account: idOf('delroy') }, shows: ['Mary O’Donnell'] },
	'/area/work-left/people/:tie': {
		who: ['lead'],
		ids: { tie: idOf('mary/with/delroy') },
		shows: ['Who goes on with Mary O’Donnell?'],
	},
	'/area/away': { who: ['lead'], shows: ['Who is away, and until when?'] },
	'/area/check-ins': { who: ['lead'], shows: ['How meetings were for people here'] },
}

export const workingOwnActs: Record<string, OwnAct> = {
	'/handover/:handover': {
		who: ['former-practitioner'],
		ids: { handover: idOf('amara/handed/callum/hannah') },
		fields: () => ({}),
		to: `/people/${idOf('amara')}`,
		writes: ({ account }) => [
			added('working_relationship', { person_id: idOf('amara'), practitioner_id: account, ended_at: null }),
			changed('handover', 'begun_at'),
			added('access_entry', { person_id: idOf('amara'), by_id: account, act: 'changed', what: 'person' }),
			changed('access_head', 'hash', 'number'),
		],
	},
	'/area/work-left/people/:tie': {
		who: ['lead'],
		ids: { tie: idOf('olena/with/delroy') },
		fields: (once) => ({ step: 'share', once, to: idOf('ewa') }),
		to: `/area/work-left/${idOf('delroy')}?done=${idOf('olena/with/delroy')}`,
		writes: ({ account }, once) => [
			added('handover', {
				...{ id: once, person_id: idOf('olena'), from_id: idOf('delroy'), to_id: idOf('ewa'), named_by_id: account },
			}),
			added('draft', { account_id: account, once }),
			added('access_entry', { person_id: idOf('olena'), by_id: account, act: 'changed', what: 'handover' }),
			changed('access_head', 'hash', 'number'),
		],
	},
	'/area/away': {
		who: ['lead'],
		fields: (once) => ({ step: 'share', once, who: idOf('ewa'), until: inAWeek }),
		to: '/area/work-left?done=away',
		writes: ({ account }, once) => [
			added('practitioner_away', { id: once, account_id: idOf('ewa'), set_by_id: account, until_day: inAWeek }),
			added('draft', { account_id: account, once }),
		],
	},
	// They themselves too: src/individual/relationship/handover/placing.test.ts.
	'/area/away/:account/back': {
		who: ['lead'],
		ids: { account: idOf('delroy') },
		fields: () => ({}),
		to: '/area/work-left?done=back',
		writes: () => [changed('practitioner_away', 'ended_at')],
	},
	'/your-hours': {
		who: practitioners,
		fields: (once) => ({ step: 'share', once, reads: 'At noon', reached: '' }),
		to: '/your-hours?done=said',
		writes: ({ account }, once) => [
			added('practitioner_hours', { id: once, account_id: account, reads: 'At noon', reached: null }),
			added('draft', { account_id: account, once }),
		],
	},
}

type See = (row: Row, me: Asker) => boolean
const isTied: See = (row, { sees }) => sees.tiesOf.some((name) => idOf(name) === row.person_id)
/** Of the two whose it is: the person, and the other while they work together. */
const ofTheTwo: See = (row, me) => row.person_id === me.account || (row.with_id === me.account && isTied(row, me))
const isOpenedTo: See = (row, { sees }) =>
	(sees.reads ?? []).some((name) => idOf(name.split('/', 1)[0] ?? '') === row.person_id)
const writesTogether: See = (row, me) => ofTheTwo(row, me) || (row.with_id === me.account && isOpenedTo(row, me))

/** Of these only one of the two has spoken: the other reads nothing of it yet. */
const spokenByOne = [`ann/meets/this-week`, `kayleigh/meets/stables`].map((name) => idOf(name))
/** Tom set no word under this note of Hannah's but that it is wrong. */
const notAccepted = idOf('tom/note/hannah/0')

export const workingReadable = {
	order_wording: { rows: isTied },
	order_remark: { rows: isTied },
	order_answer: { rows: isTied },
	expectation: { rows: ofTheTwo },
	expectation_wording: { rows: ofTheTwo },
	expectation_agreement: { rows: ofTheTwo },
	practitioner_hours: {
		rows: (row: Row, { sees }: Asker) => sees.names.some((name) => idOf(name) === row.account_id),
	},
	check_in: {
		rows: (row: Row, me: Asker) =>
			ofTheTwo(row, me) && (row.account_id === me.account || !spokenByOne.includes(String(row.appointment_id))),
	},
	conversation_message: { rows: writesTogether },
	conversation_closed: { rows: writesTogether },
	handover_note: {
		rows: (row: Row, me: Asker) => row.person_id === me.account || (isTied(row, me) && isForThem(row.id, row, me)),
	},
	handover_word: {
		rows: (row: Row, me: Asker) => row.person_id === me.account || (isTied(row, me) && row.note_id !== notAccepted),
	},
	handover: {
		rows: (row: Row, me: Asker) =>
			row.person_id === me.account || (isTied(row, me) && [row.from_id, row.to_id].includes(me.account)),
	},
	opening_passed: { rows: (row: Row, me: Asker) => row.person_id === me.account },
	practitioner_away: { rows: (row: Row, me: Asker) => row.account_id === me.account || me.account === idOf('ruth') },
}

const isForThem = (note: unknown, row: Row, me: Asker) => row.author_id === me.account || note !== notAccepted

const aDay = 24 * 60 * 60_000
export const workingChangeable: { table: string; set: string; rows: See }[] = [
	{
		...{ table: 'expectation_agreement', set: 'withdrawn_at = now()' },
		rows: (row, me) => row.account_id === me.account && row.withdrawn_at === null && ofTheTwo(row, me),
	},
	{
		...{ table: 'conversation_message', set: 'words = null, taken_back_at = now()' },
		rows: (row, me) =>
			row.author_id === me.account &&
			row.taken_back_at === null &&
			Date.now() - new Date(String(row.sent_at)).getTime() < aDay &&
			writesTogether(row, me),
	},
	{
		...{ table: 'handover', set: "answer = 'fine', answered_at = now()" },
		rows: (row, me) => row.person_id === me.account && row.begun_at === null,
	},
	{
		...{ table: 'practitioner_away', set: 'ended_at = now()' },
		rows: (row, me) => row.ended_at === null && (row.account_id === me.account || me.account === idOf('ruth')),
	},
	{
		...{ table: 'opening_passed', set: 'passes = false, said_at = now()' },
		rows: (row, me) => row.person_id === me.account,
	},
]

const ofExpectation = 'area_id author_id expectation_id id number person_id with_id words'
export const workingWritable = {
	order_wording: { insert: 'area_id author_id condition_id from_day id number person_id until_day words' },
	order_remark: { insert: 'area_id condition_id id kind person_id wording_id words' },
	order_answer: { insert: 'area_id author_id id person_id remark_id words' },
	expectation: { insert: 'area_id id of_whom person_id proposed_by_id with_id' },
	expectation_wording: { insert: ofExpectation },
	expectation_agreement: {
		insert: 'account_id area_id expectation_id id person_id with_id wording_id words_hash',
		update: 'withdrawn_at',
	},
	practitioner_hours: { insert: 'account_id area_id id reached reads' },
	check_in: {
		insert:
			'account_id appointment_id area_id change fair id listened not_this_time person_id say_no time_id what_next with_id worth_it',
	},
	conversation_message: { insert: 'area_id author_id id person_id with_id words', update: 'taken_back_at words' },
	conversation_closed: { insert: 'area_id person_id with_id', delete: true },
	handover_note: { insert: 'area_id author_id id number person_id words' },
	handover_word: { insert: 'area_id id kind note_id person_id words' },
	handover: { insert: 'area_id from_id id person_id to_id', update: 'answer answered_at' },
	practitioner_away: { insert: 'account_id area_id id set_by_id until_day', update: 'ended_at' },
	opening_passed: { insert: 'area_id opening_id passes person_id to_id', update: 'passes said_at' },
} as const

/** The functions that an account may call here. */
export const callableForWorking = [
	...[
		'check_ins_of_my_area',
		'colleagues_of_mine',
		'handover_begins_at',
		'handover_holds',
		'handover_notes_by_me',
		'handover_notes_for_me',
	],
	...['i_am_a_practitioner', 'meetings_i_spoke_of', 'meetings_of_mine_that_were', 'names_in_handovers'],
	...['people_i_write_with', 'people_who_hear_me', 'place_work', 'take_work_over', 'those_who_hear_me'],
	...['what_i_sent_to_those_who_left', 'who_could_take_over', 'work_handed_to_me', 'work_to_place'],
]
