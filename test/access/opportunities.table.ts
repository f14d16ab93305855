/** What could be somebody's: for the person alone, but for those to whom they open it. */

import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { opportunityWords } from '../../src/individual/opportunities/opportunities.words.ts'
import type { Underneath } from '../support/place.ts'
import { added, changed } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

/** Two opportunities, and how they hang together. */
export type Could = { opportunity: string; other: string; link: string }
export const newCould = (): Could => ({ opportunity: v7(), other: v7(), link: v7() })

/** Two of them, tied, past every policy. */
export async function plantCould(underneath: Underneath, { area, plan, mark, could, person }: Thing): Promise<void> {
	const [scope, owner] = [idOf(`${plan}/opportunities`), person.account]
	await underneath(
		`insert into scope (area_id, id, person_id, part) values ($1, $2, $3, 'opportunities') on conflict do nothing`,
		[area, scope, owner],
	)
	await underneath(
		`insert into opportunity (area_id, scope_id, person_id, id, kind, words) values
			($1, $2, $3, $4, 'job', 'What could be of ' || $6::text), ($1, $2, $3, $5, 'home', 'What else could be of ' || $6::text)`,
		[area, scope, owner, could.opportunity, could.other, mark],
	)
	await underneath(
		`insert into opportunity_link (area_id, id, person_id, from_id, from_scope_id, kind, to_id, to_scope_id)
			values ($1, $2, $3, $4, $5, 'needs', $6, $5)`,
		[area, could.link, owner, could.opportunity, scope, could.other],
	)
	await underneath(
		`insert into opportunity_turn (area_id, id, opportunity_id, scope_id, person_id, author_id, kind, words)
			values ($1, $2, $3, $4, $5, $5, 'closed', 'What became of ' || $6::text)`,
		[area, v7(), could.other, scope, owner, mark],
	)
}

const say = opportunityWords({ locale: 'en', voice: 'person' })
const all = '/people/:person/opportunities'
const one = `${all}/:opportunity`

export const opportunityPages: Record<string, PlanPage> = {
	[all]: {
		whose: 'person',
		shows: ({ mark }) => [say('heading'), `What could be of ${mark}`, `What else could be of ${mark}`],
	},
	[`${all}/write`]: { whose: 'person', shows: () => [say('writeTitle')] },
	[one]: { whose: 'person', shows: ({ mark }) => [`What could be of ${mark}`, say('link_needs')] },
	[`${one}/more`]: { whose: 'person', shows: () => [say('moreTitle')] },
	[`${one}/turn`]: { whose: 'person', shows: () => [say('becameTitle'), say('came_about')] },
}

const recorded = (thing: Thing, about: string): Change[] => [
	added('access_entry', {
		...{ person_id: thing.owner, by_id: thing.owner, act: 'changed', what: 'opportunity', thing_id: about },
	}),
	changed('access_head', 'hash', 'number'),
]
const draft = (thing: Thing, once: string) => added('draft', { account_id: thing.owner, once })
const removed = (table: string, columns: Record<string, unknown>): Change => ({ table, how: 'removed', columns })

export const opportunityActs: Record<string, PlanAct> = {
	[`${all}/write`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, words: 'A boat', kind: 'other', meaning: '' }),
		to: 'new opportunity',
		writes: (thing, _, once) => [
			...recorded(thing, once),
			draft(thing, once),
			added('opportunity', { id: once, person_id: thing.owner, words: 'A boat', meaning: null }),
		],
	},
	[`${one}/more`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, meaning: 'The sea' }),
		to: 'opportunity',
		writes: (thing, _, once) => [
			...recorded(thing, thing.could.opportunity),
			draft(thing, once),
			changed('opportunity', 'meaning'),
		],
	},
	[`${one}/turn`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, kind: 'came_about', words: '' }),
		to: 'opportunity',
		writes: (thing, _, once) => [
			...recorded(thing, thing.could.opportunity),
			draft(thing, once),
			added('opportunity_turn', { id: once, kind: 'came_about', author_id: thing.owner }),
		],
	},
	[`${one}/link`]: {
		whose: 'person',
		fields: ({ could }) => ({ kind: 'against', to: could.other }),
		to: 'opportunity',
		writes: (thing) => [
			...recorded(thing, thing.could.opportunity),
			added('opportunity_link', { from_id: thing.could.opportunity, kind: 'against', to_id: thing.could.other }),
		],
	},
	// What matters is ticked in opportunities.routes.test.ts: nothing ticked serves nothing.
	[`${one}/serves`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'opportunity',
		writes: (thing) => recorded(thing, thing.could.opportunity),
	},
	[`${one}/delete`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'opportunities',
		writes: (thing) => [
			...recorded(thing, thing.could.opportunity),
			removed('opportunity', { id: thing.could.opportunity }),
			removed('opportunity_link', { id: thing.could.link }),
		],
	},
	[`${all}/links/:link/untie`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'opportunities',
		writes: (thing) => [...recorded(thing, thing.could.link), removed('opportunity_link', { id: thing.could.link })],
	},
}

const mine = (row: Row, me: Asker) => row.person_id === me.account && row.area_id === me.area

export const readableOpportunities = {
	opportunity: { rows: mine },
	opportunity_link: { rows: mine },
	opportunity_turn: { rows: mine },
	opportunity_serves: { rows: mine },
}

export const changeableOpportunities = [{ table: 'opportunity', set: 'words = words', rows: mine }]

export const writableOpportunities = {
	opportunity: {
		insert: 'area_id id kind meaning needs opens person_id scope_id serves touches words',
		update: 'kind meaning needs opens scope_id serves touches words',
		delete: mine,
	},
	opportunity_link: { insert: 'area_id from_id from_scope_id id kind person_id to_id to_scope_id', delete: mine },
	opportunity_serves: { insert: 'area_id opportunity_id person_id piece_id', delete: mine },
	opportunity_turn: { insert: 'area_id author_id id kind opportunity_id person_id scope_id words' },
}

export const callableForOpportunities = ['scope_of_my_opportunities']
