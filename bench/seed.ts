import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'

/** How many people each practitioner works alongside. */
export const peopleEach = 40

const kinds = {
	area: '00',
	person: '0a',
	practitioner: '0b',
	scope: '0c',
	outcome: '0d',
	wording: '0e',
	newerWording: '0f',
	byPerson: '10',
	byPractitioner: '11',
	difference: '12',
	turn: '13',
	brought: '14',
	promised: '15',
	request: '16',
	tie: '17',
	formerTie: '18',
	standing: '19',
	otherStanding: '1a',
	session: '1b',
	supporter: '1c',
	opening: '1d',
	supporterSession: '1e',
	step: '1f',
	stepTurn: '20',
	personSession: '21',
} as const
type Kind = keyof typeof kinds

const start = (kind: Kind) => `01941f29-7c00-7${kinds[kind]}0-8000-`

/** Which of ten people has opened their plan, each to a supporter of the same number. */
export const opened = 7

/** The id of the n-th of a kind, shaped as a UUIDv7. */
export const idOfNth = (kind: Kind, n: number): string => `${start(kind)}${n.toString(16).padStart(12, '0')}`

/** The same in SQL, of an expression. */
const id = (kind: Kind, n: string) => `('${start(kind)}' || lpad(to_hex(${n}), 12, '0'))::uuid`
const area = `'${idOfNth('area', 0)}'::uuid`
const practitioner = `(p - 1) / ${peopleEach} + 1`
const words = `'I want to know by name the people who live on my street, and to be of use to them. (' || n || ')'`
const newer = `'I want to eat with the people on my street once a month. (' || n || ')'`
const hash = (text: string) => `sha256(convert_to(${text}, 'UTF8'))`

/**
 * What one person has: a plan of three outcomes. One is agreed while newer words are on the table, one is seen differently
 * and asks for something, one is under way; each has something that either hand brings and a step, one of them done. `p` is the person, `n` the outcome.
 */
const statements: readonly (readonly [table: string, from: 'people' | 'outcomes' | 'practitioners', select: string])[] =
	[
		['account (area_id, id, name)', 'people', `${area}, ${id('person', 'p')}, 'Person ' || p`],
		['account (area_id, id, name)', 'practitioners', `${area}, ${id('practitioner', 'q')}, 'Practitioner ' || q`],
		[
			'standing (area_id, id, account_id, kind)',
			'people',
			`${area}, ${id('standing', 'p')}, ${id('person', 'p')}, 'person'`,
		],
		[
			'standing (area_id, id, account_id, kind)',
			'practitioners',
			`${area}, ${id('otherStanding', 'q')}, ${id('practitioner', 'q')}, 'practitioner'`,
		],
		[
			'working_relationship (area_id, id, person_id, practitioner_id)',
			'people',
			`${area}, ${id('tie', 'p')}, ${id('person', 'p')}, ${id('practitioner', practitioner)}`,
		],
		[
			'working_relationship (area_id, id, person_id, practitioner_id, began_at, ended_at)',
			'people',
			`${area}, ${id('formerTie', 'p')}, ${id('person', 'p')}, ${id('practitioner', `greatest(1, ${practitioner} - 1)`)}, now() - interval '200 days', now() - interval '90 days'`,
		],
		// One person in ten has opened their plan to somebody.
		[
			'account (area_id, id, name)',
			'people',
			`${area}, ${id('supporter', 'p')}, 'Supporter ' || p where p % 10 = ${opened}`,
		],
		['scope (area_id, id, person_id, part)', 'people', `${area}, ${id('scope', 'p')}, ${id('person', 'p')}, 'plan'`],
		[
			'opening (area_id, id, person_id, scope_id, account_id, purpose, until, ends_with_work, names_shown)',
			'people',
			`${area}, ${id('opening', 'p')}, ${id('person', 'p')}, ${id('scope', 'p')}, ${id('supporter', 'p')}, 'So that you know', now() + interval '3 months', true, '{}' where p % 10 = ${opened}`,
		],
		[
			'outcome (area_id, id, scope_id, person_id, proposed_by_id, proposed_at)',
			'outcomes',
			`${area}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, ${id('person', 'p')}, now() - interval '60 days' + k * interval '1 day'`,
		],
		[
			'wording (area_id, id, outcome_id, scope_id, number, words, words_hash, author_id)',
			'outcomes',
			`${area}, ${id('wording', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, 1, ${words}, ${hash(words)}, ${id('person', 'p')}`,
		],
		[
			'wording (area_id, id, outcome_id, scope_id, number, words, words_hash, author_id)',
			'outcomes',
			`${area}, ${id('newerWording', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, 2, ${newer}, ${hash(newer)}, ${id('practitioner', practitioner)} where k = 0`,
		],
		[
			'agreement (area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id)',
			'outcomes',
			`${area}, ${id('byPerson', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('wording', 'n')}, ${hash(words)}, ${id('person', 'p')}`,
		],
		[
			'agreement (area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id)',
			'outcomes',
			`${area}, ${id('byPractitioner', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('wording', 'n')}, ${hash(words)}, ${id('practitioner', practitioner)}`,
		],
		[
			'difference (area_id, id, outcome_id, scope_id, author_id, reason)',
			'outcomes',
			`${area}, ${id('difference', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, 'It matters more to me to see my daughter first.' where k = 1`,
		],
		[
			'turn (area_id, id, outcome_id, scope_id, kind, author_id)',
			'outcomes',
			`${area}, ${id('turn', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, 'under_way', ${id('person', 'p')} where k = 2`,
		],
		[
			'contribution (area_id, id, outcome_id, scope_id, brought_by_id, kind, words)',
			'outcomes',
			`${area}, ${id('brought', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, 'time', 'I cook for everyone who comes, every second Friday.'`,
		],
		[
			'contribution (area_id, id, outcome_id, scope_id, brought_by_id, kind, words, by_day)',
			'outcomes',
			`${area}, ${id('promised', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('practitioner', practitioner)}, 'introduction', 'I ring the community hall and ask for the room.', date '2025-03-04'`,
		],
		[
			'contribution_request (area_id, id, outcome_id, scope_id, asked_by_id, asked_of_id, kind, words)',
			'outcomes',
			`${area}, ${id('request', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, ${id('practitioner', practitioner)}, 'going_along', 'Come with me the first time.' where k = 1`,
		],
		[
			'step (area_id, id, outcome_id, scope_id, whose_id, written_by_id, words, said, day)',
			'outcomes',
			`${area}, ${id('step', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, ${id('person', 'p')}, 'I write down who lives on my street.', 'by Friday', date '2031-03-07'`,
		],
		[
			'step_turn (area_id, id, step_id, outcome_id, scope_id, whose_id, written_by_id, author_id, kind)',
			'outcomes',
			`${area}, ${id('stepTurn', 'n')}, ${id('step', 'n')}, ${id('outcome', 'n')}, ${id('scope', 'p')}, ${id('person', 'p')}, ${id('person', 'p')}, ${id('person', 'p')}, 'done' where k = 2`,
		],
	]

