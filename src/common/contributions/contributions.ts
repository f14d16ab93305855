export const contributionKinds = [
	'time',
	'skill',
	'introduction',
	'money',
	'room',
	'going_along',
	'something_else',
] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** What one party brings, promised by that party only. */
export type Contribution = {
	id: string
	broughtById: string
	kind: ContributionKind
	words: string
	/** The day by which it is promised, YYYY-MM-DD. */
	byDay: string | null
	requestId: string | null
	offeredAt: Date
	doneAt: Date | null
	takenBackAt: Date | null
}

/** Someone asks another to bring something; only the one asked can answer. */
export type ContributionRequest = {
	id: string
	askedById: string
	askedOfId: string
	kind: ContributionKind
	words: string
	askedAt: Date
	answer: 'accepted' | 'differently' | 'declined' | null
	answerWords: string | null
	answeredAt: Date | null
	takenBackAt: Date | null
}

/** Whether a promise stands open: neither done nor taken back. */
export const isOpen = (contribution: Contribution): boolean =>
	contribution.doneAt === null && contribution.takenBackAt === null

/** Whether the day of an open promise has passed; `today` is YYYY-MM-DD. Said as plainly of the service as of anyone. */
export const isOverdue = (contribution: Contribution, today: string): boolean =>
	isOpen(contribution) && contribution.byDay !== null && contribution.byDay < today

/** Whether a request waits for its answer. */
export const isWaiting = (request: ContributionRequest): boolean =>
	request.answeredAt === null && request.takenBackAt === null
