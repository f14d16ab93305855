/** One's own story: for the person alone, and what is open of it for the one to whom it is. */
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { idOf } from '../../demo/ids.ts'
import { type Kind, kinds, type Question, questions } from '../../src/individual/story/piece.ts'
import { pieceWords } from '../../src/individual/story/piece.words.ts'
import { storyWords } from '../../src/individual/story/story.words.ts'
import type { Underneath } from '../support/place.ts'
import { added, changed } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Change, Row } from './rows.ts'
import { point, silence } from './smallest.ts'
import type { Asker } from './sql.table.ts'
import type { Thing } from './things.ts'

const say = storyWords({ locale: 'en', voice: 'person' })
const sayPiece = pieceWords({ locale: 'en', voice: 'person' })

/** Ids of a story made for a proof: a moment, another that was written down and waits, a chapter open to the practitioner, and a part of each other kind. */
export type StoryOfProof = Record<
	'moment' | 'heard' | 'chapter' | 'telling' | 'before' | 'beside' | 'words' | 'asked',
	string
> &
	Record<'thread' | 'name' | 'trouble' | 'value' | 'becoming', string>

export const newStory = (): StoryOfProof => ({
	...{ moment: v7(), heard: v7(), chapter: v7(), telling: v7(), before: v7(), beside: v7(), words: v7() },
	asked: v7(),
	...{ thread: v7(), name: v7(), trouble: v7(), value: v7(), becoming: v7() },
})

/** What the person alone has, with a chapter that is open to the practitioner, who is asked what stayed with them. */
export async function plantStory(underneath: Underneath, { plan, area, mark, person, practitioner, story }: Thing) {
	const [whole, apart] = [idOf(`${plan}/story`), idOf(`${plan}/planted story`)]
	const mine = [area, person.account]
	await underneath(
		`insert into scope (area_id, id, person_id, part, within_id) values ($1, $3, $2, 'story', null), ($1, $4, $2, 'story', $3)
			on conflict do nothing`,
		[...mine, whole, apart],
	)
	await underneath('insert into story (area_id, person_id, scope_id) values ($1, $2, $3) on conflict do nothing', [
		...mine,
		whole,
	])
	await underneath(
		`insert into story_moment (area_id, person_id, id, words, time_kind, year, heard_by_id)
			values ($1, $2, $3, 'A moment of ' || $4::text, 'year', 2001, null), ($1, $2, $5, 'Words heard of ' || $4::text, null, null, $6)`,
		[...mine, story.moment, mark, story.heard, practitioner.account],
	)
	for (const kind of kinds) {
		const scope = kind === 'chapter' ? apart : whole
		await underneath(
			`insert into story_piece (area_id, person_id, scope_id, id, kind, name, sort)
				values ($1, $2, $3, $4, $5, 'A ' || $5::text || ' of ' || $6::text, case $5 when 'value' then 'hope' end)`,
			[...mine, scope, story[kind], kind, mark],
		)
	}
	const about = [...mine, apart, story.chapter]
	await underneath(
		'insert into story_placed (area_id, person_id, scope_id, piece_id, moment_id) values ($1, $2, $3, $4, $5)',
		[...about, story.moment],
	)
	await underneath(
		`insert into story_telling (area_id, person_id, scope_id, piece_id, id, words)
			values ($1, $2, $3, $4, $5, 'A telling of ' || $7::text), ($1, $2, $3, $4, $6, 'An older telling of ' || $7::text)`,
		[...about, story.telling, story.before, mark],
	)
	await underneath(
		'insert into story_witness (area_id, person_id, scope_id, piece_id, account_id) values ($1, $2, $3, $4, $5)',
		[...about, practitioner.account],
	)
	await underneath(
		`insert into story_beside (area_id, person_id, scope_id, piece_id, id, author_id, words)
			values ($1, $2, $3, $4, $5, $6, 'Words beside what is of ' || $7::text)`,
		[...about, story.beside, practitioner.account, mark],
	)
	await underneath(
		`insert into story_taking_out (area_id, person_id, scope_id, piece_id, moment_id, id, account_id) values ($1, $2, $3, $4, $5, $6, $7)`,
		[...about, story.moment, story.asked, practitioner.account],
	)
	await underneath(
		`insert into opening (area_id, person_id, scope_id, thing_id, id, account_id, purpose, until, ends_with_work, names_shown)
			select $1, $2, $3, $4, $5, $6, 'What a part of ' || $7::text || ' is open for', now() + interval '1 month', false, '{}'
			where not exists (select from opening where scope_id = $3 and account_id = $6 and closed_at is null)`,
		[...about, v7(), practitioner.account, mark],
	)
}

