import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayIn, timeIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, fieldsOf, readFields } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { MustBeStronger, NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import { endSession, sessionHash, stepUp, type Visitor } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { AccountPage, SecretPage, SessionsPage, SurePage } from './account.pages.tsx'
import { secretForm } from './accounts.forms.ts'
import {
	changeMySecret,
	endMySession,
	endOtherSessions,
	myLastEvents,
	mySecret,
	mySessions,
	tell,
} from './accounts.queries.ts'
import { accountWords } from './accounts.words.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { ReadyPage } from './coming-in.pages.tsx'
import { comingInWords } from './coming-in.words.ts'
import { sureLimits } from './limits.ts'
import { myPasskeys, type Passkey } from './passkeys.queries.ts'
import { challengeIn, readShown, siteOf, toShow } from './passkeys.ts'
import { passkeyWords } from './passkeys.words.ts'
import { MyProvider } from './providers.pages.tsx'
import { myProvider } from './providers.queries.ts'
import { providerWords } from './providers.words.ts'
import { hashSecret, secretFits } from './secrets.ts'
import { mustBeSure } from './sure.ts'

/** How I come in: my secret, where I am signed in, and showing that it is me. */
export function accountRoutes(app: FastifyInstance, ground: Ground): void {
	const { system, key } = ground
	app.get(routes.account.show.pattern, async (request, reply) => {
		const { isDemonstration, standings, account } = visitorOf(request)
		const staff = standings.some((one) => one === 'practitioner' || one === 'lead') ? account : undefined
		const [secret, passkeys, provider, sessions, events] = await request.acting((tx) =>
			Promise.all([mySecret(tx), myPasskeys(tx), myProvider(tx), mySessions(tx), myLastEvents(tx)]),
		)
		const common = given(request)
		if (secret && 'ready' in (request.query as object)) {
			const say = comingInWords({ locale: request.locale, voice: 'anyone' })
			const body = <ReadyPage say={say} signInName={secret.signInName} />
			return show(request, reply, { title: say('readyTab'), body })
		}
		const { done } = request.query as { done?: unknown }
		const ofProvider = provider && <MyProvider {...common} say={sayProviderTo(request)} {...{ provider, done }} />
		const ways = { secret, passkeys: passkeys.length, ofProvider }
		const body = <AccountPage {...common} {...{ ...ways, sessions, events, isDemonstration, staff }} />
		return show(request, reply, { title: common.say('tab'), done: doneIn(request), backHref: routes.home.href(), body })
	})

	app.get(routes.account.secret.pattern, async (request, reply) => {
		mustBeSure(visitorOf(request))
		return secretPage(request, reply, await request.acting(mySecret), {})
	})

	app.post(routes.account.secret.pattern, async (request, reply) => {
		const { session, name } = visitorOf(request)
		mustBeSure(request.visitor)
		const mine = await request.acting(mySecret)
		const sayNew = comingInWords({ locale: request.locale, voice: 'anyone' })
		const fields = fieldsOf(request.body, ['secret', 'again'])
		const read = readFields(secretForm(sayNew, [name, mine?.signInName ?? '']), fields)
		if (read.errors) return secretPage(request, reply, mine, read.errors)
		const hash = await hashSecret(key, read.values.secret)
		if (!(await request.acting((tx) => changeMySecret(tx, { hash, session })))) throw new NotFound()
		await stepUp(request, reply, system)
		return reply.redirect(`${routes.account.show.href()}?done=secretTold`, 303)
	})

	app.get(routes.account.sessions.pattern, async (request, reply) => {
		const sessions = await request.acting(mySessions)
		const common = given(request)
		const body = <SessionsPage {...common} sessions={sessions} here={visitorOf(request).session} />
		const backHref = routes.account.show.href()
		return show(request, reply, { title: common.say('sessionsTab'), done: doneIn(request), backHref, body })
	})

	app.post(routes.account.endSession.pattern, async (request, reply) => {
		const { session } = request.params as { session: string }
		if (!(await request.acting((tx) => endMySession(tx, session)))) throw new NotFound()
		return reply.redirect(`${routes.account.sessions.href()}?done=sessionEnded`, 303)
	})

	app.post(routes.account.endOtherSessions.pattern, async (request, reply) => {
		const { session } = visitorOf(request)
		await request.acting(async (tx) => {
			await endOtherSessions(tx, session)
			await tell(tx, 'signed_out_elsewhere')
		})
		return reply.redirect(`${routes.account.sessions.href()}?done=endedOthers`, 303)
	})

	app.post(routes.signOut.pattern, async (request, reply) => {
		await endSession(request, reply, system)
		return reply.redirect(`${routes.home.href()}?left`, 303)
	})

	app.get(routes.account.sure.pattern, async (request, reply) => {
		const { to } = request.query as { to?: unknown }
		return surePage(request, reply, ourPath(to), {})
	})

	app.post(routes.account.beginSure.pattern, async (request, reply) => {
		const visitor = visitorOf(request)
		const mine = await request.acting(myPasskeys)
		if (mine.length === 0) throw new NotFound()
		const challenge = await newChallenge(ground, browserOf(request, reply), sureUse(visitor))
		return toShow(siteOf(ground, request.host), challenge, mine)
	})

	app.post(routes.account.sure.pattern, async (request, reply) => {
		const { isDemonstration, session } = visitorOf(request)
		const { to = '', secret = '', credential = '' } = fieldsOf(request.body, ['to', 'secret', 'credential'])
		const say = accountWords({ locale: request.locale, voice: 'anyone' })
		if (isDemonstration && !credential) {
			await stepUp(request, reply, system)
			return reply.redirect(ourPath(to), 303)
		}
		const attempt = await mayTry(system, sureLimits(key, session))
		const field = credential ? 'passkey' : 'secret'
		if (!attempt.allowed) return surePage(request, reply, ourPath(to), { [field]: say('sureMany') })
		const passkeys = await request.acting(myPasskeys)
		if (!credential && isTooWeak(request, passkeys)) throw new MustBeStronger()
		const fits = credential ? await isMyPasskey(request, reply, credential) : await isMySecret(request, secret)
		const refused = credential
			? passkeyWords({ locale: request.locale, voice: 'anyone' })('sureRefused')
			: say('sureWrong')
		if (!fits) return surePage(request, reply, ourPath(to), { [field]: refused })
		await attempt.worked()
		await stepUp(request, reply, system, credential ? 'passkey' : undefined)
		return reply.redirect(ourPath(to), 303)
	})

	async function isMySecret(request: FastifyRequest, secret: string): Promise<boolean> {
		const [kept] = await system('system_secret_of_session', sessionHash(request))
		return secretFits(key, secret, kept?.hash)
	}

	async function isMyPasskey(request: FastifyRequest, reply: FastifyReply, credential: string): Promise<boolean> {
		const visitor = visitorOf(request)
		const challenge = challengeIn(credential)
		const asked = await useChallenge(ground, browserOf(request, reply), sureUse(visitor), challenge)
		if (asked === undefined) return false
		return (await readShown(ground, siteOf(ground, request.host), credential, challenge, visitor.account)) !== undefined
	}
}

/** Staff who must show their passkey: their secret shows nothing more. */
const isTooWeak = ({ visitor }: FastifyRequest, mine: readonly Passkey[]): boolean =>
	visitor?.mustBeStronger === true && mine.length > 0

const sureUse = ({ session }: Visitor) => `sure ${session}`

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}

