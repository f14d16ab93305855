/**
 * Maps of easyNWK (FH St. Pölten, MIT): JSON with versions of one network, or a single one as its older files have it. Its fields were
 * read in `src/data/` of github.com/fhstp/easynwk-web. What it writes by itself, such as "no conflict", is no answer.
 */
import * as v from 'valibot'
import { centreEnd, pairKey } from '../map.ts'
import type { SeenNode, SeenPair, SeenTie } from '../view.ts'
import { asJson, CannotRead, jsonOf, whole } from './cannot-read.ts'
import { type Drawing, isTooMuch, type NotUnderstood } from './drawing.ts'
import { closenessOf, placeOf, quarterOf } from './polar.ts'

const asText = v.transform((some: string | number) => whole(String(some)).trim())
const text = v.fallback(v.pipe(v.union([v.string(), v.number()]), asText), '')
const number = v.optional(v.pipe(v.number(), v.finite()))
const yes = v.fallback(v.optional(v.boolean()), undefined)
const id = v.pipe(v.union([v.number(), v.string()]), asText)
/** An object with no more fields than anybody could look through. */
const few = v.custom<object>(
	(some) => typeof some === 'object' && some !== null && !isTooMuch(Object.keys(some).length),
)
const alter = v.pipe(
	few,
	v.looseObject({
		...{ id, name: text, role: text, note: text, roleDefault: yes, human: yes, deceased: yes, conflict: yes },
		...{ edgeType: number, angle: number, distance: number },
	}),
)
const nwk = v.object({
	ego: v.pipe(few, v.looseObject({ name: text })),
	alteri: v.array(alter),
	connections: v.optional(v.array(v.object({ id1: id, id2: id }))),
})
const file = v.union([
	v.object({ versions: v.pipe(v.array(v.object({ title: text, date: text, nwk })), v.nonEmpty()) }),
	nwk,
])
type Alter = v.InferOutput<typeof alter>

/**
 * Reads a file of easyNWK: a drawing for each of its versions, oldest first as they stand there.
 *
 * @throws CannotRead when it is broken, or none of easyNWK's
 */
export function readEasyNwk(json: string): Drawing[] {
	const read = v.safeParse(file, jsonOf(json), { abortEarly: true })
	if (!read.success) throw new CannotRead('notEasyNwk', { cause: new v.ValiError(read.issues) })
	const versions = 'versions' in read.output ? read.output.versions : [{ title: '', date: '', nwk: read.output }]
	return versions.map(({ title, date, nwk }) => drawingOf(nwk, title, date))
}

function drawingOf(
	{ ego, alteri, connections = [] }: v.InferOutput<typeof nwk>,
	title: string,
	drawnOn: string,
): Drawing {
	if (isTooMuch(alteri.length)) throw new CannotRead('tooMuch')
	const once = new Map(alteri.toReversed().map((one) => [one.id, one]))
	const first = alteri.filter((one) => once.get(one.id) === one)
	const notUnderstood = alteri
		.filter((one) => once.get(one.id) !== one)
		.map((one) => ({ where: one.name, what: `the same id twice: ${one.id}` }))
	const { pairs, unknown } = pairsOf(connections, new Set(once.keys()))
	return {
		...{ title, drawnOn, pairs },
		centre: { kind: 'person', ...said('label', ego.name) },
		nodes: first.map(nodeOf),
		ties: first.map(tieOf),
		notUnderstood: [...notUnderstood, ...restOf(ego.name, ego, ['name']), ...first.flatMap(notOurs), ...unknown],
	}
}

/** A connection is a pair that know each other, whichever way round and however often it stands there. */
function pairsOf(connections: readonly { id1: string; id2: string }[], ids: ReadonlySet<string>) {
	const pairs = new Map<string, SeenPair>()
	const unknown: NotUnderstood[] = []
	for (const { id1: one, id2: other } of connections) {
		if (one !== other && ids.has(one) && ids.has(other)) pairs.set(pairKey(one, other), { one, other, know: 'yes' })
		else unknown.push({ where: '', what: `a connection of ${one} and ${other}` })
	}
	return { pairs: [...pairs.values()], unknown }
}

const said = <Key extends string>(key: Key, value: string): { [K in Key]?: string } =>
	(value === '' ? {} : { [key]: value }) as { [K in Key]?: string }

function nodeOf({ id, name, role, roleDefault, note, human, deceased, angle, distance }: Alter): SeenNode {
	const polar = angle !== undefined && distance !== undefined && distance > 0 ? { angle, distance } : undefined
	const part = polar && quarterOf(polar)
	return {
		...{ id, label: name },
		kind: deceased ? 'someone who died' : human === false ? 'idea' : 'person',
		// The role that it puts in by itself says no more than the quarter.
		...(roleDefault ? {} : said('who', role)),
		...said('note', note),
		...(polar ? { closeness: closenessOf(polar), place: placeOf(polar) } : {}),
		...(part ? { part } : {}),
	}
}

/** Kinds of help by the names that its versions gave them. It counts from 1 to 3; nought is what stands there unasked. */
const supports: Readonly<Record<string, string>> = {
	...{ supportEmotional: 'emotional', supportSocial: 'company', supportLinking: 'a way in' },
	...{ supportInformational: 'information', supportCognitive: 'information' },
	...{ supportInstrumental: 'practical', supportPractical: 'practical', supportMaterial: 'money' },
}

function tieOf(one: Alter): SeenTie {
	const gets = Object.entries(supports).flatMap(([field, kind]) => (Number(one[field]) >= 1 ? [kind] : []))
	// Who has died, is no human or lies outside the outer ring has no tie there, whatever anybody answered.
	const isAsked = one.human !== false && !one.deceased && !(Number(one.distance) > 100)
	const status = one.edgeType === 0 ? 'on hold' : 'present'
	return {
		...{ from: centreEnd, to: one.id },
		...(isAsked ? (one.edgeType === undefined ? {} : { status }) : { status: 'none yet' }),
		...(one.conflict ? { strain: 3 } : {}),
		...(gets.length > 0 ? { gets: [...new Set(gets)] } : {}),
	}
}

const taken = new Set([
	...['id', 'name', 'role', 'roleDefault', 'note', 'deceased', 'conflict', 'angle', 'distance'],
	...['edgeTypeByUser', 'edgeTypeDefault', 'genderDefault', 'version', 'isSelected'],
	...Object.keys(supports),
])

/** What a map of ours has no field for: age, gender, a face; that a tie is of several kinds; what somebody is who is no human. */
function notOurs(one: Alter): NotUnderstood[] {
	const also = [
		...(one.edgeType === undefined || one.edgeType === 0 || one.edgeType === 1 ? ['edgeType'] : []),
		...(one.human === false ? [] : ['human']),
		...(one.genderDefault === true ? ['currentGender'] : []),
	]
	const levels = Object.keys(supports).filter((field) => Number(one[field]) > 1)
	return [
		...restOf(one.name, one, [...taken, ...also]),
		...levels.map((field) => ({ where: one.name, what: `${field}: ${asJson(one[field])}` })),
	]
}

/** Every field that is not taken and has something in it, as it stands there. */
function restOf(where: string, fields: Readonly<Record<string, unknown>>, taken: readonly string[]): NotUnderstood[] {
	return Object.entries(fields)
		.filter(([field, value]) => !taken.includes(field) && value !== '' && value !== null && value !== false)
		.map(([field, value]) => ({ where, what: `${field}: ${asJson(value)}` }))
}
