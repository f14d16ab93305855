import type { OpportunityLinkRow, OpportunityRow, OpportunityTurnRow } from '../src/platform/database/schema.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { changes, type Plan, timeOn } from './story.ts'

type Opportunity = { readonly plan: Plan; readonly row: Rows['opportunity'][number] }
type Said = Partial<Record<'meaning' | 'touches' | 'serves' | 'needs' | 'opens', string>>

/** Somebody writes down what could be theirs, for nobody else to read. */
export function couldHave(
	plan: Plan,
	day: Day,
	kind: OpportunityRow['kind'],
	words: string,
	said: Said = {},
): Opportunity {
	const { story, person } = plan
	const [scope_id, person_id, id] = [
		idOf(`${person}/opportunities`),
		idOf(person),
		idOf(`${person}/opportunity/${words}`),
	]
	if (!story.rows.scope.some((one) => one.id === scope_id)) {
		story.rows.scope.push({ area_id: story.area, id: scope_id, person_id, part: 'opportunities', within_id: null })
	}
	const row = {
		...{
			area_id: story.area,
			id,
			scope_id,
			person_id,
			kind,
			words,
			written_at: changes(plan, person, day, 'opportunity', id),
		},
		...{ meaning: said.meaning ?? null, touches: said.touches ?? null, serves: said.serves ?? null },
		...{ needs: said.needs ?? null, opens: said.opens ?? null },
	}
	story.rows.opportunity.push(row)
	return { plan, row }
}

/** It serves something that matters to them, which only they know. */
export function serves({ plan: { story, person }, row }: Opportunity, value: { id: string }, day: Day): void {
	story.rows.opportunity_serves.push({
		...{ area_id: story.area, opportunity_id: row.id, piece_id: value.id, person_id: idOf(person) },
		chosen_at: timeOn(story, day, 19),
	})
}

/** The one needs, opens or pulls against the other. */
export function hangsTogether(one: Opportunity, kind: OpportunityLinkRow['kind'], other: Opportunity, day: Day): void {
	const { story, person } = one.plan
	story.rows.opportunity_link.push({
		...{ area_id: story.area, id: idOf(`${one.row.id}/${kind}/${other.row.id}`), person_id: idOf(person), kind },
		...{ from_id: one.row.id, from_scope_id: one.row.scope_id, to_id: other.row.id, to_scope_id: other.row.scope_id },
		made_at: changes(one.plan, person, day, 'opportunity', one.row.id),
	})
}

/** What became of it. */
export function became(
	{ plan, row }: Opportunity,
	kind: OpportunityTurnRow['kind'],
	day: Day,
	words: string | null = null,
): void {
	plan.story.rows.opportunity_turn.push({
		...{ area_id: row.area_id, id: idOf(`${row.id}/${kind}/${day}`), opportunity_id: row.id, scope_id: row.scope_id },
		...{ person_id: row.person_id, author_id: row.person_id, kind, words },
		made_at: changes(plan, plan.person, day, 'opportunity', row.id),
	})
}
