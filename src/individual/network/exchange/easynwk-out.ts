import { answered, type SeenTie, type View } from '../view.ts'
import { polarFor, polarOf } from './polar.ts'

/** A view with the name and day under which it is kept. */
export type Kept = { readonly view: View; readonly title: string; readonly day: string }

/**
 * Views as a file that easyNWK opens, a version each. It has no place for what was answered with no, for strength, or for what is
 * given: `writeOwn` keeps all.
 *
 * @param withNotes whether the notes go along: never unless they were ticked
 */
export function writeEasyNwk(views: readonly Kept[], withNotes: boolean): string {
	const versions = views.map(({ view, title, day }, at) => ({
		id: at + 1,
		title,
		date: day,
		nwk: nwkOf(view, withNotes),
	}))
	return JSON.stringify({ versions, currentVersion: versions.length, size: '5' }, undefined, '\t')
}

function nwkOf(view: View, withNotes: boolean) {
	const ids = new Map(view.nodes.map(({ id }, at) => [id, at + 1]))
	const ties = Map.groupBy(view.ties, ({ to }) => to)
	return {
		ego: { name: view.centre.label ?? '', age: '', currentGender: notSaid, note: '' },
		alteri: view.nodes.map((node, at) => {
			const part = answered(node.part)
			const kind = answered(node.kind)
			const place = node.place ? polarOf(node.place) : polarFor(part, answered(node.closeness), at)
			return {
				...{
					id: at + 1,
					version: 0,
					name: node.label ?? '',
					role: node.who ?? '',
					roleDefault: node.who === undefined,
				},
				...{ human: kind !== 'idea' && kind !== 'animal' && kind !== 'place', deceased: kind === 'someone who died' },
				...{ currentGender: notSaid, genderDefault: true, age: '', note: (withNotes && node.note) || '', emoji: '' },
				...{ angle: place.angle, distance: place.distance },
				...tieOut(ties.get(node.id) ?? []),
			}
		}),
		connections: view.pairs
			.filter(({ know }) => know === 'yes')
			.map(({ one, other }) => ({ id1: ids.get(one), id2: ids.get(other), version: 0 })),
	}
}

/** What it writes where nobody said a gender: it has a field for one, and we do not ask. */
const notSaid = 'nicht festgelegt'

const supports: Readonly<Record<string, string>> = {
	...{ supportEmotional: 'emotional', supportInstrumental: 'practical', supportInformational: 'information' },
	...{ supportSocial: 'company', supportLinking: 'a way in' },
}

function tieOut(ties: readonly SeenTie[]) {
	const gets = new Set(ties.flatMap((tie) => answered(tie.gets) ?? []))
	const stands = ties.some(({ status }) => status === undefined || status === 'present' || status === 'mended')
	const edgeType = stands ? (gets.size > 1 ? 2 : 1) : 0
	return {
		...{ edgeType, edgeTypeByUser: edgeType, conflict: ties.some((tie) => Number(answered(tie.strain)) >= 2) },
		...Object.fromEntries(Object.entries(supports).map(([field, kind]) => [field, Number(gets.has(kind))])),
	}
}
