import type { Reader } from '../../../platform/words.ts'
import { answered, type View } from '../view.ts'
import { brokerageShare } from './brokerage.ts'
import { constraint, effectiveSize, efficiency } from './burt.ts'
import { blau, entropy, sizeOf } from './composition.ts'
import { eiRescaled } from './e-i.ts'
import { graphOf } from './graph.ts'
import { strain } from './help.ts'
import { density, linchpins, meanDegree, parts } from './structure.ts'
import { supervisionWords } from './supervision.words.ts'

/** One number with what it can mean and its formula. */
export type Numbered = {
	readonly what: string
	readonly value: string
	readonly means: string
	readonly formula: string
}

const first = ['density', 'meanDegree', 'parts', 'linchpins', 'strain'] as const
const folded = ['effectiveSize', 'efficiency', 'constraint', 'brokerage', 'entropy', 'blau', 'eiRescaled'] as const
type Name = (typeof first)[number] | (typeof folded)[number]

/** The numbers of a view, to a practitioner who asks: those to talk about, and those in the fold for supervision and research. */
export function numbersOf(view: View, reader: Reader<'practitioner'>) {
	const say = supervisionWords(reader)
	const graph = graphOf(view)
	const partOf = new Map(view.nodes.map(({ id, part }) => [id, answered(part)]))
	const { parts: byPart } = sizeOf(view)
	const values: Readonly<Record<Name, number | null>> = {
		...{ density: density(graph), meanDegree: meanDegree(graph), parts: parts(graph).length },
		...{ linchpins: linchpins(graph).length, strain: strain(view).strained.share },
		...{ effectiveSize: effectiveSize(graph), efficiency: efficiency(graph), constraint: constraint(graph) },
		...{ brokerage: brokerageShare(graph), entropy: entropy(byPart), blau: blau(byPart) },
		eiRescaled: eiRescaled(graph, (id) => partOf.get(id)),
	}
	const shown = (name: Name): Numbered => ({
		...{ what: say(name), means: say(`${name}Means`), formula: say(`${name}Formula`) },
		value: said(values[name]) ?? say('tooLittle'),
	})
	return {
		notes: [say('notAScore'), ...(graph.open > 0 ? [say('open', { count: graph.open })] : [])],
		numbers: first.map(shown),
		fold: { title: say('fold'), numbers: folded.map(shown) },
	}
}

/** A whole number as it is, others with two places. */
const said = (value: number | null): string | undefined =>
	value === null ? undefined : Number.isInteger(value) ? String(value) : value.toFixed(2)
