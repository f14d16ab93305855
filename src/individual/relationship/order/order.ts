/** What the order asks at one time, in the words of who wrote them. */
export type OrderWording = {
	id: string
	condition: string
	number: number
	/** Empty where they went with their writer. */
	words: string
	/** YYYY-MM-DD */
	fromDay: string | null
	untilDay: string | null
	authorId: string
	writtenAt: Date
}

export type OrderAnswer = { id: string; authorId: string; words: string; answeredAt: Date }

/** What the person says of words that stood: that they do not understand them, or that they are not right. */
export type OrderRemark = {
	id: string
	wording: string
	condition: string
	kind: 'not_understood' | 'not_right'
	words: string | null
	saidAt: Date
	answers: OrderAnswer[]
}

/** One thing that the order asks: its words, the newest last, and what was said of them. */
export type Condition = { id: string; wordings: [OrderWording, ...OrderWording[]]; remarks: OrderRemark[] }

/** The words that stand now. */
export const standing = ({ wordings }: Condition): OrderWording => wordings.at(-1) ?? wordings[0]

/** Whether its last day is over. Days are YYYY-MM-DD. */
export const isOver = (condition: Condition, today: string): boolean => {
	const { untilDay } = standing(condition)
	return untilDay !== null && untilDay < today
}

/** What nobody has answered yet. */
export const unanswered = ({ remarks }: Condition): OrderRemark[] =>
	remarks.filter(({ answers }) => answers.length === 0)

/** Conditions from their words and what was said of them, in the order in which they were first written. */
export function conditionsFrom(wordings: readonly OrderWording[], remarks: readonly OrderRemark[]): Condition[] {
	return wordings
		.filter(({ number }) => number === 1)
		.map((first) => ({
			id: first.id,
			wordings: [first, ...wordings.filter((one) => one.condition === first.id && one.number > 1)],
			remarks: remarks.filter(({ condition }) => condition === first.id),
		}))
}
