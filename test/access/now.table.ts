/** Where somebody is now: theirs, shown or not to who works with them; measures for the person alone; and from there into the plan. */

import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { measureWords } from '../../src/individual/now/measures/measures.words.ts'
import { nowWords } from '../../src/individual/now/now.words.ts'
import { sayingWords } from '../../src/individual/now/saying.words.ts'
import { fromNowWords } from '../../src/individual/plan/from-now/from-now.words.ts'
import { planWords } from '../../src/individual/plan/plan.words.ts'
import type { Underneath } from '../support/place.ts'
import { type Hand, hands } from './cast.ts'
import { added, changed } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

/** What was said of one part of a life, by both hands; the person's own is what may go into the plan. */
export type Said = { life: string; sitting: string; said: string; strength: string; answer: string }

export const newSaid = (plan: string): Said => ({
	life: idOf(`${plan}/now/home`),
	...{ sitting: v7(), said: v7(), strength: v7(), answer: v7() },
})

/** A sitting that the person shows, with what both hands say of home, past every policy. */
export async function plantNow(underneath: Underneath, thing: Thing): Promise<void> {
	const { area, plan, mark, now, person } = thing
	const scope = idOf(`${plan}/now`)
	const owner = person.account
	await underneath(
		`insert into scope (area_id, id, person_id, part) values ($1, $2, $3, 'now') on conflict do nothing`,
		[area, scope, owner],
	)
	await underneath(
		`insert into life_part (area_id, id, scope_id, person_id, part) values ($1, $2, $3, $4, 'home') on conflict do nothing`,
		[area, now.life, scope, owner],
	)
	await underneath(
		`insert into sitting (area_id, id, person_id, begun_by_id, together, shown_at) values ($1, $2, $3, $3, false, now())`,
		[area, now.sitting, owner],
	)
	const about = [area, now.sitting, now.life, scope, owner]
	for (const hand of hands) {
		for (const question of ['well', 'help']) {
			await underneath(
				`insert into said (area_id, sitting_id, life_part_id, scope_id, person_id, id, author_id, question, words)
					values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
				[
					...[...about, hand === 'person' && question === 'help' ? now.said : v7()],
					...[thing[hand].account, question, `What ${hand} says of ${mark}, ${question}`],
				],
			)
		}
	}
	await underneath(
		`insert into strength (area_id, sitting_id, life_part_id, scope_id, person_id, id, words)
			values ($1, $2, $3, $4, $5, $6, 'A strength of ' || $7::text)`,
		[...about, now.strength, mark],
	)
	await underneath(
		`insert into said_for_plan (area_id, sitting_id, life_part_id, scope_id, person_id, id, said_id, author_id, outcome_id)
			values ($1, $2, $3, $4, $5, $6, $7, $5, $8)`,
		[...about, v7(), now.said, thing.outcome],
	)
	await underneath(
		`insert into measure_answer (area_id, id, person_id, measure, version, language, question, answer, words, answered_at)
			values ($1, $2, $3, 'ons4', '1', 'en-GB', 'happy', 4, 'An answer of ' || $4::text, now() - interval '30 days')`,
		[area, now.answer, owner, mark],
	)
}

const voice = (hand: Hand | 'reader') =>
	({ locale: 'en', voice: hand === 'practitioner' ? 'practitioner' : 'person' }) as const
const say = (hand: Hand | 'reader') => nowWords(voice(hand))
const tell = (hand: Hand | 'reader') => sayingWords(voice(hand))
const measure = measureWords({ locale: 'en', voice: 'person' })

const ofNow = '/people/:person/now'
const ofSitting = `${ofNow}/sittings/:sitting`
const ofPart = `${ofSitting}/parts/:life`
const ofMeasures = `${ofNow}/measures`
const fromNow = '/people/:person/plan/from-now/:said'
const askFromNow = '/people/:person/plan/outcomes/:outcome/from-now/:said/ask'
const questions = ['satisfied', 'worthwhile', 'happy', 'anxious', 'lonely']

const atPerson = ({ owner }: Thing) => ({ what: 'now', thing_id: owner })
const atSitting = ({ now }: Thing) => ({ what: 'now', thing_id: now.sitting })
const well = ({ mark }: Thing) => hands.map((hand) => `What ${hand} says of ${mark}, well`)
const help = ({ mark }: Thing) => `What person says of ${mark}, help`

export const nowPages: Record<string, PlanPage> = {
	[ofNow]: { shows: ({ mark }, hand) => [say(hand)('parts'), `A strength of ${mark}`], looks: atPerson },
	[`${ofNow}/over-time`]: { shows: (_, hand) => [say(hand)('overTime')], looks: atPerson },
	[`${ofNow}/between`]: { shows: (_, hand) => [say(hand)('betweenHeading')], looks: atPerson },
	[`${ofNow}/parts/:life`]: {
		shows: (thing, hand) => [say(hand)('one'), ...well(thing)],
		looks: ({ now }) => ({ what: 'now', thing_id: now.life }),
	},
	[ofSitting]: { shows: (_, hand) => [tell(hand)('begun')], looks: atSitting },
	[`${ofSitting}/delete`]: { whose: 'person', shows: () => ['You cannot undo it.'] },
	[ofPart]: { shows: (thing) => [...well(thing), help(thing)], looks: atSitting },
	...Object.fromEntries(
		(['well', 'way', 'help'] as const).map((question): [string, PlanPage] => [
			`${ofPart}/${question}`,
			{ shows: (_, hand) => [tell(hand)(`${question}Title`, { part: 'Where I live' })], looks: atSitting },
		]),
	),
	[`${ofPart}/rating`]: { whose: 'person', shows: () => [tell('person')('ratingTitle', { part: 'Where I live' })] },
	[ofMeasures]: { whose: 'person', shows: ({ mark }) => [measure('onlyYou'), `An answer of ${mark}`] },
	...Object.fromEntries(
		questions.map((question): [string, PlanPage] => [
			`${ofMeasures}/${question}`,
			{ whose: 'person', shows: () => [measure('rather')] },
		]),
	),
	[fromNow]: {
		shows: (thing, hand) => [fromNowWords(voice(hand))('heading'), help(thing), thing.mark],
		looks: (thing) => [atSitting(thing), { what: 'plan', thing_id: thing.planScope }],
	},
	[`${fromNow}/propose`]: {
		shows: (thing) => [help(thing)],
		looks: (thing) => [atSitting(thing), { what: 'plan', thing_id: thing.planScope }],
	},
	[askFromNow]: {
		shows: (thing, hand) => [planWords(voice(hand))('kind'), help(thing)],
		looks: (thing) => [atSitting(thing), { what: 'outcome', thing_id: thing.outcome }],
	},
}

const draft = (thing: Thing, hand: Hand, once: string) => added('draft', { account_id: thing[hand].account, once })
const recorded = (thing: Thing, hand: Hand, about: string, what = 'now'): Change[] => [
	added('access_entry', {
		...{ person_id: thing.owner, by_id: thing[hand].account, act: 'changed', what, thing_id: about },
	}),
	changed('access_head', 'hash', 'number'),
]
const row = (thing: Thing, hand: Hand, question: string) => ({
	...{ sitting_id: thing.now.sitting, life_part_id: thing.now.life, author_id: thing[hand].account, question },
})

export const nowActs: Record<string, PlanAct> = {
	[`${ofNow}/begin`]: {
		fields: (_, __, once) => ({ how: 'together', once }),
		to: 'new sitting',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, once),
			added('sitting', { id: once, begun_by_id: thing[hand].account, together: true }),
		],
	},
	[`${ofSitting}/show`]: {
		whose: 'person',
		fields: () => ({ word: 'close' }),
		to: 'sitting',
		writes: (thing, hand) => [...recorded(thing, hand, thing.now.sitting), changed('sitting', 'shown_at')],
	},
	[`${ofSitting}/delete`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'now',
		writes: (thing, hand) => [
			...recorded(thing, hand, thing.now.sitting),
			{ table: 'sitting', how: 'removed', columns: { id: thing.now.sitting } },
			...hands.flatMap((by) =>
				['well', 'help'].map(
					(question): Change => ({ table: 'said', how: 'removed', columns: row(thing, by, question) }),
				),
			),
			{ table: 'strength', how: 'removed', columns: { id: thing.now.strength } },
			{ table: 'said_for_plan', how: 'removed', columns: { outcome_id: thing.outcome } },
		],
	},
	[`${ofPart}/well`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'It holds' }),
		to: 'part',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, thing.now.sitting),
			draft(thing, hand, once),
			changed('said', 'words', 'said_at'),
		],
	},
	[`${ofPart}/way`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'The wait', place: 'world' }),
		to: 'part',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, thing.now.sitting),
			draft(thing, hand, once),
			added('said', { ...row(thing, hand, 'way'), words: 'The wait', place: 'world', rating: null }),
		],
	},
	[`${ofPart}/help`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: '', nothing: 'yes' }),
		to: 'part',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, thing.now.sitting),
			draft(thing, hand, once),
			changed('said', 'words', 'said_at'),
		],
	},
	[`${ofPart}/rating`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, rating: '7' }),
		to: 'part',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, thing.now.sitting),
			draft(thing, hand, once),
			added('said', { ...row(thing, hand, 'rating'), rating: 7, words: null }),
		],
	},
	[`${ofPart}/enough`]: {
		whose: 'person',
		fields: () => ({ word: 'enough' }),
		to: 'part',
		writes: (thing, hand) => [
			...recorded(thing, hand, thing.now.sitting),
			added('said', { ...row(thing, hand, 'enough'), words: null, rating: null }),
		],
	},
	[`${ofPart}/keep`]: {
		whose: 'person',
		fields: () => ({ line: '0' }),
		to: 'part',
		writes: (thing, hand) => [
			...recorded(thing, hand, thing.now.sitting),
			added('strength', { words: `What person says of ${thing.mark}, well`, put_away_at: null }),
		],
	},
	[`${ofNow}/strengths/:strength/put-away`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'now',
		writes: (thing, hand) => [...recorded(thing, hand, thing.now.strength), changed('strength', 'put_away_at')],
	},
	...Object.fromEntries(
		questions.map((question): [string, PlanAct] => [
			`${ofMeasures}/${question}`,
			{
				whose: 'person',
				fields: (_, __, once) => ({ step: 'share', once, answer: 'rather', words: 'Not today' }),
				to: 'measures',
				writes: (thing, hand, once) => [
					draft(thing, hand, once),
					added('measure_answer', { id: once, question, answer: null, words: 'Not today' }),
				],
			},
		]),
	),
	[`${ofMeasures}/delete`]: {
		whose: 'person',
		fields: ({ now }) => ({ answer: now.answer }),
		to: 'measures',
		writes: ({ now }) => [{ table: 'measure_answer', how: 'removed', columns: { id: now.answer } }],
	},
	[`${fromNow}/propose`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Something that would help' }),
		to: 'new outcome',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, once, 'outcome'),
			draft(thing, hand, once),
			added('outcome', { id: once, proposed_by_id: thing[hand].account }),
			added('wording', { outcome_id: once, words: 'Something that would help' }),
			added('said_for_plan', { said_id: thing.now.said, outcome_id: once, author_id: thing[hand].account }),
		],
	},
	[askFromNow]: {
		fields: (thing, hand, once) => ({
			...{ step: 'share', once, kind: 'time', words: 'Come along' },
			askedOf: thing[hand === 'person' ? 'practitioner' : 'person'].account,
		}),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...recorded(thing, hand, thing.outcome, 'request'),
			draft(thing, hand, once),
			added('contribution_request', { id: once, asked_by_id: thing[hand].account }),
			added('said_for_plan', { said_id: thing.now.said, request_id: once, author_id: thing[hand].account }),
		],
	},
}

type See = (row: Row, me: Asker) => boolean

/** What nobody has shown to anybody. */
const alone = ['ann/sitting/alone', 'kayleigh/sitting/summer'].map(idOf)
const mine: See = (row, me) => row.person_id === me.account && row.area_id === me.area
const worksWith: See = (row, me) => me.sees.tiesOf.some((name) => idOf(name) === row.person_id)
const isShown: See = (row, me) => mine(row, me) || (worksWith(row, me) && !alone.includes(String(row.sitting_id)))
const isOpen: See = (row, me) => (me.sees.reads ?? []).some((name) => idOf(name) === row.scope_id)

export const readableNow = {
	life_part: { rows: (row: Row, me: Asker) => mine(row, me) || worksWith(row, me) || isOpen(row, me) },
	sitting: { rows: (row: Row, me: Asker) => mine(row, me) || (worksWith(row, me) && row.shown_at !== null) },
	said: { rows: (row: Row, me: Asker) => isShown(row, me) || isOpen(row, me) },
	strength: { rows: (row: Row, me: Asker) => isShown(row, me) || isOpen(row, me) },
	said_for_plan: { rows: isShown },
	measure_answer: { rows: mine },
}

export const changeableNow = [
	{ table: 'life_part', set: 'scope_id = scope_id', rows: mine },
	{ table: 'sitting', set: 'shown_at = now()', rows: mine },
	{
		table: 'said',
		set: 'said_at = now()',
		rows: (row: Row, me: Asker) => row.author_id === me.account && isShown(row, me),
	},
	{ table: 'strength', set: 'put_away_at = now()', rows: mine },
]

export const writableNow = {
	life_part: { update: 'scope_id' },
	sitting: { update: 'shown_at', delete: mine },
	said: {
		insert: 'area_id author_id id life_part_id person_id place question rating scope_id sitting_id words',
		update: 'place rating said_at words',
		delete: (row: Row, me: Asker) => row.author_id === me.account && row.question === 'enough',
	},
	strength: { insert: 'area_id id life_part_id person_id scope_id sitting_id words', update: 'put_away_at' },
	said_for_plan: {
		insert: 'area_id author_id id life_part_id outcome_id person_id request_id said_id scope_id sitting_id',
	},
	measure_answer: { insert: 'answer area_id id language measure person_id question version words', delete: mine },
}

export const callableForNow = ['begin_sitting', 'sittings_i_write_in', 'sittings_shown_to_me']
