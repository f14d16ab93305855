import * as openid from 'openid-client'
import type { SystemCalls } from '../../platform/doors.ts'
import { keyedHash, type ServerKey, seal, unseal } from '../../platform/server-key.ts'

export type Provider = SystemCalls['system_provider']['row']

/** What a provider said of whoever signed in there: who, and how it made sure of them. */
export type Said = { subject: string; acr: string | null; amr: string | null }

/** How long a provider may take for one answer, so that three of them fit into a request of ours. Seconds. */
const timeout = 3

/** The longest answer of a provider that is read. Bytes. */
const longestAnswer = 512 * 1024

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an issuer may be set: https, or on this machine alone http. */
export function mayBeIssuer(issuer: string): boolean {
	if (!URL.canParse(issuer)) return false
	const { protocol, hostname, search, hash } = new URL(issuer)
	return (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))) && search + hash === ''
}

const whose = (issuer: string, clientId: string): string => `${issuer} ${clientId}`

/** A client's secret as it is kept. It opens for this issuer and this client alone. */
export const sealSecret = (key: ServerKey, issuer: string, clientId: string, secret: string): Buffer =>
	seal(key, 'provider', whose(issuer, clientId), secret)

/** What is only ours to know of one attempt to sign in: made from its state, so that nothing has to be kept. */
const secretsOf = (key: ServerKey, state: string) => ({
	verifier: keyedHash(key, 'pkce', state).toString('base64url'),
	nonce: keyedHash(key, 'nonce', state).toString('base64url'),
})

/**
 * Asks a provider where its doors are, each time: what it says may change, and this is asked seldom.
 *
 * @throws when it does not answer in time, or says that it is somebody else
 */
async function ask(key: ServerKey, { issuer, client_id, secret }: Provider): Promise<openid.Configuration> {
	const clientSecret = unseal(key, 'provider', whose(issuer, client_id), secret)
	if (clientSecret === undefined) throw new Error('The secret of a provider was sealed with another key.')
	const isHere = new URL(issuer).protocol === 'http:'
	return openid.discovery(new URL(issuer), client_id, clientSecret, openid.ClientSecretBasic(clientSecret), {
		timeout,
		execute: [openid.enableNonRepudiationChecks, ...(isHere ? [openid.allowInsecureRequests] : [])],
		[openid.customFetch]: fetchWithin,
	})
}

/** Reads no more of an answer than a provider has to say. */
async function fetchWithin(url: string, options: openid.CustomFetchOptions): Promise<Response> {
	const answer = await fetch(url, options as RequestInit)
	let read = 0
	const within = new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			read += chunk.length
			if (read > longestAnswer) controller.error(new Error('A provider says more than it has to.'))
			else controller.enqueue(chunk)
		},
	})
	const { status, headers } = answer
	return new Response(answer.body?.pipeThrough(within) ?? null, { status, headers })
}

/**
 * Where a browser is sent to sign in, for this state.
 *
 * @param anew whether they must sign in there again, even if they have just done so
 * @throws when the provider does not answer
 */
export async function whereToSignIn(
	key: ServerKey,
	provider: Provider,
	state: string,
	back: string,
	anew: boolean,
): Promise<string> {
	const config = await ask(key, provider)
	const { verifier, nonce } = secretsOf(key, state)
	const to = openid.buildAuthorizationUrl(config, {
		redirect_uri: back,
		scope: 'openid',
		response_type: 'code',
		state,
		nonce,
		code_challenge: await openid.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...(anew && { prompt: 'login', max_age: '0' }),
	})
	return to.href
}

/**
 * Who signed in, by the answer that a browser brought back: its code is exchanged, and what the provider signs is held
 * against its keys, its name, ours, the time and the nonce of this attempt; where they had to sign in anew, also when they did.
 *
 * @param anewSince since when they must have signed in there
 * @throws when any of that does not hold, or the provider does not answer
 */
export async function whoSignedIn(
	key: ServerKey,
	provider: Provider,
	state: string,
	came: URL,
	anewSince: Date | undefined,
): Promise<Said> {
	const config = await ask(key, provider)
	const { verifier, nonce } = secretsOf(key, state)
	const tokens = await openid.authorizationCodeGrant(config, came, {
		expectedState: state,
		expectedNonce: nonce,
		pkceCodeVerifier: verifier,
		...(anewSince && { maxAge: Math.ceil((Date.now() - anewSince.getTime()) / 1000) }),
	})
	const claims = tokens.claims()
	if (!claims || claims.sub.length > 255 || claims.iss !== provider.issuer) throw new Error('A provider named nobody.')
	const { acr, amr } = claims
	return { subject: claims.sub, acr: worth(acr), amr: worth(Array.isArray(amr) ? amr.join(' ') : undefined) }
}

const worth = (said: unknown): string | null => (typeof said === 'string' && said ? said.slice(0, 200) : null)

/** Whether a provider did not answer at all, or not in time; else it answered otherwise than it should. */
export function isAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false
	const isSlow = error.name === 'TimeoutError' || error.name === 'AbortError'
	return isSlow || error.message === 'fetch failed' || isAway(error.cause)
}
