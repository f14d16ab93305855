/** An organisation's own sign-in: a real OpenID provider on this machine, in which somebody is always signed in at once. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Context, Provider } from 'oidc-provider'

export const client = { id: 'alongside', secret: 'a secret of the organisation' }

export type Organisation = {
	issuer: string
	/** Follows an address of ours there, is signed in as this subject, and gives the address that leads back to us. */
	signIn(at: string, subject: string): Promise<URL>
	/** Whoever comes next is signed in there as this subject. */
	signsIn(subject: string): void
	/** What it does to a request instead of answering it as it should. */
	spoil: ((request: IncomingMessage) => 'hang' | 'fail' | 'lie' | { idToken: string } | undefined) | undefined
	/** What it would say of somebody, signed with its key or, as a forger would, with another. */
	says(claims: Record<string, unknown>, how?: 'forged' | 'unsigned'): string
	close(): Promise<void>
}

export async function openOrganisation(callback: string): Promise<Organisation> {
	const server = createServer()
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
	let next = ''
	const keys = [
		generateKeyPairSync('rsa', { modulusLength: 2048 }),
		generateKeyPairSync('rsa', { modulusLength: 2048 }),
	]
	const [own, other] = keys.map(({ privateKey }) => privateKey)
	if (!own || !other) throw new Error('There are two keys.')
	const provider: Provider = new Provider(issuer, {
		clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
		findAccount: (_: Context, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
		claims: { openid: ['sub', 'acr', 'amr'] },
		conformIdTokenClaims: false,
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false } },
		interactions: { url: () => '/interaction' },
		loadExistingGrant: async ({ oidc: { client, session } }: Context) => {
			const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
			grant.addOIDCScope('openid')
			await grant.save()
			return grant
		},
		jwks: { keys: [{ ...own.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] },
		cookies: { keys: ['for tests'] },
	})
	const answer = provider.callback()
	const organisation: Organisation = {
		issuer,
		spoil: undefined,
		says(claims, how) {
			const now = Math.floor(Date.now() / 1000)
			const whole = { iss: issuer, aud: client.id, iat: now, exp: now + 60, ...claims }
			const alg = how === 'unsigned' ? 'none' : 'RS256'
			const said = [{ alg, kid: 'own' }, whole].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
			const key = how === 'forged' ? other : own
			const signature = how === 'unsigned' ? '' : sign('sha256', Buffer.from(said.join('.')), key).toString('base64url')
			return [...said, signature].join('.')
		},
		signsIn(subject) {
			next = subject
		},
		async signIn(at, subject) {
			next = subject
			return follow(at, callback)
		},
		async close() {
			server.closeAllConnections()
			await new Promise((resolve) => server.close(resolve))
		},
	}
	server.on('request', (request, response) => {
		const how = organisation.spoil?.(request)
		if (how === 'hang') return
		if (how === 'fail') response.writeHead(500).end()
		else if (how === 'lie') response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":"http://x"}')
		else if (how) {
			const tokens = { access_token: 'x', token_type: 'Bearer', id_token: how.idToken }
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(tokens))
		} else if (request.url?.startsWith('/interaction')) {
			provider.interactionFinished(request, response, {
				login: { accountId: next, acr: 'urn:two-factors', amr: ['hwk', 'pin'] },
			})
		} else answer(request, response)
	})
	return organisation
}

/** As a browser would: keeps cookies and follows redirects, until one leads back to us. */
async function follow(start: string, callback: string): Promise<URL> {
	const cookies = new Map<string, string>()
	let url = new URL(start)
	for (let step = 0; step < 10; step++) {
		if (url.href.startsWith(callback)) return url
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
		const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
			cookies.set(name, value)
		}
		const to = answer.headers.get('location')
		if (!to) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
		url = new URL(to, url)
	}
	throw new Error('The provider led nowhere.')
}
