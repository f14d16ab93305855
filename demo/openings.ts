import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Outcome } from './outcomes.ts'
import { changes, looksAt, type Plan, type Story, timeOn } from './story.ts'

/** Somebody supports a person from one day on. */
export function supports(story: Story, supporter: Name, person: Name, from: Day): void {
	story.rows.supporting.push({
		area_id: story.area,
		id: idOf(`${person}/supported by/${supporter}`),
		person_id: idOf(person),
		supporter_id: idOf(supporter),
		began_at: timeOn(story, from, 8),
		ended_at: null,
	})
}

/** What is opened, to whom, for what, and how long. */
type Opens = {
	to: Name
	from: Day
	/** The last day. */
	until: Day
	purpose: string
	endsWithWork?: boolean
	namesShown?: readonly Name[]
	/** When the other came to look. */
	looked?: readonly Day[]
}

/** A person's opening. */
type Opening = { readonly plan: Plan; readonly row: Story['rows']['opening'][number] }

/** A person opens the whole of their plan to somebody. */
export const opensPlan = (plan: Plan, opens: Opens): Opening => opensScope(plan, plan.scope, null, opens)

/** A person opens one outcome of their plan to somebody. Told after all that is told of the outcome. */
export function opensOutcome({ plan, id, name }: Outcome, opens: Opens): Opening {
	const { rows } = plan.story
	const scope = idOf(`${name}/apart`)
	if (!rows.scope.some((one) => one.id === scope)) {
		const person_id = idOf(plan.person)
		rows.scope.push({ area_id: plan.story.area, id: scope, person_id, part: 'plan', within_id: plan.scope })
		for (const outcome of rows.outcome) if (outcome.id === id) outcome.scope_id = scope
		const about = [
			rows.wording,
			rows.agreement,
			rows.difference,
			rows.turn,
			rows.contribution,
			rows.contribution_request,
			rows.recognition,
			rows.step,
			rows.step_turn,
			rows.progress_anchor,
			rows.progress_rating,
		]
		for (const row of about.flat()) if (row.outcome_id === id) row.scope_id = scope
		const kindWords = rows.recognition.filter((row) => row.outcome_id === id).map((row) => row.id)
		for (const row of [...rows.recognition_kept, ...rows.recognition_answer]) {
			if (kindWords.includes(row.recognition_id)) row.scope_id = scope
		}
	}
	return opensScope(plan, scope, id, opens)
}

/** A person opens what belongs to a scope to somebody: a part whole, or the one thing that is set apart there. */
export function opensScope(plan: Plan, scope: string, thing: string | null, opens: Opens): Opening {
	const { story, person } = plan
	const id = idOf(`${person}/opens/${story.rows.opening.length}`)
	const row = {
		area_id: story.area,
		id,
		person_id: idOf(person),
		scope_id: scope,
		thing_id: thing,
		account_id: idOf(opens.to),
		purpose: opens.purpose,
		opened_at: changes(plan, person, opens.from, 'opening', id),
		until: timeOn(story, opens.until + 1, 0),
		ends_with_work: opens.endsWithWork ?? false,
		names_shown: (opens.namesShown ?? []).map(idOf),
		closed_at: null,
	}
	story.rows.opening.push(row)
	for (const day of opens.looked ?? [])
		looksAt(plan, opens.to, day, thing ? 'outcome' : 'plan', thing ?? scope, 'looked')
	return { plan, row }
}

/** The person closes it. */
export function closes({ plan, row }: Opening, day: Day): void {
	row.closed_at = changes(plan, plan.person, day, 'closing', row.id)
}
