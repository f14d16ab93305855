import type { myDrafts } from '../../common/drafts/index.ts'
import type { Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import type { Outcome } from './plan.ts'
import type { Reading } from './reading.ts'

/** Something that its writer has begun and shared with nobody, and where to go on with it. */
export type Unfinished = { savedAt: Date; href: string; begins: string }

/** The forms that are about an outcome, by the name that their drafts carry. */
const formsOfOutcome: Readonly<Record<string, { href(of: { person: string; outcome: string }): string }>> = {
	'other-words': routes.outcome.otherWords,
	'see-differently': routes.outcome.seeDifferently,
	turn: routes.outcome.turn,
	bring: routes.contribution.bring,
	ask: routes.contribution.ask,
	'kind-words': routes.recognition.giveAbout,
	step: routes.step.write,
}

/** The forms that are about a step. */
const formsOfStep = {
	'answer-step': routes.step.answer,
	'another-day': routes.step.anotherDay,
	'set-aside': routes.step.setAside,
}

/** Which of the reader's drafts belong to this plan. */
export function unfinishedIn(
	{ plan }: Reading,
	outcomes: readonly Outcome[],
	drafts: Awaited<ReturnType<typeof myDrafts>>,
): Unfinished[] {
	if (drafts.length === 0) return []
	const person = plan.person.id
	const hrefs = new Map([[`propose/${plan.scope}`, routes.plan.propose.href({ person })]])
	hrefs.set(`kind-words/${plan.scope}`, routes.recognition.give.href({ person }))
	for (const { id: outcome, requests, steps } of outcomes) {
		for (const [form, route] of Object.entries(formsOfOutcome)) {
			hrefs.set(`${form}/${outcome}`, route.href({ person, outcome }))
		}
		for (const { id: request } of requests) {
			hrefs.set(`answer/${request}`, routes.contribution.answer.href({ person, outcome, request }))
		}
		for (const { id: step } of steps) {
			for (const [form, route] of Object.entries(formsOfStep)) {
				hrefs.set(`${form}/${step}`, route.href({ person, outcome, step }))
			}
		}
	}
	return drafts.flatMap(({ form, about, fields, savedAt }) => {
		const href = hrefs.get(`${form}/${about}`)
		return href ? [{ savedAt, href, begins: beginningOf(fields) }] : []
	})
}

/** Letters of a draft that tell it from the others. */
const enough = 60

/** The fields of our forms in which somebody writes, the most telling first. */
const written = ['words', 'reason', 'why', 'inTheWay', 'whoseJob', 'when']

/** How what was written begins; empty where something was only chosen. */
function beginningOf(fields: Fields): string {
	const words = (written.map((name) => fields[name]?.trim()).find(Boolean) ?? '').replace(/\s+/g, ' ')
	const letters = Array.from(new Intl.Segmenter().segment(words.slice(0, enough * 4)), ({ segment }) => segment)
	return letters.length > enough ? `${letters.slice(0, enough).join('')}…` : words
}