/** Where the rows come from, for people `first` to `last`. */
const sources = (first: number, last: number) => ({
	people: `generate_series(${first}, ${last}) p`,
	practitioners: `generate_series(${(first - 1) / peopleEach + 1}, ${Math.ceil(last / peopleEach)}) q`,
	outcomes: `generate_series(${first}, ${last}) p cross join generate_series(0, 2) k cross join lateral (select p * 3 + k as n) numbered`,
})

/**
 * Puts people `first` to `last` into the one area, with everything about them, and brings the planner's figures up to date.
 *
 * @param admin a superuser: triggers and foreign keys stand aside, or a million people would take an hour
 * @param first 1, or one more than a multiple of `peopleEach`
 */
export async function seedPeople(admin: pg.Client, first: number, last: number): Promise<void> {
	await admin.query(`begin; set local session_replication_role = replica`)
	await admin.query(
		`insert into area (area_id, name, is_demonstration) values (${area}, 'Millbrook', true) on conflict do nothing`,
	)
	const from = sources(first, last)
	for (const [into, source, select] of statements) {
		const [values, where] = select.split(' where ')
		await admin.query(`insert into ${into} select ${values} from ${from[source]}${where ? ` where ${where}` : ''}`)
	}
	await admin.query('commit')
	await admin.query('vacuum analyze')
}

/** Signs practitioners 1 to `count` in; answers the cookie that each of their browsers would send. */
export async function signInPractitioners(admin: pg.Client, count: number): Promise<string[]> {
	const cookies: string[] = []
	for (let n = 1; n <= count; n++) cookies.push(await signIn(admin, idOfNth('session', n), idOfNth('practitioner', n)))
	return cookies
}

/** Signs the first supporter in; answers the cookie that their browser would send. */
export const signInSupporter = (admin: pg.Client): Promise<string> =>
	signIn(admin, idOfNth('supporterSession', opened), idOfNth('supporter', opened))

/** Signs the n-th person in; answers the cookie that their browser would send. */
export const signInPerson = (admin: pg.Client, n: number): Promise<string> =>
	signIn(admin, idOfNth('personSession', n), idOfNth('person', n))

async function signIn(admin: pg.Client, session: string, account: string): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	await admin.query(
		`insert into session (area_id, id, account_id, token_hash, assurance, device_label, idle_for_minutes, ends_at)
			values ($1, $2, $3, $4, 'demonstration', 'A browser', 120, now() + interval '12 hours')
			on conflict (area_id, id) do update set token_hash = excluded.token_hash`,
		[idOfNth('area', 0), session, account, createHash('sha256').update(token).digest()],
	)
	return `__Host-session=${token}`
}
