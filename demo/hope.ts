import type { HopeAskingRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Outcome } from './outcomes.ts'
import type { Rows } from './rows.ts'
import { type Plan, type Story, timeOn } from './story.ts'

/** How somebody's hope is on a day, from 0 to 10, said to nobody. */
export function saysHowHopeIs({ story, person }: Plan, day: Day, rating: number, words: string | null = null): void {
	story.rows.hope_rating.push({
		...{ area_id: story.area, id: idOf(`${person}/hope/${day}`), account_id: idOf(person), rating, words },
		rated_at: timeOn(story, day, 19),
	})
}

/** The real thing beside a hope: an outcome, what somebody brings to one, somebody here, somebody or something in words. */
type Beside = {
	outcome?: Outcome
	contribution?: { readonly row: { readonly id: string } }
	known?: Name
	somebody?: string
	opportunity?: string
	could?: string
}

/** Somebody hopes for something, with the real thing beside it or with nothing yet. */
export function hopesFor({ story, person }: Plan, day: Day, words: string, beside: Beside = {}): Rows['hope'][number] {
	const row = {
		...{ area_id: story.area, id: idOf(`${person}/hopes/${words}`), account_id: idOf(person), words },
		outcome_id: beside.outcome?.id ?? null,
		contribution_id: beside.contribution?.row.id ?? null,
		known_id: beside.known ? idOf(beside.known) : null,
		somebody: beside.somebody ?? null,
		opportunity: beside.opportunity ?? null,
		could_id: beside.could ?? null,
		...{ hoped_at: timeOn(story, day, 19), ended_at: null, ending: null },
	}
	story.rows.hope.push(row)
	return row
}

/** A hope has come true, or is let go. */
export function ends(story: Story, hope: Rows['hope'][number], day: Day, ending: 'came_true' | 'let_go'): void {
	Object.assign(hope, { ended_at: timeOn(story, day, 20), ending })
}

/** Somebody does not want to be asked how their hope is, now or at all. */
export function isNotToBeAsked({ story, person }: Plan, day: Day, word: HopeAskingRow['word']): void {
	story.rows.hope_asking.push({
		...{ area_id: story.area, account_id: idOf(person), word, said_at: timeOn(story, day, 8) },
	})
}
