import { isOpen, isOverdue } from '../../src/common/contributions/index.ts'
import { waitsFor } from '../../src/individual/plan/awaited.ts'
import { agreedWording, currentWording, standingDifferences, standingOf } from '../../src/individual/plan/plan.ts'
import { isLate, stateOf, whenOf, wordsOfStep } from '../../src/individual/plan/steps/steps.ts'
import { isoDay } from '../../src/platform/days.ts'
import type { PlanRead } from './reading.ts'

/** The visitor as the frame of a page needs it. */
type Visitor = { name: string; areaName: string; csrf: string }

/** The facts of our plan page as plain data, for a template: the same rules, the same order, nothing left out. */
export function viewOf({ reading, outcomes, kindWords, unfinished }: PlanRead, visitor: Visitor): object {
	const { plan, hand } = reading
	const today = isoDay(new Date())
	const names = new Map(plan.parties.map((party) => [party.id, party.id === plan.me.id ? 'You' : party.name]))
	const who = (id: string) => ({ name: names.get(id) ?? 'Someone', hand: hand(id) })
	const cards = outcomes.map((outcome) => {
		const wording = currentWording(outcome)
		const agreed = agreedWording(outcome)
		const shown = agreed ?? wording
		const { standing } = standingOf(outcome)
		const asked = outcome.requests.find((one) => one.askedOfId === plan.me.id && !one.answeredAt && !one.takenBackAt)
		return {
			id: outcome.id,
			waits: waitsFor(outcome, plan.me.id),
			atRest: standing === 'reached' || standing === 'set_aside',
			agreed: agreed !== undefined,
			standing,
			by: who(shown.authorId),
			day: isoDay(shown.writtenAt),
			words: shown.words,
			newer: agreed !== undefined && agreed !== wording,
			differences: standingDifferences(outcome).map((one) => ({
				by: who(one.authorId),
				day: isoDay(one.writtenAt),
				words: one.reason,
			})),
			brings: outcome.contributions
				.filter(isOpen)
				.map((one) => ({ by: who(one.broughtById), words: one.words, due: isOverdue(one, today) ? one.byDay : null })),
			steps: outcome.steps
				.filter((step) => stateOf(step) === 'standing')
				.map((step) => ({
					by: who(step.whoseId),
					words: wordsOfStep(step),
					when: whenOf(step).day,
					late: isLate(step, today),
				})),
			asked: asked && { by: who(asked.askedById), words: asked.words },
		}
	})
	const rest = cards.filter((card) => !card.waits)
	const sections = [
		{ heading: 'Waiting for your word', cards: cards.filter((card) => card.waits) },
		{ heading: 'What you agreed', cards: rest.filter((card) => !card.atRest && card.agreed) },
		{ heading: 'What you are talking about', cards: rest.filter((card) => !card.atRest && !card.agreed) },
		{ heading: 'Reached or set aside', cards: rest.filter((card) => card.atRest) },
	]
	return {
		person: { id: plan.person.id, name: plan.person.name },
		visitor,
		unfinished: unfinished.map(({ savedAt, ...one }) => ({ ...one, day: isoDay(savedAt) })),
		kindWords: {
			canGive: kindWords.canGive,
			given: kindWords.given.map((one) => ({ by: who(one.authorId), day: isoDay(one.givenAt), words: one.words })),
		},
		path: `/people/${plan.person.id}/plan`,
		sections: sections.filter((section) => section.cards.length > 0),
	}
}