const ofStory = '/people/:person/story'
const oneMoment = `${ofStory}/moments/:moment`
const onePart = `${ofStory}/parts/:piece`
const ofHeard = `${ofStory}/write-down/:moment`
const oneBeside = `${onePart}/beside/:beside`
const listOf = {
	...{ chapter: 'chapters', thread: 'threads', name: 'names', trouble: 'trouble' },
	...{ value: 'what-matters', becoming: 'becoming' },
} as const
/** Which kind of part is asked each question. */
const askedOf: Record<Question, Exclude<Kind, 'chapter'>> = {
	...{ says: 'thread', who: 'name', did: 'trouble', instead: 'name' },
	...{ promises: 'trouble', weaker: 'trouble', cost: 'value' },
}

/** The ids of a thing's story, as they stand in addresses. */
export const idsOfStory = ({ story }: Thing): Record<string, string> => ({
	...{ moment: story.moment, piece: story.chapter, beside: story.beside, asked: story.asked },
})

const looked = ({ story }: Thing) => ({ what: 'story', thing_id: story.chapter })
const mine = (...words: string[]): PlanPage => ({ whose: 'person', shows: () => words })

export const storyPages: Record<string, PlanPage> = {
	[ofStory]: {
		whose: 'person',
		shows: ({ mark }) => [say('onlyYou'), `A moment of ${mark}`, `Words heard of ${mark}`],
	},
	[`${ofStory}/write`]: mine(say('writeTitle')),
	[`${ofStory}/hoped`]: mine(say('hopeTitle')),
	[`${ofStory}/born`]: mine(say('bornTitle')),
	[`${ofStory}/calm`]: mine(say('calmTitle')),
	[`${ofStory}/breathe`]: mine(say('breatheTitle')),
	[`${ofStory}/harm`]: mine(say('harmTitle')),
	[`${ofStory}/copy`]: mine('Print it or take it with you'),
	[`${ofStory}/write-down`]: { shows: ({ mark }) => [`Words heard of ${mark}`] },
	[`${ofHeard}/together`]: {
		shows: ({ mark }) => [`Words heard of ${mark}`],
		ids: ({ story }) => ({ moment: story.heard }),
	},
	[oneMoment]: { whose: 'person', shows: ({ mark }) => [`A moment of ${mark}`, `A chapter of ${mark}`] },
	[`${oneMoment}/words`]: { whose: 'person', shows: ({ mark }) => [`A moment of ${mark}`] },
	[`${oneMoment}/title`]: mine(say('titleTitle')),
	[`${oneMoment}/when`]: mine(say('whenTitle'), '2001'),
	[`${oneMoment}/place`]: mine(say('placeTitle')),
	[`${oneMoment}/mood`]: mine(say('moodTitle')),
	[`${oneMoment}/says-of-me`]: mine(say('saysOfMeTitle')),
	[`${oneMoment}/photo`]: mine(say('photoTitle')),
	[`${oneMoment}/voice`]: mine(say('voiceTitle')),
	...Object.fromEntries(
		kinds.flatMap((kind): [string, PlanPage][] => [
			[
				`${ofStory}/${listOf[kind]}`,
				{ whose: 'person', shows: ({ mark }) => [sayPiece(`${kind}Intro`), `A ${kind} of ${mark}`] },
			],
			[`${ofStory}/${listOf[kind]}/new`, mine(sayPiece(`${kind}Title`))],
		]),
	),
	[onePart]: {
		shows: ({ mark }) => [
			`A chapter of ${mark}`,
			`A moment of ${mark}`,
			`A telling of ${mark}`,
			`Words beside what is of ${mark}`,
		],
		looks: looked,
	},
	[`${onePart}/name`]: { whose: 'person', shows: ({ mark }) => [`A chapter of ${mark}`] },
	[`${onePart}/moments`]: { whose: 'person', shows: ({ mark }) => [`A moment of ${mark}`] },
	[`${onePart}/tell`]: mine(sayPiece('tellTitle')),
	[`${onePart}/tellings`]: {
		whose: 'person',
		shows: ({ mark }) => [`A telling of ${mark}`, `An older telling of ${mark}`],
	},
	...Object.fromEntries(
		questions.map((question): [string, PlanPage] => [
			`${onePart}/${question}`,
			{
				whose: 'person',
				shows: () => [sayPiece('answerHint')],
				ids: ({ story }) => ({ piece: story[askedOf[question]] }),
			},
		]),
	),
	[`${onePart}/beside`]: { shows: ({ mark }) => [`A chapter of ${mark}`], looks: looked },
	[`${onePart}/witness`]: { shows: ({ mark }) => [`A chapter of ${mark}`], looks: looked },
	[`${onePart}/take-out/:moment`]: { shows: ({ mark }) => [`A moment of ${mark}`], looks: looked },
	[`${oneBeside}/reply`]: mine('What do you want to say back?'),
}

