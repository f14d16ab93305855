/**
 * Every address of the program: who may do what there, what they then find, and what is written. An address that is not
 * in this table fails the proofs, and so does one that is here and nowhere else.
 */

import { v7 } from 'uuid'
import { northgate, rivermouth } from '../../demo/cast.ts'
import { idOf } from '../../demo/demonstration.ts'
import { openedWords, openingWords } from '../../src/common/openings/openings.words.ts'
import { checkWords, handedCardWords, supportersWords } from '../../src/individual/family/family.words.ts'
import { homeWords } from '../../src/individual/home/home.words.ts'
import { planWords } from '../../src/individual/plan/plan.words.ts'
import { relationshipWords } from '../../src/individual/relationship/relationship.words.ts'
import { appointmentActs, appointmentPages } from './appointments.table.ts'
import type { Someone } from './asking.ts'
import { type ActorName, actors, type Hand } from './cast.ts'
import { added, changed } from './changes.ts'
import { endActs, endPages } from './end-of-work.table.ts'
import { fileActs, filePages } from './files.table.ts'
import { hopeActs, hopePages } from './hope.table.ts'
import { nowActs, nowPages } from './now.table.ts'
import { opportunityActs, opportunityPages } from './opportunities.table.ts'
import { browserForms, endSession, ownActs, ownPages } from './own.table.ts'
import { progressActs, progressPages } from './progress.table.ts'
import { kindWordsGiven, kindWordsToGive } from './recognition.table.ts'
import { recordActs, recordPages } from './record.table.ts'
import { reviewActs, reviewPages } from './reviews.table.ts'
import type { Change } from './rows.ts'
import { stepActs, stepPages } from './steps.table.ts'
import { idsOfStory, storyActs, storyOnlyFor, storyPages } from './story.table.ts'
import type { Thing } from './things.ts'
import { onlyForOne, workingActs, workingPages } from './working.table.ts'

/** A page that everyone may read, signed in or not. */
type OpenPage = { shows(who: ActorName): string[] }

/**
 * For whom an address about a person is: the two hands of the plan; also those to whom it is open, who act by their own hand
 * on what is theirs; the person alone; those alone to whom something is open.
 */
export type Whose = 'hands' | 'readers' | 'person' | 'leavers'

type Look = { what: string; thing_id: string }

/** A page of somebody's plan, or about them; unless it says otherwise, for the two hands of the plan alone. */
export type PlanPage = {
	whose?: Whose
	shows(thing: Thing, hand: Hand | 'reader'): string[]
	/** What the access record says when it is not the person who looks; nothing, where nothing of theirs stands. */
	looks?: (thing: Thing) => Look | Look[]
	ids?: Ids
}

/** Something that everyone may do. */
type OpenAct = {
	fields: Readonly<Record<string, string>>
	to: string
	/** May come without a form token, because it changes nothing of anybody's. */
	anonymous?: true
	writes(who: Someone): Change[]
}

/** Something that a hand may do in a plan, and exactly what it writes. */
export type PlanAct = {
	whose?: Whose
	fields(thing: Thing, hand: Hand, once: string): Record<string, string>
	/** The file that the form has in it. */
	file?: Buffer
	/** Where it leads; a card is shown at once, and only then. */
	to:
		| 'plan'
		| 'outcome'
		| 'new outcome'
		| 'openings'
		| 'open'
		| 'home'
		| 'card'
		| 'supporters'
		| 'to check'
		| 'review'
		| 'reviews'
		| 'new appointment'
		| 'appointment'
		| 'appointment asked for by the other'
		| 'other time'
		| 'other time than what was'
		| 'reminders'
		| 'end of work'
		| 'not there'
		| 'hope'
		| 'notes'
		| 'progress'
		| 'page'
		| ((thing: Thing, once: string) => string)
		| 'new sitting'
		| 'sitting'
		| 'part'
		| 'now'
		| 'measures'
		| 'new opportunity'
		| 'opportunity'
		| 'opportunities'
	/** Left out where it writes too much to be listed: then a test of its own says what. */
	writes?(thing: Thing, hand: Hand, once: string): Change[]
	ids?: Ids
}

/** Which of the things in an outcome this hand acts on: by default its own. */
export type Ids = (thing: Thing, hand: Hand) => Record<string, string>

const cast = [...rivermouth, ...northgate]
const nameOf = (who: ActorName): string | undefined =>
	cast.find((one) => actors[who] === ('key' in one ? one.key : one.called))?.name

