import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf, people } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { outcomesICanSee } from './outcomes.queries.ts'
import { planOf } from './plan.queries.ts'
import { currentWording, type Outcome, standingOf } from './plan.ts'
import {
	agreeTo,
	makeTurn,
	proposeOtherWords,
	proposeOutcome,
	seeDifferently,
	withdrawAgreement,
} from './plan-changes.queries.ts'
import { myOpenPromises } from './steps/promises.queries.ts'
import { waitingForMe } from './waiting.queries.ts'

const place = await openPlace()
const as = place.acting
type Hand = 'person' | 'practitioner'
const ann = people.person
const plan = await as('person', async (tx) => (await planOf(tx, ann))?.scope ?? '')
const about = (outcome: string) => ({ person: ann, scope: plan, outcome })
const read = async (account: Hand, outcome: string): Promise<Outcome> => {
	const [found] = await as(account, (tx) => outcomesICanSee(tx, ann, outcome))
	assert.ok(found)
	return found
}
const propose = async (words: string): Promise<string> => {
	const id = newId()
	await as('person', (tx) => proposeOutcome(tx, about(id), words))
	return id
}

describe('a plan', () => {
	it('is there for the person and for who works with them now, and for nobody else', async () => {
		for (const [key, sees] of [
			['person', true],
			['practitioner', true],
			['other-person', false],
			['other-practitioner', false],
			['partner', false],
			['lead', false],
		] as const) {
			assert.equal((await place.acting(key, (tx) => planOf(tx, ann))) !== undefined, sees, key)
			assert.equal((await place.acting(key, (tx) => outcomesICanSee(tx, ann))).length > 0, sees, key)
		}
	})
	it('as a whole is not there for somebody to whom one outcome of it is open: that one is', async () => {
		assert.equal(await place.acting('supporter', (tx) => planOf(tx, ann)), undefined)
		const outcomes = await place.acting('supporter', (tx) => outcomesICanSee(tx, ann))
		assert.deepEqual(
			outcomes.map(({ id }) => id),
			[idOf('ann/flat')],
		)
	})
	it('names whose hands are in it, those who work on it now first', async () => {
		const found = await as('practitioner', (tx) => planOf(tx, ann))
		assert.equal(found?.me.hand, 'practitioner')
		assert.equal(found?.parties[0]?.hand, 'person')
		assert.equal(found?.parties[1]?.current, true)
	})
})

describe('words', () => {
	it('come back to the byte, with the hash of exactly these words', async () => {
		const words = 'Café  à\n\nمعًا {name} <b>\u202Ex'
		const outcome = await read('practitioner', await propose(words))
		assert.equal(currentWording(outcome).words, words)
		assert.match(currentWording(outcome).hash, /^[0-9a-f]{64}$/)
	})
	it('are proposed once, however often the form is sent', async () => {
		const id = newId()
		for (const words of ['Once', 'Twice']) await as('person', (tx) => proposeOutcome(tx, about(id), words))
		assert.deepEqual(
			(await read('person', id)).wordings.map((wording) => wording.words),
			['Once'],
		)
	})
	it('stay beside other words, and the one who comes second is told', async () => {
		const id = await propose('Mine')
		const put = (account: Hand, words: string) =>
			as(account, (tx) => proposeOtherWords(tx, about(id), { wording: newId(), after: 1, words }))
		assert.equal(await put('practitioner', 'Hers'), true)
		assert.equal(await put('person', 'Mine again'), false)
		assert.deepEqual(
			(await read('person', id)).wordings.map((wording) => wording.words),
			['Mine', 'Hers'],
		)
	})
})

describe('an agreement', () => {
	it('binds to the words that stand, and is refused on a form for older ones', async () => {
		const id = await propose('A job outdoors')
		const before = currentWording(await read('practitioner', id))
		assert.equal(
			await as('practitioner', (tx) =>
				proposeOtherWords(tx, about(id), { wording: newId(), after: 1, words: 'A job' }),
			),
			true,
		)
		assert.equal(await as('person', (tx) => agreeTo(tx, about(id), before.id, before.hash)), false)
		const now = currentWording(await read('person', id))
		assert.equal(await as('person', (tx) => agreeTo(tx, about(id), now.id, before.hash)), false)
		assert.equal(await as('person', (tx) => agreeTo(tx, about(id), now.id, now.hash)), true)
		assert.equal(standingOf(await read('person', id)).standing, 'proposed')
		assert.equal(await as('practitioner', (tx) => agreeTo(tx, about(id), now.id, now.hash)), true)
		assert.equal(standingOf(await read('person', id)).standing, 'agreed')
	})
	it('is one, however often it is pressed, and can be taken back and given again', async () => {
		const id = await propose('Sleep through the night')
		const { id: wording, hash } = currentWording(await read('person', id))
		for (let press = 0; press < 3; press++) await as('person', (tx) => agreeTo(tx, about(id), wording, hash))
		assert.equal((await read('person', id)).agreements.length, 1)
		await as('person', (tx) => withdrawAgreement(tx, about(id)))
		await as('person', (tx) => agreeTo(tx, about(id), wording, hash))
		assert.deepEqual(
			(await read('person', id)).agreements.map((one) => one.withdrawnAt === null),
			[false, true],
		)
	})
})

describe('the record of access', () => {
	it('holds each change, in the transaction of the change', async () => {
		const count = async () =>
			Number(
				(await place.underneath<{ n: number }>('select count(*) as n from access_entry where person_id = $1', [ann]))[0]
					?.n,
			)
		const before = await count()
		const id = await propose('Learn to swim')
		await as('practitioner', (tx) => seeDifferently(tx, about(id), { id: newId(), reason: 'The pool is closed' }))
		assert.equal(await count(), before + 2)
		await assert.rejects(
			as('practitioner', async (tx) => {
				await seeDifferently(tx, about(id), { id: newId(), reason: 'Never kept' })
				throw new Error('cut short')
			}),
			/cut short/,
		)
		assert.equal(await count(), before + 2)
	})
})

describe('what waits', () => {
	it('is counted by person, and gone once it is at rest', async () => {
		const mine = async () => (await as('practitioner', waitingForMe)).find((one) => one.person === ann)?.agreements ?? 0
		const before = await mine()
		const id = await propose('Call my brother')
		assert.equal(await mine(), before + 1)
		await as('person', (tx) =>
			makeTurn(tx, about(id), { id: newId(), kind: 'set_aside', why: 'Not now', inTheWay: null, whoseJob: null }),
		)
		assert.equal(await mine(), before)
	})
	it('counts what someone else is asked for nobody but them', async () => {
		const [flat] = await as('person', (tx) => outcomesICanSee(tx, ann, idOf('ann/flat')))
		assert.ok(flat?.requests.some((request) => request.askedOfId === ann && request.answeredAt === null))
		assert.ok((await as('person', waitingForMe)).some((one) => one.answers > 0))
	})
	it('lists promises soonest first', async () => {
		const days = (await as('practitioner', myOpenPromises)).map((promise) => promise.byDay ?? '9999')
		assert.deepEqual(days, days.toSorted())
		assert.ok(days.length > 1)
	})
})
