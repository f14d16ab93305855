/** Who may do what with steps, and what is written: for the table of all addresses. */

import type { Hand } from './cast.ts'
import { added } from './changes.ts'
import type { Ids, PlanAct, PlanPage } from './routes.table.ts'
import type { Change } from './rows.ts'
import type { Thing } from './things.ts'

const ofOutcome = '/people/:person/plan/outcomes/:outcome'
const ofStep = `${ofOutcome}/steps/:step`
const outcome = (thing: Thing) => ({ what: 'outcome', thing_id: thing.outcome })
const other = (hand: Hand): Hand => (hand === 'person' ? 'practitioner' : 'person')

/** Only the one whose step it would be answers. */
const askedOfMe: Ids = (thing, hand) => ({ step: thing[other(hand)].askedStep })
/** Only the one who asked takes the question back. */
const askedByMe: Ids = (thing, hand) => ({ step: thing[hand].askedStep })

export const stepPages: Record<string, PlanPage> = {
	[`${ofOutcome}/step`]: { whose: 'readers', shows: () => ['By when?'], looks: outcome },
	[`${ofStep}/answer`]: {
		shows: (thing) => ['Will you do this?', `A step asked for in ${thing.mark}`],
		looks: outcome,
		ids: askedOfMe,
	},
	[`${ofStep}/another-day`]: { shows: (thing) => ['By when now?', `A step of ${thing.mark}`], looks: outcome },
	[`${ofStep}/set-aside`]: { shows: (thing) => ['Set this step aside?', `A step of ${thing.mark}`], looks: outcome },
}

const recorded = (thing: Thing, hand: Hand): Change[] => [
	added('access_entry', {
		...{ person_id: thing.owner, by_id: thing[hand].account, act: 'changed', what: 'step', thing_id: thing.outcome },
	}),
	{ table: 'access_head', how: 'changed', columns: { hash: true, number: true } },
]
const marked = (thing: Thing, hand: Hand, once: string): Change =>
	added('draft', { account_id: thing[hand].account, once })

const turn = (thing: Thing, hand: Hand, columns: Record<string, unknown>): Change[] => [
	...recorded(thing, hand),
	added('step_turn', { author_id: thing[hand].account, outcome_id: thing.outcome, scope_id: thing.scope, ...columns }),
]

export const stepActs: Record<string, PlanAct> = {
	[`${ofOutcome}/step`]: {
		whose: 'readers',
		fields: (thing, hand, once) => ({
			...{ step: 'share', once, words: 'I ring them', when: '3/5/2031', whose: thing[hand].account },
		}),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...recorded(thing, hand),
			marked(thing, hand, once),
			added('step', {
				...{ id: once, words: 'I ring them', said: '3/5/2031', day: '2031-05-03', scope_id: thing.scope },
				...{ whose_id: thing[hand].account, written_by_id: thing[hand].account },
			}),
		],
	},
	[`${ofStep}/answer`]: {
		whose: 'readers',
		ids: askedOfMe,
		fields: (_, __, once) => ({ step: 'share', once, answer: 'differently', words: 'In my way', when: 'in the end' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...turn(thing, hand, { id: once, kind: 'differently', words: 'In my way', said: 'in the end', day: null }),
			marked(thing, hand, once),
		],
	},
	[`${ofStep}/another-day`]: {
		whose: 'readers',
		fields: (_, __, once) => ({ step: 'share', once, when: '4/5/2031' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...turn(thing, hand, { id: once, kind: 'another_day', said: '4/5/2031', day: '2031-05-04' }),
			marked(thing, hand, once),
		],
	},
	[`${ofStep}/set-aside`]: {
		whose: 'readers',
		fields: (_, __, once) => ({ step: 'share', once, why: '' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...turn(thing, hand, { id: once, kind: 'set_aside', words: null }),
			marked(thing, hand, once),
		],
	},
	[`${ofStep}/done`]: {
		whose: 'readers',
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => turn(thing, hand, { kind: 'done', step_id: thing[hand].step }),
	},
	[`${ofStep}/take-back`]: {
		ids: askedByMe,
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => turn(thing, hand, { kind: 'taken_back', step_id: thing[hand].askedStep }),
	},
}
