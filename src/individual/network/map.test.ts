import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance, randomHistory } from './histories.test-tools.ts'
import { mark } from './map.test-tools.ts'
import {
	centreEnd,
	eachOnesHand,
	handsOf,
	keyOf,
	type Mark,
	mapAsOf,
	seenDifferently,
	type Thing,
	unsaid,
} from './map.ts'
import { viewOf } from './view.ts'

const toMum: Thing = { kind: 'tie', from: centreEnd, to: 'mum' }
const mum: Thing = { kind: 'node', id: 'mum' }
const end = new Date('2027-01-01')

const shuffled = <T>(some: readonly T[], next: () => number): T[] =>
	some
		.map((one) => ({ one, by: next() }))
		.sort((first, second) => first.by - second.by)
		.map(({ one }) => one)

/** What stands, hand by hand, as somebody would keep it who changes a table of their own with each edit. */
type Kept = Record<string, Record<string, Record<string, unknown>>>

const told = (marks: readonly Mark[]): Kept => {
	const kept: Kept = {}
	for (const { hand, thing, field, value } of marks) {
		kept[hand] ??= {}
		const things = kept[hand]
		things[keyOf(thing)] = { ...things[keyOf(thing)], [field]: value }
	}
	return kept
}

test('from the history, each one’s contribution can be rebuilt exactly, at every moment, in 25 random histories', () => {
	for (let seed = 1; seed <= 25; seed++) {
		const next = chance(seed)
		const history = randomHistory(seed, 80)
		const mixed = shuffled(history, next)
		const hands = eachOnesHand(mixed)
		assert.deepEqual([...hands.values()].flat().length, history.length, 'no mark is lost, and none is in two hands')
		const kept: Kept = {}
		for (const [nth, { hand, thing, field, value, at }] of history.entries()) {
			kept[hand] ??= {}
			const things = kept[hand]
			const fields = { ...things[keyOf(thing)] }
			if (value === null) delete fields[field]
			else fields[field] = value
			things[keyOf(thing)] = fields
			if (history[nth + 1]?.at.getTime() === at.getTime()) continue
			const rebuilt = told(mapAsOf(mixed, at).standing)
			for (const [name, marks] of hands) {
				const own = told(mapAsOf(marks, at).standing)[name] ?? {}
				const expected = Object.entries(kept[name] ?? {}).filter(([, some]) => Object.keys(some).length > 0)
				assert.deepEqual(own, Object.fromEntries(expected), `seed ${seed}, edit ${nth}, ${name}`)
				assert.deepEqual(own, rebuilt[name] ?? {}, 'and nobody’s act changes what another said')
			}
		}
	}
})

test('two hands that see one tie differently both stand, and a view says whose words it is in', () => {
	const marks = [
		mark('ann', mum, 'label', 'Mum'),
		mark('ann', toMum, 'strength', 3),
		mark('priya', toMum, 'strength', 1),
		mark('priya', toMum, 'strain', 2),
	]
	const map = mapAsOf(marks, end)
	assert.deepEqual(handsOf(map), ['priya', 'ann'])
	const [difference] = seenDifferently(map)
	assert.deepEqual(
		difference?.said.map(({ hand, value }) => [hand, value]),
		[
			['ann', 3],
			['priya', 1],
		],
	)
	assert.equal(seenDifferently(map).length, 1, 'that Ann said nothing about strain is no difference')
	assert.deepEqual(viewOf(map, ['ann']).ties, [{ from: centreEnd, to: 'mum', strength: 3 }])
	assert.deepEqual(viewOf(map, ['ann', 'priya']).ties, [{ from: centreEnd, to: 'mum', strength: 3, strain: 2 }])
	assert.deepEqual(viewOf(map, ['priya', 'ann']).ties, [{ from: centreEnd, to: 'mum', strength: 1, strain: 2 }])
})

