import type { MeasureAnswerRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Outcome } from './outcomes.ts'
import type { Rows } from './rows.ts'
import { changes, looksAt, type Plan, timeOn } from './story.ts'

type Part = Rows['life_part'][number]['part']
type Question = Rows['said'][number]['question']

const parts: readonly Part[] = [
	...(['home', 'money', 'work', 'health', 'drugs'] as const),
	...(['relationships', 'caring', 'community', 'identity', 'rights'] as const),
]

/** A time at which somebody says where they are now. */
type Sitting = { readonly plan: Plan; readonly row: Rows['sitting'][number] }

const lifeId = (person: Name, part: Part) => idOf(`${person}/now/${part}`)

/** The parts of somebody's life, which come with the first time that they say where they are. */
function livesOf({ story, person }: Plan): void {
	const scope_id = idOf(`${person}/now`)
	const person_id = idOf(person)
	if (story.rows.scope.some(({ id }) => id === scope_id)) return
	story.rows.scope.push({ area_id: story.area, id: scope_id, person_id, part: 'now', within_id: null })
	for (const part of parts)
		story.rows.life_part.push({ area_id: story.area, id: lifeId(person, part), scope_id, person_id, part })
}

/** Somebody begins to say where they are: alone, or both together. */
export function beginsToSay(plan: Plan, who: Name, day: Day, name: string, how: 'alone' | 'together'): Sitting {
	livesOf(plan)
	const { story, person } = plan
	const id = idOf(`${person}/sitting/${name}`)
	const begun_at = changes(plan, who, day, 'now', id)
	const row = {
		...{ area_id: story.area, id, person_id: idOf(person), begun_by_id: idOf(who), begun_at },
		...{ together: how === 'together', shown_at: how === 'together' ? begun_at : null },
	}
	story.rows.sitting.push(row)
	return { plan, row }
}

/** The person shows it to those who work with them. */
export function showsIt({ plan, row }: Sitting, day: Day): void {
	row.shown_at = changes(plan, plan.person, day, 'now', row.id)
}

type Said = Partial<Pick<Rows['said'][number], 'words' | 'place' | 'rating'>>

/** Somebody says something to one question about one part; with nothing in it, they say nothing about it. */
export function saysOf(
	{ plan, row }: Sitting,
	who: Name,
	day: Day,
	[part, question]: readonly [Part, Question],
	{ words = null, place = null, rating = null }: Said = {},
): Rows['said'][number] {
	const { story, person } = plan
	const said = {
		...{ area_id: story.area, id: idOf(`${row.id}/${who}/${part}/${question}`), sitting_id: row.id },
		...{ life_part_id: lifeId(person, part), scope_id: idOf(`${person}/now`), person_id: idOf(person) },
		...{ author_id: idOf(who), question, words, place, rating, said_at: changes(plan, who, day, 'now', row.id) },
	}
	story.rows.said.push(said)
	return said
}

/** The person keeps something that goes well as a strength of theirs, and may put it away again. */
export function keepsAsStrength({ plan, row }: Sitting, day: Day, part: Part, words: string, putAway?: Day): void {
	const { story, person } = plan
	story.rows.strength.push({
		...{ area_id: story.area, id: idOf(`${person}/strength/${words}`), sitting_id: row.id },
		...{ life_part_id: lifeId(person, part), scope_id: idOf(`${person}/now`), person_id: idOf(person), words },
		kept_at: changes(plan, person, day, 'now', row.id),
		put_away_at: putAway === undefined ? null : timeOn(story, putAway, 19),
	})
}

/** What would help came into the plan as an outcome. */
export function cameIntoPlan(said: Rows['said'][number], outcome: Outcome): void {
	const { rows, area } = outcome.plan.story
	rows.said_for_plan.push({
		...{ area_id: area, id: idOf(`${said.id}/plan`), said_id: said.id, sitting_id: said.sitting_id },
		...{ life_part_id: said.life_part_id, scope_id: said.scope_id, person_id: said.person_id },
		...{ author_id: said.author_id, outcome_id: outcome.id, request_id: null, made_at: said.said_at },
	})
}

/** The person opens one part of their life to somebody. Told after all that is told of it. */
export function opensPartOfLife(plan: Plan, part: Part, to: Name, [from, until]: [Day, Day], purpose: string): void {
	const { story, person } = plan
	const { rows } = story
	const [scope, person_id, life] = [idOf(`${person}/now/${part}/apart`), idOf(person), lifeId(person, part)]
	rows.scope.push({ area_id: story.area, id: scope, person_id, part: 'now', within_id: idOf(`${person}/now`) })
	for (const row of rows.life_part) if (row.id === life) row.scope_id = scope
	for (const row of [...rows.said, ...rows.strength, ...rows.said_for_plan])
		if (row.life_part_id === life) row.scope_id = scope
	const id = idOf(`${person}/opens/${part}`)
	rows.opening.push({
		...{ area_id: story.area, id, person_id, scope_id: scope, thing_id: life, account_id: idOf(to), purpose },
		...{ opened_at: changes(plan, person, from, 'opening', id), until: timeOn(story, until + 1, 0) },
		...{ ends_with_work: false, names_shown: [], closed_at: null },
	})
	looksAt(plan, to, from + 1, 'now', life, 'looked')
}

/** The person answers a question of a measure, for nobody but themselves. */
export function answersMeasure(
	{ story, person }: Plan,
	day: Day,
	question: MeasureAnswerRow['question'],
	answer: number | null,
	words: string | null = null,
): void {
	story.rows.measure_answer.push({
		...{ area_id: story.area, id: idOf(`${person}/${question}/${day}`), person_id: idOf(person) },
		...(question === 'lonely'
			? { measure: 'ons-loneliness', version: '2020-05-13' }
			: { measure: 'ons4', version: '2020-05-19' }),
		...{ language: 'en-GB', question, answer, words, answered_at: timeOn(story, day, 18) },
	})
}