const given = (request: FastifyRequest) => ({
	say: accountWords({ locale: request.locale, voice: 'anyone' }),
	csrf: visitorOf(request).csrf,
	day: (moment: Date) => dayIn(moment, request.locale),
	time: (moment: Date) => timeIn(moment, request.locale),
})

/** Where to come back to: only a path of our own. */
const ourPath = (to: unknown): string => (typeof to === 'string' && /^\/(?:[\w-][\w/-]*)?$/.test(to) ? to : '/')

const sayProviderTo = ({ locale }: FastifyRequest) => providerWords({ locale, voice: 'anyone' })

const toldOfProvider = ['connectedTold', 'disconnectedTold'] as const
const told = ['secretTold', 'sessionEnded', 'endedOthers'] as const

function doneIn(request: FastifyRequest): string | undefined {
	const { done } = request.query as { done?: unknown }
	const key = told.find((one) => one === done)
	if (key) return given(request).say(key)
	const ofProvider = toldOfProvider.find((one) => one === done)
	return ofProvider && sayProviderTo(request)(ofProvider)
}

type Secret = Awaited<ReturnType<typeof mySecret>>

function secretPage(request: FastifyRequest, reply: FastifyReply, secret: Secret, errors: Errors) {
	if (!secret) throw new NotFound()
	const common = given(request)
	const sayNew = comingInWords({ locale: request.locale, voice: 'anyone' })
	const body = <SecretPage {...common} sayNew={sayNew} signInName={secret.signInName} errors={errors} />
	const isWrong = Object.keys(errors).length > 0
	const backHref = routes.account.show.href()
	return show(request, reply, {
		title: common.say('secretTab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		backHref,
		body,
	})
}

async function surePage(request: FastifyRequest, reply: FastifyReply, to: string, errors: Errors) {
	const { say, csrf } = given(request)
	const { isDemonstration } = visitorOf(request)
	const [secret, passkeys] = await request.acting((tx) => Promise.all([mySecret(tx), myPasskeys(tx)]))
	const has = {
		isDemonstration,
		hasSecret: secret !== undefined && !isTooWeak(request, passkeys),
		hasPasskey: passkeys.length > 0,
	}
	const isWrong = Object.keys(errors).length > 0
	const sayPasskey = passkeyWords({ locale: request.locale, voice: 'anyone' })
	const body = <SurePage {...{ say, sayPasskey, csrf, to, errors, ...has }} />
	const status = isWrong ? 422 : 200
	return show(request, reply, { title: say('sureTab'), status, error: isWrong, passkeys: has.hasPasskey, body })
}
