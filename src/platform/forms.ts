import * as v from 'valibot'

/** What a form sent, as text by field name. */
export type Fields = Readonly<Record<string, string>>

/** One sentence for each field that has something to put right. */
export type Errors = Readonly<Record<string, string>>

/** The fields of a posted form that we asked for, and no others: empty where not sent, line breaks as one sign, of a repeated field the last. */
export function fieldsOf(body: unknown, names: readonly string[]): Fields {
	const sent = (body ?? {}) as Record<string, unknown>
	const fields: Record<string, string> = {}
	for (const name of names) {
		const given = Object.hasOwn(sent, name) ? sent[name] : undefined
		const last = Array.isArray(given) ? given.at(-1) : given
		fields[name] = typeof last === 'string' ? last.replace(/\r\n?/g, '\n') : ''
	}
	return fields
}

/** Reads fields by a form's schema: the values, or one sentence for each field. */
export function readFields<Schema extends v.GenericSchema>(
	schema: Schema,
	fields: Fields,
): { values: v.InferOutput<Schema>; errors?: never } | { values?: never; errors: Errors } {
	const read = v.safeParse(schema, fields, { abortPipeEarly: true })
	if (read.success) return { values: read.output }
	const errors: Record<string, string> = {}
	for (const issue of read.issues) {
		const field = String(issue.path?.[0]?.key ?? '')
		errors[field] ??= issue.message
	}
	return { errors }
}

/** What can be shown again in a field: database and browser both refuse NUL, and half a sign is no sign. */
export const showable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The length of a text as its reader counts it: an emoji or a letter with its marks is one. */
function lengthOf(text: string): number {
	let count = 0
	for (const _ of graphemes.segment(text)) count++
	return count
}

/** No text of ours is longer than this in UTF-16 units, whatever its length in signs: a sign can carry a thousand marks. */
const mostUnits = 40_000

const hasSomethingToSee = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What a text field says when there is something to put right. */
export type TextSays = { empty: string; tooLong: string; unreadable: string }

const isWhole = (words: string): boolean => !words.includes('\0') && words.isWellFormed()
const isWithin = (most: number) => (words: string) => words.length <= mostUnits && lengthOf(words) <= most

/**
 * Words that someone writes, kept exactly but for space at their ends.
 *
 * @param most the longest, in signs as readers count them
 */
export const text = (most: number, says: TextSays) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check(isWhole, says.unreadable),
		v.trim(),
		v.check((words) => hasSomethingToSee.test(words), says.empty),
		v.check(isWithin(most), says.tooLong),
	)

/** The same, where nothing may stand: then it is `null`. */
export const optionalText = (most: number, says: Omit<TextSays, 'empty'>) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check(isWhole, says.unreadable),
		v.trim(),
		v.check(isWithin(most), says.tooLong),
		v.transform((words) => (hasSomethingToSee.test(words) ? words : null)),
	)

/**
 * A whole number from 0 to 10.
 *
 * @param choose what is said where none was chosen */
export const zeroToTen = (choose: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(\d|10)$/, choose),
		v.transform((number) => Number(number)),
	)

/**
 * A day as a browser's own field sends it, or as people in these islands write it: 2027-05-03, 3/5/2027. Else `null`.
 *
 * @param earliest the first day that can be meant, YYYY-MM-DD
 */
export const optionalDay = (earliest: string, says: { unreadable: string; past: string }) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check((written) => written === '' || dayOf(written) !== undefined, says.unreadable),
		v.transform((written) => dayOf(written) ?? null),
		v.check((day) => day === null || day >= earliest, says.past),
	)

/** Nobody promises anything by an earlier day, and not every database knows the year 0. */
const firstYear = 1900

function dayOf(written: string): string | undefined {
	const parts =
		written.match(/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/) ??
		written.match(/^(?<day>\d{1,2})[/. -](?<month>\d{1,2})[/. -](?<year>\d{4})$/)
	const { year, month, day } = parts?.groups ?? {}
	if (!year || !month || !day || Number(year) < firstYear) return undefined
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const time = Date.parse(`${iso}T00:00:00Z`)
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}
