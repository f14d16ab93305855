/** By when, as it was said, and the day (YYYY-MM-DD) that this is, where it is one. */
export type When = { said: string | null; day: string | null }

export type StepTurnKind = 'accepted' | 'differently' | 'declined' | 'taken_back' | 'another_day' | 'done' | 'set_aside'

/** What was said of a step, by whose word and when. */
export type StepTurn = When & {
	id: string
	kind: StepTurnKind
	/** Other words for it, why not, or why it is set aside. */
	words: string | null
	authorId: string
	madeAt: Date
}

/** Something that somebody will do: written by them, or by another who waits for their yes. */
export type Step = When & {
	id: string
	whoseId: string
	writtenById: string
	words: string
	writtenAt: Date
	/** Oldest first. */
	turns: StepTurn[]
}

type State = 'waiting' | 'standing' | 'declined' | 'taken_back' | 'done' | 'set_aside'

const answers: readonly StepTurnKind[] = ['accepted', 'differently', 'declined', 'taken_back']
const ends: readonly StepTurnKind[] = ['done', 'set_aside']
const saysWhen: readonly StepTurnKind[] = ['accepted', 'differently', 'another_day']

/** What its own one said to a step that somebody else wrote, or that the question was taken back. */
export const answerTo = ({ turns }: Step): StepTurn | undefined => turns.find(({ kind }) => answers.includes(kind))

/** That it is done, or set aside. */
export const endOf = ({ turns }: Step): StepTurn | undefined => turns.find(({ kind }) => ends.includes(kind))

/** How a step stands. Nobody promises for somebody else: what another wrote waits for its own one's word. */
export function stateOf(step: Step): State {
	if (step.whoseId !== step.writtenById) {
		const answer = answerTo(step)?.kind
		if (!answer) return 'waiting'
		if (answer === 'declined' || answer === 'taken_back') return answer
	}
	return endOf(step)?.kind === 'done' ? 'done' : endOf(step) ? 'set_aside' : 'standing'
}

/** Whether it waits for a word or is to be done. */
export const isOpenStep = (step: Step): boolean => ['waiting', 'standing'].includes(stateOf(step))

/** The words that stand: those in which its own one said yes, where they chose others. */
export const wordsOfStep = (step: Step): string =>
	step.turns.find(({ kind }) => kind === 'differently')?.words ?? step.words

/** By when, in turn: what was said first, and each time that another was said. The last one holds. */
export function whensOf(step: Step): [When, ...When[]] {
	const later = step.turns.filter(({ kind }) => saysWhen.includes(kind))
	const all = [step, ...later].map(({ said, day }): When => ({ said, day }))
	const [first = step, ...rest] = all.filter(
		(one, at) => at === 0 || one.said !== all[at - 1]?.said || one.day !== all[at - 1]?.day,
	)
	return [first, ...rest]
}

/** By when it is said now. */
export const whenOf = (step: Step): When => whensOf(step).at(-1) ?? step

/** Whether the day of a standing step has passed; `today` is YYYY-MM-DD. */
export function isLate(step: Step, today: string): boolean {
	const { day } = whenOf(step)
	return stateOf(step) === 'standing' && day !== null && day < today
}

/** The steps that wait for this account's own word. */
export const stepsAskedOf = (steps: readonly Step[], account: string): Step[] =>
	steps.filter((step) => step.whoseId === account && stateOf(step) === 'waiting')

/** The same step with every word that somebody wrote in it put through `change`. */
export const stepWithWords = (step: Step, change: (words: string) => string): Step => ({
	...step,
	words: change(step.words),
	said: step.said && change(step.said),
	turns: step.turns.map((one) => ({
		...one,
		words: one.words && change(one.words),
		said: one.said && change(one.said),
	})),
})
