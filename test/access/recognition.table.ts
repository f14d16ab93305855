/** Kind words: who may give, keep, answer and take back, what is then written, and what the database itself lets through. */

import { idOf } from '../../demo/demonstration.ts'
import { balanceWords } from '../../src/individual/plan/balance/balance.words.ts'
import { keptWords, recognitionWords } from '../../src/individual/plan/recognition/recognition.words.ts'
import { actorNames, type Hand } from './cast.ts'
import { added, changed } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

const ofPlan = '/people/:person/plan'
const ofOutcome = `${ofPlan}/outcomes/:outcome`

const recorded = (person: string, by: string, what: string): Change[] => [
	added('access_entry', { person_id: person, by_id: by, act: 'changed', what }),
	changed('access_head', 'hash', 'number'),
]

export const kindWordsToGive: Record<string, PlanPage> = {
	[`${ofPlan}/who-works`]: {
		shows: (_, hand) => [balanceWords({ locale: 'en', voice: hand === 'person' ? hand : 'practitioner' })('heading')],
		looks: ({ planScope }) => ({ what: 'plan', thing_id: planScope }),
	},
	[`${ofPlan}/kind-words`]: {
		whose: 'readers',
		shows: (_, hand) => [titleFor(hand)],
		looks: ({ planScope }) => ({ what: 'plan', thing_id: planScope }),
	},
	[`${ofOutcome}/kind-words`]: {
		whose: 'readers',
		shows: (_, hand) => [titleFor(hand)],
		looks: ({ outcome }) => ({ what: 'outcome', thing_id: outcome }),
	},
}

const titleFor = (hand: 'person' | 'practitioner' | 'reader') =>
	recognitionWords({ locale: 'en', voice: hand === 'reader' ? 'supporter' : hand })('words')

/** What somebody gives, and just what is written: the person thanks, all others notice something about the person. */
const giving = (isAboutOutcome: boolean): PlanAct => {
	const given = (thing: Thing, hand: Hand) => {
		const by = thing[hand].account
		const isPerson = by === thing.owner
		return {
			by,
			to: isPerson ? thing.practitioner.account : thing.owner,
			beginning: isPerson ? 'thanks' : 'noticed',
			words: 'You rang them',
		}
	}
	return {
		whose: 'readers',
		to: isAboutOutcome ? 'outcome' : 'plan',
		fields(thing, hand, once) {
			const { to, beginning, words } = given(thing, hand)
			return { step: 'share', once, to, beginning, words }
		},
		writes(thing, hand, once) {
			const { by, to, beginning, words } = given(thing, hand)
			return [
				added('draft', { account_id: by, once }),
				...recorded(thing.owner, by, 'recognition'),
				added('recognition', {
					...{ id: once, person_id: thing.owner, author_id: by, given_to_id: to, beginning, words },
					...{
						outcome_id: isAboutOutcome ? thing.outcome : null,
						scope_id: isAboutOutcome ? thing.scope : thing.planScope,
					},
					...{ shown_beside: false, taken_back_at: null },
				}),
			]
		},
	}
}

export const kindWordsGiven: Record<string, PlanAct> = {
	[`${ofPlan}/kind-words`]: giving(false),
	[`${ofOutcome}/kind-words`]: giving(true),
}

const person = ['person'] as const
const ofAnn = (at: number) => ({ recognition: idOf(`ann/kind words/${at}`) })
const kept = keptWords({ locale: 'en', voice: 'anyone' })

export const kindWordsPages: Record<string, OwnPage> = {
	'/kind-words': { who: actorNames.filter((name) => name !== 'anonymous'), shows: [kept('heading')] },
	'/kind-words/:recognition/answer': { who: person, ids: ofAnn(1), shows: [kept('answerTitle')] },
}

export const kindWordsActs: Record<string, OwnAct> = {
	'/kind-words/:recognition/hide': {
		who: person,
		ids: ofAnn(1),
		fields: () => ({}),
		to: '/kind-words?done=hide',
		writes: () => [changed('recognition_kept', 'is_hidden')],
	},
	'/kind-words/:recognition/bring-back': {
		who: person,
		ids: ofAnn(2),
		fields: () => ({}),
		to: '/kind-words?done=bring-back',
		writes: () => [changed('recognition_kept', 'is_hidden')],
	},
	'/kind-words/:recognition/show': {
		who: person,
		ids: ofAnn(3),
		fields: () => ({}),
		to: '/kind-words?done=show',
		writes: ({ account }) => [...recorded(account, account, 'recognition'), changed('recognition', 'shown_beside')],
	},
	'/kind-words/:recognition/show-no-more': {
		who: person,
		ids: ofAnn(0),
		fields: () => ({}),
		to: '/kind-words?done=show-no-more',
		writes: ({ account }) => [...recorded(account, account, 'recognition'), changed('recognition', 'shown_beside')],
	},
	'/kind-words/:recognition/answer': {
		who: person,
		ids: ofAnn(3),
		fields: (once) => ({ step: 'share', once, words: 'That does me good' }),
		to: '/kind-words?done=answer',
		writes: ({ account }, once) => [
			added('draft', { account_id: account, once }),
			...recorded(account, account, 'recognition_answer'),
			added('recognition_answer', {
				...{ id: once, recognition_id: ofAnn(3).recognition, author_id: account, to_id: idOf('linda') },
				words: 'That does me good',
			}),
		],
	},
	// Kayleigh has not read it yet.
	'/kind-words/:recognition/take-back': {
		who: ['supporter-with-a-plan'],
		ids: { recognition: idOf('kayleigh/kind words/3') },
		fields: () => ({}),
		to: '/kind-words?done=taken-back',
		writes: ({ account }) => [
			...recorded(idOf('kayleigh'), account, 'recognition'),
			changed('recognition', 'taken_back_at'),
		],
	},
}

type InSight = (row: Row, me: Asker) => boolean
const mine = (column: string) => (row: Row, me: Asker) => row[column] === me.account

/** Which rows are there for an account: what it gave, what was given to it, what is shown beside what it sees. */
export const kindWordsReadable = (inSight: InSight) => ({
	recognition: {
		rows: (row: Row, me: Asker) =>
			mine('author_id')(row, me) ||
			(row.taken_back_at === null && (mine('given_to_id')(row, me) || (row.shown_beside === true && inSight(row, me)))),
	},
	recognition_kept: { rows: mine('account_id') },
	recognition_answer: {
		rows: (row: Row, me: Asker) => mine('author_id')(row, me) || (mine('to_id')(row, me) && inSight(row, me)),
	},
})

export const kindWordsChangeable = [
	{
		table: 'recognition',
		set: 'shown_beside = false',
		rows: (row: Row, me: Asker) => mine('given_to_id')(row, me) && row.taken_back_at === null,
	},
	{ table: 'recognition_kept', set: 'is_hidden = true', rows: mine('account_id') },
]

export const kindWordsWritable = {
	recognition: {
		insert: 'area_id author_id beginning given_to_id id outcome_id person_id scope_id words',
		update: 'shown_beside',
	},
	recognition_kept: { insert: 'account_id area_id author_id recognition_id scope_id', update: 'is_hidden' },
	recognition_answer: { insert: 'area_id author_id id recognition_id scope_id to_id words' },
}
