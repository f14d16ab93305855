import type { LifePartRow, SaidRow } from '../../platform/database/schema.ts'

/** The parts of a life that somebody can speak of. None has to be. */
export const parts = [
	'home',
	'money',
	'work',
	'health',
	'drugs',
	'relationships',
	'caring',
	'community',
	'identity',
	'rights',
] as const satisfies LifePartRow['part'][]
export type Part = (typeof parts)[number]

/** What each hand is asked about a part, in words; and what only the person is asked, in a number. */
export const questions = ['well', 'way', 'help'] as const satisfies SaidRow['question'][]
export type Question = (typeof questions)[number]
export type Place = NonNullable<SaidRow['place']>

/** One part of a person's life, and the scope by which it can be opened alone. */
export type Life = { id: string; part: Part; scope: string }

/** A picture that is being made, or was. */
export type Sitting = {
	id: string
	begunById: string
	begunAt: Date
	/** Begun by two, so that both write in it. */
	together: boolean
	/** Since when those who work with the person read it. */
	shownAt: Date | null
}

/** What one hand says to one question about one part. Without words and number they say nothing about it, which is an answer. */
export type Said = {
	id: string
	sitting: string
	life: string
	author: string
	question: SaidRow['question']
	words: string | null
	place: Place | null
	rating: number | null
	saidAt: Date
}

/** Something that goes well, which the person keeps as theirs. */
export type Strength = {
	id: string
	life: string
	sitting: string
	words: string
	keptAt: Date
	putAwayAt: Date | null
}

/** What the person has done about a part in a sitting. That it is done is theirs to say, never counted. */
export type Stage = 'open' | 'begun' | 'enough'

/** How far the person has come with a part in a sitting. */
export function stageOf(said: readonly Said[], person: string, sitting: string, life: string): Stage {
	const own = said.filter((one) => one.author === person && one.sitting === sitting && one.life === life)
	if (own.some(({ question }) => question === 'enough')) return 'enough'
	return own.length > 0 ? 'begun' : 'open'
}

/** What was said about one part in one sitting: the person's own first, then each other voice. */
export function voicesIn(said: readonly Said[], person: string): { author: string; said: Said[] }[] {
	const spoken = said.filter(({ question }) => question !== 'enough')
	const authors = [...new Set([person, ...spoken.map(({ author }) => author)])]
	return authors
		.map((author) => ({ author, said: spoken.filter((one) => one.author === author) }))
		.filter((voice) => voice.said.length > 0)
}

/** The lines of what was said, each a thing of its own. */
export const linesOf = (words: string | null): string[] =>
	(words ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)

/** How one voice on one question differs between two sittings: lines that came, lines that went, the number then and now. */
export type Difference = {
	author: string
	question: Question | 'rating'
	came: string[]
	gone: string[]
	/** Both numbers, where there are two and they differ: one that is missing is not nought. */
	from: number | undefined
	to: number | undefined
}

/** What is different about one part between what was said in an earlier sitting and in a later one. */
export function differencesBetween(earlier: readonly Said[], later: readonly Said[]): Difference[] {
	const authors = [...new Set([...earlier, ...later].map(({ author }) => author))]
	return authors.flatMap((author) =>
		([...questions, 'rating'] as const).flatMap((question) => {
			const find = (said: readonly Said[]) => said.find((one) => one.author === author && one.question === question)
			const [before, after] = [find(earlier), find(later)]
			// What was not asked about, or not answered, in one of the two is no change.
			if (!before || !after) return []
			const [was, is] = [linesOf(before.words), linesOf(after.words)]
			const came = is.filter((line) => !was.includes(line))
			const gone = was.filter((line) => !is.includes(line))
			const moved = before.rating !== null && after.rating !== null && before.rating !== after.rating
			const [from, to] = moved ? [before.rating ?? undefined, after.rating ?? undefined] : []
			return came.length + gone.length > 0 || moved ? [{ author, question, came, gone, from, to }] : []
		}),
	)
}

/** The numbers that the person set for a part over time, oldest first. A day without one has none. */
export const ratingsOf = (said: readonly Said[]): { at: Date; rating: number }[] =>
	said
		.flatMap(({ question, rating, saidAt }) =>
			question === 'rating' && rating !== null ? [{ at: saidAt, rating }] : [],
		)
		.sort((one, other) => one.at.getTime() - other.at.getTime())
