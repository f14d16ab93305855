import type { Reader } from '../../../platform/words.ts'
import { answered, type View } from '../view.ts'
import { type CouldHelp, type Cover, coverage, withoutServices } from './coverage.ts'
import { everyTie, tiesThatCount } from './graph.ts'
import { helpOn, multiplexity, reciprocity, type Some, strain } from './help.ts'
import { type Called, kindSaid, type Line, partSaid } from './line.ts'
import { networkWords } from './measures.words.ts'

type To = Reader<'person' | 'practitioner'>

/** Who helps with what, both ways: what is given stands beside what is received, as long. */
export function whoHelps(view: View, reader: To, called: Called, person: string): Line[] {
	const say = networkWords(reader)
	const received = coverage(view, 'gets')
	const given = coverage(view, 'gives')
	const kinds = (some: readonly Cover[]) => some.map(({ kind }) => kindSaid(kind, say))
	const resting = (how: Cover['rests']) => received?.kinds.filter(({ rests }) => rests === how) ?? []
	const line = (words: string, list: readonly string[]): Line[] => (list.length > 0 ? [{ words, list }] : [])
	const counted = (key: 'severalWays' | 'youSeveralWays' | 'mixed', { ids }: Some) =>
		line(say(key, { count: ids.length, person }), ids.map(called))
	const onOne = Map.groupBy(resting('one'), ({ who }) => who[0] ?? '')
	const { bothWays } = reciprocity(view)
	const { mixed } = strain(view)
	const from = partsOfHelp(view)
	return [
		...(received ? [] : [{ words: say('helpNotAsked', { person }), list: [] }]),
		...line(say('several', { person }), kinds(resting('several'))),
		...[...onOne].flatMap(([id, covers]) => line(say('restsOn', { name: called(id), person }), kinds(covers))),
		...line(say('onlyServices'), kinds(resting('only services'))),
		...line(say('nobody'), kinds(resting('nobody'))),
		...line(
			say('helpFrom', { count: from.length, person }),
			from.map((part) => partSaid(part, say)),
		),
		...(given?.kinds ?? []).flatMap(({ kind, who }) =>
			line(say('youHelp', { count: who.length, kind: kindSaid(kind, say), person }), who.map(called)),
		),
		...counted('severalWays', multiplexity(view, 'gets').severalWays),
		...counted('youSeveralWays', multiplexity(view, 'gives').severalWays),
		...line(say('bothWays', { count: bothWays.ids.length, of: bothWays.of }), bothWays.ids.map(called)),
		...counted('mixed', mixed),
		...(mixed.ids.length > 0 ? [{ words: say('mixedUsual'), list: [] }] : []),
	]
}

/** From which parts of life help comes, as far as that was said. */
function partsOfHelp(view: View): string[] {
	const helping = tiesThatCount(view, everyTie).filter(({ tie }) => helpOn(tie, 'gets')?.length)
	return [...new Set(helping.flatMap(({ node }) => answered(node.part) ?? []))]
}

/** What stays if the services go: nothing to say, where there is none on the map. */
export function ifServicesGo(view: View, reader: To, called: Called): Line[] {
	const say = networkWords(reader)
	const { services, stay, still, gone } = withoutServices(view)
	if (services.length === 0) return []
	const line = (words: string, list: readonly string[]): Line[] => (list.length > 0 ? [{ words, list }] : [])
	return [
		...(stay.length === 0 ? [{ words: say('stayNobody'), list: [] }] : []),
		...line(say('stay'), stay.map(called)),
		...line(
			say('still'),
			still.map(({ kind }) => kindSaid(kind, say)),
		),
		...line(
			say('gone'),
			gone.map((kind) => kindSaid(kind, say)),
		),
	]
}

/** Who could help with one outcome. "Nobody yet" is an answer. */
export function couldHelp({ named, couldBeAsked }: CouldHelp, reader: To, called: Called, person: string): Line[] {
	const say = networkWords(reader)
	if (named.length + couldBeAsked.length === 0) return [{ words: say('nobodyYet'), list: [] }]
	return [
		...(named.length > 0 ? [{ words: say('named', { person }), list: named.map(called) }] : []),
		...couldBeAsked.map(({ id, kinds }) => ({
			words: say('couldBeAsked', { name: called(id), person }),
			list: kinds.map((kind) => kindSaid(kind, say)),
		})),
	]
}
