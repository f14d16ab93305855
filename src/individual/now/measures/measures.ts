import * as v from 'valibot'

const words = v.pipe(v.string(), v.trim(), v.nonEmpty())

const question = v.object({
	id: words,
	/** Exactly as its source words it. */
	wording: words,
	/** What the lowest and the highest number stand for; or every answer by name, with the number that it is kept as. */
	responses: v.union([
		v.object({ from: v.literal(0), to: v.literal(10), lowest: words, highest: words }),
		v.array(v.object({ value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), text: words })),
	]),
	/** How its source groups the answers. Nobody is shown one: they are for whoever compares with the source. */
	bands: v.array(v.object({ from: v.number(), to: v.number(), name: words })),
})

/**
 * A measure that others made, as data. One without a licence, a source or any other of these fields does not load, and then
 * the program does not start.
 */
const measure = v.object({
	id: words,
	version: words,
	language: words,
	title: words,
	/** How the source introduces it, where it does. */
	introduction: v.nullable(words),
	questions: v.pipe(v.array(question), v.minLength(1)),
	/** Nothing of ours is ever added up. */
	scoring: v.literal('none'),
	/** What a question without an answer counts as. */
	missing: v.literal('no answer, and never a number'),
	licence: words,
	source: v.pipe(v.string(), v.url()),
	/** What its licence asks to be said wherever it stands. */
	attribution: words,
	mayShip: v.literal('anyone'),
	/** Days between two answers to the same question. */
	minimumGap: v.pipe(v.number(), v.integer(), v.minValue(1)),
	mayAnswer: v.literal('the person'),
	mayRead: v.literal('the person'),
})

export type Measure = v.InferOutput<typeof measure>
export type Question = Measure['questions'][number]

/**
 * Reads a measure.
 *
 * @throws when a field is missing, its licence above all
 */
export const loadMeasure = (data: unknown): Measure => v.parse(measure, data)

/** An answer to one question of a measure. Without a number they would rather not say, which is an answer. */
export type Answer = {
	id: string
	measure: string
	version: string
	question: string
	answer: number | null
	words: string | null
	answeredAt: Date
}

const day = 24 * 60 * 60_000

/** When a question can be answered again: nothing, where that is now. */
export function againFrom({ minimumGap }: Measure, answers: readonly Answer[], now: Date): Date | undefined {
	const last = answers.at(-1)
	const next = last && new Date(last.answeredAt.getTime() + minimumGap * day)
	return next && next > now ? next : undefined
}

/** How an answer is said: its number, or its words. */
export const saidAs = ({ responses }: Question, answer: number): string =>
	Array.isArray(responses) ? (responses.find(({ value }) => value === answer)?.text ?? String(answer)) : String(answer)

/** The last two answers with a number, if they differ: from what to what. */
export function lastChange(question: Question, answers: readonly Answer[]): { from: string; to: string } | undefined {
	const [before, after] = answers.flatMap(({ answer }) => (answer === null ? [] : [answer])).slice(-2)
	if (before === undefined || after === undefined || before === after) return undefined
	return { from: saidAs(question, before), to: saidAs(question, after) }
}
