/** How far an outcome has come: for its two hands, and on the day itself only for whoever has spoken. */

import { progressWords } from '../../src/individual/plan/progress/progress.words.ts'
import type { Hand } from './cast.ts'
import { added } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

const say = (hand: Hand | 'reader') =>
	progressWords({ locale: 'en', voice: hand === 'practitioner' ? 'practitioner' : 'person' })
const ofProgress = '/people/:person/plan/outcomes/:outcome/progress'
const looks = ({ outcome }: Thing) => ({ what: 'outcome', thing_id: outcome })

/** Each hand has said a number yesterday, and what 5 looks like. */
const all = ({ mark }: Thing) => [`What 5 is for ${mark}`, `A number of ${mark}`]

export const progressPages: Record<string, PlanPage> = {
	[ofProgress]: { shows: (thing, hand) => [say(hand)('heading'), ...all(thing)], looks },
	[`${ofProgress}/rate`]: { shows: (thing, hand) => [say(hand)('sayHint'), `What 5 is for ${thing.mark}`], looks },
	[`${ofProgress}/words`]: {
		shows: (thing, hand) => [say(hand)('anchorsTitle'), `What 5 is for ${thing.mark}`],
		looks,
	},
}

const recorded = (thing: Thing, hand: Hand): Change[] => [
	added('access_entry', {
		...{ person_id: thing.person.account, by_id: thing[hand].account },
		...{ act: 'changed', what: 'progress', thing_id: thing.outcome },
	}),
	{ table: 'access_head', how: 'changed', columns: { hash: true, number: true } },
]
const marked = (thing: Thing, hand: Hand, once: string) => added('draft', { account_id: thing[hand].account, once })
const mine = (thing: Thing, hand: Hand) => ({ rating: thing[hand].number })

export const progressActs: Record<string, PlanAct> = {
	[`${ofProgress}/rate`]: {
		fields: (_, __, once) => ({ step: 'share', once, rating: '10', words: 'All done' }),
		to: 'progress',
		writes: (thing, hand, once) => [
			marked(thing, hand, once),
			...recorded(thing, hand),
			added('progress_rating', {
				...{ id: once, outcome_id: thing.outcome, author_id: thing[hand].account, rating: 10, words: 'All done' },
				taken_back_at: null,
			}),
		],
	},
	[`${ofProgress}/words`]: {
		fields: (_, __, once) => ({ step: 'share', once, at0: '', at5: 'Half of it', at10: '' }),
		to: 'progress',
		writes: (thing, hand, once) => [
			marked(thing, hand, once),
			...recorded(thing, hand),
			added('progress_anchor', {
				...{ id: once, author_id: thing[hand].account, at_0: null, at_5: 'Half of it', at_10: null },
			}),
		],
	},
	[`${ofProgress}/pass`]: {
		fields: () => ({}),
		to: 'progress',
		writes: (thing, hand) => [added('progress_rating', { author_id: thing[hand].account, rating: null, words: null })],
	},
	[`${ofProgress}/:rating/take-back`]: {
		ids: mine,
		fields: () => ({}),
		to: 'progress',
		writes: (thing, hand) => [
			...recorded(thing, hand),
			{ table: 'progress_rating', how: 'changed', columns: { taken_back_at: true } },
		],
	},
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
type See = (row: Row, me: Asker) => boolean

/** Nobody in these proofs has spoken today but whoever said the number. */
export const readableProgress = (inPlan: See) => ({
	progress_anchor: { rows: inPlan },
	progress_rating: {
		rows: (row: Row, me: Asker) =>
			inPlan(row, me) &&
			(row.author_id === me.account ||
				(row.rating !== null && row.taken_back_at === null && String(row.rated_on) < today())),
	},
})

export const changeableProgress = (inPlan: See) => [
	{
		table: 'progress_rating',
		set: 'taken_back_at = now()',
		rows: (row: Row, me: Asker) =>
			inPlan(row, me) && row.author_id === me.account && row.rating !== null && row.taken_back_at === null,
	},
]

export const writableProgress = {
	progress_anchor: { insert: 'area_id at_0 at_10 at_5 author_id id outcome_id scope_id' },
	progress_rating: { insert: 'area_id author_id id outcome_id rating scope_id words', update: 'taken_back_at' },
} as const

/** What a hand of the plan may write of it. */
export const rightProgress = (about: Row, me: { account: string }): { table: string; by: string; row: Row }[] => [
	{ table: 'progress_anchor', by: 'author_id', row: { ...about, at_5: 'Half of it', author_id: me.account } },
	{ table: 'progress_rating', by: 'author_id', row: { ...about, rating: 3, author_id: me.account } },
]

export const timesOfProgress = { progress_anchor: 'written_at', progress_rating: 'rated_at' } as const
