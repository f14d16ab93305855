/** Looking back together, and the plan on paper: for its two hands alone; what each prepared only once both are ready. */

import { idOf } from '../../demo/demonstration.ts'
import { paperWords } from '../../src/individual/plan/paper/paper.words.ts'
import { reviewWords } from '../../src/individual/plan/reviews/reviews.words.ts'
import type { Hand } from './cast.ts'
import { added, changed } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

const voice = (hand: Hand | 'reader') =>
	({ locale: 'en', voice: hand === 'practitioner' ? 'practitioner' : 'person' }) as const
const say = (hand: Hand | 'reader') => reviewWords(voice(hand))
const onPaper = (hand: Hand | 'reader') => paperWords(voice(hand))
const ofPlan = '/people/:person/plan'
const ofReview = `${ofPlan}/reviews/:review`
const plan = ({ planScope }: Thing) => ({ what: 'plan', thing_id: planScope })
const looks = ({ review }: Thing) => ({ what: 'review', thing_id: review })

export const reviewPages: Record<string, PlanPage> = {
	[`${ofPlan}/reviews`]: { shows: (_, hand) => [say(hand)('heading')], looks: plan },
	[ofReview]: { shows: (thing, hand) => [say(hand)('one'), `What was good about ${thing.mark}`], looks },
	[`${ofReview}/prepare`]: { shows: (thing, hand) => [say(hand)('prepareTitle'), thing.mark], looks },
	[`${ofPlan}/between`]: { shows: (thing, hand) => [say(hand)('changes'), thing.mark], looks: plan },
	[`${ofPlan}/paper`]: { shows: (thing, hand) => [onPaper(hand)('heading'), thing.mark], looks: plan },
	[`${ofPlan}/paper/blank`]: { shows: (_, hand) => [onPaper(hand)('blankHeading')] },
}

const recorded = (thing: Thing, hand: Hand): Change[] => [
	added('access_entry', {
		...{ person_id: thing.person.account, by_id: thing[hand].account },
		...{ act: 'changed', what: 'review', thing_id: thing.review },
	}),
	changed('access_head', 'hash', 'number'),
]

export const reviewActs: Record<string, PlanAct> = {
	// One is being prepared: a second is not begun, and the form leads to the first.
	[`${ofPlan}/reviews`]: { fields: () => ({ forDay: '' }), to: 'review', writes: () => [] },
	[`${ofReview}/prepare`]: {
		fields: (_, __, once) => ({ step: 'share', once, good: '', hard: 'The wait', other: '' }),
		to: 'review',
		writes: (thing, hand, once) => [
			added('draft', { account_id: thing[hand].account, once }),
			...recorded(thing, hand),
			changed('review_preparation', 'good', 'hard', 'written_at'),
		],
	},
	[`${ofReview}/hold`]: {
		fields: () => ({}),
		to: 'review',
		writes: (thing, hand) => [...recorded(thing, hand), changed('review', 'held_at', 'held_by_id')],
	},
	[`${ofReview}/set-aside`]: {
		fields: () => ({}),
		to: 'reviews',
		writes: (thing, hand) => [...recorded(thing, hand), changed('review', 'set_aside_at')],
	},
}

type See = (row: Row, me: Asker) => boolean

/** Of the one that Ann has not prepared for, what Priya wrote is Priya's alone. */
const annsNext = idOf('ann/review/-3')

export const readableReviews = (inPlan: See) => ({
	review: { rows: inPlan },
	review_preparation: {
		rows: (row: Row, me: Asker) => inPlan(row, me) && (row.account_id === me.account || row.review_id !== annsNext),
	},
})

export const changeableReviews = (inPlan: See) => {
	const isOpen: See = (row, me) => inPlan(row, me) && row.held_at === null && row.set_aside_at === null
	return [
		{ table: 'review', set: 'held_at = now(), held_by_id = my_account()', rows: isOpen },
		{ table: 'review', set: 'set_aside_at = now()', rows: isOpen },
	]
}

export const writableReviews = {
	review: {
		insert: 'area_id begun_by_id for_day id person_id scope_id',
		update: 'held_at held_by_id set_aside_at',
	},
	review_preparation: {
		insert: 'account_id area_id good hard id other review_id scope_id',
		update: 'good hard other written_at',
	},
} as const
