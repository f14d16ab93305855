import type { SignInEventRow } from '../src/platform/database/schema.ts'
import type { Name } from './cast.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { type Story, timeOn } from './story.ts'

/** A practitioner gives somebody a card; it was used on a day, or lies there still. */
export function givesACard(story: Story, by: Name, to: Name, made: Day, used?: Day): void {
	const { area, rows } = story
	const id = idOf(`${to}/card/${made}`)
	rows.sign_in_card.push({
		area_id: area,
		id,
		account_id: idOf(to),
		// A hash that no code has: the cards of the story open nothing.
		code_hash: `\\x${id.replaceAll('-', '').repeat(2)}`,
		made_by_id: idOf(by),
		made_at: timeOn(story, made, 10),
		ends_at: timeOn(story, made + 14, 10),
		used_at: used === undefined ? null : timeOn(story, used, 18),
		ended_at: null,
	})
	rows.access.push({
		area_id: area,
		person_id: idOf(to),
		at: timeOn(story, made, 10),
		by_id: idOf(by),
		act: 'changed',
		what: 'card',
		thing_id: id,
	})
	happens(story, to, 'card_made', made)
	if (used !== undefined) happens(story, to, 'card_used', used, 'Chrome, Android')
}

/** What happened to how somebody comes in. */
export function happens(
	story: Story,
	who: Name,
	kind: SignInEventRow['kind'],
	day: Day,
	device: string | null = null,
): void {
	story.rows.sign_in_event.push({
		area_id: story.area,
		id: idOf(`${who}/${kind}/${day}`),
		account_id: idOf(who),
		kind,
		device_label: device,
		by_id: null,
		at: timeOn(story, day, 18),
	})
}

/** Somebody has a name to sign in with, and a secret that nobody knows. */
export function hasASecret(story: Story, who: Name, signInName: string, since: Day): void {
	story.rows.secret.push({
		area_id: story.area,
		account_id: idOf(who),
		sign_in_name: signInName,
		hash: `argon2id$${'A'.repeat(22)}$${'A'.repeat(43)}`,
		set_at: timeOn(story, since, 18),
	})
}

/** Somebody comes in with a device of theirs, or will; nobody has the key that would open this one. */
export function hasAPasskey(story: Story, who: Name, name: string, added: Day, used?: Day): void {
	const id = idOf(`${who}/passkey/${name}`)
	const bytes = (of: string) => `\\x${of.replaceAll('-', '').repeat(2)}`
	story.rows.passkey.push({
		area_id: story.area,
		id,
		account_id: idOf(who),
		name,
		credential_id: bytes(id),
		public_key: bytes(id),
		counter: 0,
		handle: bytes(idOf(`${who}/handle`)),
		transports: 'internal hybrid',
		added_at: timeOn(story, added, 18),
		used_at: used === undefined ? null : timeOn(story, used, 8),
	})
	happens(story, who, 'passkey_added', added)
}
