import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openInMemory } from '../src/platform/database/open.ts'
import { isId } from '../src/platform/database/values.ts'
import { demonstrationRows, idOf, loadDemonstration, people } from './demonstration.ts'
import type { Rows } from './rows.ts'

const now = new Date()
const day = 24 * 60 * 60_000
const rows = demonstrationRows(now)
let database: Awaited<ReturnType<typeof openInMemory>>
let loadedIn = 0

/** Every outcome with how its newest words stand, for the questions below. */
const howItStands = `
	create temp view stands as
	select o.id, o.person_id, o.proposed_by_id = o.person_id as from_the_person, w.number as wordings,
		exists (select from agreement a where a.wording_id = w.id and a.account_id = o.person_id and a.withdrawn_at is null) as person,
		exists (select from agreement a where a.wording_id = w.id and a.account_id <> o.person_id and a.withdrawn_at is null) as other,
		exists (select from agreement a join wording old on old.id = a.wording_id where a.outcome_id = o.id and old.number < w.number
			group by old.id having count(*) filter (where a.withdrawn_at is null) >= 2) as older_words_agreed,
		exists (select from agreement a where a.outcome_id = o.id and a.withdrawn_at is not null) as withdrawn,
		(select t.kind from turn t where t.outcome_id = o.id order by t.made_at desc limit 1) as turn
	from outcome o
		join lateral (select * from wording w where w.outcome_id = o.id order by number desc limit 1) w on true
	where o.area_id = (select area_id from area where name = 'Rivermouth')`

before(async () => {
	database = await openInMemory()
	const started = performance.now()
	await loadDemonstration(database.system, now)
	loadedIn = performance.now() - started
	await database.pglite.exec(`reset role; ${howItStands}`)
})
after(() => database.connections.close())

async function count(sql: string): Promise<number> {
	const { rows } = await database.pglite.query<{ n: number }>(`select count(*)::int as n from ${sql}`)
	return rows[0]?.n ?? 0
}

test('a believable area: at least 12 people, 4 practitioners, and one of each other kind', async (t) => {
	t.diagnostic(`loaded in ${Math.round(loadedIn)} ms, with ${rows.access.length} entries in the record of access`)
	const standing = (kind: string) =>
		count(`standing s join area p using (area_id) where p.name = 'Rivermouth' and s.kind = '${kind}'`)
	assert.ok((await standing('person')) >= 12)
	assert.ok((await standing('practitioner')) >= 4)
	for (const kind of ['supporter', 'partner', 'lead']) assert.ok((await standing(kind)) >= 1, kind)
	assert.equal(await count('(select from standing group by account_id having count(*) > 1) several'), 1)
})

test('every row that is told is there', async () => {
	for (const [table, told] of Object.entries(rows)) {
		assert.equal(await count(table === 'access' ? 'access_entry' : table), told.length, table)
	}
})

test('the door lists the seven agreed keys first, and everyone after them', async () => {
	await database.pglite.exec('set role alongside_system')
	const listed = await database.system('system_demonstration_accounts')
	await database.pglite.exec('reset role')
	assert.deepEqual(
		listed.slice(0, 7).map((account) => account.key),
		['person', 'practitioner', 'other-person', 'other-practitioner', 'supporter', 'partner', 'lead'],
	)
	assert.equal(listed.length, rows.account.filter((account) => !account.left_at).length)
	assert.deepEqual(Object.fromEntries(listed.map((account) => [account.key, account.account_id])), people)
	assert.deepEqual([...new Set(listed.map((account) => account.area_name))], ['Rivermouth', 'Northgate'])
})

test('person and practitioner work together; the other two have nothing to do with them', async () => {
	const together = (person: string, practitioner: string) =>
		count(
			`working_relationship where ended_at is null and person_id = '${person}' and practitioner_id = '${practitioner}'`,
		)
	assert.equal(await together(people.person, people.practitioner), 1)
	assert.equal(await together(people['other-person'], people['other-practitioner']), 1)
	assert.equal(await together(people['person-elsewhere'], people['practitioner-elsewhere']), 1)
	assert.equal(
		await count(`working_relationship where person_id in ('${people.person}', '${people['other-person']}')`),
		2,
	)
	assert.equal(await count(`outcome where person_id = '${people.person}'`), 3)
	assert.equal(await count(`outcome where person_id = '${people['person-elsewhere']}'`), 1)
})

