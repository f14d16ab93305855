import { createHash } from 'node:crypto'
import type { HandoverRow, HandoverWordRow, OrderRemarkRow } from '../src/platform/database/schema.ts'
import { type Appointment, timeId } from './appointments.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { dateOf, looksAt, type Plan, type Story, timeOn } from './story.ts'

/** A person's plan that was opened before. */
export const inPlanOf = (story: Story, person: Name): Plan => ({ story, person, scope: idOf(`${person}/plan`) })

/** It stands in the record, after a look of whoever is not the person. */
function happens({ story, person, scope }: Plan, who: Name, day: Day, what: string, thing = idOf(person)): Date {
	const plan = { story, person, scope }
	if (who !== person && what !== 'conversation') looksAt(plan, who, day, what, thing, 'looked')
	return looksAt(plan, who, day, what, thing, 'changed')
}

type Dates = { from?: Day; until?: Day }
type Asked = { plan: Plan; rows: Rows['order_wording'] }

/** A practitioner writes what the order asks. */
export function writesWhatIsAsked(plan: Plan, who: Name, day: Day, words: string, dates: Dates = {}): Asked {
	const nth = plan.story.rows.order_wording.filter(({ person_id }) => person_id === idOf(plan.person)).length
	const asked: Asked = { plan, rows: [] }
	addWords(asked, who, day, words, dates, idOf(`${plan.person}/order/${nth}`))
	return asked
}

/** A practitioner writes the same in other words. */
export function writesItAgain(asked: Asked, who: Name, day: Day, words: string, dates: Dates = {}): void {
	addWords(asked, who, day, words, dates, idOf(`${asked.rows[0]?.id}/${asked.rows.length}`))
}

function addWords({ plan, rows }: Asked, who: Name, day: Day, words: string, { from, until }: Dates, id: string): void {
	const row = {
		...{ area_id: plan.story.area, id, condition_id: rows[0]?.id ?? id, person_id: idOf(plan.person) },
		...{ number: rows.length + 1, words, author_id: idOf(who), emptied_at: null },
		from_day: from === undefined ? null : dateOf(plan.story, from),
		until_day: until === undefined ? null : dateOf(plan.story, until),
		written_at: happens(plan, who, day, 'order'),
	}
	rows.push(row)
	plan.story.rows.order_wording.push(row)
}

/** The person says that the words are not clear or not right; an answer may come. */
export function saysOfWhatIsAsked(
	{ plan, rows }: Asked,
	day: Day,
	kind: OrderRemarkRow['kind'],
	words: string | null,
	answer?: { who: Name; day: Day; words: string },
): void {
	const wording = rows.at(-1)
	if (!wording) return
	const { area_id, condition_id, person_id } = wording
	const id = idOf(`${wording.id}/remark`)
	plan.story.rows.order_remark.push({
		...{ area_id, id, wording_id: wording.id, condition_id, person_id, kind, words },
		said_at: happens(plan, plan.person, day, 'order'),
	})
	if (!answer) return
	plan.story.rows.order_answer.push({
		...{ area_id, id: idOf(`${id}/answer`), remark_id: id, person_id, author_id: idOf(answer.who) },
		...{ words: answer.words, answered_at: happens(plan, answer.who, answer.day, 'order'), emptied_at: null },
	})
}

type Expected = { plan: Plan; with: Name; id: string; wordings: string[] }

/** One of the two proposes what can be expected, with their hand under it. */
export function proposesToExpect(
	plan: Plan,
	who: Name,
	other: Name,
	day: Day,
	ofWhom: 'person' | 'practitioner',
	words: string,
): Expected {
	const { rows, area } = plan.story
	const id = idOf(`${plan.person}/expects/${rows.expectation.length}`)
	const expected: Expected = { plan, with: other, id, wordings: [] }
	rows.expectation.push({
		...{ area_id: area, id, person_id: idOf(plan.person), with_id: idOf(other), of_whom: ofWhom },
		...{ proposed_by_id: idOf(who), proposed_at: timeOn(plan.story, day) },
	})
	putsOtherWords(expected, who, day, words)
	return expected
}

