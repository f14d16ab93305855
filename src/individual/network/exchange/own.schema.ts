import { directions, levels, nodeKinds, pairAnswers, statuses, unsaid } from '../map.ts'

const text = { type: 'string' } as const
const oneOf = (...some: readonly unknown[]) => ({ enum: [...some, null] })
const perhapsText = { type: ['string', 'null'] } as const
const perhapsYes = { type: ['boolean', 'null'] } as const
const level = oneOf(...levels, unsaid)
const help = { anyOf: [{ type: 'array', items: text }, oneOf(unsaid)] } as const
const place = {
	type: ['object', 'null'],
	...{ required: ['x', 'y'], additionalProperties: false },
	properties: { x: { type: 'number' }, y: { type: 'number' } },
} as const

/** Of one kind of thing: by what it is named, and which fields with what in them. */
const about = (kind: string, ends: readonly string[], fields: Readonly<Record<string, object>>) =>
	Object.entries(fields).map(([field, value]) => ({
		properties: {
			thing: {
				...{ type: 'object', required: ['kind', ...ends], additionalProperties: false },
				properties: { kind: { const: kind }, ...Object.fromEntries(ends.map((end) => [end, text])) },
			},
			...{ field: { const: field }, value },
		},
	}))

/** What stands in the file of a network: JSON Schema, draft 7. A value of null takes back what this hand had said. */
export const ownSchema = {
	$schema: 'http://json-schema.org/draft-07/schema#',
	$id: 'urn:alongside:network:1',
	title: 'My network: who said what, when, about which field of which thing',
	type: 'object',
	required: ['schema', 'marks'],
	additionalProperties: false,
	properties: {
		schema: { const: 'urn:alongside:network:1' },
		marks: {
			type: 'array',
			items: {
				type: 'object',
				required: ['id', 'hand', 'at', 'thing', 'field', 'value'],
				properties: { id: text, hand: text, at: { type: 'string', format: 'date-time' } },
				anyOf: [
					...about('centre', [], { kind: oneOf('person', 'household', 'group'), label: perhapsText }),
					...about('member', ['id'], { here: perhapsYes, label: perhapsText }),
					...about('node', ['id'], {
						...{ here: perhapsYes, label: perhapsText, who: perhapsText, note: perhapsText },
						...{ kind: oneOf(...nodeKinds, unsaid), part: perhapsText, closeness: level, place },
					}),
					...about('tie', ['from', 'to'], {
						here: perhapsYes,
						...{ strength: level, strain: level, direction: oneOf(...directions, unsaid) },
						...{ status: oneOf(...statuses, unsaid), wanted: oneOf(true, false, unsaid) },
						...{ gets: help, gives: help, helpsMeWith: perhapsText, iHelpWith: perhapsText },
						...{ hardBecause: perhapsText, began: perhapsText, ended: perhapsText, mended: perhapsText },
					}),
					...about('pair', ['one', 'other'], { know: oneOf(...pairAnswers, unsaid) }),
				],
			},
		},
	},
} as const