const hand = (by: 'person' | 'practitioner') =>
	`outcome o on o.id = c.outcome_id and ${by === 'person' ? 'c.brought_by_id = o.person_id' : 'c.brought_by_id <> o.person_id'}`

const states: Record<string, string> = {
	'proposed by the person, no one has agreed': 'stands where from_the_person and not person and not other',
	'proposed by the practitioner, waiting for the person': 'stands where not from_the_person and not person and other',
	'proposed by the person, waiting for the practitioner': 'stands where from_the_person and person and not other',
	'agreed by both': 'stands where person and other and turn is null',
	'agreed, and other words waiting': 'stands where older_words_agreed and not (person and other)',
	'agreed with a practitioner who has moved on, not yet with the next': `stands s where person and other and not exists (
		select from agreement a join working_relationship r on r.practitioner_id = a.account_id and r.ended_at is null
			where a.outcome_id = s.id and r.person_id = s.person_id)
		and exists (select from working_relationship r where r.person_id = s.person_id and r.ended_at is null)`,
	'other words before anyone else had agreed': 'stands where wordings > 1 and not older_words_agreed',
	'agreement withdrawn by one': 'stands where withdrawn and person <> other',
	'under way': `stands where turn = 'under_way' and person and other`,
	reached: `stands where turn = 'reached'`,
	'set aside by the person': `turn t join outcome o on o.id = t.outcome_id where t.kind = 'set_aside' and t.author_id = o.person_id`,
	'set aside by the practitioner': `turn t join outcome o on o.id = t.outcome_id where t.kind = 'set_aside' and t.author_id <> o.person_id`,
	'set aside now': `stands where turn = 'set_aside'`,
	'cannot be done now': `stands where turn = 'cannot_be_done_now'`,
	'taken up again': `stands where turn = 'taken_up_again'`,
	'a difference withdrawn': 'difference where withdrawn_at is not null',
	'a contribution taken back': 'contribution where taken_back_at is not null',
	'a request waiting for the person': `contribution_request r join outcome o on o.id = r.outcome_id
		where r.answered_at is null and r.taken_back_at is null and r.asked_of_id = o.person_id`,
	'a request accepted': `contribution_request r join contribution c on c.request_id = r.id where r.answer = 'accepted'`,
	'a request answered differently': `contribution_request r join contribution c on c.request_id = r.id
		where r.answer = 'differently' and r.answer_words = c.words`,
	'a request declined': `contribution_request where answer = 'declined' and answer_words <> ''`,
	'a request taken back': 'contribution_request where taken_back_at is not null',
	'one practitioner after another': `working_relationship old join working_relationship new on new.person_id = old.person_id
		where old.ended_at is not null and new.ended_at is null`,
	'work together wholly ended, plan kept': `scope s where not exists (select from working_relationship r
			where r.person_id = s.person_id and r.ended_at is null)
		and exists (select from outcome o where o.scope_id = s.id)`,
	'an empty plan, new this week': `scope s join account a on a.id = s.person_id where a.created_at > now() - interval '7 days'
		and not exists (select from outcome o where o.scope_id = s.id)`,
	'a long plan': '(select from outcome group by person_id having count(*) >= 8) many',
	'a question about a look that waits':
		'record_question q where not exists (select from record_answer a where a.question_id = q.id)',
	'one answered by the one who looked': `record_answer where author_id = asked_of_id`,
	'one answered by a lead, which the person has not read yet': `record_answer a where a.author_id <> a.asked_of_id
		and not exists (select from access_entry e where e.person_id = a.person_id and e.by_id = a.person_id and e.what = 'record'
			and e.at > a.answered_at)`,
	'a practitioner whom the record tells of by role': `shown_by_role s join access_entry e on e.by_id = s.account_id`,
	'one outcome open to a supporter':
		'opening o join supporting s on s.supporter_id = o.account_id where o.thing_id is not null and opening_holds(o)',
	'a whole plan open to a supporter':
		'opening o join supporting s on s.supporter_id = o.account_id where o.thing_id is null and opening_holds(o)',
	'an opening that shows a name': `opening o where o.names_shown <> '{}' and opening_holds(o)`,
	'an opening that was closed': 'opening where closed_at is not null',
	'an opening that ends soon': `opening o where opening_holds(o) and o.until < now() + interval '14 days'`,
	'an opening that ended with its time': 'opening where closed_at is null and until < now()',
	'an opening that ended with the work together':
		'opening o where o.closed_at is null and o.until > now() and o.ends_with_work and not opening_holds(o)',
	'a contact that is chosen, and one with a code on its way': `contact c join code k on k.contact_id = c.id
		where c.confirmed_at is null and exists (select from contact o where o.account_id = c.account_id and o.chosen_at is not null)`,
	'a message that was sent': 'message where sent_at is not null and address is null',
	'a message that waits to go out, as a text and as a letter': `(select from message where address is not null having count(distinct channel) >= 2) each`,
	'a message that failed for each reason that lasts': `(select from message having count(distinct why) filter (where failed_at is not null) >= 2) each`,
	'somebody who has left, of whose plan what a practitioner wrote is left': `wording w join outcome o on o.id = w.outcome_id join account a on a.id = o.person_id where a.left_at is not null and a.name = ''`,
	'an opening to somebody who has left, and their look in a record': `opening o join account a on a.id = o.account_id
		join access_entry e on e.by_id = a.id and e.person_id = o.person_id where a.left_at is not null and o.closed_at is not null`,
	'an invitation that waits for the check of a practitioner': `invitation i where i.ends_at > now() and i.way <> 'card'
		and exists (select from working_relationship r where r.person_id = i.person_id and r.ended_at is null)
		and not exists (select from invitation_check c where c.invitation_id = i.id)`,
	'one that waits for a lead': `invitation i where i.ends_at > now() and i.way <> 'card'
		and not exists (select from working_relationship r where r.person_id = i.person_id and r.ended_at is null)`,
	'one that was sent, and one that could not be': `(select from message where kind = 'invitation'
		having count(sent_at) >= 1 and count(failed_at) >= 1) each`,
	'one to somebody who must be left in peace': `invitation_check where verdict = 'left_in_peace'`,
	'one by a card to hand over': `invitation where way = 'card' and ends_at > now() and taken_back_at is null`,
	'one that was taken back': 'invitation where taken_back_at is not null',
	'one that ended by itself':
		'invitation where ends_at < now() and accepted_at is null and taken_back_at is null and address is null',
	'one by which somebody came in':
		'invitation i join supporting s on s.person_id = i.person_id where i.accepted_at is not null',
	'a time of looking back that was held, one that was left, and one for which one of two is ready': `(select from review where exists (select from review where held_at is not null) and exists (select from review where set_aside_at is not null)
		and exists (select from review r where held_at is null and set_aside_at is null and 1 = (select count(*) from review_preparation p where p.review_id = r.id))) each`,
	'words that were written on paper and typed in': 'wording where paper_day is not null',
	'a hope that is asked for, and one that is not to be asked for now or at all': `(select from hope_asking
		having count(distinct word) = 2) two where exists (select from hope_rating where rated_at < now() - interval '7 days')`,
	'a hope beside every kind of real thing, and one beside nothing': `(select from hope having bool_or(contribution_id is not null)
		and bool_or(outcome_id is not null and contribution_id is null) and bool_or(known_id is not null) and bool_or(somebody is not null)
		and bool_or(opportunity is not null) and bool_or(could_id is not null)
		and bool_or(num_nonnulls(outcome_id, known_id, somebody, opportunity, could_id) = 0)) each`,
	'a photo and a sound with moments, and a value that an opportunity serves': `file f
		join file v on v.about = 'moment' and v.kind = 'voice' join opportunity_serves s on true where f.about = 'moment' and f.kind = 'photo'`,
	'a hope that came true, and one let go': `(select from hope having count(distinct ending) = 2) two`,
	'an outcome that two hands see differently far on, and in words of both what the numbers look like': `(select outcome_id
		from progress_rating where rating is not null group by outcome_id having count(distinct author_id) = 2 and count(distinct rating) > 4) o
		where 1 < (select count(distinct author_id) from progress_anchor a where a.outcome_id = o.outcome_id)`,
	'a number that somebody who has gone on said, one taken back, and one that somebody chose not to say': `progress_rating r
		join working_relationship w on w.practitioner_id = r.author_id and w.ended_at is not null
		where exists (select from progress_rating where taken_back_at is not null) and exists (select from progress_rating where rating is null)`,
	'a sitting of two, one shown afterwards, and one that nobody else reads': `(select from sitting having bool_or(together)
		and bool_or(not together and shown_at is not null) and bool_or(shown_at is null)) each`,
	'something said to every question, by both hands, and nothing said, which is an answer': `(select from said
		having count(distinct question) = 5 and bool_or(author_id <> person_id) and bool_or(question = 'well' and words is null)
		and bool_or(question = 'rating' and rating is null) and count(distinct place) = 3) each`,
	'a strength, and one put away': `(select from strength having bool_or(put_away_at is null) and bool_or(put_away_at is not null)) each`,
	'an outcome that came from what would help': 'said_for_plan where outcome_id is not null',
	'a part of life that is open to somebody': `opening o join life_part l on l.scope_id = o.scope_id where o.until > now()`,
	'an answer that changed, and one that somebody would rather not give': `(select from measure_answer
		having count(distinct answer) > 2 and bool_or(answer is null)) each`,
	'what could be somebody’s, tied in each way, and something of each kind that became of it': `(select from opportunity_link
		having count(distinct kind) = 3 and 4 = (select count(distinct kind) from opportunity_turn)) each`,
	'a photo and a voice note, each with words and without': `(select from file where kept_at is not null
		having count(distinct (kind, words is null)) = 4) each`,
	'work together that ends, and was said to beforehand': `end_of_work e join working_relationship r
		on r.person_id = e.person_id and r.practitioner_id = e.practitioner_id where r.ended_at > now() and e.goodbye <> ''`,
	'work together that ended, without a goodbye': 'end_of_work where goodbye is null and last_day < current_date',
	'a promise that is still to be done after that': 'promise_at_end where by_day is not null',
	'an agreed time to come': 'appointment_time t where t.starts_at > now() and time_stands(t)',
	'one to which somebody comes along who said yes': `appointment_company where answer = 'yes'`,
	'one to which somebody is asked along who has not answered':
		'appointment_company where account_id is not null and answer is null',
	'one to which somebody comes along who is not here': 'appointment_company where account_id is null',
	'times that wait for the person': `appointment_time t where t.starts_at > now() and t.suggested_by_id = t.with_id
		and not exists (select from appointment_word w where w.time_id = t.id)`,
	'times that wait for the practitioner': `appointment_time t where t.starts_at > now() and t.suggested_by_id = t.person_id
		and not exists (select from appointment_word w where w.time_id = t.id)`,
	'a time that does not suit': 'appointment_word where not suits',
	'one that was moved after they did not meet': `appointment_not_met n join appointment_time t
		on t.appointment_id = n.appointment_id and t.id <> n.time_id where time_stands(t)`,
	'each reason for not having met but one': `(select from appointment_not_met having count(distinct why) >= 4) each`,
	'one that went by': `appointment_time t where t.starts_at < now() and time_stands(t)
		and not exists (select from appointment_not_met n where n.time_id = t.id)`,
	'something that the order asks, in other words than at first': 'order_wording where number > 1',
	'something that it asked until a day that is over': 'order_wording where until_day < current_date',
	'something that is not clear, and was answered': `order_remark r join order_answer a on a.remark_id = r.id where r.kind = 'not_understood'`,
	'something that is not right, and waits for an answer': `order_remark r where r.kind = 'not_right'
		and not exists (select from order_answer a where a.remark_id = r.id)`,
	'something that two expect of each other, and something that waits for a hand': `expectation_wording w where 2 = (
			select count(*) from expectation_agreement a where a.wording_id = w.id and a.withdrawn_at is null)
		and exists (select from expectation_wording o where 1 = (
			select count(*) from expectation_agreement a where a.wording_id = o.id and a.withdrawn_at is null))`,
	'a hand that was taken back from it': 'expectation_agreement where withdrawn_at is not null',
	'meetings of which both have spoken, one with nothing this time, and one that waits for the person': `check_in c
		where not_this_time and exists (select from check_in group by time_id having count(*) = 2)
			and exists (select from check_in w group by time_id having count(*) = 1 and bool_or(account_id = with_id))`,
	'words to each other, more than stand open at once, and some taken back': `(select from conversation_message
		group by person_id, with_id having count(*) > 10 and bool_or(taken_back_at is not null)) many`,
	'words of a supporter, and somebody from whom nothing new comes': `conversation_closed where exists (
		select from conversation_message m join supporting s on s.supporter_id = m.author_id)`,
	'a note in every state': `(select from handover_word having count(distinct kind) >= 3) each`,
	'somebody who is asked to take work over, and somebody who has': `handover where begun_at is null
		and exists (select from handover where begun_at is not null)`,
	'a practitioner who is away, whom a lead has named someone for, and someone who wants someone else': `practitioner_away w
		join handover h on h.from_id = w.account_id and h.named_by_id is not null and h.answer = 'not_them'`,
	'somebody who wishes to be reminded': `appointment_reminder where wanted <> 'none'`,
	...Object.fromEntries(
		['day', 'month', 'year', 'age', 'before', 'after', 'not_sure', 'not_saying'].map((kind) => [
			`a moment whose time is ${kind}`,
			`story_moment where time_kind = '${kind}'`,
		]),
	),
	'a moment whose time nobody said': 'story_moment where time_kind is null',
	'a moment that is hard': 'story_moment where hard',
	'a moment that is hoped for': 'story_moment where hoped',
	'words for a story that wait for the person': 'story_moment where heard_by_id is not null and confirmed_at is null',
	...Object.fromEntries(
		['chapter', 'thread', 'name', 'trouble', 'value', 'becoming'].map((kind) => [
			`a ${kind} of a story`,
			`story_piece where kind = '${kind}'`,
		]),
	),
	'a chapter told twice': 'story_telling t join story_telling u on u.piece_id = t.piece_id and u.id > t.id',
	'a witness who has answered': 'story_beside where heard is not null',
	'words of a practitioner beside a story': 'story_beside where words is not null',
	'a draft of a person': 'draft d join scope s on s.person_id = d.account_id',
}

