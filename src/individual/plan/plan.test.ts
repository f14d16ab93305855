import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasWaitedLong, toSayAlone, waitsFor, waitsToBeOwned } from './awaited.ts'
import { historyOf } from './history.ts'
import {
	agreedWording,
	currentWording,
	earlierWording,
	hasAgreed,
	isAgreed,
	lastNumber,
	type Outcome,
	proposerOf,
	standingDifferences,
	standingOf,
	type TurnKind,
	tookBack,
	turnsOpen,
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
	wordings: [
		{ id: 'first', number: 1, words: 'A flat of my own', hash: '', authorId: ann, writtenAt: at(0), heard: null },
	],
	agreements: [],
	differences: [],
	turns: [],
	contributions: [],
	requests: [],
	steps: [],
	...more,
})
const yes = (accountId: string, wordingId: string, minute: number, withdrawnAt: Date | null = null) => ({
	id: `${accountId}-${wordingId}-${minute}`,
	wordingId,
	accountId,
	agreedAt: at(minute),
	withdrawnAt,
	togetherWithId: null,
	saidAloneAt: null,
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
const otherWords = {
	id: 'second',
	number: 2,
	words: 'A quiet flat',
	hash: '',
	authorId: priya,
	writtenAt: at(5),
	heard: null,
}

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

describe('a yes given together', () => {
	const together = { ...yes(ann, 'first', 1), togetherWithId: priya }
	const agreed = proposed({ agreements: [together, yes(priya, 'first', 2)] })
	it('counts, and is asked again until it is said alone or taken back', () => {
		assert.equal(standingOf(agreed).standing, 'agreed')
		assert.deepEqual(toSayAlone(agreed, ann), [together])
		assert.equal(waitsFor(agreed, ann), true)
		assert.deepEqual(toSayAlone(agreed, priya), [])
		for (const since of [{ saidAloneAt: at(9) }, { withdrawnAt: at(9) }]) {
			assert.deepEqual(toSayAlone({ ...agreed, agreements: [{ ...together, ...since }] }, ann), [])
		}
	})
	it('is asked about the words that stand, and those agreed before them', () => {
		const newer = { ...agreed, wordings: [...agreed.wordings, otherWords] }
		assert.deepEqual(toSayAlone(newer, ann), [together])
		const both = [...newer.agreements, yes(ann, 'second', 6), yes(priya, 'second', 7)]
		assert.deepEqual(toSayAlone({ ...newer, agreements: both }, ann), [])
	})
	it('says since when it waits from the third day on', () => {
		assert.equal(hasWaitedLong('2026-05-03', '2026-05-04'), false)
		assert.equal(hasWaitedLong('2026-05-03', '2026-05-05'), true)
	})
})

describe('words that somebody wrote down as they heard them', () => {
	const heard = { fromId: ann, paperDay: null, confirmedAt: null, confirmedWithId: null, disownedAt: null }
	const [first] = proposed().wordings
	assert(first)
	const written = (more: object) =>
		proposed({ proposedById: priya, wordings: [{ ...first, authorId: priya, heard: { ...heard, ...more } }] })
	it('are nobody’s proposal, and no agreement, until the person says they are theirs', () => {
		const agreements = [yes(ann, 'first', 1), yes(priya, 'first', 2)]
		const open = { ...written({}), agreements }
		assert.equal(standingOf(open).standing, 'proposed')
		assert.equal(proposerOf(open), undefined)
		assert.equal(waitsToBeOwned(open, ann).length, 1)
		const own = { ...written({ confirmedAt: at(3) }), agreements }
		assert.equal(standingOf(own).standing, 'agreed')
		assert.equal(proposerOf(own), ann)
		assert.equal(waitsToBeOwned(own, ann).length, 0)
	})
	it('are set aside when they are not, and the words before stand again', () => {
		const alone = written({ disownedAt: at(3) })
		assert.equal(standingOf(alone).standing, 'set_aside')
		assert.deepEqual(turnsOpen(alone), [])
		assert.equal(waitsFor(alone, ann), false)
		const later = { ...otherWords, heard: { ...heard, disownedAt: at(6) } }
		const before = proposed({ wordings: [first, later] })
		assert.equal(currentWording(before).id, 'first')
		assert.equal(lastNumber(before), 2)
		assert.equal(standingOf(before).standing, 'proposed')
	})
	it('give way, as a view, to what the person then says in their own words', () => {
		const view = { id: 'd', authorId: priya, reason: 'Too far', writtenAt: at(6), withdrawnAt: null, heard }
		const own = { ...view, id: 'e', authorId: ann, writtenAt: at(7), heard: null }
		assert.deepEqual(standingDifferences(proposed({ differences: [view] })), [view])
		assert.deepEqual(standingDifferences(proposed({ differences: [view, own] })), [own])
		const mine = { ...view, heard: { ...heard, confirmedAt: at(7) } }
		assert.deepEqual(standingDifferences(proposed({ differences: [mine, own] })), [mine, own])
	})
})

describe('the history', () => {
	it('holds everything that happened, the latest first, also what was taken back', () => {
		const outcome = proposed({
			wordings: [...proposed().wordings, otherWords],
			agreements: [yes(ann, 'first', 1), yes(priya, 'first', 2, at(4))],
			differences: [{ id: 'd', authorId: ann, reason: 'Too far', writtenAt: at(6), withdrawnAt: at(7), heard: null }],
			turns: [turned('set_aside', 8)],
		})
		assert.deepEqual(
			historyOf(outcome).map((event) => event.kind),
			['turned', 'differs_no_more', 'differed', 'other_words', 'withdrew', 'agreed', 'agreed', 'proposed'],
		)
		assert.deepEqual(standingDifferences(outcome), [])
	})
})