/** What of a story is for one hand alone. */
export const storyOnlyFor = {
	[`${ofStory}/write-down`]: 'practitioner',
	[`${ofHeard}/together`]: 'practitioner',
	[`${ofHeard}/together/begin`]: 'practitioner',
	[`${onePart}/beside`]: 'practitioner',
	[`${onePart}/witness`]: 'practitioner',
	[`${onePart}/take-out/:moment`]: 'practitioner',
} as const

const path = ({ owner }: Thing) => `/people/${owner}/story`
const toMoment = (thing: Thing) => `${path(thing)}/moments/${thing.story.moment}`
const toPart = (thing: Thing) => `${path(thing)}/parts/${thing.story.chapter}`
const draftOf = (account: string, once: string): Change => added('draft', { account_id: account, once })
const inRecord = (thing: Thing, what: string, id: string): Change[] => [
	added('access_entry', { person_id: thing.person.account, act: 'changed', what, thing_id: id }),
	changed('access_head', 'number', 'hash'),
]

/** One text about a moment or a part, kept in one column. */
const kept = (table: 'story_moment' | 'story_piece', column: string, to: (thing: Thing) => string): PlanAct => ({
	whose: 'person',
	fields: (_, __, once) => ({ step: 'share', once, words: 'New words' }),
	to,
	writes: (thing, _, once) => [draftOf(thing.person.account, once), changed(table, column, 'changed_at')],
})

const told = (hoped: boolean): PlanAct => ({
	whose: 'person',
	fields: (_, __, once) => ({ step: 'share', once, words: 'The bus came' }),
	to: (thing, once) => `${path(thing)}/moments/${once}`,
	writes: (thing, _, once) => [
		draftOf(thing.person.account, once),
		added('story_moment', {
			...{
				id: once,
				person_id: thing.person.account,
				words: 'The bus came',
				hoped,
				heard_by_id: null,
				time_kind: null,
			},
		}),
	],
})