test('what was taken back is not there, what they would rather not say is, and earlier maps stay as they were', () => {
	const marks = [
		mark('ann', mum, 'label', 'Mum'),
		mark('ann', toMum, 'strain', 3),
		mark('ann', toMum, 'strain', null),
		mark('ann', toMum, 'strength', unsaid),
	]
	assert.deepEqual(viewOf(mapAsOf(marks, end), ['ann']).ties, [{ from: centreEnd, to: 'mum', strength: unsaid }])
	const before = viewOf(mapAsOf(marks, marks[1]?.at ?? end), ['ann'])
	assert.deepEqual(before.ties, [{ from: centreEnd, to: 'mum', strain: 3 }])
})

test('who is taken off the map is off it with their ties and pairs, by that hand; the other hand still has them', () => {
	const marks = [
		mark('ann', mum, 'label', 'Mum'),
		mark('ann', { kind: 'node', id: 'jo' }, 'label', 'Jo'),
		mark('ann', { kind: 'pair', one: 'mum', other: 'jo' }, 'know', 'yes'),
		mark('priya', mum, 'label', 'Ann’s mum'),
		mark('ann', toMum, 'strength', 2),
		mark('ann', mum, 'here', false),
	]
	const map = mapAsOf(marks, end)
	const ann = viewOf(map, ['ann'])
	assert.deepEqual([ann.nodes.map(({ id }) => id), ann.ties, ann.pairs], [['jo'], [], []])
	assert.deepEqual(viewOf(map, ['priya']).nodes, [{ id: 'mum', label: 'Ann’s mum' }])
})

test('a line that one hand takes off is off in that hand’s view only, and the two differ', () => {
	const marks = [
		mark('ann', mum, 'label', 'Mum'),
		mark('ann', toMum, 'here', true),
		mark('priya', toMum, 'here', true),
		mark('ann', toMum, 'here', false),
	]
	const map = mapAsOf(marks, end)
	assert.deepEqual(viewOf(map, ['ann', 'priya']).ties, [])
	assert.deepEqual(viewOf(map, ['priya', 'ann']).ties, [{ from: centreEnd, to: 'mum', here: true }])
	assert.equal(seenDifferently(map).length, 1)
})

test('a pair is one pair whichever way round it is named, and "no", "do not know" and not asked differ', () => {
	const marks = [
		...['a', 'b', 'c'].map((id) => mark('ann', { kind: 'node', id }, 'label', id)),
		mark('ann', { kind: 'pair', one: 'a', other: 'b' }, 'know', 'yes'),
		mark('ann', { kind: 'pair', one: 'b', other: 'a' }, 'know', 'no'),
		mark('ann', { kind: 'pair', one: 'c', other: 'a' }, 'know', 'do not know'),
	]
	const { pairs } = viewOf(mapAsOf(marks, end), ['ann'])
	assert.deepEqual(
		pairs.map(({ know }) => know),
		['no', 'do not know'],
	)
})

test('kinds of help in another order are the same kinds', () => {
	const said = (hand: string, gets: string[]) => mark(hand, toMum, 'gets', gets)
	assert.deepEqual(seenDifferently(mapAsOf([said('ann', ['a', 'b']), said('priya', ['b', 'a'])], end)), [])
})

test('each one of a household has ties of their own', () => {
	const marks = [
		mark('ann', { kind: 'centre' }, 'kind', 'household'),
		mark('ann', { kind: 'member', id: 'ben' }, 'label', 'Ben'),
		mark('ann', { kind: 'member', id: 'cy' }, 'here', false),
		mark('ann', mum, 'label', 'Mum'),
		mark('ann', { kind: 'tie', from: 'ben', to: 'mum' }, 'strength', 1),
		mark('ann', toMum, 'strength', 3),
	]
	const view = viewOf(mapAsOf(marks, end), ['ann'])
	assert.deepEqual([view.centre.kind, view.members.map(({ id }) => id)], ['household', ['ben']])
	assert.deepEqual(
		view.ties.map(({ from, strength }) => [from, strength]),
		[
			['ben', 1],
			[centreEnd, 3],
		],
	)
})
