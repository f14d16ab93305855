import assert from 'node:assert/strict'
import { seen } from '../map.test-tools.ts'
import { unsaid } from '../map.ts'
import { CannotRead, type WhyNot } from './cannot-read.ts'

export const refused = (read: () => unknown, why: WhyNot) =>
	assert.throws(read, (error) => error instanceof CannotRead && error.why === why, why)

export const view = {
	...seen(
		[
			{ id: 'a', label: 'Mum & <Dad> "x"', kind: 'group', part: 'family', closeness: 3, place: { x: 0.7, y: 0.25 } },
			{
				id: 'b',
				label: '=SUM(A1)',
				kind: 'person',
				who: 'my sister',
				tie: { strength: 2, strain: unsaid, gets: [], gives: unsaid },
			},
			{ id: 'c', kind: 'service', tie: { status: 'on hold', gets: ['practical', 'a lift & a chat'], wanted: true } },
		] as const,
		{ 'a-b': 'yes', 'b-c': 'no' },
	),
	centre: { kind: 'person', label: 'Ann' },
} as const

/** As Network Canvas writes it, invented: two keys with one name, a layout of each type, a choice of several, a line behind a name. */
export const canvas = (edges = '', inner = '') => `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:nc="http://schema.networkcanvas.com/xmlns">
<key id="label" attr.name="label" attr.type="string" for="all"/><key id="networkCanvasType" attr.name="networkCanvasType" attr.type="string" for="all"/>
<key id="e1" attr.name="name" attr.type="string" for="graph"/><key id="e2" attr.name="age" attr.type="int" for="graph"/>
<key id="p1" attr.name="name" attr.type="string" for="node"/><key id="q1" attr.name="name" attr.type="string" for="node"/>
<key id="p2_X" attr.name="map_X" attr.type="double" for="node"/><key id="p2_Y" attr.name="map_Y" attr.type="double" for="node"/>
<key id="q2_X" attr.name="map_X" attr.type="double" for="node"/><key id="q2_Y" attr.name="map_Y" attr.type="double" for="node"/>
<key id="p3_a" attr.name="support_money" attr.type="boolean" for="node"/><key id="p4" attr.name="closeness" attr.type="int" for="node"/>
<key id="k1" attr.name="know" attr.type="string" for="edge"/>
<graph edgedefault="undirected" nc:caseId="7" nc:sessionExportTime="2026-10-01"><data key="e1">Ann</data><data key="e2">31</data>
<node id="1"><data key="networkCanvasType">Person</data><data key="label">Jo</data><data key="p1">Jo &lt;friend&gt;
</data><data key="p2_X">0.5</data><data key="p2_Y">0.25</data><data key="p3_a">false</data><data key="p4">3</data></node>
<node id="2"><data key="networkCanvasType">Place</data><data key="label">Node</data><data key="q2_X">9</data><data key="q2_Y">1</data></node>
<node id="3"><data key="networkCanvasType">Colleague of old</data><data key="label">Sam</data></node>
${edges}${inner}</graph></graphml>`

export const alter = (id: number | string, more: object = {}) => ({
	id,
	name: `N${id}`,
	role: '',
	note: '',
	angle: 45,
	distance: 20,
	edgeType: 1,
	...more,
})
export const nwk = {
	ego: { name: 'Ann', age: '31', currentGender: '', note: '' },
	alteri: [
		alter(1, { role: 'mother', supportEmotional: 2, supportMaterial: 0, conflict: true, age: 60 }),
		alter(2, { angle: -45, distance: 90, role: 'prof. helper', roleDefault: true, conflict: false, supportSocial: 0 }),
		alter(3, { angle: 135, distance: 130, edgeType: 0 }),
		alter(4, { angle: -135, distance: 50, edgeType: 0 }),
		alter(5, { deceased: true, edgeType: 0 }),
		alter(6, { human: false, currentGender: 'dog', edgeType: 0, distance: 0 }),
		alter(1, { name: 'Another' }),
	],
	connections: [
		{ id1: 1, id2: 2 },
		{ id1: 2, id2: 1 },
		{ id1: 3, id2: 3 },
		{ id1: 1, id2: 77 },
	],
}
