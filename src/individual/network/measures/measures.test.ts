import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, seen } from '../map.test-tools.ts'
import { brokerage, brokerageShare, goBetween } from './brokerage.ts'
import { burtConstraint, burtEffectiveSize, constraint, effectiveSize, efficiency, type Weights } from './burt.ts'
import { blau, compositionOf, entropy, iqv, sizeOf } from './composition.ts'
import { eiAmongAlters, eiOfCentre, eiRescaled } from './e-i.ts'
import { golden } from './golden.test-tools.ts'
import { graphOf } from './graph.ts'
import { stabilityOf } from './stability.ts'
import { density, densityRange, knowOnlyTheCentre, linchpins, meanDegree, parts } from './structure.ts'

function near(actual: number | null, expected: number | null, what: string) {
	if (actual === null || expected === null) assert.equal(actual, expected, what)
	else assert.ok(Math.abs(actual - expected) < 1e-9, `${what}: ${actual}, and not ${expected}`)
}

test('each measure of structure is what networkx and igraph say, on twelve maps, and null where it is not defined', () => {
	for (const [name, expected] of Object.entries(golden)) {
		const graph = graphOf(drawn(expected.n, expected.ties))
		const ids = (some: readonly number[]) => some.map(String)
		near(density(graph), expected.density, `density of ${name}`)
		near(densityRange(graph)?.lowest ?? null, expected.density, `lowest density of ${name}`)
		near(densityRange(graph)?.highest ?? null, expected.density, `highest density of ${name}`)
		near(meanDegree(graph), expected.meanDegree, `mean degree of ${name}`)
		near(effectiveSize(graph), expected.effectiveSize, `effective size of ${name}`)
		near(efficiency(graph), expected.efficiency, `efficiency of ${name}`)
		near(constraint(graph), expected.constraint, `constraint of ${name}`)
		near(brokerage(graph), expected.brokerage, `brokerage of ${name}`)
		near(brokerageShare(graph), expected.brokerageShare, `brokerage share of ${name}`)
		assert.equal(parts(graph).length, expected.components, `parts of ${name}`)
		assert.deepEqual(knowOnlyTheCentre(graph), ids(expected.isolates), `who knows nobody else, ${name}`)
		const pins = linchpins(graph).map(({ id }) => id)
		assert.deepEqual(pins, ids(expected.linchpins), `linchpins of ${name}`)
	}
})

/**
 * What networkx 2.8.8 (effective size with weight) and igraph 0.10.2 (constraint with weight) say of each in turn. Of the third one of
 * the first, to whom ties only come, networkx says NaN; its effective size is 2, for its two contacts have nothing in common.
 */
const weighted: readonly { ties: Weights; sizes: readonly number[]; constraints: readonly number[] }[] = [
	{
		ties: [
			[0, 3, 0, 1, 2],
			[1, 0, 2, 0, 0],
			[0, 0, 0, 0, 0],
			[2, 1, 0, 0, 0.5],
			[0, 0, 4, 1, 0],
		],
		sizes: [2.5324074074074074, 2.321428571428571, 2, 1.8636363636363638, 2.5833333333333335],
		constraints: [0.5478463047294215, 0.6144000299844455, 0.5555555555555556, 0.8565664061767957, 0.5090949903071116],
	},
	{
		ties: [
			[0, 2, 1, 0, 5],
			[2, 0, 3, 0, 0],
			[1, 3, 0, 1, 0],
			[0, 0, 1, 0, 0],
			[5, 0, 0, 0, 0],
		],
		sizes: [2.625, 1.7466666666666666, 2.626666666666667, 1, 1],
		constraints: [0.571875, 0.6929, 0.6561, 1, 1],
	},
]

test('Burt’s measures with weights and directions are what networkx and igraph say', () => {
	for (const { ties, sizes, constraints } of weighted) {
		for (const [ego] of ties.entries()) {
			near(burtEffectiveSize(ties, ego), sizes[ego] ?? null, `effective size of ${ego}`)
			near(burtConstraint(ties, ego), constraints[ego] ?? null, `constraint of ${ego}`)
		}
	}
	assert.equal(burtEffectiveSize([[0]], 0), null)
	assert.equal(burtConstraint([[5]], 0), null, 'a tie to oneself is none')
})

test('both forms of Burt’s constraint and effective size agree on every map', () => {
	for (const [name, { n, ties, constraint: expected, effectiveSize: size }] of Object.entries(golden)) {
		const rows = Array.from({ length: n + 1 }, (_, from) =>
			Array.from({ length: n + 1 }, (_, to) => Number(from !== to && (from === n || to === n))),
		)
		for (const tie of ties.split(' ').filter(Boolean)) {
			const [one = 0, other = 0] = tie.split('-').map(Number)
			rows[one]?.splice(other, 1, 1)
			rows[other]?.splice(one, 1, 1)
		}
		near(burtConstraint(rows, n), expected, name)
		near(burtEffectiveSize(rows, n), size, name)
	}
})

test('a linchpin says what would be cut off without it', () => {
	const [mum] = linchpins(graphOf(drawn(6, '0-1 0-2 1-2 2-3 2-4 3-4')))
	assert.deepEqual(mum, {
		id: '2',
		pieces: [
			['0', '1'],
			['3', '4'],
		],
	})
})

