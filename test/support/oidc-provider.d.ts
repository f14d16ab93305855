/** As much of `oidc-provider` as our tests use: it brings no types of its own. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http'

	type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
	type Context = { oidc: { client: { clientId: string }; session: { accountId: string } } }
	export class Provider {
		constructor(issuer: string, settings: Record<string, unknown>)
		readonly Grant: new (of: {
			clientId: string
			accountId: string
		}) => Grant
		callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
		interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
	}
	export type { Context }
}
