import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayIn, timeIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, fieldsOf, readFields } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { endSession, stepUp, type Visitor } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { AccountPage, SecretPage, SessionsPage } from './account.pages.tsx'
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
import { myCodeContact } from './codes.queries.ts'
import { ReadyPage } from './coming-in.pages.tsx'
import { comingInWords } from './coming-in.words.ts'
import { myPasskeys } from './passkeys.queries.ts'
import { MyProvider } from './providers.pages.tsx'
import { myProvider } from './providers.queries.ts'
import { providerWords } from './providers.words.ts'
import { hashSecret } from './secrets.ts'
import { mustBeSure, mustBeSurer } from './sure.ts'

/** How I come in: my secret, and where I am signed in. */
export function accountRoutes(app: FastifyInstance, { system, key }: Ground): void {
	app.get(routes.account.show.pattern, async (request, reply) => {
		const { isDemonstration, standings, account } = visitorOf(request)
		const staff = standings.some((one) => one === 'practitioner' || one === 'lead') ? account : undefined
		const [secret, passkeys, codesTo, provider, sessions, events] = await request.acting((tx) =>
			Promise.all([mySecret(tx), myPasskeys(tx), myCodeContact(tx), myProvider(tx), mySessions(tx), myLastEvents(tx)]),
		)
		const common = given(request)
		if (secret && 'ready' in (request.query as object)) {
			const say = comingInWords({ locale: request.locale, voice: 'anyone' })
			const body = <ReadyPage say={say} signInName={secret.signInName} />
			return show(request, reply, { title: say('readyTab'), body })
		}
		const { done } = request.query as { done?: unknown }
		const ofProvider = provider && <MyProvider {...common} say={sayProviderTo(request)} {...{ provider, done }} />
		const ways = { secret, passkeys: passkeys.length, codesTo, ofProvider }
		const body = <AccountPage {...common} {...{ ...ways, sessions, events, isDemonstration, staff }} />
		return show(request, reply, { title: common.say('tab'), done: doneIn(request), backHref: routes.home.href(), body })
	})

	app.get(routes.account.secret.pattern, async (request, reply) => {
		mustBeSurer(visitorOf(request))
		return secretPage(request, reply, await request.acting(mySecret), {})
	})

	app.post(routes.account.secret.pattern, async (request, reply) => {
		const { session, name } = visitorOf(request)
		mustBeSurer(request.visitor)
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
		mustBeSure(visitorOf(request), routes.account.sessions.href())
		if (!(await request.acting((tx) => endMySession(tx, session)))) throw new NotFound()
		return reply.redirect(`${routes.account.sessions.href()}?done=sessionEnded`, 303)
	})

	app.post(routes.account.endOtherSessions.pattern, async (request, reply) => {
		const { session } = visitorOf(request)
		mustBeSure(request.visitor, routes.account.sessions.href())
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
}

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