const keysOf = ({ plan, with: other, id }: Expected) => ({
	...{ area_id: plan.story.area, expectation_id: id, person_id: idOf(plan.person), with_id: idOf(other) },
})

/** One of the two puts other words beside them, with their hand under these. */
export function putsOtherWords(expected: Expected, who: Name, day: Day, words: string): void {
	const { plan, id, wordings } = expected
	wordings.push(idOf(`${id}/words/${wordings.length}`))
	plan.story.rows.expectation_wording.push({
		...{ ...keysOf(expected), id: wordings.at(-1) ?? '', number: wordings.length, words, words_hash: null },
		...{ author_id: idOf(who), written_at: happens(plan, who, day, 'expectation') },
	})
	plan.story.rows.expectation_agreement.push(handUnder(expected, who, timeOn(plan.story, day, 20), words))
}

/** The other puts their hand under the newest words; or takes it back after some days. */
export function agreesToExpect(expected: Expected, who: Name, day: Day, words: string, until?: Day): void {
	const { plan } = expected
	const row = handUnder(expected, who, happens(plan, who, day, 'expectation'), words)
	if (until !== undefined) row.withdrawn_at = happens(plan, who, until, 'expectation')
	plan.story.rows.expectation_agreement.push(row)
}

const hashOf = (words: string): string => `\\x${createHash('sha256').update(words).digest('hex')}`

/** The hash of the words is the database's to make; here it is made of the same words. */
function handUnder(expected: Expected, who: Name, at: Date, words: string): Rows['expectation_agreement'][number] {
	const wording = expected.wordings.at(-1) ?? ''
	return {
		...{ ...keysOf(expected), id: idOf(`${wording}/hand/${who}`), wording_id: wording, words_hash: hashOf(words) },
		...{ account_id: idOf(who), agreed_at: at, withdrawn_at: null },
	}
}

/** A practitioner says when they read, and how to reach them. */
export function saysWhenTheyRead(story: Story, who: Name, day: Day, reads: string, reached: string | null): void {
	const nth = story.rows.practitioner_hours.length
	story.rows.practitioner_hours.push({
		...{ area_id: story.area, id: idOf(`${who}/hours/${nth}`), account_id: idOf(who), reads, reached },
		said_at: timeOn(story, day),
	})
}

type Steps = readonly [number | null, number | null, number | null, number | null, number | null]

/** One of the two says how a meeting was, or that they say nothing this time. */
export function saysHowItWas(
	{ plan, id, name, with: other, ...made }: Appointment,
	who: Name,
	day: Day,
	on: Day,
	steps?: Steps,
	change: string | null = null,
): void {
	const [listened = null, fair = null, say_no = null, what_next = null, worth_it = null] = steps ?? []
	plan.story.rows.check_in.push({
		...{ area_id: plan.story.area, id: idOf(`${name}/check-in/${who}`), appointment_id: id },
		time_id: timeId({ plan, id, name, with: other, ...made }, on),
		...{ person_id: idOf(plan.person), with_id: idOf(other), account_id: idOf(who) },
		...{ listened, fair, say_no, what_next, worth_it, change, not_this_time: steps === undefined },
		said_at: happens(plan, who, day, 'check_in'),
	})
}

/** One of two writes to the other; what was taken back has no words. */
export function writesTo(plan: Plan, who: Name, other: Name, day: Day, words: string, isTakenBack = false): void {
	const { rows, area } = plan.story
	const sent = happens(plan, who, day, 'conversation', idOf(other))
	rows.conversation_message.push({
		...{ area_id: area, id: idOf(`${plan.person}/wrote/${rows.conversation_message.length}`) },
		...{ person_id: idOf(plan.person), with_id: idOf(other), author_id: idOf(who) },
		...{ words: isTakenBack ? null : words, sent_at: sent, taken_back_at: isTakenBack ? sent : null },
	})
}

