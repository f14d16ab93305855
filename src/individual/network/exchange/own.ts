import * as v from 'valibot'
import { keyOf, type Mark, type Thing } from '../map.ts'
import { asJson, CannotRead, jsonOf, whole } from './cannot-read.ts'
import type { NotUnderstood } from './drawing.ts'
import { ownSchema } from './own.schema.ts'
import { values } from './values.ts'

/**
 * The whole history of a map as a file: every hand, every time, what was taken back too. It comes back exactly.
 *
 * @param withNotes whether the notes go along: never unless they were ticked
 */
export function writeOwn(marks: readonly Mark[], withNotes: boolean): string {
	const going = marks.filter(({ field }) => withNotes || field !== 'note')
	return JSON.stringify({ schema: ownSchema.$id, marks: going }, undefined, '\t')
}

const text = v.pipe(v.string(), v.nonEmpty(), v.transform(whole))
const thing: v.GenericSchema<unknown, Thing> = v.variant('kind', [
	v.strictObject({ kind: v.literal('centre') }),
	v.strictObject({ kind: v.literal('member'), id: text }),
	v.strictObject({ kind: v.literal('node'), id: text }),
	v.strictObject({ kind: v.literal('tie'), from: text, to: text }),
	v.strictObject({ kind: v.literal('pair'), one: text, other: text }),
])
const file = v.object({
	schema: v.literal(ownSchema.$id),
	marks: v.array(
		v.object({
			...{ id: text, hand: text, thing, field: text, value: v.unknown() },
			at: v.pipe(
				text,
				v.isoTimestamp(),
				v.transform((at) => new Date(at)),
			),
		}),
	),
})

/**
 * Reads a file of ours. A field or a value that this version does not know is kept apart and listed.
 *
 * @throws CannotRead when it is broken, or none of ours
 */
export function readOwn(json: string): { marks: Mark[]; notUnderstood: NotUnderstood[] } {
	const read = v.safeParse(file, jsonOf(json))
	if (!read.success) throw new CannotRead('notOurs', { cause: new v.ValiError(read.issues) })
	const marks: Mark[] = []
	const notUnderstood: NotUnderstood[] = []
	for (const mark of read.output.marks) {
		if (isKnown(mark.thing, mark.field, mark.value)) marks.push(mark as Mark)
		else notUnderstood.push({ where: keyOf(mark.thing), what: asJson({ [mark.field]: mark.value }) })
	}
	return { marks, notUnderstood }
}

function isKnown({ kind }: Thing, field: string, value: unknown): boolean {
	const fields: Readonly<Record<string, v.GenericSchema>> = values[kind]
	const schema = Object.hasOwn(fields, field) ? fields[field] : undefined
	return schema !== undefined && (value === null || v.is(schema, value))
}
