/** What each of two says of a meeting, on five steps from "not at all" to "very much". */
export const statements = ['listened', 'fair', 'sayNo', 'whatNext', 'worthIt'] as const
export type Statement = (typeof statements)[number]

export const steps = [1, 2, 3, 4, 5] as const
export type Step = (typeof steps)[number]

/** The steps that somebody said; nothing, where they left a statement. */
export type Answers = Record<Statement, Step | null> & { change: string | null }

/** How a meeting was, as one of the two says it. */
export type CheckIn = Answers & {
	/** The id of the time at which they met. */
	time: string
	accountId: string
	/** They chose to say nothing this time. */
	notThisTime: boolean
}

export const isStep = (value: number | null): value is Step => steps.some((step) => step === value)

/** Days after a meeting within which a home offers to say how it was. */
export const daysOffered = 7

/** The newest of these meetings of which an account has not spoken, if it was only days ago. */
export function toSpeakOf<Met extends { time: string; startsAt: Date }>(
	meetings: readonly Met[],
	spoken: readonly string[],
	now: Date,
): Met | undefined {
	const newest = meetings.toSorted((one, other) => other.startsAt.getTime() - one.startsAt.getTime())[0]
	if (!newest || spoken.includes(newest.time)) return undefined
	return now.getTime() - newest.startsAt.getTime() <= daysOffered * 24 * 60 * 60_000 ? newest : undefined
}