/** The person closes what somebody writes to them. */
export function closesWhatComes(plan: Plan, other: Name, day: Day): void {
	plan.story.rows.conversation_closed.push({
		...{ area_id: plan.story.area, person_id: idOf(plan.person), with_id: idOf(other) },
		closed_at: happens(plan, plan.person, day, 'conversation', idOf(other)),
	})
}

type Note = { plan: Plan; id: string }

/** A practitioner who goes on writes a note for whoever comes next. */
export function writesANote(plan: Plan, who: Name, day: Day, words: string): Note {
	const { rows, area } = plan.story
	const before = rows.handover_note.filter(
		({ person_id, author_id }) => person_id === idOf(plan.person) && author_id === idOf(who),
	)
	const note = { plan, id: idOf(`${plan.person}/note/${who}/${before.length}`) }
	rows.handover_note.push({
		...{ area_id: area, id: note.id, person_id: idOf(plan.person), author_id: idOf(who), number: before.length + 1 },
		...{ words, written_at: happens(plan, who, day, 'handover') },
	})
	return note
}

/** The person says how a note stands, or puts it right in their words. */
export function saysOfTheNote({ plan, id }: Note, day: Day, kind: HandoverWordRow['kind'], words?: string): void {
	const { rows, area } = plan.story
	rows.handover_word.push({
		...{ area_id: area, id: idOf(`${id}/${kind}/${day}`), note_id: id, person_id: idOf(plan.person), kind },
		...{ words: words ?? null, said_at: happens(plan, plan.person, day, 'handover') },
	})
}

/** Who goes on names who comes next, or a lead where they cannot; they may have begun. */
export function namesWhoComes(
	plan: Plan,
	who: Name,
	next: Name,
	day: Day,
	{ begun, byLead }: { begun?: Day; byLead?: Name } = {},
): void {
	const { rows, area } = plan.story
	const said = byLead
		? looksAt(plan, byLead, day, 'handover', idOf(plan.person), 'changed')
		: happens(plan, who, day, 'handover')
	rows.handover.push({
		...{ area_id: area, id: idOf(`${plan.person}/handed/${who}/${next}`), person_id: idOf(plan.person) },
		...{ from_id: idOf(who), to_id: idOf(next), said_at: said },
		...{ named_by_id: byLead ? idOf(byLead) : null, answer: null, answered_at: null },
		begun_at: begun === undefined ? null : timeOn(plan.story, begun),
	})
}

/** The person says whether it is fine who is named. */
export function saysOfWhoComes(
	plan: Plan,
	who: Name,
	next: Name,
	day: Day,
	answer: NonNullable<HandoverRow['answer']>,
): void {
	const named = plan.story.rows.handover.find(({ id }) => id === idOf(`${plan.person}/handed/${who}/${next}`))
	if (!named) throw new Error(`${who} has named nobody.`)
	named.answer = answer
	named.answered_at = happens(plan, plan.person, day, 'handover')
}

/** The person says whether something that was open to the one before is open to the one who comes. */
export function saysOfOpening(plan: Plan, opening: string, next: Name, day: Day, passes: boolean): void {
	plan.story.rows.opening_passed.push({
		...{ area_id: plan.story.area, opening_id: opening, to_id: idOf(next), person_id: idOf(plan.person), passes },
		said_at: happens(plan, plan.person, day, 'handover'),
	})
}

/** A lead says that a practitioner is away until a day. */
export function saysTheyAreAway(story: Story, lead: Name, who: Name, day: Day, until: Day): void {
	story.rows.practitioner_away.push({
		...{ area_id: story.area, id: idOf(`${who}/away`), account_id: idOf(who), set_by_id: idOf(lead) },
		...{ until_day: dateOf(story, until), set_at: timeOn(story, day), ended_at: null },
	})
}