for (const [state, sql] of Object.entries(states)) {
	test(`there is ${state}`, async () => {
		assert.ok((await count(sql)) >= 1)
	})
}

test('there is exactly one standing disagreement and one broken promise of the service', async () => {
	assert.equal(await count('difference where withdrawn_at is null'), 1)
	const broken = `c.by_day < current_date - 7 and c.done_at is null and c.taken_back_at is null`
	assert.equal(await count(`contribution c join ${hand('practitioner')} where ${broken}`), 1)
	assert.equal(await count(`contribution c join ${hand('person')} where ${broken}`), 0)
})

test('person and practitioner bring something of every kind, and both have done what they said', async () => {
	for (const by of ['person', 'practitioner'] as const) {
		assert.equal(await count(`(select distinct c.kind from contribution c join ${hand(by)}) kinds`), 7, by)
		assert.ok((await count(`contribution c join ${hand(by)} where c.done_at is not null`)) > 5, by)
	}
})

test('every person has one plan', async () => {
	const here = `scope s join account a on a.id = s.person_id and a.left_at is null where s.within_id is null and s.part = 'plan'`
	assert.equal(await count(here), await count(`standing where kind = 'person'`))
	assert.equal(
		await count(`(select distinct person_id from scope where part = 'plan' and within_id is null) p`),
		await count(`scope where part = 'plan' and within_id is null`),
	)
})

