import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seen } from '../map.test-tools.ts'
import { mapAsOf } from '../map.ts'
import { viewOf } from '../view.ts'
import { textOf } from './cannot-read.ts'
import { marksOf } from './drawing.ts'
import { readEasyNwk } from './easynwk.ts'
import { writeEasyNwk } from './easynwk-out.ts'
import { nwk, view } from './exchange.test-tools.ts'

test('easyNWK: the older single form and versions, with and without a byte order mark', () => {
	const single = JSON.stringify(nwk)
	const versions = JSON.stringify({
		versions: [{ id: 1, title: 'Spring', date: '2026-04-01', nwk }],
		currentVersion: 1,
	})
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(single, 'utf16le')])
	for (const bytes of [Buffer.from(single), Buffer.from(`\ufeff${single}`), utf16]) {
		assert.deepEqual(readEasyNwk(textOf(bytes)), readEasyNwk(single))
	}
	const [drawing] = readEasyNwk(versions)
	assert.deepEqual([drawing?.title, drawing?.drawnOn], ['Spring', '2026-04-01'])
	assert.deepEqual(drawing?.nodes, readEasyNwk(single)[0]?.nodes)
})

test('easyNWK: places, parts of life and rings; what it writes unasked is no answer; what is not ours is listed', () => {
	const [drawing] = readEasyNwk(JSON.stringify(nwk))
	const told = drawing?.nodes.map(({ label, kind, part, closeness, who }) => [label, kind, part, closeness, who])
	assert.deepEqual(told, [
		['N1', 'person', 'family', 3, 'mother'],
		['N2', 'person', 'services', 1, undefined],
		['N3', 'person', 'friends', 0, undefined],
		['N4', 'person', 'work', 2, undefined],
		['N5', 'someone who died', 'family', 3, undefined],
		['N6', 'idea', undefined, undefined, undefined],
	])
	assert.deepEqual(
		drawing?.ties.map(({ from: _, to: __, ...tie }) => tie),
		[
			{ status: 'present', strain: 3, gets: ['emotional'] },
			{ status: 'present' },
			{ status: 'none yet' },
			{ status: 'on hold' },
			{ status: 'none yet' },
			{ status: 'none yet' },
		],
	)
	assert.deepEqual(drawing?.pairs, [{ one: '2', other: '1', know: 'yes' }])
	assert.deepEqual(
		drawing?.notUnderstood.map(({ where, what }) => `${where} ${what}`.trim()),
		[
			'Another the same id twice: 1',
			'Ann age: "31"',
			'N1 age: 60',
			'N1 supportEmotional: 2',
			'N6 currentGender: "dog"',
			'a connection of 3 and 3',
			'a connection of 1 and 77',
		],
	)
})

test('easyNWK: what we write comes back with places, rings, help and who knows whom', () => {
	const once = readEasyNwk(JSON.stringify(nwk)).map((drawing) => ({
		view: { ...view, ...drawing, members: [], whose: [] },
		title: 't',
		day: 'd',
	}))
	const [first] = once
	const [again] = readEasyNwk(writeEasyNwk(once, true))
	assert.ok(first && again)
	const round = (nodes: typeof again.nodes) =>
		nodes.map(({ id: _, place, ...node }) => ({ ...node, place: place && [place.x.toFixed(9), place.y.toFixed(9)] }))
	assert.deepEqual(round(again.nodes).slice(0, 5), round(first.view.nodes).slice(0, 5))
	assert.deepEqual(
		again.ties.map(({ to: _, ...tie }) => tie).slice(0, 4),
		first.view.ties.map(({ to: _, ...tie }) => tie).slice(0, 4),
	)
	assert.equal(again.pairs.length, 1)
	const unplaced = readEasyNwk(writeEasyNwk([{ view, title: '', day: '' }], true))[0]?.nodes
	assert.deepEqual(
		unplaced?.map(({ label, part, closeness }) => [label, part, closeness]),
		[
			['Mum & <Dad> "x"', 'family', 1],
			['=SUM(A1)', 'family', 2],
			['', 'family', 2],
		],
	)
})

test('what somebody takes in stands in their hand, with ids of ours, and is the drawing', () => {
	const [drawing] = readEasyNwk(JSON.stringify(nwk))
	assert.ok(drawing)
	let made = 0
	const at = new Date('2026-11-24')
	const newId = () => {
		made += 1
		return `id-${String(made).padStart(4, '0')}`
	}
	const marks = marksOf(drawing, 'ann', at, newId)
	const taken = viewOf(mapAsOf(marks, at), ['ann'])
	assert.deepEqual(
		taken.nodes.map(({ label }) => label),
		drawing.nodes.map(({ label }) => label),
	)
	assert.ok(taken.nodes.every(({ id }) => id.startsWith('id-')))
	const bare = viewOf(mapAsOf(marksOf({ ...drawing, ...seen([{ id: 'centre' }]) }, 'ann', at, newId), at), ['ann'])
	assert.deepEqual([bare.nodes.length, bare.ties.length], [1, 1], 'a tie of which nothing is said is a tie')
	assert.notEqual(bare.nodes[0]?.id, 'centre', 'and no id of theirs is one of ours')
	assert.deepEqual([taken.ties.length, taken.pairs.length, taken.centre.label], [6, 1, 'Ann'])
	assert.deepEqual(
		marks.filter(({ hand }) => hand !== 'ann'),
		[],
	)
})
