import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Act, type ActKind, actsOf, axisOf, beganWith, ledSince, midOf, placeOf, stretchesOf } from './balance.ts'

const day = (iso: string) => new Date(`${iso}T12:00:00Z`)
const act = (kind: ActKind, hand: Act['hand'], at = '2026-05-03', outcome: string | null = 'one'): Act => ({
	...{ kind, hand, outcome },
	...{ who: hand, at: day(at) },
})
const many = (count: number, hand: Act['hand']) => Array.from({ length: count }, () => act('agreed', hand))

test('proposals, wordings, agreements and turns are planning; what is offered and done is delivering; kind words are neither', () => {
	const axis = (kind: ActKind) => axisOf({ kind })
	assert.deepEqual((['proposed', 'otherWords', 'agreed', 'turn'] as const).map(axis), Array(4).fill('planning'))
	assert.deepEqual((['offered', 'done', 'stepDone'] as const).map(axis), ['delivering', 'delivering', 'delivering'])
	assert.equal(axis('kindWords'), undefined)
})

test('mostly one side’s from four in five on, else together, and nothing under five', () => {
	const place = (own: number, service: number) => placeOf([...many(own, 'person'), ...many(service, 'practitioner')])
	assert.equal(place(4, 0), undefined)
	assert.equal(place(5, 0), 'person')
	assert.equal(place(4, 1), 'person')
	assert.equal(place(3, 2), 'together')
	assert.equal(place(79, 21), 'together')
	assert.equal(place(2, 3), 'together')
	assert.equal(place(1, 4), 'service')
	assert.equal(place(0, 5), 'service')
	assert.equal(placeOf(many(5, 'third')), 'person', 'those close to the person stand on their side')
})

test('most began with the service, and the person now leads three of five', () => {
	const began = ['a', 'b', 'c', 'd', 'e'].map((one, at) =>
		act('proposed', at < 3 ? 'practitioner' : 'person', '2026-01-10', one),
	)
	const since = ['a', 'b', 'c', 'd', 'e'].flatMap((one, at) => [
		act('done', at < 3 ? 'person' : 'practitioner', '2026-06-01', one),
		...(at === 4 ? [act('turn', 'person', '2026-06-02', one)] : []),
	])
	assert.equal(beganWith(began)?.place, 'service')
	const led = ledSince([...began, ...since, act('kindWords', 'practitioner', '2026-06-03')], day('2026-05-01'))
	assert.deepEqual([led?.own, led?.of, led?.acts.length], [3, 5, 6])
	assert.equal(beganWith(began.slice(1)), undefined)
	assert.equal(ledSince(since.slice(0, 4), day('2026-05-01')), undefined)
})

test('by month up to a year, by quarter beyond; with the empty ones in between', () => {
	const at = (...days: string[]) => stretchesOf(days.map((one) => act('agreed', 'person', one)))
	const told = (...days: string[]) => at(...days).map(({ month, acts }) => `${midOf(month)} ${acts.length}`)
	assert.deepEqual(told(), [])
	assert.deepEqual(told('2025-12-31', '2026-02-01', '2026-02-03'), ['2025-12-15 1', '2026-01-15 0', '2026-02-15 2'])
	assert.equal(at('2025-01-05', '2025-12-05').length, 12)
	assert.deepEqual(told('2025-02-05', '2026-02-05'), [
		...['2025-01-15 1', '2025-04-15 0', '2025-07-15 0', '2025-10-15 0'],
		'2026-01-15 1',
	])
})

test('what somebody only heard counts for the person once they say it is theirs; what was taken back was not brought', () => {
	const at = day('2026-05-03')
	const heard = { fromId: 'ann', paperDay: null, confirmedAt: null, confirmedWithId: null, disownedAt: null }
	const wording = { id: 'w', number: 1, words: 'x', hash: 'h', authorId: 'priya', writtenAt: at, heard }
	const brought = { id: 'c', broughtById: 'priya', kind: 'time', words: 'x', byDay: null, requestId: null } as const
	const step = { id: 's', whoseId: 'ann', writtenById: 'ann', words: 'x', said: null, day: null, writtenAt: at }
	const turn = { id: 't', words: null, said: null, day: null, authorId: 'ann', madeAt: at }
	const outcome = {
		steps: [
			{ ...step, turns: [{ ...turn, kind: 'done' as const }] },
			{ ...step, turns: [{ ...turn, kind: 'set_aside' as const }] },
		],
		...{ id: 'o', scope: 's', person: 'ann', proposedById: 'priya', proposedAt: at, differences: [], requests: [] },
		...{ agreements: [], turns: [], wordings: [wording] },
		contributions: [
			{ ...brought, offeredAt: at, doneAt: at, takenBackAt: null },
			{ ...brought, offeredAt: at, doneAt: null, takenBackAt: at },
		],
	}
	const handOf = (id: string) => (id === 'ann' ? ('person' as const) : ('practitioner' as const))
	const told = (one: typeof outcome) => actsOf(one, handOf).map(({ kind, who }) => `${kind} ${who}`)
	assert.deepEqual(told(outcome), ['offered priya', 'done priya', 'stepDone ann'])
	const confirmed = { ...wording, heard: { ...heard, confirmedAt: at } }
	assert.deepEqual(told({ ...outcome, wordings: [confirmed as never] }), [
		'proposed ann',
		'offered priya',
		'done priya',
		'stepDone ann',
	])
})