test('six months of history, something in each month, nothing later than now', () => {
	for (const at of [now, new Date('2028-02-29T00:01:00Z'), new Date('2027-12-31T23:59:00Z')]) {
		const daysAgo = demonstrationRows(at).access.map((entry) => (at.getTime() - entry.at.getTime()) / day)
		assert.ok(Math.min(...daysAgo) > 0)
		for (let month = 0; month < 6; month++) {
			const inMonth = daysAgo.filter((days) => days >= month * 30 && days < (month + 1) * 30)
			assert.ok(inMonth.length > 10, `month ${month}`)
		}
	}
	for (const [key, at] of times(rows)) {
		assert.ok(at <= now || ['until', 'ends_at', 'starts_at', 'ended_at'].includes(key), `${key} ${at}`)
	}
})

test('whoever is not the person acts only while they work together, or looks at what is open to them, says what they noticed and brings something to it', () => {
	// Whom somebody worked with who has left stands nowhere any more.
	const gone = rows.account.flatMap((account) => (account.left_at ? account.id : []))
	const looks = rows.access.filter(
		(entry) =>
			entry.by_id !== entry.person_id &&
			!['question', 'leaving'].includes(entry.what) &&
			!gone.includes(entry.person_id),
	)
	for (const entry of looks) {
		const together = rows.working_relationship.some(
			(tie) =>
				tie.person_id === entry.person_id &&
				tie.practitioner_id === entry.by_id &&
				tie.began_at <= entry.at &&
				(tie.ended_at === null || tie.ended_at >= entry.at),
		)
		const open = rows.opening.some(
			(one) =>
				one.person_id === entry.person_id &&
				one.account_id === entry.by_id &&
				(entry.act === 'looked' ||
					['contribution', 'request', 'step', 'recognition', 'story_beside', 'conversation'].includes(entry.what)) &&
				one.opened_at <= entry.at &&
				(one.closed_at ?? one.until) >= entry.at,
		)
		const came = entry.what === 'supporting' && rows.supporting.some((tie) => tie.id === entry.thing_id)
		const along = rows.appointment_company.some(
			({ appointment_id, account_id }) => appointment_id === entry.thing_id && account_id === entry.by_id,
		)
		const placed = rows.handover.some(
			({ person_id, named_by_id }) => person_id === entry.person_id && named_by_id === entry.by_id,
		)
		assert.ok(together || open || came || along || (placed && entry.what === 'handover'), JSON.stringify(entry))
	}
})

