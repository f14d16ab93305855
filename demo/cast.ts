import type { StandingRow } from '../src/platform/database/schema.ts'
import { ago, type Day } from './days.ts'
import { idOf } from './ids.ts'

export type Member = {
	/** How the story calls them; their account's id comes from it. */
	readonly called: string
	/** The key with which they are signed in as at /demo, when it is not the same. */
	readonly key?: string
	readonly name: string
	readonly line: string
	/** What they are here, and since when. */
	readonly here: readonly (readonly [StandingRow['kind'], Day])[]
}

const fromTheStart = ago(183)

export const rivermouth = [
	{
		called: 'ann',
		key: 'person',
		name: 'Ann Kerr',
		line: 'Ann, working towards a flat of her own (person)',
		here: [['person', ago(172)]],
	},
	{
		called: 'priya',
		key: 'practitioner',
		name: 'Priya Raman',
		line: 'Priya, who works alongside Ann, Yusuf and Robin (practitioner)',
		here: [['practitioner', fromTheStart]],
	},
	{
		called: 'joseph',
		key: 'other-person',
		name: 'Joseph Okafor',
		line: 'Joseph, a young dad with a new trade (person)',
		here: [['person', ago(160)]],
	},
	{
		called: 'callum',
		key: 'other-practitioner',
		name: 'Callum Boyd',
		line: 'Callum, who works alongside Joseph, Dai and Amara (practitioner)',
		here: [['practitioner', fromTheStart]],
	},
	{
		called: 'linda',
		key: 'supporter',
		name: 'Linda Kerr',
		line: 'Linda, Ann’s sister and her first call (supporter)',
		here: [['supporter', ago(90)]],
	},
	{
		called: 'bilal',
		key: 'partner',
		name: 'Bilal Hussain',
		line: 'Bilal, from the advice table at Harbour House (partner)',
		here: [['partner', fromTheStart]],
	},
	{
		called: 'ruth',
		key: 'lead',
		name: 'Ruth Adeyemi',
		line: 'Ruth, who leads the service here (lead)',
		here: [['lead', fromTheStart]],
	},
	{
		called: 'mary',
		name: 'Mary O’Donnell',
		line: 'Mary, with green fingers and a long memory (person)',
		here: [['person', ago(182)]],
	},
	{
		called: 'tom',
		name: 'Tom Baxter',
		line: 'Tom, who got someone new to work with (person)',
		here: [['person', ago(176)]],
	},
	{
		called: 'yusuf',
		name: 'Yusuf Rahman',
		line: 'Yusuf, who cooks for a hall full of people (person)',
		here: [['person', ago(140)]],
	},
	{
		called: 'kayleigh',
		name: 'Kayleigh Marsh',
		line: 'Kayleigh, who grew up in care and plans big (person)',
		here: [['person', ago(180)]],
	},
	{
		called: 'dai',
		name: 'Dai Pritchard',
		line: 'Dai, home again and picking up where he left off (person)',
		here: [['person', ago(178)]],
	},
	{
		called: 'sophie',
		name: 'Sophie-Louise Fotheringham-Akintola',
		line: 'Sophie-Louise, who is done with her order and keeps her plan (person)',
		here: [['person', ago(182)]],
	},
	{
		called: 'grzegorz',
		name: 'Grzegorz Wiśniewski',
		line: 'Grzegorz, who looks after his mother (person)',
		here: [['person', ago(120)]],
	},
	{
		called: 'lee',
		name: 'Lee Hart',
		line: 'Lee, who says a lot with two words (person)',
		here: [['person', ago(98)]],
	},
	{
		called: 'amara',
		name: 'Amara Nwosu',
		line: 'Amara, who knows where she wants to live (person)',
		here: [['person', ago(110)]],
	},
	{
		called: 'olena',
		name: 'Олена Коваленко',
		line: 'Olena, a nurse who wants to nurse again (person)',
		here: [['person', ago(130)]],
	},
	{
		called: 'robin',
		name: 'Robin Frost',
		line: 'Robin, new this week (person)',
		here: [['person', ago(3)]],
	},
	{
		called: 'pat',
		name: 'Pat Gallagher',
		line: 'Pat, who had support once and now gives it (person and supporter)',
		here: [
			['person', ago(183)],
			['supporter', ago(40)],
		],
	},
	{
		called: 'ewa',
		name: 'Ewa Nowak',
		line: 'Ewa, who works alongside Tom, Kayleigh and Lee (practitioner)',
		here: [['practitioner', fromTheStart]],
	},
	{
		called: 'delroy',
		name: 'Delroy Francis',
		line: 'Delroy, who works alongside Mary, Grzegorz and Olena (practitioner)',
		here: [['practitioner', fromTheStart]],
	},
	{
		called: 'hannah',
		name: 'Hannah Lindqvist',
		line: 'Hannah, who works with no one just now (practitioner)',
		here: [['practitioner', fromTheStart]],
	},
] as const satisfies readonly Member[]

export const northgate = [
	{
		called: 'iris',
		key: 'person-elsewhere',
		name: 'Iris Bell',
		line: 'Iris, in the next town, who swims each day (person)',
		here: [['person', ago(60)]],
	},
	{
		called: 'owen',
		key: 'practitioner-elsewhere',
		name: 'Owen Clarke',
		line: 'Owen, who works alongside Iris (practitioner)',
		here: [['practitioner', ago(100)]],
	},
] as const satisfies readonly Member[]

type AnyOfThem = (typeof rivermouth | typeof northgate)[number]

/** How the story calls someone; those who have left have no name, and nobody comes in as them. */
export type Name = AnyOfThem['called'] | 'the one with the boat' | 'a friend of Olena'

/** The key to sign in as someone: `person`, `practitioner`, …, or how the story calls them. */
type Key = KeyOf<AnyOfThem>
type KeyOf<One> = One extends { key: infer Own }
	? Own & string
	: One extends { called: infer Called }
		? Called & string
		: never

/** The key of one of the cast. */
export const keyOf = (member: Member): string => member.key ?? member.called

/** The account ids of everyone, by the key to sign in as them. */
export const people = Object.fromEntries(
	[...rivermouth, ...northgate].map((member) => [keyOf(member), idOf(member.called)]),
) as Record<Key, string>
