import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
	agreedWording,
	currentWording,
	earlierWording,
	hasAgreed,
	historyOf,
	isAgreed,
	type Outcome,
	standingDifferences,
	standingOf,
	type TurnKind,
	tookBack,
	turnsOpen,
	waitsFor,
} from './plan.ts'

const ann = 'ann'
const priya = 'priya'
const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 10, minute))

/** An outcome that Ann proposed, and nothing since. */
const proposed = (more: Partial<Outcome> = {}): Outcome => ({
	id: 'outcome',
	scope: 'plan',
	person: ann,
	proposedById: ann,
	proposedAt: at(0),
	wordings: [{ id: 'first', number: 1, words: 'A flat of my own', hash: '', authorId: ann, writtenAt: at(0) }],
	agreements: [],
	differences: [],
	turns: [],
	contributions: [],
	requests: [],
	...more,
})
const yes = (accountId: string, wordingId: string, minute: number, withdrawnAt: Date | null = null) => ({
	id: `${accountId}-${wordingId}-${minute}`,
	wordingId,
	accountId,
	agreedAt: at(minute),
	withdrawnAt,
})
const turned = (kind: TurnKind, minute: number) => ({
	id: `${kind}-${minute}`,
	kind,
	why: null,
	inTheWay: null,
	whoseJob: null,
	authorId: ann,
	madeAt: at(minute),
})
const otherWords = { id: 'second', number: 2, words: 'A quiet flat', hash: '', authorId: priya, writtenAt: at(5) }

describe('agreeing', () => {
	it('is not done by proposing', () => {
		const outcome = proposed()
		assert.equal(isAgreed(outcome, currentWording(outcome)), false)
		assert.equal(hasAgreed(outcome, ann), false)
		assert.equal(standingOf(outcome).standing, 'proposed')
	})
	it('takes the person and a practitioner, and not one of them twice', () => {
		assert.equal(standingOf(proposed({ agreements: [yes(ann, 'first', 1)] })).standing, 'proposed')
		assert.equal(
			standingOf(proposed({ agreements: [yes(priya, 'first', 1), yes('tom', 'first', 2)] })).standing,
			'proposed',
		)
		assert.equal(
			standingOf(proposed({ agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2)] })).standing,
			'agreed',
		)
	})
	it('ends when either withdraws it', () => {
		const outcome = proposed({ agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2, at(3))] })
		assert.equal(standingOf(outcome).standing, 'proposed')
		assert.equal(hasAgreed(outcome, ann), true)
		assert.equal(hasAgreed(outcome, priya), false)
	})
	it('that was taken back is told so, and not asked for again', () => {
		const outcome = proposed({
			agreements: [yes(ann, 'first', 1, at(3)), yes(priya, 'first', 2)],
			turns: [turned('under_way', 2)],
		})
		assert.deepEqual(tookBack(outcome, ann), at(3))
		assert.equal(tookBack(outcome, priya), undefined)
		assert.equal(waitsFor(outcome, ann), false)
		assert.equal(standingOf(outcome).standing, 'proposed', 'nothing is under way that is not agreed')
		const again = { ...outcome, agreements: [...outcome.agreements, yes(ann, 'first', 4)] }
		assert.equal(tookBack(again, ann), undefined)
		assert.equal(standingOf(again).standing, 'under_way')
	})
	it('leaves the words of the other hand in sight until some are agreed', () => {
		const outcome = proposed({ wordings: [...proposed().wordings, otherWords] })
		assert.equal(earlierWording(outcome)?.id, 'first')
		assert.equal(
			earlierWording({ ...outcome, agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2)] }),
			undefined,
			'agreed words stand there by themselves',
		)
	})
	it('stays with the older words while newer ones wait for both', () => {
		const outcome = proposed({
			wordings: [...proposed().wordings, otherWords],
			agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2), yes(priya, 'second', 6)],
		})
		assert.equal(agreedWording(outcome)?.id, 'first')
		assert.equal(hasAgreed(outcome, ann), false)
		assert.equal(waitsFor(outcome, ann), true)
		assert.equal(waitsFor(outcome, priya), false)
	})
})

describe('how an outcome stands', () => {
	const agreed = proposed({ agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2)] })
	it('follows the last turn', () => {
		assert.equal(standingOf({ ...agreed, turns: [turned('under_way', 3)] }).standing, 'under_way')
		assert.equal(standingOf({ ...agreed, turns: [turned('under_way', 3), turned('reached', 4)] }).standing, 'reached')
	})
	it('goes back to what both agreed when it is taken up again', () => {
		assert.equal(
			standingOf({ ...agreed, turns: [turned('set_aside', 3), turned('taken_up_again', 4)] }).standing,
			'agreed',
		)
	})
	it('lets only agreed words be under way or reached', () => {
		assert.deepEqual(turnsOpen(proposed()), ['set_aside', 'cannot_be_done_now'])
		assert.deepEqual(turnsOpen(agreed), ['under_way', 'reached', 'set_aside', 'cannot_be_done_now'])
	})
	it('lets what is at rest be taken up again, and nothing else', () => {
		for (const kind of ['reached', 'set_aside', 'cannot_be_done_now'] as const) {
			assert.deepEqual(turnsOpen({ ...agreed, turns: [turned(kind, 3)] }), ['taken_up_again'])
		}
	})
	it('waits for nobody while it is at rest', () => {
		assert.equal(waitsFor(proposed({ turns: [turned('set_aside', 3)] }), ann), false)
	})
})

describe('asking', () => {
	const request = {
		id: 'request',
		askedById: priya,
		askedOfId: ann,
		kind: 'time' as const,
		words: 'Ring them',
		askedAt: at(4),
		answer: null,
		answerWords: null,
		answeredAt: null,
		takenBackAt: null,
	}
	const agreed = proposed({ agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2)] })
	it('waits for the one who is asked until they answer', () => {
		assert.equal(waitsFor({ ...agreed, requests: [request] }, ann), true)
		assert.equal(waitsFor({ ...agreed, requests: [request] }, priya), false)
		assert.equal(waitsFor({ ...agreed, requests: [{ ...request, answer: 'declined', answeredAt: at(5) }] }, ann), false)
		assert.equal(waitsFor({ ...agreed, requests: [{ ...request, takenBackAt: at(5) }] }, ann), false)
	})
})

describe('the history', () => {
	it('holds everything that happened, the latest first, also what was taken back', () => {
		const outcome = proposed({
			wordings: [...proposed().wordings, otherWords],
			agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2, at(4))],
			differences: [{ id: 'd', authorId: ann, reason: 'Too far', writtenAt: at(6), withdrawnAt: at(7) }],
			turns: [turned('set_aside', 8)],
		})
		assert.deepEqual(
			historyOf(outcome).map((event) => event.kind),
			['turned', 'differs_no_more', 'differed', 'other_words', 'withdrew', 'agreed', 'agreed', 'proposed'],
		)
		assert.deepEqual(standingDifferences(outcome), [])
	})
})
