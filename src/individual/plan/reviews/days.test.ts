import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../plan.ts'
import { between, changesBetween, endOf, outcomeOn, planOn } from './days.ts'

const [ann, priya] = ['ann', 'priya']
const at = (day: string) => new Date(`${day}T10:00:00Z`)

/** Proposed in March, agreed in April, a promise made and kept, reached in June, other words proposed in July. */
const flat: Outcome = {
	...{ id: 'flat', scope: 'plan', person: ann, proposedById: ann, proposedAt: at('2026-03-01') },
	wordings: [
		{ id: 'w1', number: 1, words: 'A flat', hash: '1', authorId: ann, writtenAt: at('2026-03-01'), heard: null },
		{ id: 'w2', number: 2, words: 'A house', hash: '2', authorId: ann, writtenAt: at('2026-07-01'), heard: null },
	],
	agreements: [ann, priya].map((accountId, nth) => ({
		...{
			id: `a${nth}`,
			wordingId: 'w1',
			accountId,
			agreedAt: at('2026-04-01'),
			togetherWithId: null,
			saidAloneAt: null,
		},
		withdrawnAt: accountId === priya ? at('2026-08-01') : null,
	})),
	differences: [
		{
			id: 'd',
			authorId: priya,
			reason: 'Not yet',
			writtenAt: at('2026-03-05'),
			withdrawnAt: at('2026-04-01'),
			heard: null,
		},
	],
	turns: [
		{ id: 't', kind: 'reached', why: null, inTheWay: null, whoseJob: null, authorId: ann, madeAt: at('2026-06-01') },
	],
	contributions: [
		{
			...{ id: 'c', broughtById: priya, kind: 'time', words: 'I ring', byDay: null, requestId: 'r' },
			...{ offeredAt: at('2026-04-02'), doneAt: at('2026-05-02'), takenBackAt: null },
		},
	],
	steps: [
		{
			...{
				id: 's',
				whoseId: ann,
				writtenById: ann,
				words: 'I go there',
				said: null,
				day: null,
				writtenAt: at('2026-04-03'),
			},
			turns: [{ id: 'x', kind: 'done', words: null, said: null, day: null, authorId: ann, madeAt: at('2026-05-03') }],
		},
	],
	requests: [
		{
			...{ id: 'r', askedById: ann, askedOfId: priya, kind: 'time', words: 'Ring them', askedAt: at('2026-03-20') },
			...{ answer: 'accepted', answerWords: null, answeredAt: at('2026-04-02'), takenBackAt: null },
		},
	],
}

test('an outcome on a day is without all that came later', () => {
	assert.equal(outcomeOn(flat, at('2026-02-28')), undefined)
	const march = outcomeOn(flat, at('2026-03-21'))
	assert.deepEqual(
		[march?.wordings.length, march?.agreements.length, march?.turns.length, march?.contributions.length],
		[1, 0, 0, 0],
	)
	assert.equal(march?.differences[0]?.withdrawnAt, null, 'nobody had taken it back then')
	assert.deepEqual([march?.requests[0]?.answer, march?.requests[0]?.answeredAt], [null, null])
	const may = outcomeOn(flat, at('2026-05-01'))
	assert.deepEqual([may?.agreements.length, may?.contributions[0]?.doneAt], [2, null])
	assert.equal(outcomeOn(flat, at('2026-07-15'))?.agreements[1]?.withdrawnAt, null)
	assert.deepEqual(outcomeOn(flat, at('2026-09-01')), flat, 'and today it is as it is')
	assert.deepEqual(planOn([flat], at('2026-01-01')), [])
})

test('what changed between two days, by kind; the first day itself counts as before', () => {
	const kinds = (from: string, to: string) =>
		Object.entries(changesBetween(between([flat], at(from), at(to))))
			.filter(([, ones]) => ones.length > 0)
			.map(([kind]) => kind)
	assert.deepEqual(kinds('2026-02-01', '2026-03-10'), ['added', 'differs'])
	assert.deepEqual(kinds('2026-03-10', '2026-04-10'), ['agreed', 'offered'])
	assert.deepEqual(kinds('2026-04-10', '2026-06-10'), ['reached', 'brought', 'step_done'])
	assert.deepEqual(kinds('2026-06-10', '2026-06-20'), [])
	assert.deepEqual(kinds('2026-06-01', '2026-06-20'), [], 'what happened at the first moment was there already')
	assert.deepEqual(kinds('2026-02-01', '2026-09-01'), [
		'added',
		'reached',
		'differs',
		'offered',
		'brought',
		'step_done',
	])
	assert.deepEqual(between([flat], at('2026-01-01'), at('2026-02-01')), [])
})

test('a day ends when it ends in these islands, in summer and in winter', () => {
	assert.equal(endOf('2026-01-15').toISOString(), '2026-01-15T23:59:59.999Z')
	assert.equal(endOf('2026-07-15').toISOString(), '2026-07-15T22:59:59.999Z')
})
