import { codeFrom, readCode } from '../../platform/printed-code.ts'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import type { Channel } from './messenger.ts'

/** The code of an invitation. It is worked out each time from the server's key and stands nowhere. */
export const invitationCode = (key: ServerKey, invitation: string, nonce: Uint8Array): string =>
	codeFrom(keyedHash(key, 'invitation', invitation, Buffer.from(nonce).toString('hex')))

/** By what an invitation is found: a keyed hash of its code, as somebody typed it. */
export const hashInvitationCode = (key: ServerKey, code: string): Buffer =>
	keyedHash(key, 'invitation code', readCode(code) ?? '')

/** Where a message leads. The code stands in the address, so that without script too it takes one press to say never. */
export const invitationLink = (publicUrl: string, code: string): string =>
	`${publicUrl}${routes.invited.show.href()}?code=${code}`

/** What is kept of a place where we never write: a keyed hash, the same for each way in which people write it. */
export function peaceKey(key: ServerKey, channel: Channel, address: string): Buffer {
	const plain = address.normalize('NFKC').toLowerCase()
	return keyedHash(
		key,
		'left in peace',
		channel,
		channel === 'letter' ? plain.replaceAll(/[^\p{L}\p{N}]/gu, '') : plain,
	)
}