test('nothing is reached or under way before both have agreed', () => {
	for (const turn of rows.turn.filter((turn) => turn.kind === 'under_way' || turn.kind === 'reached')) {
		const before = rows.agreement.filter((a) => a.outcome_id === turn.outcome_id && a.agreed_at < turn.made_at)
		assert.ok(new Set(before.map((a) => a.account_id)).size >= 2, JSON.stringify(turn))
	}
})

test('turns follow one another as the plan allows', () => {
	const atRest = ['reached', 'set_aside', 'cannot_be_done_now']
	for (const outcome of rows.outcome) {
		let last = ''
		for (const { kind } of rows.turn.filter((turn) => turn.outcome_id === outcome.id)) {
			assert.equal(atRest.includes(last), kind === 'taken_up_again', `${last}, then ${kind}`)
			assert.notEqual(last, kind)
			last = kind
		}
	}
})

test('what belongs together comes in order: offered before done, asked before answered', () => {
	const inOrder = (first: Date, next: Date | null) => assert.ok(next === null || first < next, `${first} ${next}`)
	for (const row of rows.contribution) {
		inOrder(row.offered_at, row.done_at)
		inOrder(row.offered_at, row.taken_back_at)
		assert.ok(row.by_day === null || row.by_day >= row.offered_at.toISOString().slice(0, 10), row.words)
	}
	for (const row of rows.contribution_request) {
		inOrder(row.asked_at, row.answered_at)
		inOrder(row.asked_at, row.taken_back_at)
	}
	for (const row of rows.difference) inOrder(row.written_at, row.withdrawn_at)
	for (const row of rows.agreement) inOrder(row.agreed_at, row.withdrawn_at)
	for (const table of ['wording', 'agreement', 'difference', 'turn', 'contribution', 'contribution_request'] as const) {
		for (const row of rows[table]) {
			const outcome = rows.outcome.find((o) => o.id === row.outcome_id)
			for (const [key, at] of times({ [table]: [row] }))
				assert.ok(outcome && outcome.proposed_at <= at, `${table} ${key}`)
		}
	}
})

