/**
 * GraphML as Network Canvas writes it (`createGraphML.js` of github.com/complexdatacollective/network-exporters): the person is no node
 * but data of the graph, an answer that is not there was not given, and a choice of several is a yes or no for each. What is
 * read is what the keys say by their id, for two of them can have one name.
 */
import { centreEnd, type NodeKind, pairKey } from '../map.ts'
import type { SeenNode, SeenPair, SeenTie } from '../view.ts'
import { CannotRead } from './cannot-read.ts'
import { type Drawing, isTooMuch, type NotUnderstood } from './drawing.ts'
import { type Datum, dataIn, fieldsFrom, type Keys, keysIn } from './graphml-data.ts'
import { type Element, readXml } from './xml.ts'

/**
 * Reads a file: a drawing for each of its graphs.
 *
 * @throws CannotRead when it is broken, has a document type, or is no GraphML
 */
export function readGraphml(xml: string): Drawing[] {
	let nodes = 0
	const root = readXml(xml, ({ name }, within) => {
		if (name === 'node') nodes += 1
		// A graph has its nodes and edges in it, and a file its keys.
		const said = within && within.name !== 'graph' && within.name !== 'graphml' ? within.children.length : 0
		if (isTooMuch(nodes) || isTooMuch(said)) throw new CannotRead('tooMuch')
	})
	const graphs = root.children.filter(({ name }) => name === 'graph')
	if (root.name !== 'graphml' || graphs.length === 0) throw new CannotRead('notGraphml')
	if (graphs.some(({ children }) => isTooMuch(children.filter(({ name }) => name === 'data').length))) {
		throw new CannotRead('tooMuch')
	}
	const keys = keysIn(root)
	return graphs.map((graph) => drawingOf(graph, keys))
}

function drawingOf(graph: Element, keys: Keys): Drawing {
	const { attributes, children } = graph
	const nodes = new Map<string, Element>()
	const strange: NotUnderstood[] = children
		.filter(({ name }) => !['node', 'edge', 'data', 'desc'].includes(name))
		.map(({ name }) => ({ where: '', what: `<${name}>` }))
	for (const node of children.filter(({ name }) => name === 'node')) {
		const id = node.attributes.id ?? ''
		if (nodes.has(id) || id === '' || id === centreEnd) strange.push({ where: id, what: 'the same id twice, or none' })
		else nodes.set(id, node)
	}
	const read = [...nodes].map(([id, node]) => nodeOf(id, dataIn(node, keys, 'node')))
	const { pairs, unknown } = pairsOf(graph, keys, nodes)
	const ego = dataIn(graph, keys, 'graph')
	const label = ego.find(isName)?.value
	return {
		title: attributes.caseId ?? '',
		drawnOn: attributes.sessionFinishTime ?? attributes.sessionExportTime ?? '',
		centre: { kind: 'person', ...(label === undefined ? {} : { label }) },
		nodes: read.map(({ node }) => node),
		ties: read.map(({ tie }) => tie),
		pairs,
		notUnderstood: [
			...strange,
			...ego.filter((one) => !isName(one) && !isOfProgram(one)).map(({ name, value }) => listed('', name, value)),
			...read.flatMap(({ notUnderstood }) => notUnderstood),
			...unknown,
		],
	}
}

const listed = (where: string, name: string, value: string): NotUnderstood => ({ where, what: `${name}: ${value}` })
const isName = ({ name }: Datum): boolean => name.toLowerCase() === 'name'
/** What the program needs for itself. */
const isOfProgram = ({ key }: Datum): boolean => /^(?:networkCanvas.*|label)$/.test(key)

const kindNames: readonly (readonly [RegExp, NodeKind])[] = [
	[/^(?:person|people|alter|friend|contact)s?$/i, 'person'],
	[/^(?:group|organi[sz]ation|team)s?$/i, 'group'],
	[/^(?:place|location|venue)s?$/i, 'place'],
	[/^services?$/i, 'service'],
	[/^(?:animal|pet|dog|cat)s?$/i, 'animal'],
	[/^ideas?$/i, 'idea'],
	[/^someone who died$/i, 'someone who died'],
]

function nodeOf(id: string, data: readonly Datum[]): { node: SeenNode; tie: SeenTie; notUnderstood: NotUnderstood[] } {
	const type = data.find(({ key }) => key === 'networkCanvasType')?.value
	const kind = kindNames.find(([name]) => type !== undefined && name.test(type))?.[1]
	// Without a name of its own a node is labelled "Node".
	const shown = data.find(({ key, value }) => key === 'label' && value !== 'Node')?.value
	const label = data.find(isName)?.value ?? shown
	const where = label ?? id
	const { fields, rest } = fieldsFrom(data.filter((one) => !isName(one) && !isOfProgram(one)))
	return {
		node: { id, ...(label === undefined ? {} : { label }), ...(kind ? { kind } : {}), ...fields.node },
		tie: { from: centreEnd, to: id, ...fields.tie },
		notUnderstood: [
			...(type === undefined || kind ? [] : [listed(where, 'type', type)]),
			...rest.map(({ name, value }) => listed(where, name, value)),
		],
	}
}

const aboutTie = /^(?:knows?|tie|weight|strength|closeness|connected)$/i
const noTie = /^(?:no|none|not at all|no tie|false|0+(?:\.0+)?)$/i
const notKnown = /^(?:do not know|don't know|unknown)$/i

/** What an edge says of a pair: a row that says "no tie" is none. */
function answerOf(data: readonly Datum[]): 'yes' | 'no' | 'do not know' {
	const said = data.filter(({ name }) => aboutTie.test(name)).map(({ value }) => value)
	if (said.some((value) => noTie.test(value))) return 'no'
	return said.some((value) => notKnown.test(value)) ? 'do not know' : 'yes'
}

/** Each pair once, whichever way round and however often: one edge that says yes is enough, of whatever kind the others are. */
function pairsOf(graph: Element, keys: Keys, nodes: ReadonlyMap<string, unknown>) {
	const pairs = new Map<string, SeenPair>()
	const unknown: NotUnderstood[] = []
	for (const edge of graph.children.filter(({ name }) => name === 'edge')) {
		const { source: one = '', target: other = '' } = edge.attributes
		if (one === other || !nodes.has(one) || !nodes.has(other)) {
			unknown.push({ where: '', what: `an edge of ${one} and ${other}` })
			continue
		}
		const data = dataIn(edge, keys, 'edge')
		const key = pairKey(one, other)
		const know = answerOf(data)
		if (!pairs.has(key) || know === 'yes') pairs.set(key, { one, other, know })
		const rest = data.filter((datum) => !isOfProgram(datum) && !aboutTie.test(datum.name))
		unknown.push(...rest.map(({ name, value }) => listed(`${one} - ${other}`, name, value)))
	}
	return { pairs: [...pairs.values()], unknown }
}
