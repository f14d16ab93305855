import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { changes, looksAt, type Plan, timeOn } from './story.ts'

type MomentRow = Rows['story_moment'][number]
type PieceRow = Rows['story_piece'][number]

/** When it was, as far as they say. */
type When = Partial<Pick<MomentRow, 'time_kind' | 'around' | 'year' | 'month' | 'day' | 'age'>> & { beside?: MomentRow }
type Told = When & Partial<Pick<MomentRow, 'title' | 'place' | 'mood' | 'says_of_me' | 'hard' | 'hoped'>>

/** Somebody begins a story of their own. */
export function beginsAStory({ story, person }: Plan, day: Day, whole: Partial<Rows['story'][number]> = {}): void {
	const mine = { area_id: story.area, person_id: idOf(person) }
	const scope = idOf(`${person}/story`)
	story.rows.scope.push({ ...mine, id: scope, part: 'story', within_id: null })
	story.rows.story.push({
		...{ ...mine, scope_id: scope, born_year: null, calms: null, rings: null, begun_at: timeOn(story, day, 19) },
		...whole,
	})
}

/** They tell a moment, to nobody. */
export function tells({ story, person }: Plan, day: Day, name: string, words: string, told: Told = {}): MomentRow {
	const { beside, ...said } = told
	const at = timeOn(story, day, 19, story.rows.story_moment.length % 60)
	const row: MomentRow = {
		...{ area_id: story.area, id: idOf(`${person}/moments/${name}`), person_id: idOf(person), title: null, words },
		...{ time_kind: null, around: false, year: null, month: null, day: null, age: null, beside_id: beside?.id ?? null },
		...{ place: null, mood: null, says_of_me: null, hard: false, hoped: false, heard_by_id: null, confirmed_at: null },
		...{ paper_day: null, confirmed_with_id: null },
		...{ written_at: at, changed_at: at },
		...said,
	}
	story.rows.story_moment.push(row)
	return row
}

/** Somebody writes a moment down as they hear it; whose it is says later that the words are theirs, or not yet. */
export function writesDown(plan: Plan, scribe: Name, day: Day, name: string, words: string, confirmed?: Day): void {
	const row = tells(plan, day, name, words)
	row.heard_by_id = idOf(scribe)
	row.confirmed_at = confirmed === undefined ? null : timeOn(plan.story, confirmed, 20)
	changes(plan, scribe, day, 'story_heard', row.id)
}

type Put = Partial<Omit<PieceRow, 'kind' | 'name'>> & { moments?: readonly MomentRow[] }

/** They put moments together, and say something of it. */
export function putsTogether(
	{ story, person }: Plan,
	day: Day,
	kind: PieceRow['kind'],
	key: string,
	name: string,
	{ moments = [], ...said }: Put = {},
): PieceRow {
	const at = timeOn(story, day, 20)
	const mine = { area_id: story.area, person_id: idOf(person), scope_id: idOf(`${person}/story`) }
	const row: PieceRow = {
		...{ ...mine, id: idOf(`${person}/story/${key}`), kind, name, sort: null, made_at: at, changed_at: at },
		...{ says: null, who: null, did: null, instead: null, promises: null, weaker: null, cost: null },
		...said,
	}
	story.rows.story_piece.push(row)
	story.rows.story_placed.push(
		...moments.map(({ id }) => ({ ...mine, piece_id: row.id, moment_id: id, placed_at: at })),
	)
	return row
}

/** They tell a chapter, on a day. */
export function tellsChapter({ story }: Plan, day: Day, piece: PieceRow, words: string): void {
	const { area_id, person_id, scope_id, id } = piece
	story.rows.story_telling.push({
		...{ area_id, person_id, scope_id, piece_id: id, words, told_at: timeOn(story, day, 20) },
		id: idOf(`${id}/told/${day}`),
	})
}

type Opens = { to: Name; from: Day; until: Day; purpose: string; looked?: Day }

/** They open a part of it to somebody. Told after all that is told of the part. */
export function opensPart(plan: Plan, piece: PieceRow, key: string, { to, from, until, purpose, looked }: Opens): void {
	const { story, person } = plan
	const scope = idOf(`${person}/story/${key}/apart`)
	const mine = { area_id: story.area, person_id: idOf(person) }
	story.rows.scope.push({ ...mine, id: scope, part: 'story', within_id: idOf(`${person}/story`) })
	for (const row of [...story.rows.story_placed, ...story.rows.story_telling]) {
		if (row.piece_id === piece.id) row.scope_id = scope
	}
	piece.scope_id = scope
	const id = idOf(`${person}/opens/story/${key}`)
	story.rows.opening.push({
		...{ ...mine, id, scope_id: scope, thing_id: piece.id, account_id: idOf(to), purpose },
		...{ opened_at: changes(plan, person, from, 'opening', id), until: timeOn(story, until + 1, 0) },
		...{ ends_with_work: false, names_shown: [], closed_at: null },
	})
	if (looked !== undefined) looksAt(plan, to, looked, 'story', piece.id, 'looked')
}

/** Whom they ask what stayed with them. */
export function asksWitness({ story }: Plan, piece: PieceRow, who: Name, day: Day): void {
	const { area_id, person_id, scope_id, id } = piece
	story.rows.story_witness.push({
		...{ area_id, person_id, scope_id, piece_id: id, account_id: idOf(who), asked_at: timeOn(story, day, 20) },
	})
}

/** Somebody puts something beside a part that is open to them. */
export function putsBeside(
	plan: Plan,
	piece: PieceRow,
	who: Name,
	day: Day,
	given: Partial<Rows['story_beside'][number]>,
): void {
	const { area_id, person_id, scope_id, id } = piece
	plan.story.rows.story_beside.push({
		...{ area_id, person_id, scope_id, piece_id: id, id: idOf(`${id}/beside/${who}/${day}`), author_id: idOf(who) },
		...{ words: null, heard: null, touched: null, reminds: null, will: null },
		...{ written_at: looksAt(plan, who, day, 'story_beside', id, 'changed'), kept: false, hidden: false, reply: null },
		...given,
	})
}
