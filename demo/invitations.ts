import { createHash } from 'node:crypto'
import type { InvitationCheckRow, InvitationRow, MessageRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { changes, looksAt, type Plan, timeOn } from './story.ts'

type Invites = {
	called: string
	tie: string
	way: InvitationRow['way']
	/** Where a message would go: of the numbers and addresses that are kept for stories. */
	at?: string
	from: Day
}

/** A person's invitation. */
type Invitation = { readonly plan: Plan; readonly row: Plan['story']['rows']['invitation'][number] }

/** A person asks somebody to support them. Its code opens nothing: no code has this hash. */
export function invites(plan: Plan, { called, tie, way, at, from }: Invites): Invitation {
	const { story, person } = plan
	const id = idOf(`${person}/invites/${called}`)
	const isOver = from < (way === 'card' ? -14 : -30)
	const row = {
		...{ area_id: story.area, id, person_id: idOf(person), called, tie, way },
		signed: story.rows.account.find((one) => one.id === idOf(person))?.name.split(' ')[0] ?? '',
		address: isOver ? null : (at ?? null),
		address_key: way === 'card' ? null : bytes(`${id}/address`),
		nonce: bytes(`${id}/nonce`),
		code_hash: bytes(`${id}/code`),
		asked_at: changes(plan, person, from, 'invitation', id),
		ends_at: timeOn(story, from + (way === 'card' ? 14 : 30)),
		taken_back_at: null,
		accepted_at: null,
	}
	story.rows.invitation.push(row)
	return { plan, row }
}

const bytes = (name: string): string => `\\x${createHash('sha256').update(name).digest('hex')}`

/** Whoever checks has looked, and found it so. Of a message, what became of it. */
export function isChecked(
	{ plan, row }: Invitation,
	by: Name,
	day: Day,
	verdict: InvitationCheckRow['verdict'],
	became?: 'sent' | NonNullable<MessageRow['why']>,
): void {
	const { story } = plan
	const at = looksAt(plan, by, day, 'invitation', row.id, 'looked')
	story.rows.invitation_check.push({
		...{ area_id: story.area, invitation_id: row.id, verdict, checked_by_id: idOf(by), checked_at: at },
	})
	if (!became || row.way === 'card') return
	story.rows.message.push({
		...{ area_id: story.area, id: idOf(`${row.id}/message`), account_id: null, contact_id: null },
		...{ kind: 'invitation', channel: row.way, locale: 'en', address: null, code_id: null, asked_at: at, tries: 1 },
		sent_at: became === 'sent' ? at : null,
		failed_at: became === 'sent' ? null : at,
		why: became === 'sent' ? null : became,
		invitation_id: row.id,
	})
}

/** The person takes it back. */
export function takesBack({ plan, row }: Invitation, day: Day): void {
	row.taken_back_at = timeOn(plan.story, day, 20)
	row.address = null
}

/** The one invited came in by it, as somebody who supports the person. */
export function cameIn({ plan, row }: Invitation, supporter: Name, day: Day): void {
	const id = idOf(`${plan.person}/supported by/${supporter}`)
	row.accepted_at = looksAt(plan, supporter, day, 'supporting', id, 'changed')
	row.address = null
}