/** Addresses of a plan that are for one of its two hands alone. */
export const onlyFor: Readonly<Record<string, Hand>> = {
	...onlyForOne,
	'/people/:person/card': 'practitioner',
	'/people/:person/end-of-work/say': 'practitioner',
	'/people/:person/end-of-work/promises/:promise': 'practitioner',
	'/people/:person/plan/write-down': 'practitioner',
	'/people/:person/plan/outcomes/:outcome/write-down': 'practitioner',
	'/people/:person/plan/outcomes/:outcome/write-down-view': 'practitioner',
	'/people/:person/plan/outcomes/:outcome/together/:thing': 'practitioner',
	'/people/:person/plan/outcomes/:outcome/together/:thing/begin': 'practitioner',
	'/people/:person/plan/outcomes/:outcome/heard/:thing/own': 'person',
	'/people/:person/plan/outcomes/:outcome/heard/:thing/disown': 'person',
	'/people/:person/plan/outcomes/:outcome/agreements/:agreement/alone': 'person',
	'/people/:person/supporters/:invitation/check': 'practitioner',
	...storyOnlyFor,
}

/** What people call one hand of a plan; nobody calls the ones who cannot sign in. */
const called = (thing: Thing, hand: Hand): string =>
	cast.find((one) => idOf(one.called) === thing[hand].account)?.name ?? ''

/** What our plan says to this hand on it, calling the other by name. */
const said = (key: Parameters<ReturnType<typeof planWords>>[0], thing: Thing, hand: Hand | 'reader'): string =>
	planWords({ locale: 'en', voice: hand === 'reader' ? 'supporter' : hand })(key, { name: called(thing, other(hand)) })

const other = (hand: Hand | 'reader'): Hand => (hand === 'person' ? 'practitioner' : 'person')

/** The ids that stand in an address about this thing, as this hand acts on it. */
export const idsOf = (thing: Thing, hand: Hand, ids?: Ids): Record<string, string> => ({
	person: thing.owner,
	outcome: thing.outcome,
	difference: thing[hand].difference,
	contribution: thing[hand].contribution,
	request: thing[hand].request,
	step: thing[hand].step,
	opening: thing.opening,
	thing: thing.wording,
	agreement: thing.together,
	invitation: thing.invitation,
	recognition: thing.kindWords,
	hope: thing.hope,
	file: thing.file,
	review: thing.review,
	appointment: thing.meeting.appointment,
	time: thing.meeting.agreed,
	promise: thing.practitioner.contribution,
	company: thing.meeting[hand].company,
	...idsOfStory(thing),
	with: thing.practitioner.account,
	condition: thing.working.condition,
	remark: thing.working.remark,
	expectation: thing.working.expectation,
	message: thing.working[hand].message,
	note: thing.working.note,
	...{ sitting: thing.now.sitting, life: thing.now.life, said: thing.now.said, strength: thing.now.strength },
	...{ opportunity: thing.could.opportunity, link: thing.could.link },
	...ids?.(thing, hand),
})

/** Only of what was heard from them does the person say whether it is theirs. */
const heardFromMe: Ids = (thing) => ({ thing: thing.heard })

/** Only the one asked can answer. */
const askedOfMe: Ids = (thing, hand) => ({ request: thing[other(hand)].request })

/** Only an invitation by card has a card. */
const byCard: Ids = ({ card }) => ({ invitation: card })

const text = (...words: string[]): OpenPage => ({ shows: () => words })
const plan = (thing: Thing) => ({ what: 'plan', thing_id: thing.planScope })
const outcome = (thing: Thing) => ({ what: 'outcome', thing_id: thing.outcome })
const now = ({ mark }: Thing) => `What ${mark} works towards`
const all = ({ mark }: Thing) => [`A view of ${mark}`, `A promise of ${mark}`, `A question of ${mark}`]

function hello(who: ActorName): string {
	const name = nameOf(who)
	return name ? homeWords({ locale: 'en', voice: 'anyone' })('hello', { name }) : 'Alongside'
}

