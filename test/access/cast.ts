/** Everyone for whom the proofs ask, and whose plan is whose: declared here by hand, so that no rule of the program is used to check itself. */
import type { people } from '../../demo/demonstration.ts'

type Key = keyof typeof people

/** Who asks: each as the key with which they are signed in at /demo; `undefined` is nobody. */
export const actors = {
	anonymous: undefined,
	person: 'person',
	practitioner: 'practitioner',
	'other-person': 'other-person',
	'other-practitioner': 'other-practitioner',
	'person-with-a-new-practitioner': 'tom',
	'former-practitioner': 'hannah',
	'new-practitioner': 'ewa',
	supporter: 'supporter',
	'supporter-with-a-plan': 'pat',
	partner: 'partner',
	lead: 'lead',
	'person-elsewhere': 'person-elsewhere',
	'practitioner-elsewhere': 'practitioner-elsewhere',
} as const satisfies Record<string, Key | undefined>

export type ActorName = keyof typeof actors
export const actorNames = Object.keys(actors) as ActorName[]

/** The two hands on each plan now; but for those to whom it is open, nobody else may know that it is there. `nobody` has a plan that is closed to all. */
export const plans = {
	ann: { person: 'person', practitioner: 'practitioner' },
	joseph: { person: 'other-person', practitioner: 'other-practitioner' },
	tom: { person: 'person-with-a-new-practitioner', practitioner: 'new-practitioner' },
	yusuf: { person: undefined, practitioner: 'practitioner' },
	iris: { person: 'person-elsewhere', practitioner: 'practitioner-elsewhere' },
	nobody: { person: undefined, practitioner: undefined },
} as const satisfies Record<string, Record<'person' | 'practitioner', ActorName | undefined>>

export type PlanName = keyof typeof plans
export const planNames = Object.keys(plans) as PlanName[]

/**
 * To whom something of a plan is open, to read and no more: the whole of it, or the one outcome that the proofs plant. What
 * Ann had opened to the partner is closed.
 */
export const readers: Partial<Record<PlanName, Partial<Record<ActorName, 'whole' | 'thing'>>>> = {
	ann: { supporter: 'thing' },
	yusuf: { partner: 'whole', 'supporter-with-a-plan': 'whole' },
}

export type Hand = 'person' | 'practitioner'
export const hands = ['person', 'practitioner'] as const satisfies Hand[]

/**
 * What of others each account sees: in whose plans it writes, whose names and working relationships it reads. By how the
 * story calls them. And which scopes are open to it, by what their ids are made of.
 */
type Sees = { plans: string[]; names: string[]; tiesOf: string[]; reads?: string[] }

const itself = (name: string): Sees => ({ plans: [], names: [name], tiesOf: [] })

export const sees: Record<Exclude<ActorName, 'anonymous'>, Sees> = {
	person: { plans: ['ann'], names: ['ann', 'priya', 'linda', 'bilal'], tiesOf: ['ann'] },
	practitioner: {
		plans: ['ann', 'yusuf', 'robin'],
		names: ['priya', 'ann', 'yusuf', 'robin'],
		tiesOf: ['ann', 'yusuf', 'robin'],
		reads: ['ann/story/gran/apart', 'ann/planted story', 'yusuf/planted story'],
	},
	'other-person': { plans: ['joseph'], names: ['joseph', 'callum'], tiesOf: ['joseph'] },
	'other-practitioner': {
		plans: ['joseph', 'dai', 'amara'],
		names: ['callum', 'joseph', 'dai', 'amara'],
		tiesOf: ['joseph', 'dai', 'amara'],
		reads: ['joseph/planted story'],
	},
	'person-with-a-new-practitioner': { plans: ['tom'], names: ['tom', 'hannah', 'ewa', 'bilal'], tiesOf: ['tom'] },
	'former-practitioner': itself('hannah'),
	'new-practitioner': {
		plans: ['tom', 'kayleigh', 'lee'],
		names: ['ewa', 'hannah', 'tom', 'kayleigh', 'lee'],
		tiesOf: ['tom', 'kayleigh', 'lee'],
		reads: ['tom/planted story'],
	},
	supporter: {
		plans: [],
		names: ['linda', 'ann'],
		tiesOf: [],
		reads: ['ann/flat/apart', 'ann/planted', 'ann/story/feeds/apart', 'ann/now/caring/apart'],
	},
	'supporter-with-a-plan': {
		plans: ['pat'],
		names: ['pat', 'hannah', 'kayleigh', 'mary', 'yusuf'],
		tiesOf: ['pat'],
		reads: ['kayleigh/plan', 'mary/garden/apart', 'yusuf/plan'],
	},
	partner: { plans: [], names: ['bilal', 'yusuf'], tiesOf: [], reads: ['yusuf/plan'] },
	lead: itself('ruth'),
	'person-elsewhere': { plans: ['iris'], names: ['iris', 'owen'], tiesOf: ['iris'] },
	'practitioner-elsewhere': {
		plans: ['iris'],
		names: ['owen', 'iris'],
		tiesOf: ['iris'],
		reads: ['iris/planted story'],
	},
}
