import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seen } from '../map.test-tools.ts'
import { coverage, whoCouldHelp, withoutServices } from './coverage.ts'
import { multiplexity, reciprocity, strain } from './help.ts'

const view = seen([
	{ id: 'mum', kind: 'person', tie: { gets: ['practical', 'emotional'], gives: ['company'], strain: 2 } },
	{ id: 'jo', kind: 'person', tie: { gets: ['company'], gives: ['company', 'money'], strain: 0 } },
	{ id: 'rex', kind: 'animal', tie: { gets: ['company'], gives: [] } },
	{ id: 'housing', kind: 'service', tie: { gets: ['information', 'a way in'], strain: 'rather not say' } },
	{ id: 'sam', kind: 'person', tie: { strain: 3 } },
	{ id: 'ex', kind: 'person', tie: { status: 'cut off', gets: ['money'], gives: ['money'], strain: 3 } },
])

test('multiplexity is over the ties of which help was said, and nobody who was not asked counts as giving none', () => {
	assert.deepEqual(multiplexity(view, 'gets'), {
		mean: 6 / 4,
		severalWays: { of: 4, ids: ['mum', 'housing'], share: 0.5 },
	})
	assert.equal(multiplexity(view, 'gives').mean, 1)
	assert.deepEqual(multiplexity(seen([{ id: 'jo' }]), 'gets'), {
		mean: null,
		severalWays: { of: 0, ids: [], share: null },
	})
})

test('reciprocity is over helping ties of which both ways were said', () => {
	assert.deepEqual(reciprocity(view), {
		bothWays: { of: 3, ids: ['mum', 'jo'], share: 2 / 3 },
		sameKind: { of: 3, ids: ['jo'], share: 1 / 3 },
		oneSideNotSaid: 1,
	})
	const none = reciprocity(seen([{ id: 'jo', tie: { gets: [], gives: [] } }]))
	assert.deepEqual([none.bothWays.share, none.sameKind.share], [null, null], 'no help on any tie')
})

test('strain is over the ties of which it was said, and mixed is strained and helping at once', () => {
	assert.deepEqual(strain(view), {
		strained: { of: 3, ids: ['mum', 'sam'], share: 2 / 3 },
		mixed: { of: 3, ids: ['mum'], share: 1 / 3 },
	})
	assert.equal(strain(seen([])).strained.share, null)
})

test('coverage says for each kind on whom it rests; a tie that is cut off carries nothing', () => {
	const told = coverage(view)
	assert.deepEqual(Object.fromEntries(told?.kinds.map(({ kind, rests }) => [kind, rests]) ?? []), {
		...{ practical: 'one', emotional: 'one', company: 'several' },
		...{ information: 'only services', money: 'nobody', 'a way in': 'only services' },
	})
	assert.deepEqual(told?.notAsked, ['sam'])
	assert.deepEqual(coverage(view, 'gives')?.kinds.find(({ kind }) => kind === 'company')?.who, ['mum', 'jo'])
	assert.equal(coverage(seen([{ id: 'jo' }])), null, 'not asked is not "nobody helps"')
	const own = coverage(seen([{ id: 'jo', tie: { gets: ['lifts to court'] } }]))
	assert.equal(own?.kinds.at(-1)?.kind, 'lifts to court', 'own words are a kind')
})

test('if the services go, people stay and what only services give is gone', () => {
	const left = withoutServices(view)
	assert.deepEqual([left.stay, left.services], [['mum', 'jo', 'rex', 'sam'], ['housing']])
	assert.deepEqual(
		left.still.map(({ kind }) => kind),
		['practical', 'emotional', 'company'],
	)
	assert.deepEqual(left.gone, ['information', 'a way in'])
	const worker = seen([{ id: 'priya', kind: 'person', part: 'services', tie: { gets: ['money'] } }])
	assert.deepEqual(withoutServices(worker).services, ['priya'], 'who works for a service goes with it')
	const both = seen([
		{ id: 'jo', kind: 'person', tie: { gets: ['money'] } },
		{ id: 'fund', kind: 'service', tie: { gets: ['money'] } },
	])
	assert.deepEqual(withoutServices(both).still, [{ kind: 'money', who: ['jo'], services: [], rests: 'one' }])
})

test('for each outcome: whom the person named, who already gives what it calls for, and nobody yet', () => {
	const outcomes = [
		{ id: 'a home', callsFor: ['information', 'practical'], named: ['jo', 'ex'] },
		{ id: 'a bike', callsFor: ['money'], named: [] },
	]
	assert.deepEqual(whoCouldHelp(view, outcomes), [
		{
			...{ outcome: 'a home', named: ['jo'] },
			couldBeAsked: [
				{ id: 'mum', kinds: ['practical'] },
				{ id: 'housing', kinds: ['information'] },
			],
		},
		{ outcome: 'a bike', named: [], couldBeAsked: [] },
	])
})