test('ids are ids, stay the same, and none is given twice', () => {
	const again = demonstrationRows(new Date(now.getTime() + 400 * day))
	const ids = (from: Rows) =>
		Object.values(from).flatMap((each) => each.flatMap((row) => ('id' in row ? [row.id] : [])))
	assert.ok(ids(rows).every(isId))
	assert.equal(new Set(ids(rows)).size, ids(rows).length)
	assert.deepEqual(ids(again), ids(rows))
	assert.equal(people.person, idOf('ann'))
})

test('the words are respectful, and what we say ourselves is said in short sentences', () => {
	const never =
		/\b(offend\w*|perpetrator\w*|criminal\w*|crimes?|cases?|clients?|complian\w*|interventions?|risk\w*|service users?|please|sorry|invalid|oops)\b/i
	const written = [...strings(rows)]
	assert.ok(written.length > 150)
	for (const words of written) {
		assert.doesNotMatch(words, never)
		for (const sentence of words.split(/(?<=[.?!])\s/)) {
			assert.ok(sentence.split(/\s+/).length <= 15, sentence)
		}
	}
})

test('names and words from more than one script', () => {
	const written = [...strings(rows)].join(' ')
	assert.match(written, /\p{Script=Arabic}/u)
	assert.ok(rows.account.some((account) => /\p{Script=Cyrillic}/u.test(account.name)))
	assert.ok(rows.account.some((account) => account.name.includes('’')))
	assert.ok(rows.account.some((account) => account.name.length > 30))
})