export const storyActs: Record<string, PlanAct> = {
	[`${ofStory}/write`]: told(false),
	[`${ofStory}/hoped`]: told(true),
	[`${ofStory}/born`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, year: '1980' }),
		to: path,
	},
	[`${ofStory}/calm`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, calms: 'A walk by the river', rings: 'My aunt' }),
		to: (thing) => `${path(thing)}/breathe`,
	},
	[`${ofStory}/copy`]: {
		whose: 'person',
		fields: () => ({ name1: 'Somebody', instead1: 'my sister', as: 'page' }),
		to: 'page',
		writes: () => [],
	},
	[`${ofStory}/write-down`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'As it was said' }),
		to: (thing) => `${path(thing)}/write-down`,
		writes: (thing, _, once) => [
			draftOf(thing.practitioner.account, once),
			...inRecord(thing, 'story_heard', once),
			added('story_moment', {
				...{ id: once, person_id: thing.person.account, words: 'As it was said', confirmed_at: null },
				heard_by_id: thing.practitioner.account,
			}),
		],
	},
	// Somebody invented has nothing to lose, so a press is enough; what is asked of others, the tests beside the plan prove.
	[`${ofHeard}/together`]: {
		ids: ({ story }) => ({ moment: story.heard }),
		fields: ({ mark }) => ({ hash: createHash('sha256').update(`Words heard of ${mark}`).digest('hex') }),
		to: (thing) => `${path(thing)}/write-down`,
	},
	[`${ofHeard}/together/begin`]: {
		ids: ({ story }) => ({ moment: story.heard }),
		fields: () => ({}),
		to: 'not there',
		writes: () => [],
	},
	[`${oneMoment}/words`]: kept('story_moment', 'words', toMoment),
	[`${oneMoment}/title`]: kept('story_moment', 'title', toMoment),
	[`${oneMoment}/place`]: kept('story_moment', 'place', toMoment),
	[`${oneMoment}/mood`]: kept('story_moment', 'mood', toMoment),
	[`${oneMoment}/says-of-me`]: kept('story_moment', 'says_of_me', toMoment),
	[`${oneMoment}/voice`]: {
		whose: 'person',
		fields: (_, __, once) => ({ once, words: 'Me, humming' }),
		file: silence,
		to: toMoment,
		writes: ({ person, story }, _, once) => [
			added('file', {
				...{ account_id: person.account, scope_id: null, about: 'moment', about_id: story.moment, once },
				...{ kind: 'voice', words: 'Me, humming' },
			}),
			added('file_piece', { size: 'whole', begins_at: 0 }),
		],
	},
	[`${oneMoment}/photo`]: { whose: 'person', fields: (_, __, once) => ({ once }), file: point, to: toMoment },
	[`${oneMoment}/when`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, kind: 'not_saying' }),
		to: toMoment,
		writes: (thing, _, once) => [
			draftOf(thing.person.account, once),
			changed('story_moment', 'time_kind', 'year', 'changed_at'),
		],
	},
	[`${oneMoment}/hard`]: {
		whose: 'person',
		fields: () => ({ hard: 'yes' }),
		to: toMoment,
		writes: () => [changed('story_moment', 'hard', 'changed_at')],
	},
	[`${oneMoment}/own`]: {
		whose: 'person',
		ids: ({ story }) => ({ moment: story.heard }),
		fields: () => ({}),
		to: (thing) => `${path(thing)}/moments/${thing.story.heard}`,
		writes: () => [changed('story_moment', 'confirmed_at', 'changed_at')],
	},
	[`${oneMoment}/delete`]: {
		whose: 'person',
		ids: ({ story }) => ({ moment: story.heard }),
		fields: () => ({}),
		to: path,
		writes: ({ story }) => [{ table: 'story_moment', how: 'removed', columns: { id: story.heard } }],
	},
	...Object.fromEntries(
		kinds.map((kind): [string, PlanAct] => [
			`${ofStory}/${listOf[kind]}/new`,
			{
				whose: 'person',
				fields: (_, __, once) => ({ step: 'share', once, words: 'A new one', sort: 'value' }),
				to: (thing, once) => `${path(thing)}/parts/${once}`,
				writes: (thing, _, once) => [
					draftOf(thing.person.account, once),
					added('story_piece', { id: once, person_id: thing.person.account, kind, name: 'A new one' }),
				],
			},
		]),
	),
	[`${onePart}/name`]: kept('story_piece', 'name', toPart),
	...Object.fromEntries(
		questions.map((question): [string, PlanAct] => [
			`${onePart}/${question}`,
			{
				...kept('story_piece', question, (thing) => `${path(thing)}/parts/${thing.story[askedOf[question]]}`),
				ids: ({ story }) => ({ piece: story[askedOf[question]] }),
			},
		]),
	),
	[`${onePart}/moments`]: {
		whose: 'person',
		ids: ({ story }) => ({ piece: story.becoming }),
		fields: ({ story }) => ({ moments: story.moment }),
		to: (thing) => `${path(thing)}/parts/${thing.story.becoming}`,
		writes: ({ story }) => [added('story_placed', { piece_id: story.becoming, moment_id: story.moment })],
	},
	[`${onePart}/tell`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, words: 'Now I tell it so' }),
		to: toPart,
		writes: (thing, _, once) => [
			draftOf(thing.person.account, once),
			added('story_telling', { id: once, piece_id: thing.story.chapter, words: 'Now I tell it so' }),
		],
	},
	[`${onePart}/tellings`]: {
		whose: 'person',
		fields: ({ story }) => ({ telling: story.before }),
		to: toPart,
		writes: ({ story }) => [{ table: 'story_telling', how: 'removed', columns: { id: story.before } }],
	},
	[`${onePart}/delete`]: {
		whose: 'person',
		ids: ({ story }) => ({ piece: story.thread }),
		fields: () => ({}),
		to: (thing) => `${path(thing)}/threads`,
		writes: ({ story }) => [{ table: 'story_piece', how: 'removed', columns: { id: story.thread } }],
	},
	// To whom a part is open and who is asked, the tests beside the story say.
	[`${onePart}/ask`]: {
		whose: 'person',
		fields: () => ({ account: v7(), ask: 'yes' }),
		to: 'not there',
		writes: () => [],
	},
	[`${onePart}/beside`]: {
		fields: (_, __, once) => ({ step: 'share', once, words: 'I noticed the plates' }),
		to: toPart,
		writes: (thing, _, once) => [
			draftOf(thing.practitioner.account, once),
			...inRecord(thing, 'story_beside', thing.story.chapter),
			added('story_beside', {
				id: once,
				author_id: thing.practitioner.account,
				words: 'I noticed the plates',
				heard: null,
			}),
		],
	},
	[`${onePart}/witness`]: {
		fields: (_, __, once) => ({ step: 'share', once, heard: 'The plates', will: 'Bring soup' }),
		to: toPart,
		writes: (thing, _, once) => [
			draftOf(thing.practitioner.account, once),
			...inRecord(thing, 'story_beside', thing.story.chapter),
			added('story_beside', { id: once, author_id: thing.practitioner.account, words: null, heard: 'The plates' }),
		],
	},
	// The proofs' practitioner has asked already: asking again changes nothing but the record.
	[`${onePart}/take-out/:moment`]: {
		fields: () => ({}),
		to: toPart,
		writes: (thing) => inRecord(thing, 'story_taking_out', thing.story.moment),
	},
	[`${onePart}/asked/:asked`]: {
		whose: 'person',
		fields: () => ({ answer: 'stays' }),
		to: toPart,
		writes: () => [changed('story_taking_out', 'answer', 'answered_at')],
	},
	[`${oneBeside}/reply`]: {
		whose: 'person',
		fields: (_, __, once) => ({ step: 'share', once, words: 'Thank you' }),
		to: toPart,
		writes: (thing, _, once) => [draftOf(thing.person.account, once), changed('story_beside', 'reply')],
	},
	[`${oneBeside}/keep`]: {
		whose: 'person',
		fields: () => ({ word: 'hide' }),
		to: toPart,
		writes: () => [changed('story_beside', 'hidden')],
	},
}

