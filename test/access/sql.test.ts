/** With every check of the program left out: what the database itself gives to each account, and lets it write. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { acting, type Tx } from '../../src/platform/database/acting.ts'
import { openPlace } from '../support/place.ts'
import { everyone } from './asking.ts'
import { actorNames, hands, plans, sees } from './cast.ts'
import { timesOfProgress } from './progress.table.ts'
import { type Row, tableNames } from './rows.ts'
import { type Asker, callable, changeable, readable, rightRows, rowsOfReaders, writable } from './sql.table.ts'
import { plantAll, type Thing } from './things.ts'

const place = await openPlace()
const all = await everyone(place)
const things = await plantAll(place)
const everything = Object.values(things)
const tables = await tableNames(place.underneath)
const askers = actorNames.flatMap((name): (Asker & { name: string })[] =>
	name === 'anonymous' ? [] : [{ name, area: all[name].area, account: all[name].account, sees: sees[name] }],
)
// Everyone has begun to write something that nobody else is to see.
for (const { area, account } of askers) {
	await place.underneath(
		`insert into draft (area_id, account_id, form, about_id, fields, once) values ($1, $2, 'proof', $2, '{}', $2)`,
		[area, account],
	)
}
// Every area has the sign-in of an organisation, and everyone is connected to it.
for (const { area, account } of askers) {
	await place.underneath(
		`with provider as (
			insert into identity_provider (area_id, id, name, issuer, client_id, secret)
				values ($1, $1, 'The organisation', 'https://sign-in.example', 'x', 'x') on conflict do nothing returning id
		) insert into identity (area_id, account_id, provider_id, issuer, subject) values ($1, $2::uuid, $1, 'https://sign-in.example', $2::uuid::text)`,
		[area, account],
	)
}

const undone = new Error('undone')

/** Runs one statement as this account and takes it back: the rows it gave or touched, or the code with which it was refused. */
async function attempt(me: Asker, statement: string): Promise<Row[] | string> {
	let rows: Row[] = []
	const work = async (tx: Tx) => {
		rows = (await sql.raw<Row>(statement).execute(tx)).rows
		throw undone
	}
	try {
		await acting(place.connections, me, work)
	} catch (error) {
		if (error !== undone) return (error as { code?: string }).code ?? String(error)
	}
	return rows
}

/** All rows of a table as JSON, past every policy. */
const wholeTable = async (table: string, columns = '*') =>
	(await place.underneath<{ row: Row }>(`select to_jsonb(t) as row from (select ${columns} from ${table}) t`)).map(
		({ row }) => row,
	)
/** A row as JSON, of the columns that an account may read. */
function asJson(table: string): string {
	const columns = readable[table]?.columns?.split(', ').map((name) => `'${name}', ${name}`)
	return columns ? `jsonb_build_object(${columns.join(', ')})` : `to_jsonb(${table})`
}
const texts = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort()

