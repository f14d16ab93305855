import { createHash } from 'node:crypto'
import type { MessageRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import { happens, hasASecret } from './coming-in.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { type Story, timeOn } from './story.ts'

type Kind = MessageRow['channel']

/** One way to reach somebody of the story. */
export type Contact = { story: Story; person: Name; id: string; kind: Kind; value: string }

/** Somebody has said where it is safe to write to them, and has confirmed it. */
export function isReachedAt(story: Story, person: Name, since: Day, kind: Kind, value: string): Contact {
	const at = timeOn(story, since, 10)
	return adds(story, person, kind, value, { added_at: at, confirmed_at: at, chosen_at: at })
}

/** Codes that go there let them in: they have chosen that, and have a name to sign in with. */
export function comesInByCode({ story, person, id }: Contact, since: Day, signInName: string): void {
	hasASecret(story, person, signInName, since - 90)
	story.rows.code_contact.push({
		area_id: story.area,
		account_id: idOf(person),
		contact_id: id,
		since: timeOn(story, since, 18),
	})
	happens(story, person, 'codes_on', since)
}

type Since = { added_at: Date; confirmed_at: Date | null; chosen_at: Date | null }

function adds(story: Story, person: Name, kind: Kind, value: string, since: Since): Contact {
	const id = idOf(`${person}/contact/${kind}`)
	story.rows.contact.push({ area_id: story.area, id, account_id: idOf(person), kind, value, locale: 'en', ...since })
	return { story, person, id, kind, value }
}

/** What became of a message: it went, waits, or will never go. */
type Became = 'sent' | 'waits' | NonNullable<MessageRow['why']>

/** There was something new for them, and a message about it. */
export const isTold = (contact: Contact, day: Day, became: Became): void =>
	put(contact, 'something-new', timeOn(contact.story, day, 11), became)

/** The way in which they are reached has changed, and the former one was told. */
export const isToldOfChange = (contact: Contact, day: Day, became: Became): void =>
	put(contact, 'contact-changed', timeOn(contact.story, day, 11), became)

function put({ story, person, id, kind, value }: Contact, what: MessageRow['kind'], at: Date, became: Became): void {
	const isFailed = became !== 'sent' && became !== 'waits'
	story.rows.message.push({
		area_id: story.area,
		id: idOf(`${person}/message/${story.rows.message.length}`),
		account_id: idOf(person),
		contact_id: id,
		kind: what,
		channel: kind,
		locale: 'en',
		address: became === 'waits' ? value : null,
		code_id: what === 'code' ? idOf(`${person}/code`) : null,
		asked_at: at,
		tries: became === 'waits' ? 0 : 1,
		sent_at: became === 'sent' ? at : null,
		failed_at: isFailed ? at : null,
		why: isFailed ? became : null,
		invitation_id: null,
	})
}

/** They have just added another one, and a code is on its way there. */
export function addsJustNow(story: Story, person: Name, kind: Kind, value: string): void {
	const at = new Date(story.now.getTime() - 60_000)
	const contact = adds(story, person, kind, value, { added_at: at, confirmed_at: null, chosen_at: null })
	story.rows.code.push({
		area_id: story.area,
		id: idOf(`${person}/code`),
		account_id: idOf(person),
		contact_id: contact.id,
		purpose: 'confirm',
		browser_hash: bytes(`${person}/browser`),
		nonce: bytes(`${person}/nonce`),
		asked_at: at,
		tries: 0,
	})
	put(contact, 'code', at, 'waits')
}

const bytes = (name: string): string => `\\x${createHash('sha256').update(name).digest('hex')}`
