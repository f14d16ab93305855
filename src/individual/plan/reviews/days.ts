import { isoDay } from '../../../platform/days.ts'
import { type Event, historyOf } from '../history.ts'
import { agreedWording, type Heard, type Outcome } from '../plan.ts'

/** An outcome as it read at a moment: without all that came later. `undefined` where it was not there yet. */
export function outcomeOn(outcome: Outcome, moment: Date): Outcome | undefined {
	const was = (at: Date): boolean => at <= moment
	const then = (at: Date | null): Date | null => (at && was(at) ? at : null)
	const heardThen = (heard: Heard | null): Heard | null =>
		heard && { ...heard, confirmedAt: then(heard.confirmedAt), disownedAt: then(heard.disownedAt) }
	const wordings = outcome.wordings.filter(({ writtenAt }) => was(writtenAt))
	if (wordings.length === 0) return undefined
	return {
		...outcome,
		wordings: wordings.map((one) => ({ ...one, heard: heardThen(one.heard) })),
		agreements: outcome.agreements
			.filter(({ agreedAt }) => was(agreedAt))
			.map((one) => ({ ...one, withdrawnAt: then(one.withdrawnAt), saidAloneAt: then(one.saidAloneAt) })),
		differences: outcome.differences
			.filter(({ writtenAt }) => was(writtenAt))
			.map((one) => ({ ...one, withdrawnAt: then(one.withdrawnAt), heard: heardThen(one.heard) })),
		turns: outcome.turns.filter(({ madeAt }) => was(madeAt)),
		contributions: outcome.contributions
			.filter(({ offeredAt }) => was(offeredAt))
			.map((one) => ({ ...one, doneAt: then(one.doneAt), takenBackAt: then(one.takenBackAt) })),
		steps: outcome.steps
			.filter(({ writtenAt }) => was(writtenAt))
			.map((step) => ({ ...step, turns: step.turns.filter(({ madeAt }) => was(madeAt)) })),
		requests: outcome.requests
			.filter(({ askedAt }) => was(askedAt))
			.map((one) =>
				then(one.answeredAt)
					? one
					: { ...one, answer: null, answerWords: null, answeredAt: null, takenBackAt: then(one.takenBackAt) },
			),
	}
}

/** The plan as it read at a moment: the outcomes that were there. */
export const planOn = (outcomes: readonly Outcome[], moment: Date): Outcome[] =>
	outcomes.flatMap((outcome) => outcomeOn(outcome, moment) ?? [])

/** The last moment of a day, for comparing with moments. The day is YYYY-MM-DD, counted where the area counts its days. */
export function endOf(day: string): Date {
	// No clock in these islands is more than an hour ahead, so the day is over an hour after midnight in UTC at the latest.
	const last = new Date(`${day}T23:59:59.999Z`)
	return isoDay(last) === day ? last : new Date(last.getTime() - 60 * 60 * 1000)
}

/** One outcome on two days, and what happened to it between them. */
export type Between = {
	outcome: Outcome
	before: Outcome | undefined
	after: Outcome | undefined
	/** What happened after the first moment and up to the second, the earliest first. */
	events: Event[]
}

/** Each outcome that was there at the later moment, on both days. What nobody touched between them has no events. */
export function between(outcomes: readonly Outcome[], from: Date, to: Date): Between[] {
	return outcomes.flatMap((outcome) => {
		const after = outcomeOn(outcome, to)
		if (!after) return []
		const events = historyOf(outcome)
			.filter(({ at }) => at > from && at <= to)
			.reverse()
		return [{ outcome, before: outcomeOn(outcome, from), after, events }]
	})
}

/** That a step was done. */
export const isStepDone = (event: Event): event is Event & { kind: 'step' } =>
	event.kind === 'step' && event.turn?.kind === 'done'

export const changeKinds = [
	'added',
	'agreed',
	'under_way',
	'reached',
	'set_aside',
	'cannot_be_done_now',
	'taken_up_again',
	'differs',
	'offered',
	'brought',
	'step_done',
] as const
/** What can have changed in a plan between two days. */
export type ChangeKind = (typeof changeKinds)[number]

/**
 * What changed between two days, by kind: the outcomes of which it is so; of what is offered or brought, one for each. The
 * figure behind each sentence is the length of its list.
 */
export function changesBetween(all: readonly Between[]): Record<ChangeKind, Between[]> {
	const turned = (kind: string) =>
		all.filter(({ events }) => events.some((event) => event.kind === 'turned' && event.turn.kind === kind))
	const each = (kind: Event['kind']) =>
		all.flatMap((one) => one.events.filter((event) => event.kind === kind).map(() => one))
	return {
		added: all.filter(({ before }) => !before),
		agreed: all.filter(({ before, after }) => {
			const now = after && agreedWording(after)
			return now !== undefined && now.id !== (before && agreedWording(before)?.id)
		}),
		under_way: turned('under_way'),
		reached: turned('reached'),
		set_aside: turned('set_aside'),
		cannot_be_done_now: turned('cannot_be_done_now'),
		taken_up_again: turned('taken_up_again'),
		differs: all.filter(({ events }) => events.some(({ kind }) => kind === 'differed')),
		offered: each('brings'),
		brought: each('brought'),
		step_done: all.flatMap((one) => one.events.filter(isStepDone).map(() => one)),
	}
}
