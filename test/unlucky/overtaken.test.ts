import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { type Answer, openPlace } from '../support/place.ts'
import { ann, at, priya, propose, share } from './support/plan.ts'
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
const allAtOnce = <T>(times: number, act: (at: number) => Promise<T>) =>
	Promise.all(Array.from({ length: times }, (_, at) => act(at)))

describe('one of two acts wins, and the other is told plainly', () => {
	/** Does both at once: one is done, the other answered with a page that says that something has changed. */
	async function race(one: () => Promise<Answer>, other: () => Promise<Answer>): Promise<Answer> {
		const answers = await Promise.all([one(), other()])
		assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
		const late = answers.find(({ status }) => status === 409)
		assert(late)
		assertPlainPage(late, [409], 'the later one')
		return late
	}

	test('two answers to one question; what the later one wrote is given back', async () => {
		const words = 'Yes, on a Tuesday.'
		for (const other of [
			{ answer: 'accepted' },
			{ answer: 'declined', why: 'I cannot come.' },
			{ answer: 'differently', words: 'Yes, by telephone.' },
		]) {
			const outcome = await propose(person, 'An answer.')
			const here = at(outcome)
			const request = newId()
			await share(
				person,
				routes.contribution.ask.href(here),
				{ kind: 'time', words: 'An hour.', askedOf: priya },
				request,
			)
			const path = routes.contribution.answer.href({ ...here, request })
			const late = await race(
				() => share(practitioner, path, other),
				() => share(practitioner, path, { answer: 'differently', words }),
			)
			const [row] = await place.underneath<{ answer: string; answer_words: string | null }>(
				'select answer, answer_words from contribution_request where id = $1',
				[request],
			)
			const back = Object.values(read(late.html).fields)
			if (row?.answer_words !== words) assert(back.includes(words), 'given back')
			else for (const typed of [other.why, other.words]) assert(!typed || back.includes(typed), 'given back')
		}
	})

	test('another answer of the same kind, a while later: it is not passed over in silence', async () => {
		const outcome = await propose(person, 'A later answer.')
		const here = at(outcome)
		const request = newId()
		await share(
			person,
			routes.contribution.ask.href(here),
			{ kind: 'time', words: 'An hour.', askedOf: priya },
			request,
		)
		const path = routes.contribution.answer.href({ ...here, request })
		assert.equal(
			(await share(practitioner, path, { answer: 'differently', words: 'Half an hour on Monday.' })).status,
			303,
		)
		const later = await share(practitioner, path, { answer: 'differently', words: 'A whole hour on Friday.' })
		assertPlainPage(later, [409], 'the later one')
		assert(Object.values(read(later.html).fields).includes('A whole hour on Friday.'), 'given back')
	})

	test('an answer and taking the question back', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, 'A question.')
			const here = at(outcome)
			const request = newId()
			await share(
				person,
				routes.contribution.ask.href(here),
				{ kind: 'time', words: 'An hour.', askedOf: priya },
				request,
			)
			await race(
				() => share(practitioner, routes.contribution.answer.href({ ...here, request }), { answer: 'accepted' }),
				() => person.post(routes.contribution.takeBackRequest.href({ ...here, request })),
			)
		}
	})

	test('it is done and I take it back', async () => {
		for (let round = 0; round < 5; round++) {
			const outcome = await propose(person, 'A promise.')
			const here = at(outcome)
			const contribution = newId()
			await share(person, routes.contribution.bring.href(here), { kind: 'time', words: 'An hour.' }, contribution)
			await race(
				() => person.post(routes.contribution.done.href({ ...here, contribution })),
				() => person.post(routes.contribution.takeBack.href({ ...here, contribution })),
			)
			const settled = 'num_nonnulls(done_at, taken_back_at) = 1'
			assert.equal(await count('contribution', outcome, settled), 1)
		}
	})
})

describe('drafts', () => {
	const path = routes.plan.propose.href({ person: ann })
	const draft = { 'x-draft': '1' }

	test('kept at the same moment as the form is shared, over and over: no error', async () => {
		for (let round = 0; round < 5; round++) {
			const words = `Draft and share, ${round}.`
			const answers = await Promise.all([person.post(path, { words }, draft), share(person, path, { words })])
			assert.deepEqual(
				answers.map(({ status }) => status),
				[204, 303],
			)
		}
		await person.post(path, { step: 'throw-away' })
	})

	test('one that arrives after its form was shared does not come back', async () => {
		const words = 'What was on its way when it was shared.'
		const form = read((await person.get(path)).html).fields
		await person.post(path, { ...form, words }, draft)
		await person.post(path, { ...form, words, step: 'check' })
		const { once = '', ...check } = read((await person.get(`${path}?check`)).html).fields
		assert.equal((await person.post(path, { ...check, once, step: 'share' })).status, 303)
		await person.post(path, { ...form, words }, draft)
		assert.notEqual(read((await person.get(path)).html).fields.words, words)
		await person.post(path, { step: 'throw-away' })
	})

	test('one that is kept in two windows at once holds one of the two whole', async () => {
		const bring = routes.contribution.bring.href(at(await propose(person, 'A draft.')))
		const forms = [
			{ kind: 'time', words: 'First.', byDay: '' },
			{ kind: 'skill', words: 'Second.', byDay: '2027-05-03' },
		]
		const answers = await allAtOnce(presses, (n) => person.post(bring, forms[n % 2], draft))
		for (const { status } of answers) assert.equal(status, 204)
		const rows = await place.underneath<{ fields: object }>(
			`select fields from draft where form = 'bring' and account_id = $1 and shared_at is null`,
			[ann],
		)
		assert.equal(rows.length, 1)
		assert(
			forms.some(
				(form) =>
					JSON.stringify(Object.entries(form).sort()) === JSON.stringify(Object.entries(rows[0]?.fields ?? {}).sort()),
			),
		)
	})
	const presses = 20
})
