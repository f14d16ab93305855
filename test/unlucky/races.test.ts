import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { type Answer, openPlace } from '../support/place.ts'
import { agree, agreeFields, ann, at, priya, propose, share } from './support/plan.ts'
import { assertPlainPage, read } from './support/reading.ts'

const place = await openPlace()
const person = await place.as('person')
const practitioner = await place.as('practitioner')
await person.get('/')
await practitioner.get('/')

const count = async (table: string, outcome: string, more = 'true') => {
	const sql = `select count(*)::int as count from ${table} where outcome_id = $1 and ${more}`
	return (await place.underneath<{ count: number }>(sql, [outcome]))[0]?.count
}
const changes = async (outcome: string, what: string) => {
	const sql = `select count(*)::int as count from access_entry where thing_id = $1 and what = $2 and act = 'changed'`
	return (await place.underneath<{ count: number }>(sql, [outcome, what]))[0]?.count
}
const allAtOnce = <T>(times: number, act: (at: number) => Promise<T>) =>
	Promise.all(Array.from({ length: times }, (_, at) => act(at)))
const shown = (answer: Answer) => read(answer.html).own

/** All of these presses did the same: each answered the same place, and none says that something went wrong. */
function assertSamePlace(answers: readonly Answer[]): void {
	assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
	assert.equal(new Set(answers.map(({ location }) => location)).size, 1)
}

describe('two editors at the same moment', () => {
	test('other words for the same outcome: one set stands, the other writer sees both and chooses', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, `A garden, number ${round}.`)
			const path = routes.outcome.otherWords.href(at(outcome))
			const texts = [`Ann’s words, ${round}.`, `Priya’s words, ${round}.`]
			const answers = await Promise.all([
				share(person, path, { words: texts[0] ?? '', after: '1' }),
				share(practitioner, path, { words: texts[1] ?? '', after: '1' }),
			])
			assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
			const late = answers[0].status === 409 ? 0 : 1
			const page = answers[late]
			assert(page)
			assertPlainPage(page, [409], 'the later one')
			assert.deepEqual(
				shown(page)
					.filter((words) => texts.includes(words))
					.sort(),
				texts,
				'sees both',
			)
			assert.equal(await count('wording', outcome), 2)

			const { csrf: _, ...fields } = read(page.html).fields
			const chosen = await (late === 0 ? person : practitioner).post(path, { ...fields, step: 'share' })
			assert.equal(chosen.status, 303, 'one press puts them next to the others')
			const rows = await place.underneath<{ words: string }>('select words from wording where outcome_id = $1', [
				outcome,
			])
			assert.deepEqual(
				rows
					.map(({ words }) => words)
					.filter((words) => texts.includes(words))
					.sort(),
				texts,
			)
			assert.equal(await changes(outcome, 'words'), 2)
		}
	})

	test('the same writer in two windows: neither text is lost', async () => {
		const outcome = await propose(person, 'A window box.')
		const path = routes.outcome.otherWords.href(at(outcome))
		const texts = ['From the first window.', 'From the second window.']
		const answers = await allAtOnce(2, (n) => share(person, path, { words: texts[n] ?? '', after: '1' }))
		for (const [n, { status, html }] of answers.entries()) {
			assert(status === 303 || (status === 409 && read(html).own.includes(texts[n] ?? '')), `${n}: ${status}`)
		}
	})

	test('agreeing while other words come in: never an agreement to words that were not read', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, 'A shed.')
			const fields = await agreeFields(practitioner, outcome)
			const agreeing = () => practitioner.post(routes.outcome.agree.href(at(outcome)), fields)
			const changing = () =>
				share(person, routes.outcome.otherWords.href(at(outcome)), { words: 'A bigger shed.', after: '1' })
			// On one connection whoever asks first is first: each in turn.
			const acts = round % 2 === 0 ? [agreeing(), changing()] : [changing(), agreeing()]
			const answers = await Promise.all(acts)
			const [agreed, changed] = round % 2 === 0 ? answers : answers.toReversed()
			assert(agreed && changed)
			assert.equal(changed.status, 303)
			assert([303, 409].includes(agreed.status))
			if (agreed.status === 409) assertPlainPage(agreed, [409], 'too late')
			const rows = await place.underneath<{ wording_id: string }>(
				'select wording_id from agreement where outcome_id = $1',
				[outcome],
			)
			assert.deepEqual(
				rows.map((row) => row.wording_id),
				agreed.status === 303 ? [fields.wording] : [],
			)
		}
	})

	test('two words on how it stands: one holds, and the other writer is told and keeps what they wrote', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, 'A bench.')
			const path = routes.outcome.turn.href(at(outcome))
			const why = 'There is no room for it.'
			const answers = await Promise.all([
				share(person, path, { kind: 'set_aside', why }),
				share(practitioner, path, { kind: 'cannot_be_done_now', inTheWay: why, whoseJob: 'The council’s job.' }),
			])
			assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
			assert.equal(await count('turn', outcome), 1)
			const late = answers.find(({ status }) => status === 409)
			assert(late && Object.values(read(late.html).fields).includes(why), 'what was typed is given back')
		}
	})

	test('withdrawing and agreeing at once leaves one hand once at most', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, 'A pond.')
			const fields = await agreeFields(person, outcome)
			await agree(person, outcome)
			const answers = await Promise.all([
				person.post(routes.outcome.withdrawAgreement.href(at(outcome))),
				person.post(routes.outcome.agree.href(at(outcome)), fields),
			])
			for (const { status } of answers) assert.equal(status, 303)
			assert(((await count('agreement', outcome, 'withdrawn_at is null')) ?? 9) <= 1)
			assert((await count('agreement', outcome, 'withdrawn_at is not null')) === 1)
			assert.equal((await person.get(routes.outcome.show.href(at(outcome)))).status, 200)
		}
	})
})

