import * as v from 'valibot'
import { directions, type Fields, type Kind, levels, nodeKinds, pairAnswers, statuses, unsaid } from '../map.ts'
import { whole } from './cannot-read.ts'

const text = v.pipe(v.string(), v.transform(whole))
const textOrNot = v.union([v.literal(unsaid), text])
const level = v.picklist([...levels, unsaid])
const help = v.union([v.literal(unsaid), v.array(text)])
const coordinate = v.pipe(v.number(), v.finite())

/** What may stand in each field of each kind of thing. */
export const values: {
	readonly [K in Kind]: { readonly [F in keyof Fields[K]]: v.GenericSchema<unknown, Fields[K][F]> }
} = {
	centre: { kind: v.picklist(['person', 'household', 'group']), label: text },
	member: { here: v.boolean(), label: text },
	node: {
		...{ here: v.boolean(), label: text, who: text, note: text },
		...{ kind: v.picklist([...nodeKinds, unsaid]), part: textOrNot, closeness: level },
		place: v.strictObject({ x: coordinate, y: coordinate }),
	},
	tie: {
		here: v.boolean(),
		...{ strength: level, strain: level, direction: v.picklist([...directions, unsaid]) },
		...{ status: v.picklist([...statuses, unsaid]), wanted: v.union([v.literal(unsaid), v.boolean()]) },
		...{ gets: help, gives: help, helpsMeWith: text, iHelpWith: text, hardBecause: text },
		...{ began: textOrNot, ended: textOrNot, mended: textOrNot },
	},
	pair: { know: v.picklist([...pairAnswers, unsaid]) },
}