test('the centre goes between two who do not know each other, less so the more both know', () => {
	const graph = graphOf(drawn(3, '0-1 1-2'))
	assert.deepEqual(goBetween(graph), [{ one: '0', other: '2', share: 0.5 }])
})

test('a pair that nobody was asked about is none between which the centre goes, and none in E-I', () => {
	const graph = graphOf(seen([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { 'a-b': 'no', 'a-c': 'do not know' }))
	assert.deepEqual([graph.no, graph.open], [1, 2])
	assert.deepEqual(
		goBetween(graph).map(({ one, other }) => [one, other]),
		[['a', 'b']],
	)
	assert.equal(brokerageShare(graph), 1)
	const known = graphOf(
		seen([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], { 'a-b': 'yes', 'a-c': 'yes', 'c-d': 'no' }),
	)
	const groupOf = (id: string) => (id < 'c' ? 'first' : 'second')
	near(eiRescaled(known, groupOf), 1 / 3, 'one of one out, one of two in')
})

test('composition and spread leave out what was not said, and count it', () => {
	const composition = compositionOf(['family', 'friends', 'family', undefined, 'services'])
	assert.deepEqual(composition, {
		kinds: [
			{ kind: 'family', count: 2, share: 0.5 },
			{ kind: 'friends', count: 1, share: 0.25 },
			{ kind: 'services', count: 1, share: 0.25 },
		],
		...{ known: 4, notSaid: 1 },
	})
	// scipy.stats.entropy([2, 1, 1], base=2) of scipy 1.10.1; the other two by hand: 1 - 6/16, and that by 1 - 1/6.
	near(entropy(composition), 1.5, 'entropy')
	near(blau(composition), 0.625, 'Blau')
	near(iqv(composition, 6), 0.75, 'IQV')
	const one = compositionOf(['family'])
	assert.deepEqual([entropy(one), blau(one), iqv(one, 1)], [0, 0, null])
	const none = compositionOf([undefined])
	assert.deepEqual([entropy(none), blau(none), iqv(none, 6), none.notSaid], [null, null, null, 1])
})

test('the size of a map is counted by kind and part of life; who has died, services and ties that ended are not in it', () => {
	const size = sizeOf(
		seen([
			{ id: 'mum', kind: 'person', part: 'family' },
			{ id: 'jo', part: 'rather not say' },
			{ id: 'choir', kind: 'group', tie: { status: 'mended' } },
			{ id: 'nan', kind: 'someone who died' },
			{ id: 'housing', kind: 'service', part: 'services' },
			{ id: 'sam', kind: 'person', tie: { status: 'cut off' } },
		]),
	)
	assert.deepEqual(size.ids, ['mum', 'jo', 'choir'])
	assert.deepEqual([size.kinds.known, size.kinds.notSaid, size.parts.known, size.parts.notSaid], [2, 1, 1, 2])
})

test('E-I is 1 where all ties go out, -1 where all stay, and null without ties', () => {
	assert.equal(eiOfCentre('family', ['friends', 'work', undefined]), 1)
	assert.equal(eiOfCentre('family', ['family']), -1)
	near(eiOfCentre('family', ['family', 'friends', 'work']), 1 / 3, 'one in, two out')
	assert.equal(eiOfCentre('family', [undefined]), null)
})

test('E-I among alters counts each tie once, and rescaled goes by the pairs that there are', () => {
	// 0 and 1 in one group, 2, 3 and 4 in another: 4 pairs within, 6 between.
	const groupOf = (id: string) => (Number(id) < 2 ? 'a' : Number(id) < 5 ? 'b' : undefined)
	const graph = graphOf(drawn(6, '0-1 2-3 0-2 0-3 1-4 4-5'))
	near(eiAmongAlters(graph, groupOf), 1 / 5, 'E-I')
	near(eiRescaled(graph, groupOf), 0, 'rescaled: 3 of 6 out and 2 of 4 in')
	assert.equal(eiAmongAlters(graphOf(drawn(3, '')), groupOf), null, 'no ties')
	assert.equal(eiRescaled(graphOf(drawn(3, '')), groupOf), null, 'no ties')
	assert.equal(eiRescaled(graphOf(drawn(2, '0-1')), groupOf), null, 'no pair of two groups')
	assert.equal(eiRescaled(graphOf(drawn(2, '0-1')), String), null, 'no pair of one group')
})

test('stability, turnover, Jaccard and new share, and null where there is nothing to divide by', () => {
	const between = stabilityOf(['a', 'b', 'c'], ['b', 'c', 'd', 'e'])
	assert.deepEqual([between.stayed, between.left, between.joined], [['b', 'c'], ['a'], ['d', 'e']])
	near(between.stability, 2 / 3, 'stability')
	near(between.turnover, 3 / 5, 'turnover')
	near(between.jaccard, 2 / 5, 'Jaccard')
	near(between.newShare, 1 / 2, 'new share')
	assert.equal(between.delta, 1)
	const none = stabilityOf([], [])
	assert.deepEqual(
		[none.stability, none.turnover, none.jaccard, none.newShare, none.delta],
		[null, null, null, null, 0],
	)
	assert.equal(stabilityOf([], ['a']).stability, null)
	assert.equal(stabilityOf(['a'], []).newShare, null)
})
