/** How what somebody gives begins; `own` is a beginning of their own. Thanks come from the person alone. */
export const beginnings = ['noticed', 'believe', 'thanks', 'own'] as const
export type Beginning = (typeof beginnings)[number]

/** Effort, change or belief that somebody put into words, by name. */
export type Recognition = {
	id: string
	/** Whose plan it stands with; the one outcome that is meant, if any. */
	person: string
	scope: string
	outcome: string | null
	authorId: string
	givenToId: string
	beginning: Beginning
	/** Empty where they went with whoever wrote them. */
	words: string
	givenAt: Date
	takenBackAt: Date | null
	/** Whether the person shows it beside the outcome. */
	shownBeside: boolean
	/** What whoever it was given to answered, as far as the reader may know. */
	answer: { words: string; answeredAt: Date } | null
}

/** With what somebody can begin: the person thanks, others notice and believe. */
export const beginningsFor = (isPerson: boolean): readonly Beginning[] =>
	isPerson ? ['thanks', 'own'] : ['noticed', 'believe', 'own']

/** Whether the giver can still take it back, as far as they may know: an answer says that it has been read, nothing else does. */
export const canTakeBack = ({ takenBackAt, answer, words }: Recognition): boolean =>
	takenBackAt === null && answer === null && words !== ''

/** Whether it can stand beside an outcome for others to see: only what was given to the person, about one. */
export const canBeShown = ({ outcome, person, givenToId, words }: Recognition): boolean =>
	outcome !== null && person === givenToId && words !== ''