const own = (row: Row, me: Asker) => row.person_id === me.account && row.area_id === me.area
const isScopeOpen = (row: Row, { sees }: Asker) => (sees.reads ?? []).some((name) => idOf(name) === row.scope_id)
const open = (row: Row, me: Asker) => own(row, me) || isScopeOpen(row, me)

/** The scopes of a story are its person's, and those to whom a part is open. */
export const isStoryScope = (row: Row, me: Asker) =>
	row.part === 'story' && (own(row, me) || isScopeOpen({ scope_id: row.id }, me))

/** In which opened parts each moment of the demonstration lies. */
const placed: Readonly<Record<string, readonly string[]>> = {
	[idOf('ann/moments/gran')]: ['ann/story/feeds/apart', 'ann/story/gran/apart'],
	[idOf('ann/moments/choir')]: ['ann/story/feeds/apart'],
	[idOf('ann/moments/table')]: ['ann/story/feeds/apart'],
}

/** Whether a moment lies in a part that is open to this account: of the demonstration, or of the proofs. */
export function isInOpenPart(row: Row, { sees }: Asker): boolean {
	const plan = /^A moment of mark-([a-z]+)-/.exec(String(row.words))?.[1]
	const within = [...(placed[String(row.id)] ?? []), ...(plan ? [`${plan}/planted story`] : [])]
	return (sees.reads ?? []).some((name) => within.includes(name))
}

