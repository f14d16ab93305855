import { keyOf, type Member } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import type { Rows } from './rows.ts'
import { type Story, timeOn } from './story.ts'

/** What a practitioner would have to pass on, as an area signs it off. */
const passedOn = [
	'A practitioner has to pass some things on.',
	'They pass on that someone’s life is in danger.',
	'They pass on that a child is being harmed.',
	'They pass on harm to an adult who needs help to stay safe.',
	'They pass on a new offence.',
	'They pass on that an order is broken.',
	'They pass on that a rule of no contact is broken.',
	'They tell you first, unless that would put someone in danger.',
].join(' ')

/** Makes an area with its people, and the story of it that can now be told. */
export function opens(rows: Rows, now: Date, name: string, opened: Day, cast: readonly Member[]): Story {
	const story: Story = { area: idOf(name), now, rows, happenedOn: new Map() }
	rows.area.push({
		area_id: story.area,
		name,
		is_demonstration: true,
		staff_need_strong: false,
		passed_on: passedOn,
		passed_on_signed_off_at: timeOn(story, opened, 12),
		created_at: timeOn(story, opened),
	})
	for (const [at, member] of cast.entries()) enters(story, member, at + 1)
	const lead = cast.find(({ here }) => here.some(([kind]) => kind === 'lead'))
	if (lead) {
		rows.passed_on_text.push({
			area_id: story.area,
			id: idOf(`${name}/passed on`),
			words: passedOn,
			signed_off_by_id: idOf(lead.called),
			signed_off_at: timeOn(story, opened, 12),
		})
	}
	return story
}

function enters(story: Story, member: Member, position: number): void {
	const { area, rows } = story
	const id = idOf(member.called)
	rows.account.push({
		area_id: area,
		id,
		name: member.name,
		created_at: timeOn(story, Math.min(...member.here.map(([, since]) => since)), 8),
		closed_at: null,
		left_at: null,
	})
	for (const [kind, since] of member.here) {
		rows.standing.push({
			area_id: area,
			id: idOf(`${member.called}/${kind}`),
			account_id: id,
			kind,
			began_at: timeOn(story, since, 8),
			ended_at: null,
		})
	}
	rows.demonstration_account.push({ area_id: area, account_id: id, key: keyOf(member), line: member.line, position })
}
