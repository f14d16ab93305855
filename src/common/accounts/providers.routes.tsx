import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Ground } from '../../platform/doors.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { mayTry, networkOf } from '../../platform/http/tries.ts'
import { sessionHash, stepUp } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { comeIn } from './come-in.routes.ts'
import { providerLimits } from './limits.ts'
import { siteOf } from './passkeys.ts'
import { GoPage } from './providers.pages.tsx'
import { disconnectMe, myProvider } from './providers.queries.ts'
import { isAway, type Provider, type Said, whereToSignIn, whoSignedIn } from './providers.ts'
import { providerWords } from './providers.words.ts'
import { mustBeSurer, mustNotBeWeaker, ourPath } from './sure.ts'

/** What must be known again when a browser comes back: which provider, and whether to connect a session or to begin one. */
const attempt = v.object({
	provider: v.string(),
	session: v.optional(v.string()),
	shared: v.boolean(),
	/** Where somebody goes on to who is in, and shows there that it is them. */
	sureFor: v.optional(v.string()),
	/** Since when they must have signed in there, for that. Milliseconds. */
	since: v.optional(v.number()),
})
type Attempt = v.InferOutput<typeof attempt>

const use = 'provider'

/** Coming in through an organisation's own sign-in, and connecting it. */
export function providerRoutes(app: FastifyInstance, ground: Ground): void {
	const { system, key } = ground

	app.post(routes.providerSignIn.go.pattern, { config: { browserForm: true } }, async (request, reply) => {
		const { provider } = request.params as { provider: string }
		const { shared } = fieldsOf(request.body, ['shared'])
		return go(request, reply, { provider, shared: shared === 'yes' })
	})

	app.post(routes.account.connectProvider.pattern, async (request, reply) => {
		const mine = await request.acting(myProvider)
		if (!mine || mine.connectedAt) throw new NotFound()
		mustNotBeWeaker(request.visitor)
		mustBeSurer(request.visitor, routes.account.show.href())
		const { session, sharedDevice } = visitorOf(request)
		return go(request, reply, { provider: mine.id, session, shared: sharedDevice })
	})

	app.post(routes.account.disconnectProvider.pattern, async (request, reply) => {
		const mine = await request.acting(myProvider)
		if (!mine?.connectedAt) throw new NotFound()
		mustNotBeWeaker(request.visitor)
		mustBeSurer(request.visitor, routes.account.show.href())
		const { session } = visitorOf(request)
		if (!(await request.acting((tx) => disconnectMe(tx, session)))) throw new NotFound()
		return reply.redirect(`${routes.account.show.href()}?done=disconnectedTold`, 303)
	})

	app.post(routes.account.sureProvider.pattern, async (request, reply) => {
		const mine = await request.acting(myProvider)
		if (!mine?.connectedAt) throw new NotFound()
		const { session, sharedDevice } = visitorOf(request)
		const { to } = fieldsOf(request.body, ['to'])
		return go(request, reply, {
			provider: mine.id,
			session,
			shared: sharedDevice,
			sureFor: ourPath(to),
			since: Date.now(),
		})
	})

	// The one address of ours that a secret stands in: it works once, is never logged, and is left at once.
	app.get(routes.providerSignIn.callback.pattern, async (request, reply) => {
		const came = new URL(request.url, siteOf(ground, request.host).origin)
		const state = came.searchParams.get('state') ?? ''
		const about = await useChallenge(ground, browserOf(request, reply), use, state)
		const asked = about === undefined ? undefined : v.parse(attempt, JSON.parse(about))
		const said = asked && (await answerOf(request, asked, state, came))
		const how = !said ? 'refused' : said === 'down' ? said : await take(request, reply, asked, said)
		if (how === 'in') return reply.redirect(routes.home.href(), 303)
		if (how === 'sure') return reply.redirect(asked?.sureFor ?? routes.home.href(), 303)
		if (asked?.sureFor) return reply.redirect(`${routes.account.sure.href()}?to=${asked.sureFor}&done=${how}`, 303)
		if (!asked?.session) return reply.redirect(`${routes.signIn.href()}?done=${how}`, 303)
		const told = how === 'refused' ? 'connectRefused' : how
		return reply.redirect(`${routes.account.show.href()}?done=${told}`, 303)
	})

	/** Sends a browser to its organisation. A page leads there, for a form may lead to no address but our own. */
	async function go(request: FastifyRequest, reply: FastifyReply, about: Attempt): Promise<FastifyReply> {
		const [provider] = await system('system_provider', about.provider)
		if (!provider) throw new NotFound()
		const anew = about.sureFor !== undefined
		const leaveFor = anew ? routes.account.sure : about.session ? routes.account.show : routes.signIn
		const { allowed } = await mayTry(system, providerLimits(key, networkOf(request.ip)))
		if (!allowed) return reply.redirect(`${leaveFor.href()}?done=many`, 303)
		const state = await newChallenge(ground, browserOf(request, reply), use, JSON.stringify(about))
		const back = `${siteOf(ground, request.host).origin}${routes.providerSignIn.callback.href()}`
		const to = await whereToSignIn(key, provider, state, back, anew).catch((error: unknown) => noted(request, error))
		if (!to) return reply.redirect(`${leaveFor.href()}?done=down`, 303)
		const say = providerWords({ locale: request.locale, voice: 'anyone' })
		reply.header('refresh', `0;url=${to}`)
		return show(request, reply, { title: say('goTab'), body: <GoPage say={say} name={provider.name} to={to} /> })
	}

	async function answerOf(request: FastifyRequest, { provider: id, since }: Attempt, state: string, came: URL) {
		const [provider] = await system('system_provider', id)
		if (!provider || came.searchParams.has('error')) return undefined
		try {
			return {
				provider,
				...(await whoSignedIn(key, provider, state, came, since === undefined ? undefined : new Date(since))),
			}
		} catch (error) {
			noted(request, error)
			return isAway(error) ? 'down' : undefined
		}
	}

	/** Whoever the provider names comes in, or is connected to the session that asked. */
	async function take(
		request: FastifyRequest,
		reply: FastifyReply,
		{ session, shared, sureFor }: Attempt,
		{ provider, subject, acr, amr }: Said & { provider: Provider },
	): Promise<'in' | 'refused' | 'connectedTold' | 'sure'> {
		if (session && request.visitor?.session !== session) return 'refused'
		if (sureFor) {
			const [shown] = await system('system_identity', provider.id, subject, acr, amr)
			if (!shown || shown.account_id !== request.visitor?.account) return 'refused'
			await stepUp(request, reply, system, 'provider')
			return 'sure'
		}
		if (session) {
			const takes = [sessionHash(request), provider.id, subject, acr, amr] as const
			const [connected] = await system('system_connect_identity', ...takes)
			if (!connected) return 'refused'
			await stepUp(request, reply, system, 'provider')
			return 'connectedTold'
		}
		const [found] = await system('system_identity', provider.id, subject, acr, amr)
		if (!found) return 'refused'
		const { area_id: area, account_id: account } = found
		const begun = await comeIn(request, reply, system, { area, account, how: 'provider', shared })
		return begun ? 'in' : 'refused'
	}
}

/** A provider that lies or does not answer is no mistake of ours: it is noted by its kind, and the page says it plainly. */
function noted(request: FastifyRequest, error: unknown): undefined {
	request.log.warn({ err: error }, 'a provider did not answer as it should')
}

function visitorOf({ visitor }: FastifyRequest) {
	if (!visitor) throw new NotSignedIn()
	return visitor
}
