import assert from 'node:assert/strict'
import { people } from '../../../demo/demonstration.ts'
import { type Browser, type Place, testKey } from '../../../test/support/place.ts'
import { hashInvitationCode, invitationCode, invitationLink } from '../../common/messages/index.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

export const publicUrl = 'http://localhost:3000'

/** What somebody types to invite a sister by e-mail. */
export const sister = {
	...{ called: 'Bea', tie: 'my sister', signed: 'Ann', way: 'email' },
	email: 'bea@post.example',
}

/** A person asks for an invitation, in one press: its id. */
export async function asksFor(browser: Browser, person: keyof typeof people, fields: Record<string, string>) {
	const once = newId()
	const path = routes.supporters.invite.href({ person: people[person] })
	const answer = await browser.post(path, { step: 'share', once, ...fields })
	assert.equal(answer.status, 303, answer.html)
	return once
}

/** The code that was worked out for an invitation, as its message carries it or its card shows it. */
export async function codeOf({ underneath }: Place, invitation: string): Promise<string> {
	const [row] = await underneath<{ nonce: Uint8Array; code_hash: Uint8Array }>(
		'select nonce, code_hash from invitation where id = $1',
		[invitation],
	)
	assert(row)
	const code = invitationCode(testKey, invitation, row.nonce)
	assert(hashInvitationCode(testKey, code).equals(row.code_hash), 'what is kept is a hash of the code')
	return code
}

/** The address that a message leads to, without its host. */
export const linkOf = async (place: Place, invitation: string): Promise<string> =>
	invitationLink('', await codeOf(place, invitation))

/** Whoever checks says what they found. */
export async function checks(browser: Browser, person: keyof typeof people, invitation: string, found: string) {
	const path = routes.supporters.check.href({ person: people[person], invitation })
	assert.equal((await browser.get(path)).status, 200)
	assert.equal((await browser.post(path, { found })).location, '/invitations?done')
}
