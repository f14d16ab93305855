import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seen } from '../map.test-tools.ts'
import { canvas, view } from './exchange.test-tools.ts'
import { readGraphml } from './graphml.ts'
import { writeGraphml } from './graphml-out.ts'

test('GraphML: what we write comes back, but for what it has no place for; absent stays absent, and "none" is "none"', () => {
	const [drawing, other] = readGraphml(
		writeGraphml(
			[
				{ view, caseId: 'A&B "x"', finishedAt: '2026-11-24' },
				{ view: seen([]), caseId: 'two', finishedAt: '' },
			],
			true,
		),
	)
	assert.deepEqual([drawing?.title, drawing?.drawnOn, other?.title, other?.nodes], ['A&B "x"', '2026-11-24', 'two', []])
	const ids = (one: string) => 'abc'[Number(one) - 1] ?? ''
	assert.deepEqual(drawing?.centre, view.centre)
	assert.deepEqual(
		drawing?.nodes.map(({ id, ...node }) => ({ ...node, id: ids(id) })),
		view.nodes,
	)
	assert.deepEqual(
		drawing?.ties.map(({ to, ...tie }) => ({ ...tie, to: ids(to) })),
		view.ties,
	)
	assert.deepEqual(drawing?.pairs, [{ one: '1', other: '2', know: 'yes' }], 'a pair that said no is no edge')
	assert.deepEqual(drawing?.notUnderstood, [])
})

test('GraphML of Network Canvas: by key and type, names trimmed, the person from the graph, and what is not ours is listed', () => {
	const [drawing] = readGraphml(canvas())
	assert.deepEqual(drawing?.centre, { kind: 'person', label: 'Ann' })
	assert.deepEqual(drawing?.drawnOn, '2026-10-01')
	assert.deepEqual(drawing?.nodes, [
		{ id: '1', label: 'Jo <friend>', kind: 'person', place: { x: 0.5, y: 0.25 } },
		{ id: '2', kind: 'place' },
		{ id: '3', label: 'Sam' },
	])
	assert.deepEqual(drawing?.ties[0], { from: 'centre', to: '1' }, 'another’s closeness goes by a scale of its own')
	assert.deepEqual(drawing?.notUnderstood, [
		{ where: '', what: 'age: 31' },
		{ where: 'Jo <friend>', what: 'support_money: false' },
		{ where: 'Jo <friend>', what: 'closeness: 3' },
		{ where: '2', what: 'map_X: 9' },
		{ where: '2', what: 'map_Y: 1' },
		{ where: 'Sam', what: 'type: Colleague of old' },
	])
})

test('GraphML: a row that says "no tie" is none, a pair twice or reversed counts once, and one that is not there was not asked', () => {
	const edge = (from: number, to: number, know?: string) =>
		`<edge source="${from}" target="${to}">${know ? `<data key="k1">${know}</data>` : ''}</edge>`
	const edges = [edge(1, 2, 'Not at all'), edge(1, 3), edge(3, 1), edge(1, 3, 'no'), edge(2, 2), edge(2, 99)].join('')
	const [drawing] = readGraphml(canvas(edges, '<hyperedge/>'))
	assert.deepEqual(drawing?.pairs, [
		{ one: '1', other: '2', know: 'no' },
		{ one: '3', other: '1', know: 'yes' },
	])
	const strange = drawing?.notUnderstood.map(({ what }) => what) ?? []
	for (const what of ['an edge of 2 and 2', 'an edge of 2 and 99', '<hyperedge>'])
		assert.ok(strange.includes(what), what)
})

test('no formula is made or undone: what begins with "=" goes out and comes in as the text that it is', () => {
	const [drawing] = readGraphml(writeGraphml([{ view, caseId: '=1', finishedAt: '' }], false))
	assert.equal(drawing?.nodes[1]?.label, '=SUM(A1)')
})
