import type { myDrafts } from '../../common/drafts/index.ts'
import { routes } from '../../routes.ts'
import type { Outcome } from './plan.ts'
import type { Reading } from './reading.ts'

/** Something that its writer has begun and shared with nobody, and where to go on with it. */
export type Unfinished = { savedAt: Date; href: string }

/** The forms that are about an outcome, by the name that their drafts carry. */
const formsOfOutcome: Readonly<Record<string, { href(of: { person: string; outcome: string }): string }>> = {
	'other-words': routes.outcome.otherWords,
	'see-differently': routes.outcome.seeDifferently,
	turn: routes.outcome.turn,
	bring: routes.contribution.bring,
	ask: routes.contribution.ask,
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
	for (const { id: outcome, requests } of outcomes) {
		for (const [form, route] of Object.entries(formsOfOutcome)) {
			hrefs.set(`${form}/${outcome}`, route.href({ person, outcome }))
		}
		for (const { id: request } of requests) {
			hrefs.set(`answer/${request}`, routes.contribution.answer.href({ person, outcome, request }))
		}
	}
	return drafts.flatMap(({ form, about, savedAt }) => {
		const href = hrefs.get(`${form}/${about}`)
		return href ? [{ savedAt, href }] : []
	})
}