export const openPages: Record<string, OpenPage> = {
	'/': { shows: (who) => [hello(who)] },
	'/your-information': text('<h1'),
	'/accessibility': text('<h1'),
	'/help-now': text('<h1'),
	'/demo': text('Ann Kerr', 'Ruth Adeyemi'),
	'/demo/outbox': text('What would go out', 'Mary O’Donnell'),
	'/health': text('"status":"ok"'),
	'/ready': text('"status":"ready"'),
	'/sign-in': text('Your sign-in name'),
	'/sign-in/code': text('Come in with a code'),
	'/sign-in/recover': text('You cannot come in?'),
	'/sign-in/recover/back': text('Come back in with your number'),
	'/card': text('The code on your card'),
	'/left': text('It is done. What was yours is deleted.'),
	'/invited': text('The code on your card or in your message'),
	'/take-with-you/schema': text('urn:alongside:take-with-you:1'),
	'/favicon.ico': text(),
	'/assets/alongside.css': text('{'),
	'/assets/alongside.js': text('('),
	'/assets/passkeys.js': text('('),
	'/assets/recorder.js': text('('),
	'/assets/icon.svg': text('<svg'),
}

const ofPlan = '/people/:person/plan'
const ofOpenings = '/people/:person/openings'
const ofSupporters = '/people/:person/supporters'
const ofInvitation = `${ofSupporters}/:invitation`
const supports = supportersWords({ locale: 'en', voice: 'person' })
const opens = openingWords({ locale: 'en', voice: 'person' })
const ofOutcome = `${ofPlan}/outcomes/:outcome`

export const planPages: Record<string, PlanPage> = {
	...appointmentPages,
	...workingPages,
	...endPages,
	...storyPages,
	'/people/:person': {
		shows(thing, hand) {
			const voice = hand === 'person' ? hand : 'practitioner'
			return [relationshipWords({ locale: 'en', voice })('seen', { person: called(thing, 'person') })]
		},
		looks: (thing) => ({ what: 'person', thing_id: thing.person.account }),
	},
	'/people/:person/card': { shows: (thing) => [`A card for ${called(thing, 'person')}`] },
	[ofPlan]: {
		whose: 'readers',
		shows: (thing, hand) => [said('heading', thing, hand), thing.mark],
		looks: plan,
	},
	[`${ofPlan}/propose`]: { shows: (thing, hand) => [said('proposeTitle', thing, hand)], looks: plan },
	[ofOutcome]: { whose: 'readers', shows: (thing) => [now(thing), ...all(thing)], looks: outcome },
	[`${ofOutcome}/history`]: {
		whose: 'readers',
		shows: (thing, hand) => [said('tabHistory', thing, hand), now(thing), ...all(thing)],
		looks: outcome,
	},
	[`${ofOutcome}/other-words`]: {
		shows: (thing, hand) => [said('otherWordsTitle', thing, hand), now(thing)],
		looks: outcome,
	},
	[`${ofOutcome}/see-differently`]: {
		shows: (thing, hand) => [said('differTitle', thing, hand), now(thing)],
		looks: outcome,
	},
	[`${ofPlan}/write-down`]: { shows: (thing) => [`What does ${called(thing, 'person')} say?`], looks: plan },
	[`${ofOutcome}/write-down`]: {
		shows: (thing) => [`What does ${called(thing, 'person')} say?`, now(thing)],
		looks: outcome,
	},
	[`${ofOutcome}/write-down-view`]: {
		shows: (thing) => [`How does ${called(thing, 'person')} see it?`, now(thing)],
		looks: outcome,
	},
	[`${ofOutcome}/together/:thing`]: {
		shows: (thing) => [`${called(thing, 'person')}, do you agree to these words?`, now(thing)],
		looks: outcome,
	},
	[`${ofOutcome}/turn`]: { shows: (thing, hand) => [said('turnTitle', thing, hand)], looks: outcome },
	[`${ofOutcome}/bring`]: {
		whose: 'readers',
		shows: (thing, hand) => [said('bringTitle', thing, hand)],
		looks: outcome,
	},
	[`${ofOutcome}/ask`]: { shows: (thing, hand) => [said('askTitle', thing, hand)], looks: outcome },
	[`${ofOutcome}/requests/:request/answer`]: {
		shows: (thing, hand) => [said('answerTitle', thing, hand), `A question of ${thing.mark}`],
		looks: outcome,
		ids: askedOfMe,
	},
	...stepPages,
	[ofOpenings]: { whose: 'person', shows: (thing) => [opens('heading'), thing.mark] },
	[`${ofOpenings}/open`]: { whose: 'person', shows: (thing) => [opens('whatTitle'), thing.mark] },
	[ofSupporters]: { whose: 'person', shows: (thing) => [supports('heading'), `Someone of ${thing.mark}`] },
	[`${ofSupporters}/invite`]: { whose: 'person', shows: () => [supports('inviteTitle')] },
	[`${ofInvitation}/card`]: {
		whose: 'person',
		shows: (thing) => [
			handedCardWords({ locale: 'en', voice: 'person' })('heading', { name: `Someone of ${thing.mark}` }),
		],
		ids: byCard,
	},
	[`${ofInvitation}/check`]: {
		shows: (thing) => [
			checkWords({ locale: 'en', voice: 'practitioner' })('found'),
			...[`Someone of ${thing.mark}`, `A friend of ${thing.mark}`, `A name of ${thing.mark}`, '+447700900000'],
		],
		looks: (thing) => ({ what: 'invitation', thing_id: thing.invitation }),
	},
	...kindWordsToGive,
	...hopePages,
	...filePages,
	...progressPages,
	...reviewPages,
	...nowPages,
	...opportunityPages,
	'/people/:person/leave': {
		whose: 'leavers',
		shows: (thing) => [
			openedWords({ locale: 'en', voice: 'supporter' })('leaveTitle', { name: called(thing, 'person') }),
		],
	},
}

