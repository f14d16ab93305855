import * as v from 'valibot'
import { type Fields, unsaid } from '../map.ts'
import { values } from './values.ts'
import type { Element } from './xml.ts'

/** What a file says its data are, by the id of the key: names are for readers, and two keys can have one. */
export type Keys = ReadonlyMap<string, { readonly name: string; readonly type: string; readonly of: string }>

export function keysIn(root: Element): Keys {
	const keys = root.children.filter(({ name }) => name === 'key')
	return new Map(
		keys.map(({ attributes, children }) => {
			const { id = '', for: of = 'all' } = attributes
			// Newer files have the name as it was in <desc>, and one without spaces in attr.name.
			const described = children.find(({ name }) => name === 'desc')?.text
			return [id, { name: described ?? attributes['attr.name'] ?? id, type: attributes['attr.type'] ?? 'string', of }]
		}),
	)
}

/** One answer: which key, by which name, and what. */
export type Datum = { readonly key: string; readonly name: string; readonly type: string; readonly value: string }

/** What is said of an element itself. Data by a key that nobody declared, or of something else, have the id as their name. */
export function dataIn({ children }: Element, keys: Keys, of: 'graph' | 'node' | 'edge'): Datum[] {
	return children
		.filter(({ name }) => name === 'data')
		.map(({ attributes, text }) => {
			const { key = '' } = attributes
			const known = keys.get(key)
			const fits = known && (known.of === of || known.of === 'all')
			return { key, name: fits ? known.name : key, type: fits ? known.type : 'string', value: text }
		})
}

/** Our fields that stand with a node: its own, and those of its tie to the centre. */
type Read = { node: Partial<Fields['node']>; tie: Partial<Fields['tie']> }
const lists = ['gets', 'gives'] as const
const levels = new Set(['closeness', 'strength', 'strain'])

/** Our fields among what is said of a node, and the rest as it stands there. */
export function fieldsFrom(data: readonly Datum[]): { fields: Read; rest: Datum[] } {
	const fields: Read = { node: {}, tie: {} }
	const rest = data.filter((datum) => !takeChoice(fields.tie, datum) && !takeField(fields, datum))
	return takePlace(fields, rest)
}

/** A choice of several: a yes or no for each. All of them no is "none", and none of them there is not asked. */
function takeChoice(tie: Partial<Fields['tie']>, { key, name, type, value }: Datum): boolean {
	const list = lists.find((one) => key.startsWith(`${one}_`) && name.startsWith(`${one}_`))
	if (!list || type !== 'boolean' || (value !== 'true' && value !== 'false')) return false
	const option = name.slice(list.length + 1)
	const before = tie[list] ?? []
	if (value === 'false' || before === unsaid) tie[list] = before
	else tie[list] = option === unsaid ? unsaid : [...before, option]
	return true
}

/** Only by the ids that our own files have: another's "closeness" goes by a scale of its own. */
function takeField(fields: Read, { key, name, value }: Datum): boolean {
	if (key !== name) return false
	const said = levels.has(name) && /^[0-3]$/.test(value) ? Number(value) : name === 'wanted' ? yesOrNo(value) : value
	const plain = ['here', 'label', 'place', ...lists]
	for (const kind of ['node', 'tie'] as const) {
		const known: Readonly<Record<string, v.GenericSchema>> = values[kind]
		const schema = Object.hasOwn(known, name) && !plain.includes(name) ? known[name] : undefined
		if (!schema || !v.is(schema, said)) continue
		Object.assign(fields[kind], { [name]: said })
		return true
	}
	return false
}

const yesOrNo = (value: string): string | boolean => (value === 'true' ? true : value === 'false' ? false : value)

/** The first layout that there is, where it goes from 0 to 1: two keys that differ in their last letter. */
function takePlace(fields: Read, data: Datum[]): { fields: Read; rest: Datum[] } {
	for (const across of data.filter(({ name, type }) => name.endsWith('_X') && type === 'double')) {
		const down = data.find(({ key, name }) => name.endsWith('_Y') && key === across.key.replace(/X$/, 'Y'))
		const [x, y] = [Number(across.value), Number(down?.value ?? Number.NaN)]
		if (![x, y].every((part) => part >= 0 && part <= 1)) continue
		fields.node.place = { x, y }
		return { fields, rest: data.filter((datum) => datum !== across && datum !== down) }
	}
	return { fields, rest: data }
}
