/** One's own hope: for the person alone, and in no record. */

import { hopeWords } from '../../src/individual/plan/hope/hope.words.ts'
import { added } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

const say = hopeWords({ locale: 'en', voice: 'person' })
const removed = (table: string, columns: Record<string, unknown>): Change => ({ table, how: 'removed', columns })
const draft = (thing: Thing, once: string) => added('draft', { account_id: thing.person.account, once })
const nothing = { outcome_id: null, contribution_id: null, known_id: null, somebody: null, opportunity: null }

const ofHope = '/people/:person/hope'
const oneHope = `${ofHope}/hopes/:hope`

export const hopePages: Record<string, PlanPage> = {
	[ofHope]: {
		whose: 'person',
		shows: ({ mark }) => [say('onlyYou'), `A hope of ${mark}`, `How hope is for ${mark}`, `A promise of ${mark}`],
	},
	[`${ofHope}/rate`]: { whose: 'person', shows: () => [say('rateTitle')] },
	[`${ofHope}/write`]: { whose: 'person', shows: ({ mark }) => [say('writeTitle'), `A promise of ${mark}`] },
	[`${oneHope}/beside`]: { whose: 'person', shows: ({ mark }) => [say('besideForm'), `A hope of ${mark}`] },
}

export const hopeActs: Record<string, PlanAct> = {
	[`${ofHope}/rate`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, rating: '6', words: 'The sun is out' }),
		to: 'hope',
		writes: (thing, _, once) => [
			draft(thing, once),
			added('hope_rating', { id: once, account_id: thing.person.account, rating: 6, words: 'The sun is out' }),
		],
	},
	[`${ofHope}/write`]: {
		whose: 'person',
		fields: ({ outcome, practitioner: { contribution } }, _, once) => ({
			...{ step: 'share', once, words: 'A door', beside: 'plan', thing: `${outcome}/${contribution}` },
		}),
		to: 'hope',
		writes: (thing, _, once) => [
			draft(thing, once),
			added('hope', {
				...{ id: once, account_id: thing.person.account, words: 'A door', ended_at: null, ending: null },
				...{ ...nothing, outcome_id: thing.outcome, contribution_id: thing.practitioner.contribution },
			}),
		],
	},
	[`${oneHope}/beside`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, beside: 'somebody', somebody: 'My aunt' }),
		to: 'hope',
		writes: (thing, _, once) => [
			draft(thing, once),
			{ table: 'hope', how: 'changed', columns: { outcome_id: true, contribution_id: true, somebody: true } },
		],
	},
	[`${oneHope}/end`]: {
		whose: 'person',
		fields: () => ({ ending: 'came_true' }),
		to: 'hope',
		writes: () => [{ table: 'hope', how: 'changed', columns: { ended_at: true, ending: true } }],
	},
	[`${oneHope}/delete`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'hope',
		writes: ({ hope }) => [removed('hope', { id: hope })],
	},
	[`${ofHope}/ratings/delete`]: {
		whose: 'person',
		fields: ({ hopeRating }) => ({ rating: hopeRating }),
		to: 'hope',
		writes: ({ hopeRating }) => [removed('hope_rating', { id: hopeRating })],
	},
	[`${ofHope}/asking`]: {
		whose: 'person',
		fields: () => ({ word: 'not_now' }),
		to: 'home',
		writes: (thing) => [added('hope_asking', { account_id: thing.person.account, word: 'not_now' })],
	},
}

const mine = (row: Row, me: Asker) => row.account_id === me.account && row.area_id === me.area

export const readableHope = { hope_rating: { rows: mine }, hope_asking: { rows: mine }, hope: { rows: mine } }

export const changeableHope = [
	{
		table: 'hope',
		set: `ended_at = now(), ending = 'let_go'`,
		rows: (row: Row, me: Asker) => mine(row, me) && row.ended_at === null,
	},
]

export const writableHope = {
	hope_rating: { insert: 'account_id area_id id rating words', delete: true },
	hope_asking: { insert: 'account_id area_id word', delete: true },
	hope: {
		insert: 'account_id area_id contribution_id could_id id known_id opportunity outcome_id somebody words',
		update: 'contribution_id could_id ended_at ending known_id opportunity outcome_id somebody',
		delete: true,
	},
} as const