const removed = (table: string, columns: Record<string, unknown>): Change => ({ table, how: 'removed', columns })

/** Each change of a plan stands in the person's record, by whose hand, about which outcome. */
const recorded = (thing: Thing, hand: Hand, what: string, about = thing.outcome): Change[] => [
	added('access_entry', {
		person_id: thing.owner,
		by_id: thing[hand].account,
		act: 'changed',
		what,
		thing_id: about,
	}),
	changed('access_head', 'hash', 'number'),
]

/** What was being written has left no more than that it is shared. */
const marked = (thing: Thing, hand: Hand, once: string): Change[] => [
	added('draft', { account_id: thing[hand].account, once }),
]

/** Those who have chosen where they are told. */
const toldOf = ['ann', 'joseph', 'tom']

/** What a practitioner writes down stands in their name, as heard from the person. */
const heard = (thing: Thing) => ({
	...{ author_id: thing.practitioner.account, heard_from_id: thing.person.account },
	...{ confirmed_at: null, disowned_at: null },
})

export const openActs: Record<string, OpenAct> = {
	'/words': { fields: { locale: 'en-x-easy', back: '/help-now' }, to: '/help-now', anonymous: true, writes: () => [] },
	'/demo/sign-in': {
		fields: { account: 'pat' },
		to: '/',
		anonymous: true,
		writes: ({ account }) => [added('session', {}), ...(account ? [removed('session', { account_id: account })] : [])],
	},
	'/sign-out': { fields: {}, to: '/?left', writes: ({ account }) => [removed('session', { account_id: account })] },
}

