import { createHash } from 'node:crypto'
import { centreEnd, levels, unsaid } from '../map.ts'
import type { SeenNode, SeenTie, View } from '../view.ts'
import { escaped } from './xml.ts'

/** A view as a graph of its own: under which name, of which day, and of a household whose ties. */
export type AsGraph = {
	readonly view: View
	readonly caseId: string
	readonly finishedAt: string
	readonly from?: string
}

/** Our fields that are one answer, by the kind of key that Network Canvas would make of them. */
const texts = [
	'who',
	'part',
	'direction',
	'status',
	'helpsMeWith',
	'iHelpWith',
	'hardBecause',
	'began',
	'ended',
	'mended',
] as const
const ordinals = ['closeness', 'strength', 'strain'] as const
const lists = ['gets', 'gives'] as const
type Said = Omit<SeenNode, 'id'> & Omit<SeenTie, 'from' | 'to'> & { readonly id: string }

/**
 * Views as GraphML in the shape of Network Canvas. A tie among them is a pair that was answered with yes: "no" and "do not know" have no
 * place there, for other programs read every edge as a tie; `writeOwn` keeps all.
 *
 * @param withNotes whether the notes go along: never unless they were ticked
 */
export function writeGraphml(graphs: readonly AsGraph[], withNotes: boolean): string {
	const all = graphs.map((graph) => ({ ...graph, nodes: nodesOf(graph) }))
	const everyone = all.flatMap(({ nodes }) => nodes)
	const options = Object.fromEntries(lists.map((list) => [list, optionsOf(everyone, list)]))
	const fields = withNotes ? [...texts, 'note' as const] : texts
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:nc="http://schema.networkcanvas.com/xmlns">',
		key('label', 'label', 'string', 'all'),
		key('networkCanvasType', 'networkCanvasType', 'string', 'all'),
		key('networkCanvasUUID', 'networkCanvasUUID', 'string', 'all'),
		key('networkCanvasSourceUUID', 'networkCanvasSourceUUID', 'string', 'edge'),
		key('networkCanvasTargetUUID', 'networkCanvasTargetUUID', 'string', 'edge'),
		key('ego_name', 'name', 'string', 'graph'),
		key('name', 'name', 'string', 'node'),
		...fields.map((field) => key(field, field, 'string', 'node')),
		...ordinals.map((field) => key(field, field, ordinalType(everyone, field), 'node')),
		key('wanted', 'wanted', 'string', 'node'),
		key('layout_X', 'layout_X', 'double', 'node'),
		key('layout_Y', 'layout_Y', 'double', 'node'),
		...lists.flatMap((list) =>
			(options[list] ?? []).map((option) => key(idOf(list, option), `${list}_${option}`, 'boolean', 'node')),
		),
		...all.flatMap(({ view, caseId, finishedAt, nodes }) => [
			`<graph edgedefault="undirected" nc:caseId="${escaped(caseId)}" nc:sessionFinishTime="${escaped(finishedAt)}">`,
			...data('ego_name', view.centre.label),
			...nodes.flatMap((node, at) => [
				`<node id="${at + 1}">`,
				...data('networkCanvasUUID', node.id),
				...data('networkCanvasType', typeOf(node.kind)),
				...data('label', node.label ?? 'Node'),
				...data('name', node.label),
				...[...fields, ...ordinals, 'wanted' as const].flatMap((field) => data(field, node[field])),
				...data('layout_X', node.place?.x),
				...data('layout_Y', node.place?.y),
				...lists.flatMap((list) => chosen(list, node[list], options[list] ?? [])),
				'</node>',
			]),
			...edgesOf(view, nodes),
			'</graph>',
		]),
		'</graphml>\n',
	].join('\n')
}

function nodesOf({ view, from = centreEnd }: AsGraph): Said[] {
	const ties = new Map(view.ties.filter((tie) => tie.from === from).map((tie) => [tie.to, tie]))
	return view.nodes.map((node) => ({ ...ties.get(node.id), ...node }))
}

function edgesOf(view: View, nodes: readonly Said[]): string[] {
	const numbers = new Map(nodes.map(({ id }, at) => [id, at + 1]))
	return view.pairs
		.filter(({ know }) => know === 'yes')
		.flatMap(({ one, other }, at) => [
			`<edge id="${nodes.length + at + 1}" source="${numbers.get(one)}" target="${numbers.get(other)}">`,
			...data('networkCanvasType', 'knows'),
			...data('networkCanvasSourceUUID', one),
			...data('networkCanvasTargetUUID', other),
			'</edge>',
		])
}

const key = (id: string, name: string, type: string, of: string): string =>
	`<key id="${id}" attr.name="${escaped(name)}" attr.type="${type}" for="${of}"/>`

/** What was not said is not there. */
const data = (id: string, value: unknown): string[] =>
	value === undefined ? [] : [`<data key="${id}">${escaped(String(value))}</data>`]

/** Every option with a yes or no where the question was answered; that they would rather not say is an option of its own. */
function chosen(list: string, answer: Said['gets'], options: readonly string[]): string[] {
	if (answer === undefined) return []
	const given = answer === unsaid ? [unsaid] : answer
	return options.flatMap((option) => data(idOf(list, option), given.includes(option)))
}

function optionsOf(nodes: readonly Said[], list: 'gets' | 'gives'): string[] {
	const answers = nodes.flatMap((node) => node[list] ?? [])
	// Where all said "none" there is no option of theirs, and the answer would be lost.
	const isAsked = nodes.some((node) => node[list] !== undefined)
	return isAsked ? [...new Set([...answers, unsaid])] : []
}

/** An option can have any signs in it, and an id only some: so it is its hash, as Network Canvas has it. */
const idOf = (list: string, option: string): string => `${list}_${createHash('sha1').update(option).digest('hex')}`

/** A number as long as all of them are, as Network Canvas finds it out. */
const ordinalType = (nodes: readonly Said[], field: (typeof ordinals)[number]): string =>
	nodes.every((node) => node[field] === undefined || levels.some((level) => level === node[field])) ? 'int' : 'string'

const typeOf = (kind: Said['kind']): string | undefined =>
	kind === undefined || kind === unsaid ? undefined : `${kind[0]?.toUpperCase()}${kind.slice(1)}`
