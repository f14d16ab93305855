/** Mistakes that were measured in other programs, each with what is right. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, seen } from '../map.test-tools.ts'
import { burtConstraint } from './burt.ts'
import { compositionOf, entropy, sizeOf } from './composition.ts'
import { eiAmongAlters } from './e-i.ts'
import { graphOf, livingTies } from './graph.ts'
import { density, knowOnlyTheCentre, meanDegree, parts } from './structure.ts'

test('EgoWeb: a path whose ties come in any order is one part, and two triangles are two with nobody alone', () => {
	assert.deepEqual(parts(graphOf(drawn(4, '0-1 2-3 1-2'))).length, 1)
	const triangles = graphOf(drawn(6, '0-1 3-4 1-2 4-5 0-2 3-5'))
	assert.deepEqual(parts(triangles), [
		['0', '1', '2'],
		['3', '4', '5'],
	])
	assert.deepEqual(knowOnlyTheCentre(triangles), [])
})

test('EgoWeb: the density of one person is not nought, there is none', () => {
	assert.equal(density(graphOf(drawn(1, ''))), null)
})

test('egor: a tie to another group counts once in E-I: four out and three within are 1/7, not 5/11', () => {
	const graph = graphOf(drawn(8, '0-4 1-5 2-6 3-7 0-1 1-2 2-3'))
	const index = eiAmongAlters(graph, (id) => (Number(id) < 4 ? 'a' : 'b'))
	assert.ok(Math.abs((index ?? 0) - 1 / 7) < 1e-9)
})

const sevenOf = (asked: number) => {
	const people = Array.from({ length: 6 }, (_, at) => ({ id: String(at) }))
	const pairs = people.flatMap(({ id }, at) => people.slice(at + 1).map((other) => `${id}-${other.id}`))
	const said = pairs.slice(0, asked).map((pair, at) => [pair, at < 7 ? 'yes' : 'no'])
	return graphOf(seen(people, Object.fromEntries(said)))
}

test('egor: a pair that do not know each other is a row and no tie: seven of fifteen are 0.467', () => {
	assert.ok(Math.abs((density(sevenOf(15)) ?? 0) - 7 / 15) < 1e-9)
})

test('egor: a pair that was not asked about is no "no": seven of fourteen asked are 0.5, and one is open', () => {
	assert.equal(density(sevenOf(14)), 0.5)
	assert.equal(sevenOf(14).open, 1)
})

test('easyNWK: measuring a part before the whole changes nothing: in five people nobody knows more than four', () => {
	const view = drawn(5, '0-1 1-2 2-3 3-4')
	const services = view.nodes.map((node, at) => (at < 2 ? { ...node, kind: 'service' as const } : node))
	const measured = { ...view, nodes: services }
	graphOf(measured, { ...livingTies, kinds: ['service'] })
	graphOf(measured)
	const whole = graphOf(measured, { ...livingTies, kinds: ['service', 'person'] })
	assert.equal(meanDegree(whole), 1.6)
	assert.ok([...whole.knows.values()].every(({ size }) => size <= 4))
})

test('easyNWK: the size with ties that are on hold is the larger one, and is not the plain size', () => {
	const view = seen([
		{ id: 'mum' },
		{ id: 'jo', tie: { status: 'on hold' } },
		{ id: 'sam', tie: { status: 'present' } },
	])
	assert.equal(sizeOf(view).ids.length, 2)
	assert.equal(sizeOf(view, { ...livingTies, statuses: ['present', 'on hold'] }).ids.length, 3)
})

test('easyNWK: an empty part of life has no mean, no density and no spread: null, and neither NaN nor nought', () => {
	const none = graphOf(seen([]))
	assert.deepEqual([meanDegree(none), density(none), entropy(compositionOf([]))], [null, null, null])
})

test('networkx: somebody to whom ties only come is constrained like anybody else, and it is not NaN', () => {
	assert.equal(
		burtConstraint(
			[
				[0, 0],
				[1, 0],
			],
			0,
		),
		1,
	)
})