export const planActs: Record<string, PlanAct> = {
	...appointmentActs,
	...endActs,
	'/people/:person/card': {
		fields: () => ({}),
		to: 'card',
		writes: (thing, hand) => [
			added('sign_in_card', { account_id: thing.person.account, made_by_id: thing[hand].account, used_at: null }),
			added('sign_in_event', { account_id: thing.person.account, kind: 'card_made' }),
			added('access_entry', { person_id: thing.person.account, act: 'changed', what: 'card' }),
			changed('access_head', 'hash', 'number'),
		],
	},
	[`${ofPlan}/propose`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Something new' }),
		to: 'new outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'outcome', once),
			added('outcome', { id: once, scope_id: thing.planScope, proposed_by_id: thing[hand].account }),
			added('wording', { outcome_id: once, number: 1, words: 'Something new', author_id: thing[hand].account }),
		],
	},
	[`${ofOutcome}/other-words`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'In other words', after: '2' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'words'),
			added('wording', { id: once, number: 3, words: 'In other words', author_id: thing[hand].account }),
		],
	},
	[`${ofOutcome}/see-differently`]: {
		fields: (_, __, once) => ({ step: 'share', once, reason: 'I see more in it' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'difference'),
			added('difference', { id: once, reason: 'I see more in it', author_id: thing[hand].account }),
		],
	},
	[`${ofPlan}/write-down`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'Something heard' }),
		to: 'new outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'written_down', once),
			added('outcome', { id: once, scope_id: thing.planScope, proposed_by_id: thing[hand].account }),
			added('wording', { outcome_id: once, words: 'Something heard', ...heard(thing) }),
		],
	},
	[`${ofOutcome}/write-down`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'In words heard', after: '2' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'written_down'),
			added('wording', { id: once, number: 3, words: 'In words heard', ...heard(thing) }),
		],
	},
	[`${ofOutcome}/write-down-view`]: {
		fields: (_, __, once) => ({ step: 'share', once, reason: 'A view heard' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'written_down'),
			added('difference', { id: once, reason: 'A view heard', ...heard(thing) }),
		],
	},
	// Somebody invented has nothing to lose, so a press is enough; what is asked of others is proved in together.routes.test.ts.
	[`${ofOutcome}/together/:thing`]: {
		fields: ({ hash }) => ({ hash }),
		to: 'outcome',
		writes: (thing, hand) => [
			...recorded(thing, hand, 'together'),
			added('sign_in_event', { account_id: thing.person.account, kind: 'together_used', by_id: thing[hand].account }),
			added('agreement', {
				...{ wording_id: thing.wording, words_hash: `\\x${thing.hash}`, withdrawn_at: null, said_alone_at: null },
				...{ account_id: thing.person.account, together_with_id: thing[hand].account },
			}),
			// Who has chosen where it is safe to write to them is told.
			...(toldOf.includes(thing.plan)
				? [added('message', { account_id: thing.person.account, kind: 'something-new' })]
				: []),
		],
	},
	[`${ofOutcome}/together/:thing/begin`]: { fields: () => ({}), to: 'not there', writes: () => [] },
	[`${ofOutcome}/heard/:thing/own`]: {
		ids: heardFromMe,
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'own_words'), changed('difference', 'confirmed_at')],
	},
	[`${ofOutcome}/heard/:thing/disown`]: {
		ids: heardFromMe,
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'own_words'), changed('difference', 'disowned_at')],
	},
	[`${ofOutcome}/agreements/:agreement/alone`]: {
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'agreement'), changed('agreement', 'said_alone_at')],
	},
	[`${ofOutcome}/turn`]: {
		fields: (_, __, once) => ({ step: 'share', once, kind: 'under_way' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'turn'),
			added('turn', { id: once, kind: 'under_way', why: null, author_id: thing[hand].account }),
		],
	},
	[`${ofOutcome}/bring`]: {
		whose: 'readers',
		fields: (_, __, once) => ({ step: 'share', once, kind: 'room', words: 'My kitchen', byDay: '2031-05-03' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'contribution'),
			added('contribution', {
				...{ id: once, kind: 'room', words: 'My kitchen', by_day: '2031-05-03', request_id: null },
				...{ done_at: null, taken_back_at: null, brought_by_id: thing[hand].account },
			}),
		],
	},
	[`${ofOutcome}/ask`]: {
		fields: (thing, hand, once) => ({
			...{ step: 'share', once, kind: 'time', words: 'An hour of yours' },
			askedOf: thing[other(hand)].account,
		}),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'request'),
			added('contribution_request', {
				...{ id: once, kind: 'time', words: 'An hour of yours', answer: null, taken_back_at: null },
				...{ asked_by_id: thing[hand].account, asked_of_id: thing[other(hand)].account },
			}),
		],
	},
	...stepActs,
	[`${ofOutcome}/requests/:request/answer`]: {
		whose: 'readers',
		ids: askedOfMe,
		fields: (_, __, once) => ({ step: 'share', once, answer: 'accepted', byDay: '2031-05-03' }),
		to: 'outcome',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'request'),
			added('contribution', {
				...{ id: once, kind: 'skill', words: `A question of ${thing.mark}`, by_day: '2031-05-03' },
				...{ request_id: thing[other(hand)].request, brought_by_id: thing[hand].account },
			}),
			changed('contribution_request', 'answer', 'answered_at'),
		],
	},
	[`${ofOutcome}/requests/:request/take-back`]: {
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'request'), changed('contribution_request', 'taken_back_at')],
	},
	[`${ofOutcome}/contributions/:contribution/done`]: {
		whose: 'readers',
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'contribution'), changed('contribution', 'done_at')],
	},
	[`${ofOutcome}/contributions/:contribution/take-back`]: {
		whose: 'readers',
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'contribution'), changed('contribution', 'taken_back_at')],
	},
	[`${ofOutcome}/differences/:difference/withdraw`]: {
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'difference'), changed('difference', 'withdrawn_at')],
	},
	[`${ofOutcome}/agree`]: {
		fields: ({ wording, hash }) => ({ wording, hash }),
		to: 'outcome',
		writes: (thing, hand) => [
			...recorded(thing, hand, 'agreement'),
			added('agreement', {
				...{ wording_id: thing.wording, words_hash: `\\x${thing.hash}`, withdrawn_at: null },
				account_id: thing[hand].account,
			}),
		],
	},
	[`${ofOutcome}/withdraw-agreement`]: {
		fields: () => ({}),
		to: 'outcome',
		writes: (thing, hand) => [...recorded(thing, hand, 'agreement'), changed('agreement', 'withdrawn_at')],
	},
	[`${ofOpenings}/open`]: {
		whose: 'person',
		fields: (thing, _, once) => ({
			...{ step: 'yes', once, what: 'plan', to: knownTo(thing), purpose: 'So that you know' },
			...{ until: 'three', day: '', names: 'none' },
		}),
		to: 'openings',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'opening', once),
			added('opening', {
				...{ id: once, person_id: thing.person.account, scope_id: thing.planScope, thing_id: null },
				...{ account_id: knownTo(thing), purpose: 'So that you know', ends_with_work: false, names_shown: [] },
				closed_at: null,
			}),
		],
	},
	[`${ofOpenings}/:opening/close`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'openings',
		writes: (thing, hand) => [...recorded(thing, hand, 'closing', thing.opening), changed('opening', 'closed_at')],
	},
	[`${ofOpenings}/:opening/again`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'open',
		writes: (thing) => [added('draft', { form: 'opening', account_id: thing.person.account })],
	},
	[`${ofSupporters}/invite`]: {
		whose: 'person',
		fields: (_, __, once) => ({
			...{ step: 'share', once, called: 'Bea', tie: 'my sister', signed: 'Me', way: 'text' },
			...{ text: '07700 900001', email: '', letter: '' },
		}),
		to: 'supporters',
		writes: (thing, hand, once) => [
			...marked(thing, hand, once),
			...recorded(thing, hand, 'invitation', once),
			added('invitation', {
				...{ id: once, person_id: thing.person.account, called: 'Bea', tie: 'my sister', signed: 'Me' },
				...{ way: 'text', address: '+447700900001', taken_back_at: null, accepted_at: null },
			}),
		],
	},
	// A tie that is nobody's here; whose it is, ends it in src/individual/family/supporters.test.ts.
	[`${ofSupporters}/:supporting/end`]: {
		whose: 'person',
		ids: () => ({ supporting: v7() }),
		fields: () => ({}),
		to: 'not there',
		writes: () => [],
	},
	[`${ofInvitation}/take-back`]: {
		whose: 'person',
		fields: () => ({}),
		to: 'supporters',
		writes: () => [changed('invitation', 'taken_back_at', 'address')],
	},
	[`${ofInvitation}/card`]: {
		whose: 'person',
		ids: byCard,
		fields: () => ({}),
		to: 'card',
		writes: () => [changed('invitation', 'nonce', 'code_hash', 'ends_at')],
	},
	// What is found stands in no record: whose invitation it is could read it there.
	[`${ofInvitation}/check`]: {
		fields: () => ({ found: 'may_be_written_to' }),
		to: 'to check',
		writes: (thing, hand) => [
			added('invitation_check', {
				...{ invitation_id: thing.invitation, verdict: 'may_be_written_to', checked_by_id: thing[hand].account },
			}),
			added('message', {
				...{ kind: 'invitation', channel: 'text', address: '+447700900000', invitation_id: thing.invitation },
				...{ account_id: null, contact_id: null },
			}),
		],
	},
	...kindWordsGiven,
	...hopeActs,
	...storyActs,
	...workingActs,
	...fileActs,
	...progressActs,
	...reviewActs,
	...nowActs,
	...opportunityActs,
	'/people/:person/leave': { whose: 'leavers', fields: () => ({}), to: 'home' },
}

/** A partner of the area, to whom anybody there can open something. */
const knownTo = ({ area }: Thing): string => idOf(area === idOf('Rivermouth') ? 'bilal' : 'partner-elsewhere')

/** Every address with its method; each page can also be asked for by its headers alone. */
export const declared = [
	...Object.keys({ ...openPages, ...planPages, ...ownPages, ...recordPages }).flatMap((url) => [
		`GET ${url}`,
		`HEAD ${url}`,
	]),
	...Object.keys({ ...openActs, ...planActs, ...ownActs, ...browserForms, ...recordActs, [endSession]: true }).map(
		(url) => `POST ${url}`,
	),
].sort()

/** An address as the table writes it: the names of browser files without their hash. */
export const asDeclared = (url: string): string => url.replace(/^(\/assets\/\w+)-[\w-]{10}\./, '$1.')