describe('a second press makes no second thing', () => {
	const presses = 20

	test('of each form: all answer the same place', async () => {
		const outcome = await propose(person, 'Twenty presses.')
		const here = at(outcome)
		const forms: [string, Record<string, string>, string][] = [
			[routes.outcome.otherWords.href(here), { words: 'Twenty presses, in other words.', after: '1' }, 'wording'],
			[routes.outcome.seeDifferently.href(here), { reason: 'One would do.' }, 'difference'],
			[routes.contribution.bring.href(here), { kind: 'time', words: 'One finger.' }, 'contribution'],
			[
				routes.contribution.ask.href(here),
				{ kind: 'time', words: 'Another finger.', askedOf: priya },
				'contribution_request',
			],
			[routes.outcome.turn.href(here), { kind: 'set_aside', why: 'One is enough.' }, 'turn'],
		]
		for (const [path, fields, table] of forms) {
			const before = (await count(table, outcome)) ?? 0
			const once = newId()
			assertSamePlace(await allAtOnce(presses, () => share(person, path, fields, once)))
			assert.equal(await count(table, outcome), before + 1, path)
		}
		for (const what of ['words', 'difference', 'contribution', 'request', 'turn']) {
			assert.equal(await changes(outcome, what), 1, `one entry in the record: ${what}`)
		}
		const once = newId()
		const path = routes.plan.propose.href({ person: ann })
		assertSamePlace(await allAtOnce(presses, () => share(person, path, { words: 'Once.' }, once)))
		assert.equal(await count('wording', once), 1)
		assert.equal(await changes(once, 'outcome'), 1)
	})

	test('of each answer: all answer the same place', async () => {
		const outcome = await propose(person, 'Twenty answers.')
		const here = at(outcome)
		const answers = [
			{ answer: 'accepted' },
			{ answer: 'differently', words: 'On Tuesday.' },
			{ answer: 'declined', why: 'I am away.' },
		]
		for (const fields of answers) {
			const request = newId()
			await share(
				person,
				routes.contribution.ask.href(here),
				{ kind: 'time', words: 'An hour.', askedOf: priya },
				request,
			)
			const path = routes.contribution.answer.href({ ...here, request })
			const once = newId()
			assertSamePlace(await allAtOnce(presses, () => share(practitioner, path, fields, once)))
			const kept = fields.answer === 'declined' ? 0 : 1
			assert.equal(await count('contribution', outcome, `request_id = '${request}'`), kept, fields.answer)
		}
	})

	test('of agreeing and of taking it back', async () => {
		const outcome = await propose(person, 'Twenty hands.')
		const fields = await agreeFields(person, outcome)
		assertSamePlace(await allAtOnce(presses, () => person.post(routes.outcome.agree.href(at(outcome)), fields)))
		assert.equal(await count('agreement', outcome), 1)
		assert.equal(await changes(outcome, 'agreement'), 1)
		assertSamePlace(await allAtOnce(presses, () => person.post(routes.outcome.withdrawAgreement.href(at(outcome)))))
		assert.equal(await count('agreement', outcome, 'withdrawn_at is not null'), 1)
		assert.equal(await changes(outcome, 'agreement'), 2)
	})

	test('of it is done, of taking a promise back, of taking a question back', async () => {
		const outcome = await propose(person, 'Twenty promises.')
		const here = at(outcome)
		for (const settle of [routes.contribution.done, routes.contribution.takeBack]) {
			const contribution = newId()
			await share(person, routes.contribution.bring.href(here), { kind: 'time', words: 'An hour.' }, contribution)
			const path = settle.href({ ...here, contribution })
			assertSamePlace(await allAtOnce(presses, () => person.post(path)))
		}
		const request = newId()
		await share(
			person,
			routes.contribution.ask.href(here),
			{ kind: 'time', words: 'An hour.', askedOf: priya },
			request,
		)
		const path = routes.contribution.takeBackRequest.href({ ...here, request })
		assertSamePlace(await allAtOnce(presses, () => person.post(path)))
		assert.equal(await changes(outcome, 'contribution'), 4)
		assert.equal(await changes(outcome, 'request'), 2)
	})
})

test('whatever was raced, every chain of the record still holds', async () => {
	const [broken] = await place.underneath<{ count: number }>(
		`select count(*)::int as count from (
			select e.hash, access_hash(lag(e.hash, 1, '\\x'::bytea) over (partition by e.area_id, e.person_id order by e.number), e) as wanted from access_entry e
		) chain where hash <> wanted`,
	)
	assert.equal(broken?.count, 0)
})
