import type { Reader, Say } from '../../../platform/words.ts'
import type { View } from '../view.ts'
import { goBetween } from './brokerage.ts'
import { sizeOf } from './composition.ts'
import { type Graph, graphOf } from './graph.ts'
import { type Called, type Line, partSaid } from './line.ts'
import { networkWords } from './measures.words.ts'
import { knowOnlyTheCentre, linchpins, parts } from './structure.ts'

type Words = Say<Parameters<ReturnType<typeof networkWords>>[0]>

/** More pairs than these are told by their number. */
const mostPairs = 10

/**
 * Who is on the map and who knows whom, a line each.
 *
 * @param person how the person is called where they are not the reader
 */
export function whoKnowsWhom(
	view: View,
	reader: Reader<'person' | 'practitioner'>,
	called: Called,
	person: string,
): Line[] {
	const say = networkWords(reader)
	const graph = graphOf(view)
	const names = (ids: readonly string[]) => ids.map(called)
	const between = goBetween(graph)
	return [
		{ words: say('size', { count: graph.alters.length }), list: [] },
		...belonging(view, say, person),
		...groups(graph, say, names, person),
		...linchpins(graph).map(({ id, pieces }) => ({
			words: say('linchpin', { name: called(id) }),
			list: names(pieces.slice(1).flat()),
		})),
		...(between.length === 0 ? [] : [{ words: say('goBetween', { count: between.length, person }), list: pairsOf() }]),
		...(graph.open === 0 ? [] : [{ words: say('open', { count: graph.open }), list: [] }]),
	]

	function pairsOf(): string[] {
		if (between.length > mostPairs) return []
		return between.map(({ one, other }) => say('pair', { one: called(one), other: called(other) }))
	}
}

function belonging(view: View, say: Words, person: string): Line[] {
	const { kinds, known, notSaid } = sizeOf(view).parts
	if (known === 0) return []
	const counted = kinds.map(({ kind, count }) => say('ofKind', { kind: partSaid(kind, say), count }))
	const rest = notSaid === 0 ? [] : [say('ofKind', { kind: say('notSaid'), count: notSaid })]
	return [{ words: say('belong', { person }), list: [...counted, ...rest] }]
}

/** Groups by name, for two maps with the same numbers can have opposite shapes. Nobody is said to know only the person unless every answer was no. */
function groups(graph: Graph, say: Words, names: (ids: readonly string[]) => string[], person: string): Line[] {
	const together = parts(graph).filter(({ length }) => length > 1)
	const alone = knowOnlyTheCentre(graph).filter((one) =>
		graph.alters.every((other) => one === other || graph.pair(one, other) === false),
	)
	const sentence = graph.open === 0 ? 'groups' : 'groupsSoFar'
	const whole = together.length === 1 && together[0]?.length === graph.alters.length
	return [
		...(whole ? [{ words: say('allKnow'), list: [] }] : []),
		...(together.length > 1 ? [{ words: say(sentence, { count: together.length, person }), list: [] }] : []),
		...(whole ? [] : together.map((part) => ({ words: say('group'), list: names(part) }))),
		...(alone.length > 0 && graph.alters.length > 1
			? [{ words: say('onlyYou', { count: alone.length, person }), list: names(alone) }]
			: []),
	]
}
