import { randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import * as v from 'valibot'
import type { Ground } from '../../platform/doors.ts'
import type { Passkey } from './passkeys.queries.ts'

/** Read when the first passkey is used: it takes a tenth of the time in which the first page must be there. */
const webauthn = () => import('@simplewebauthn/server')

/** What browsers bind passkeys to: a name, and the one origin of ours under it. */
export type Site = { id: string; origin: string }

/** Where passkeys of ours work, asked for at this host. On this machine alone the port may be any; elsewhere the origin is the one that was set. */
export function siteOf({ publicUrl }: Pick<Ground, 'publicUrl'>, host: string): Site {
	const { hostname, origin, protocol } = new URL(publicUrl)
	const here = `http://${host}`
	return { id: hostname, origin: protocol === 'http:' && URL.canParse(here) ? new URL(here).origin : origin }
}

/** ES256, EdDSA and RS256, as COSE numbers them: what phones, computers and keys on a ring have. */
const algorithms = [-7, -8, -257]

/** How long the browser's own window waits, as long as the challenge is good. Milliseconds. */
const timeout = 5 * 60 * 1000

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
/** What a browser must know of a passkey to ask a device for it. */
type Known = Pick<Passkey, 'credentialId' | 'transports'>
const credentials = (mine: readonly Known[]) =>
	mine.map(({ credentialId, transports }) => ({
		id: textOf(credentialId),
		transports: transports.split(' ').filter(Boolean),
	}))

/** What stands for the account in its passkeys: the handle of those it has, or 32 new random bytes. In base64url. */
export const handleOf = ([first]: readonly Passkey[]): string => textOf(first?.handle ?? randomBytes(32))

/** What a browser needs to make a passkey; `name` is what its holder sees in the list of their device. */
export const toMake = async (site: Site, challenge: string, handle: string, name: string, mine: readonly Passkey[]) =>
	(await webauthn()).generateRegistrationOptions({
		rpName: 'Alongside',
		rpID: site.id,
		userName: name,
		userID: bytesOf(handle),
		challenge: bytesOf(challenge),
		timeout,
		attestationType: 'none',
		excludeCredentials: credentials(mine),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		supportedAlgorithmIDs: algorithms,
	})

/** What a browser needs to show a passkey: any of ours that it holds, or one of these. */
export const toShow = async (site: Site, challenge: string, mine: readonly Known[] = []) =>
	(await webauthn()).generateAuthenticationOptions({
		rpID: site.id,
		challenge: bytesOf(challenge),
		timeout,
		userVerification: 'required',
		allowCredentials: credentials(mine),
	})

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/))
const extensions = v.optional(v.record(v.string(), v.unknown()), {})
const common = { id: base64url, rawId: base64url, type: v.literal('public-key'), clientExtensionResults: extensions }
const made = v.object({
	...common,
	response: v.object({
		clientDataJSON: base64url,
		attestationObject: base64url,
		transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10)), []),
	}),
})
const shown = v.object({
	...common,
	response: v.object({
		clientDataJSON: base64url,
		authenticatorData: base64url,
		signature: base64url,
		userHandle: v.nullish(base64url),
	}),
})

/** What a browser sent, if it is such an answer. */
function parsed<Schema extends v.GenericSchema>(schema: Schema, sent: string): v.InferOutput<Schema> | undefined {
	try {
		const read = v.safeParse(schema, JSON.parse(sent))
		return read.success ? read.output : undefined
	} catch {
		return undefined
	}
}

/** The challenge that an answer of a browser was made for, if it is such an answer at all. */
export function challengeIn(credential: string): string {
	const answer = parsed(v.object({ response: v.object({ clientDataJSON: base64url }) }), credential)
	const told = Buffer.from(answer?.response.clientDataJSON ?? '', 'base64url').toString('utf8')
	return parsed(v.object({ challenge: base64url }), told)?.challenge ?? ''
}

export type NewPasskey = { credentialId: Buffer; publicKey: Buffer; counter: number; transports: string }

/** The new passkey in a browser's answer; nothing, when it is not one that was made here, for this challenge, by its holder's own hand. */
export async function readMade(site: Site, sent: string, challenge: string): Promise<NewPasskey | undefined> {
	const response = parsed(made, sent)
	if (!response) return undefined
	const { verifyRegistrationResponse } = await webauthn()
	const { registrationInfo } = await verifyRegistrationResponse({
		response: response as RegistrationResponseJSON,
		expectedChallenge: challenge,
		expectedOrigin: site.origin,
		expectedRPID: site.id,
		requireUserVerification: true,
		supportedAlgorithmIDs: algorithms,
	}).catch(() => ({ registrationInfo: undefined }))
	if (!registrationInfo) return undefined
	const { id, publicKey, counter } = registrationInfo.credential
	const transports = response.response.transports.join(' ')
	return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter, transports }
}

/**
 * Whose passkey a browser showed, signed for this challenge; its use is noted. Nothing, when any of that does not hold.
 *
 * @param mine the account whose it must be; without it the passkey itself must say for whom it was made
 */
export async function readShown(
	{ system }: Pick<Ground, 'system'>,
	site: Site,
	sent: string,
	challenge: string,
	mine?: string,
): Promise<{ area: string; account: string } | undefined> {
	const response = parsed(shown, sent)
	if (!response) return undefined
	const id = Buffer.from(response.id, 'base64url')
	const [kept] = await system('system_passkey', id)
	const handle = response.response.userHandle
	if (!kept || (mine ? kept.account_id !== mine : !handle)) return undefined
	if (handle && handle !== textOf(kept.handle)) return undefined
	const { verifyAuthenticationResponse } = await webauthn()
	const { verified, authenticationInfo } = await verifyAuthenticationResponse({
		response: response as AuthenticationResponseJSON,
		expectedChallenge: challenge,
		expectedOrigin: site.origin,
		expectedRPID: site.id,
		requireUserVerification: true,
		credential: { id: response.id, publicKey: new Uint8Array(kept.public_key), counter: kept.counter },
	}).catch(() => ({ verified: false, authenticationInfo: undefined }))
	if (!verified || !authenticationInfo) return undefined
	const [used] = await system('system_passkey_used', id, kept.counter, authenticationInfo.newCounter)
	return used && { area: used.area_id, account: used.account_id }
}