test('the chain of the record of access holds for everyone, and a changed entry breaks it', async () => {
	const broken = `(select access_hash(lag(e.hash, 1, '\\x') over person_by_number, e) is distinct from e.hash
			or e.number <> row_number() over person_by_number
			or e.at < lag(e.at) over person_by_number as wrong
		from access_entry e window person_by_number as (partition by e.area_id, e.person_id order by e.number)) checked where wrong`
	assert.equal(await count(broken), 0)
	assert.equal(
		await count(`access_head h where h.hash is distinct from
			(select e.hash from access_entry e where e.area_id = h.area_id and e.person_id = h.person_id and e.number = h.number)`),
		0,
	)
	await database.pglite.exec(`begin; update access_entry set at = at + interval '1 second' where number = 3`)
	assert.ok((await count(broken)) > 0)
	await database.pglite.exec('rollback')
})

test('a second load is refused, and changes nothing', async () => {
	await database.pglite.exec('set role alongside_system')
	await assert.rejects(loadDemonstration(database.system), /already holds an area/)
	await database.pglite.exec('reset role')
	assert.equal(await count('account'), rows.account.length)
})

/** Every time in rows, with the column it stands in. */
function times(from: Partial<Rows>): [string, Date][] {
	return Object.values(from).flatMap((each) =>
		each.flatMap((row) => Object.entries(row).filter((cell): cell is [string, Date] => cell[1] instanceof Date)),
	)
}

/** Everything that somebody would read. */
function* strings(from: Rows): Generator<string> {
	const read = [
		'called',
		'tie',
		'purpose',
		'words',
		'reason',
		'why',
		'in_the_way',
		'whose_job',
		'answer_words',
		'line',
		'passed_on',
		'fields',
	]
	for (const row of Object.values(from).flat()) {
		for (const [column, cell] of Object.entries(row)) {
			if (read.includes(column) && cell !== null) yield typeof cell === 'string' ? cell : JSON.stringify(cell)
		}
	}
}
