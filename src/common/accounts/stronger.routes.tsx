import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { myPasskeys } from './passkeys.queries.ts'
import { myProvider } from './providers.queries.ts'
import { providerWords } from './providers.words.ts'
import { StrongerPage } from './stronger.page.tsx'
import { strongerWords } from './stronger.words.ts'

/** Where staff begin who came in with less than their area wants of them, and whoever has just come in with a card of staff. */
export function strongerRoutes(app: FastifyInstance): void {
	app.get(routes.account.stronger.pattern, async (request, reply) => {
		const { visitor, locale } = request
		const [passkeys, provider] = await request.acting((tx) => Promise.all([myPasskeys(tx), myProvider(tx)]))
		const isStaff = visitor?.standings.some((kind) => kind === 'practitioner' || kind === 'lead')
		if (!visitor || !isStaff) throw new NotFound()
		const say = strongerWords({ locale, voice: 'anyone' })
		const sayProvider = providerWords({ locale, voice: 'anyone' })
		const has = { hasPasskey: passkeys.length > 0, isConnected: Boolean(provider?.connectedAt) }
		const { csrf, mustBeStronger, assurance } = visitor
		const props = { say, sayProvider, csrf, provider, ...has, mustBeStronger, mayAdd: assurance === 'card' }
		return show(request, reply, { title: say('tab'), body: <StrongerPage {...props} /> })
	})
}
