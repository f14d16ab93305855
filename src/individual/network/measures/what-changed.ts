import type { Reader } from '../../../platform/words.ts'
import type { Changes, Pair, Turned } from '../changes.ts'
import type { Level } from '../map.ts'
import { changesWords } from './changes.words.ts'
import { type Called, kindSaid, type Line } from './line.ts'
import { networkWords } from './measures.words.ts'

/** What changed between two maps, a line each, and first why the two may differ though nothing in the life did. */
export function whatChanged(changes: Changes, reader: Reader<'person' | 'practitioner'>, called: Called): Line[] {
	const say = changesWords(reader)
	const sayKind = networkWords(reader)
	const note = (is: boolean, key: 'otherQuestions' | 'otherHand' | 'helpNotComparable'): Line[] =>
		is ? [{ words: say(key), list: [] }] : []
	const who = (key: Parameters<typeof say>[0], ids: readonly string[]): Line[] =>
		ids.length > 0 ? [{ words: say(key, { count: ids.length }), list: ids.map(called) }] : []
	const kinds = (key: 'newHelp' | 'lostHelp', some: readonly string[]): Line[] =>
		some.length > 0 ? [{ words: say(key), list: some.map((kind) => kindSaid(kind, sayKind)) }] : []
	const pairs = (key: 'met' | 'lost', some: readonly Pair[]): Line[] =>
		some.length > 0 ? [{ words: say(key), list: some.map(pairSaid) }] : []
	const pairSaid = ({ one, other }: Pair) => sayKind('pair', { one: called(one), other: called(other) })
	const notes = [
		...note(changes.otherQuestions, 'otherQuestions'),
		...note(changes.otherHand, 'otherHand'),
		...note(changes.helpNotComparable, 'helpNotComparable'),
	]
	const facts = [
		...who('came', changes.came),
		...who('went', changes.went),
		...who('mended', changes.mended),
		...who('broke', changes.broke),
		...kinds('newHelp', changes.newHelp),
		...kinds('lostHelp', changes.lostHelp),
		...changes.restsOnOne.map(({ kind, who }) => ({
			words: say('restsOnOne', { name: called(who) }),
			list: [kindSaid(kind, sayKind)],
		})),
		...who('closer', turned(changes.strength, 1)),
		...who('looser', turned(changes.strength, -1)),
		...who('harder', turned(changes.strain, 1)),
		...who('easier', turned(changes.strain, -1)),
		...pairs('met', changes.metEachOther),
		...pairs('lost', changes.lostEachOther),
	]
	return [...notes, ...(facts.length > 0 ? facts : [{ words: say('same'), list: [] }])]
}

const turned = (some: readonly Turned<Level>[], which: 1 | -1): string[] => [
	...new Set(some.filter(({ was, is }) => Math.sign(is - was) === which).map(({ to }) => to)),
]