export const readableStory = {
	story: { rows: own },
	story_moment: {
		rows: (row: Row, me: Asker) =>
			own(row, me) ||
			isInOpenPart(row, me) ||
			(row.heard_by_id === me.account &&
				row.confirmed_at === null &&
				me.sees.plans.some((one) => idOf(one) === row.person_id)),
	},
	story_piece: { rows: open },
	story_placed: { rows: open },
	story_telling: { rows: open },
	story_witness: {
		rows: (row: Row, me: Asker) => own(row, me) || (row.account_id === me.account && isScopeOpen(row, me)),
	},
	story_taking_out: {
		rows: (row: Row, me: Asker) => own(row, me) || (row.account_id === me.account && isScopeOpen(row, me)),
	},
	story_beside: {
		rows: (row: Row, me: Asker) => own(row, me) || (row.author_id === me.account && isScopeOpen(row, me)),
	},
}

export const changeableStory = [
	{ table: 'story', set: `calms = 'A walk'`, rows: own },
	{
		table: 'story_moment',
		set: `mood = 'Calm', changed_at = now()`,
		rows: (row: Row, me: Asker) => own(row, me) && (row.heard_by_id === null || row.confirmed_at !== null),
	},
	{ table: 'story_piece', set: `who = 'Mo', changed_at = now()`, rows: own },
	{ table: 'story_taking_out', set: `answer = 'stays', answered_at = now()`, rows: own },
	{ table: 'story_beside', set: `reply = 'Yes'`, rows: own },
]

export const writableStory = {
	story: { update: 'born_year calms rings' },
	story_moment: {
		insert: 'area_id heard_by_id hoped id paper_day person_id title words',
		update: 'age around beside_id changed_at day hard month mood place says_of_me time_kind title words year',
		delete: true,
	},
	story_piece: {
		insert: 'area_id id kind name person_id scope_id sort',
		update: 'changed_at cost did instead name promises says scope_id sort weaker who',
		delete: true,
	},
	story_placed: { insert: 'area_id moment_id person_id piece_id scope_id', delete: true },
	story_telling: { insert: 'area_id id person_id piece_id scope_id words', delete: true },
	story_taking_out: {
		insert: 'account_id area_id id moment_id person_id piece_id scope_id',
		update: 'answer answered_at',
	},
	story_witness: { insert: 'account_id area_id person_id piece_id scope_id', delete: true },
	story_beside: {
		insert: 'area_id author_id heard id person_id piece_id reminds scope_id touched will words',
		update: 'hidden kept reply',
	},
} as const

export const callableForStory = [
	'begin_story',
	'own_story_words',
	'own_story_words_together',
	'stories_i_witness',
	'story_moments_open_to_me',
	'whole_stories_of_mine',
]