/** An insert of one row as JSON, naming only the columns that it has. */
function insertOf(table: string, row: Row): string {
	const columns = Object.keys(row).join(', ')
	const json = JSON.stringify(row).replaceAll("'", "''")
	return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, '${json}')`
}

const refused = '42501'
const noSuchThing = '23503'
const breaksARule = '23514'

test('every table is declared', () => {
	assert.deepEqual(Object.keys(readable).sort(), tables)
})

for (const [table, { columns = '*', rows }] of Object.entries(readable)) {
	test(`${table}: each account gets the rows that are declared, and no other`, async () => {
		const whole = await wholeTable(table, columns)
		assert(whole.length > 0, 'there is something to see')
		for (const me of askers) {
			const got = await attempt(me, `select to_jsonb(t) as row from (select ${columns} from ${table}) t`)
			assert(typeof got !== 'string', `${table} for ${me.name}: ${got}`)
			const expected = whole.filter((row) => rows(row, me))
			assert.deepEqual(texts(got.map(({ row }) => row as Row)), texts(expected), `${table} for ${me.name}`)
		}
	})
}

test('nobody gets a row of the plan that is open to nobody, from any table', async () => {
	const canary = [idOf('nobody'), idOf('nobody/plan'), 'mark-nobody', things.nobody.outcome]
	for (const table of tables) {
		for (const me of askers) {
			const got = JSON.stringify(await attempt(me, `select ${readable[table]?.columns ?? '*'} from ${table}`))
			for (const word of canary) assert(!got.includes(word), `${me.name} finds ${word} in ${table}`)
		}
	}
})

test('only the declared columns can be written', async () => {
	for (const table of tables) {
		const can = async (act: string) =>
			(
				await place.underneath<{ name: string }>(
					`select a.attname as name from pg_attribute a where a.attrelid = '${table}'::regclass and a.attnum > 0
						and not a.attisdropped and has_column_privilege('alongside_account', a.attrelid, a.attnum, '${act}')
						order by 1`,
				)
			)
				.map(({ name }) => name)
				.join(' ')
		assert.equal(await can('insert'), writable[table]?.insert ?? '', `insert into ${table}`)
		assert.equal(await can('update'), writable[table]?.update ?? '', `update ${table}`)
	}
})

for (const me of askers) {
	test(`${me.name}: no table can be written at large`, async () => {
		for (const table of tables) {
			const can = writable[table]
			if (!can?.delete) assert.equal(await attempt(me, `delete from ${table}`), refused, `delete from ${table}`)
			if (table === 'draft') continue
			// Of these every column can be written, but none that is there: no scope that is a whole part, no piece of a file that is kept.
			if (table === 'scope' || table === 'file_piece') {
				const made = await attempt(me, `insert into ${table} select * from ${table} returning area_id`)
				assert(typeof made === 'string' || made.length === 0, `insert into ${table}`)
				continue
			}
			assert.equal(await attempt(me, `update ${table} set area_id = area_id`), refused, `update ${table}`)
			assert.equal(await attempt(me, `insert into ${table} select * from ${table}`), refused, `insert into ${table}`)
			assert.equal(await attempt(me, `truncate ${table} cascade`), refused, `truncate ${table}`)
		}
		for (const [table, { columns = '*' }] of Object.entries(readable).filter(([name]) => writable[name]?.delete)) {
			const deleted = await attempt(me, `delete from ${table} returning ${asJson(table)} as row`)
			assert(typeof deleted !== 'string')
			const whose = table.startsWith('story') ? 'person_id' : 'account_id'
			const can = writable[table]?.delete
			const isOwn = (row: Row) => (typeof can === 'function' ? can(row, me) : row[whose] === me.account)
			const own = (await wholeTable(table, columns)).filter(isOwn)
			assert.deepEqual(
				texts(deleted.map(({ row }) => row as Row)),
				texts(own),
				`only own rows of ${table} can be deleted`,
			)
		}
	})

	test(`${me.name}: changes only what is their own, once`, async () => {
		for (const { table, set, rows } of changeable) {
			const statement = set.includes(' where ') ? `${set} true` : set
			const got = await attempt(me, `update ${table} set ${statement} returning ${asJson(table)} as row`)
			// Where some of one's own is no longer open, it is not there to change; nothing of it is refused aloud.
			assert(typeof got !== 'string', `${table} ${set}: ${got}`)
			const keyOf = (row: Row) => String(row.id ?? row.account_id)
			const expected = (await wholeTable(table)).filter((row) => rows(row, me)).map(keyOf)
			assert.deepEqual(got.map(({ row }) => keyOf(row as Row)).sort(), expected.sort(), `${table} ${set}`)
		}
	})

	test(`${me.name}: writes in a plan of theirs by their own hand, and in no other`, async () => {
		for (const thing of everything) {
			const isTheirs = me.sees.plans.includes(thing.plan)
			const isOpen = (me.sees.reads ?? []).some((name) => idOf(name) === thing.scope)
			for (const { table, row } of rightRows(thing, me, v7())) {
				const got = await attempt(me, insertOf(table, row))
				const may = isTheirs || (isOpen && rowsOfReaders.includes(table))
				// Of somebody else's step nobody says anything, wherever they may write.
				const why = isOpen && table === 'step_turn' ? breaksARule : refused
				assert.deepEqual(got, may ? [] : why, `${table} in the plan of ${thing.plan}`)
			}
			if (isTheirs) await assertForgeriesRefused(me, thing)
		}
	})
}

/** In a plan of one's own: by somebody else's hand, at a chosen time, into another area, about what is elsewhere. */
async function assertForgeriesRefused(me: Asker, thing: Thing): Promise<void> {
	const elsewhere = everything.find((one) => one.plan !== thing.plan && one.area === thing.area) ?? things.ann
	const otherArea = thing.area === things.iris.area ? things.ann.area : things.iris.area
	const other = me.account === thing.person.account ? thing.practitioner.account : thing.person.account
	const times: Record<string, string> = {
		outcome: 'proposed_at',
		wording: 'written_at',
		agreement: 'agreed_at',
		difference: 'written_at',
		turn: 'made_at',
		contribution_request: 'asked_at',
		contribution: 'offered_at',
		step: 'written_at',
		step_turn: 'made_at',
		...timesOfProgress,
	}
	for (const { table, by, row } of rightRows(thing, me, v7())) {
		const time = times[table]
		assert(time)
		const at = '2001-01-01T00:00:00Z'
		const where = `${table} by ${me.account}`
		assert.equal(await attempt(me, insertOf(table, { ...row, [by]: other })), refused, `${where}, by another hand`)
		assert.equal(await attempt(me, insertOf(table, { ...row, [time]: at })), refused, `${where}, at a time of choice`)
		assert.equal(
			await attempt(me, insertOf(table, { ...row, area_id: otherArea })),
			refused,
			`${where}, in another area`,
		)
		if (table === 'outcome') continue
		const strayed = await attempt(me, insertOf(table, { ...row, outcome_id: elsewhere.outcome }))
		assert.equal(strayed, noSuchThing, `${where}, about an outcome elsewhere`)
	}
}

test('agreement holds for the words with that hash, and a promise answers only a question put to oneself', async () => {
	for (const hand of hands) {
		const name = plans.ann[hand]
		const me = askers.find((one) => one.name === name)
		assert(me)
		const right = (table: string) => rightRows(things.ann, me, v7()).find((one) => one.table === table)?.row
		const otherHash = { ...right('agreement'), words_hash: `\\x${things.joseph.hash}` }
		assert.equal(await attempt(me, insertOf('agreement', otherHash)), noSuchThing)
		const otherQuestion = { ...right('contribution'), request_id: things.ann[hand].request }
		assert.equal(await attempt(me, insertOf('contribution', otherQuestion)), noSuchThing)
	}
})

test('only the two hands on a plan, and those to whom it is open, can be asked to bring something', async () => {
	const asks = async (plan: 'ann' | 'tom', askedOf: string) => {
		const me = askers.find((one) => one.name === plans[plan].person)
		assert(me)
		const row = rightRows(things[plan], me, v7()).find((one) => one.table === 'contribution_request')?.row
		return attempt(me, insertOf('contribution_request', { ...row, asked_of_id: askedOf }))
	}
	assert.deepEqual(await asks('tom', idOf('ewa')), [])
	assert.equal(await asks('tom', idOf('hannah')), refused, 'no longer, when the work together has ended')
	assert.equal(await asks('tom', idOf('priya')), refused)
	assert.deepEqual(await asks('ann', idOf('linda')), [], 'who has it open')
	assert.equal(await asks('ann', idOf('bilal')), refused, 'no longer, when it is closed')
	assert.equal(await asks('ann', idOf('joseph')), refused)
	assert.equal(await asks('ann', idOf('iris')), refused, 'nor someone in another area')
	assert.equal(await asks('ann', idOf('ann')), breaksARule, 'nor oneself')
})

test('an account can call these functions and no others', async () => {
	const found = await place.underneath<{ name: string }>(`
		select distinct p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
			and has_function_privilege('alongside_account', p.oid, 'execute') order by 1`)
	assert.deepEqual(
		found.map(({ name }) => name),
		callable,
	)
})

test('whose hands are on a plan is told to those hands alone', async () => {
	for (const me of askers) {
		for (const thing of everything) {
			const got = await attempt(me, `select unnest(hands_on('${thing.scope}')) as hand`)
			assert(typeof got !== 'string')
			const isTheirs = me.sees.plans.includes(thing.plan)
			assert.equal(got.length > 0, isTheirs, `${me.name} about the plan of ${thing.plan}`)
		}
	}
})

test('what is taken back, done or answered is so from now, not from a time of choice', async () => {
	const at = `'2001-01-01T00:00:00Z'`
	const me = askers.find((one) => one.name === 'person')
	assert(me)
	const own = things.ann.person
	const asked = things.ann.practitioner.request
	for (const statement of [
		`agreement set withdrawn_at = ${at} where account_id = '${me.account}'`,
		`difference set withdrawn_at = ${at} where id = '${own.difference}'`,
		`contribution set done_at = ${at} where id = '${own.contribution}'`,
		`contribution set taken_back_at = ${at} where id = '${own.contribution}'`,
		`contribution_request set taken_back_at = ${at} where id = '${own.request}'`,
		`contribution_request set answer = 'declined', answered_at = ${at} where id = '${asked}'`,
	]) {
		assert.equal(await attempt(me, `update ${statement}`), refused, statement)
	}
})

test('nobody answers for the one who was asked, not even in words', async () => {
	const me = askers.find((one) => one.name === 'person')
	assert(me)
	const { request } = things.ann.person
	const answers = `answer = 'accepted', answered_at = now()`
	for (const set of [answers, `answer_words = 'Gladly'`, `answer_words = 'Gladly', taken_back_at = now()`]) {
		const got = await attempt(me, `update contribution_request set ${set} where id = '${request}'`)
		assert([refused, breaksARule].includes(String(got)), `${set}: ${got}`)
	}
})

/** Everything about which somebody has asked something. */
const asked = everything.filter(({ plan }) => plan !== 'nobody')

/** A question about a planted look, by whoever asks. */
async function questionRow(thing: Thing, me: Asker): Promise<Row> {
	const [{ row } = { row: {} }] = await place.underneath<{ row: Row }>(
		'select to_jsonb(q) as row from record_question q where id = $1',
		[thing.question],
	)
	const { asked_at: _, ...question } = row
	return { ...question, id: v7(), words: 'Why?', person_id: me.account }
}

test('only the one whose record it is asks about an entry of it, and says of it what it says', async () => {
	for (const thing of asked) {
		for (const me of askers) {
			const isTheirs = me.account === thing.person.account
			const row = await questionRow(thing, me)
			assert.deepEqual(await attempt(me, insertOf('record_question', row)), isTheirs ? [] : refused, me.name)
			const forged = { ...row, person_id: thing.person.account }
			assert.deepEqual(await attempt(me, insertOf('record_question', forged)), isTheirs ? [] : refused, me.name)
			if (!isTheirs) continue
			for (const change of [
				{ asked_of_id: idOf('linda') },
				{ entry_at: '2001-01-01T00:00:00Z' },
				{ entry_act: 'changed' },
				{ entry_what: 'outcome' },
				{ entry_number: 1_000_000 },
				{ asked_at: '2001-01-01T00:00:00Z' },
			]) {
				const got = await attempt(me, insertOf('record_question', { ...row, ...change }))
				assert.equal(got, refused, `${me.name}, ${JSON.stringify(change)}`)
			}
		}
	}
})

test('a question is answered by the one it is about or a lead of the area, by their own hand', async () => {
	for (const thing of asked) {
		const { area: area_id, question: question_id } = thing
		const about = { area_id, question_id, person_id: thing.person.account, asked_of_id: thing.practitioner.account }
		for (const me of askers) {
			const may = me.account === thing.practitioner.account || (me.name === 'lead' && me.area === area_id)
			const row = { ...about, id: v7(), author_id: me.account, words: 'Because.' }
			const got = await attempt(me, insertOf('record_answer', row))
			if (me.account === thing.person.account) assert.equal(got, refused, me.name)
			else assert.deepEqual(got, may ? [] : refused, me.name)
			if (!may) continue
			const forgeries = [{ author_id: idOf('linda') }, { answered_at: '2001-01-01T00:00:00Z' }]
			for (const change of forgeries) {
				assert.equal(await attempt(me, insertOf('record_answer', { ...row, ...change })), refused, me.name)
			}
		}
	}
})

test('only a lead sets that the record tells of someone by role, only of staff of the area, and not of themselves', async () => {
	const [area_id, callum] = [idOf('Rivermouth'), idOf('callum')]
	const row = { area_id, id: v7(), account_id: callum, reason: 'A threat.' }
	for (const me of askers) {
		const got = await attempt(me, insertOf('shown_by_role', { ...row, set_by_id: me.account }))
		assert.deepEqual(got, me.name === 'lead' ? [] : refused, me.name)
	}
	const lead = askers.find(({ name }) => name === 'lead')
	assert(lead)
	const byLead = { ...row, set_by_id: lead.account }
	assert.equal(await attempt(lead, insertOf('shown_by_role', { ...byLead, account_id: idOf('ann') })), refused)
	assert.equal(await attempt(lead, insertOf('shown_by_role', { ...byLead, account_id: idOf('owen') })), refused)
	assert.equal(await attempt(lead, insertOf('shown_by_role', { ...byLead, set_by_id: idOf('priya') })), refused)
	assert.equal(await attempt(lead, insertOf('shown_by_role', { ...byLead, account_id: lead.account })), breaksARule)
})

test('names are told of one’s own record and of questions that one may read, and of nothing else', async () => {
	const ids = everything.map(({ question }) => `'${question}'`).join(', ')
	for (const me of askers) {
		const inRecord = await attempt(me, 'select account_id from who_is_in_my_record(0, 1000000)')
		assert(typeof inRecord !== 'string')
		const own = await place.underneath<{ n: number }>(
			'select count(distinct by_id)::integer as n from access_entry where person_id = $1',
			[me.account],
		)
		assert.equal(inRecord.length, own[0]?.n, me.name)
		const inQuestions = await attempt(me, `select distinct question_id from who_is_in_questions(array[${ids}]::uuid[])`)
		assert(typeof inQuestions !== 'string')
		const may = asked.filter(
			({ person, practitioner, area }) =>
				[person.account, practitioner.account].includes(me.account) || (me.name === 'lead' && area === me.area),
		)
		assert.deepEqual(
			inQuestions.map((row) => row.question_id).sort(),
			may.map(({ question }) => question).sort(),
			me.name,
		)
		for (const thing of everything) {
			const got = await attempt(me, `select record_access_to_question('looked', '${thing.question}')`)
			assert.equal(got === refused, !may.includes(thing), `${me.name} about ${thing.plan}`)
		}
	}
})

test('an invitation is checked by whoever works with the person, and nobody else can say what was found, or look', async () => {
	for (const me of askers) {
		const listed = await attempt(me, 'select id from invitations_to_check()')
		assert(typeof listed !== 'string', me.name)
		for (const thing of asked) {
			const may = me.account === thing.practitioner.account
			assert.equal(
				listed.some(({ id }) => id === thing.invitation),
				may,
				`${me.name} about ${thing.plan}`,
			)
			assert(!listed.some(({ id }) => id === thing.card), 'a card is nobody’s to check')
			const says = `select check_invitation('${thing.invitation}', 'may_be_written_to', '${v7()}') as done`
			assert.deepEqual(await attempt(me, says), [{ done: may }], me.name)
			const looks = await attempt(me, `select record_look_at_invitation('${thing.invitation}')`)
			assert.equal(looks === refused, !may, me.name)
			assert.deepEqual(
				await attempt(me, `select check_invitation('${thing.card}', 'left_in_peace', '${v7()}') as done`),
				[{ done: false }],
			)
		}
	}
})

test('only a person invites, and only in their own name; takes back and renews what is theirs; and accepts what is not', async () => {
	const bytes = (of: string) => `sha256('${of}'::bytea)`
	for (const me of askers) {
		const isPerson = me.sees.plans.length > 0 && me.sees.plans.some((plan) => idOf(plan) === me.account)
		const got = await attempt(
			me,
			`select invite_supporter('${v7()}', 'B', 'a friend', 'Me', 'card', null, null, ${bytes('n')}, ${bytes('c')}) as made`,
		)
		if (isPerson) assert.deepEqual(got, [{ made: 'made' }], me.name)
		else assert.equal(got, refused, me.name)
		for (const thing of asked) {
			const isMine = me.account === thing.person.account
			const back = await attempt(me, `select take_back_invitation('${thing.invitation}') as done`)
			assert.deepEqual(back, [{ done: isMine }], me.name)
			const renewed = `select renew_invitation_card('${thing.card}', ${bytes('n')}, ${bytes('c')}) is not null as done`
			assert.deepEqual(await attempt(me, renewed), [{ done: isMine }], me.name)
			const code = `sha256(convert_to('${thing.invitation}code', 'UTF8'))`
			const accepts = `select accept_invitation(${code}, '${v7()}', '${v7()}') as person`
			const person = !isMine && me.area === thing.area ? thing.person.account : null
			assert.deepEqual(await attempt(me, accepts), [{ person }], me.name)
		}
	}
})

test('what was checked, where nobody is written to, and the message of an invitation are in no row that the person gets', async () => {
	const thing = things.ann
	const practitioner = askers.find(({ name }) => name === 'practitioner')
	const person = askers.find(({ name }) => name === 'person')
	assert(practitioner && person)
	await acting(place.connections, practitioner, async (tx) => {
		await sql.raw(`select check_invitation('${thing.invitation}', 'may_be_written_to', '${v7()}')`).execute(tx)
	})
	assert.deepEqual(await attempt(person, 'select * from invitation_check'), [])
	for (const column of ['nonce', 'code_hash', 'address_key']) {
		assert.equal(await attempt(person, `select ${column} from invitation`), refused, column)
	}
	for (const column of ['invitation_id', 'address']) {
		assert.equal(await attempt(person, `select ${column} from message`), refused, column)
	}
	assert.equal(await attempt(person, 'select * from gate.left_in_peace'), refused)
	const own = await attempt(person, `select kind from message where kind = 'invitation'`)
	assert.deepEqual(own, [])
})

test('those to whom something is open bring in their own name, ask nobody, and promise for nobody', async () => {
	const linda = askers.find(({ name }) => name === 'supporter')
	assert(linda)
	const thing = things.ann
	const row = (table: string) => rightRows(thing, linda, v7()).find((one) => one.table === table)?.row ?? {}
	for (const whose_id of [thing.person.account, thing.practitioner.account, idOf('pat')]) {
		assert.equal(await attempt(linda, insertOf('step', { ...row('step'), whose_id })), refused, 'a step for another')
	}
	for (const [table, by] of [
		['step', 'written_by_id'],
		['contribution', 'brought_by_id'],
	] as const) {
		const forged = { ...row(table), [by]: thing.person.account }
		assert.equal(await attempt(linda, insertOf(table, forged)), refused, `${table} by another hand`)
		const elsewhere = { ...row(table), scope_id: thing.planScope }
		assert.equal(await attempt(linda, insertOf(table, elsewhere)), refused, `${table} where nothing is open`)
	}
	assert.deepEqual(await attempt(linda, `select name from thirds_in('${thing.person.account}')`), [])
})

test('who else has a hand in a plan, or could have one, is told to its two hands alone', async () => {
	for (const me of askers) {
		for (const thing of everything) {
			const got = await attempt(me, `select id from thirds_in('${thing.person.account}')`)
			assert(typeof got !== 'string')
			if (!me.sees.plans.includes(thing.plan)) assert.deepEqual(got, [], `${me.name} about ${thing.plan}`)
			else if (thing.plan === 'yusuf') {
				assert.deepEqual(got.map(({ id }) => id).sort(), [idOf('bilal'), idOf('pat')].sort(), me.name)
			}
		}
	}
})

test('what was brought to somebody is its giver’s to read, of their own words alone', async () => {
	for (const me of askers) {
		const got = await attempt(me, 'select id, words, is_open from what_i_brought()')
		assert(typeof got !== 'string')
		const own = await place.underneath<{ id: string }>(
			`select id from contribution where brought_by_id = $1 union select id from step where written_by_id = $1
			union select id from step_turn where author_id = $1 union select id from contribution_request where asked_of_id = $1`,
			[me.account],
		)
		const ids = own.map(({ id }) => id)
		for (const { id } of got) assert(ids.includes(String(id)), me.name)
		if (me.name === 'partner')
			assert(
				got.some(({ is_open }) => is_open === false),
				'after a closing too',
			)
	}
})

test('only the one whose step it is answers, ends it or says another day; only who asked takes the question back', async () => {
	const [person, practitioner] = ['person', 'practitioner'].map((name) => askers.find((one) => one.name === name))
	assert(person && practitioner)
	const { ann } = things
	const about = { area_id: ann.area, outcome_id: ann.outcome, scope_id: ann.scope }
	const asked = {
		...about,
		step_id: ann.practitioner.askedStep,
		whose_id: person.account,
		written_by_id: practitioner.account,
	}
	const says = (me: Asker, of: Row, kind: string, more: Row = {}) =>
		attempt(me, insertOf('step_turn', { id: v7(), ...of, kind, author_id: me.account, ...more }))
	for (const kind of ['accepted', 'declined', 'another_day', 'done', 'set_aside']) {
		assert.deepEqual(await says(person, asked, kind), [], kind)
		assert.equal(await says(practitioner, asked, kind), breaksARule, kind)
		assert.equal(await says(practitioner, asked, kind, { author_id: person.account }), refused, kind)
	}
	assert.deepEqual(await says(practitioner, asked, 'taken_back'), [])
	assert.equal(await says(person, asked, 'taken_back'), breaksARule)
	const own = { ...about, step_id: ann.person.step, whose_id: person.account, written_by_id: person.account }
	assert.equal(await says(person, own, 'accepted'), breaksARule, 'nobody was asked')
	const disguised = { ...asked, whose_id: practitioner.account, written_by_id: practitioner.account }
	assert.equal(await says(practitioner, disguised, 'done'), noSuchThing, 'a step is whose it is')
})
