import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import { dayIn, timeIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable } from '../../platform/forms.ts'
import { inTheSameTime } from '../../platform/http/same-time.ts'
import { knownAs, leaveKnown, mayTry, networkOf } from '../../platform/http/tries.ts'
import { beginSession, browserCsrf, deviceLabel } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { type Framed, show } from '../frame/index.ts'
import { secretForm } from './accounts.forms.ts'
import { comingInWords } from './coming-in.words.ts'
import { recoveryLimits, signInLimits } from './limits.ts'
import { AskRecoveryPage, BackPage, ChooseAgainPage, NumberPage, WaitPage } from './recovery.pages.tsx'
import { hashBrowserToken, hashNumber, newBrowserToken, newNumber, readNumber, sayNumber } from './recovery.ts'
import { recoveryWords } from './recovery.words.ts'
import { hashSecret } from './secrets.ts'
import { readSignInName } from './sign-in-names.ts'

/** A form that is for whoever is not signed in. */
const browserForm = { config: { browserForm: true } } as const

/** Only the browser that asked comes back: longer than asking, waiting and coming back can take. Seconds. */
const cookieName = '__Host-back'
const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 7 * 24 * 60 * 60 } as const

/** Coming back in with the help of two people: asking, and choosing a new secret once they have said yes. */
export function recoveryRoutes(app: FastifyInstance, { system, key }: Ground): void {
	app.get(routes.recovery.ask.pattern, (request, reply) => askPage(request, reply, {}, {}))

	// Whatever the name, the answer is a number, and the same is asked of the database.
	app.post(routes.recovery.ask.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['name'])
		const say = sayTo(request)
		if (!fields.name?.trim()) return askPage(request, reply, fields, { name: say('enterName') })
		const name = readSignInName(fields.name)
		const limits = signInLimits(key, name, networkOf(request.ip), knownAs(request, key, name), 'ask for help')
		if (!(await mayTry(system, limits)).allowed) {
			request.log.info({ kind: 'TooManyTries' }, 'refused')
			return askPage(request, reply, fields, { name: say('tooMany') }, 429)
		}
		const number = newNumber()
		const held = request.cookies[cookieName]
		const token = held && /^[\w-]{43}$/.test(held) ? held : newBrowserToken()
		const takes = [showable(name), newId(), hashBrowserToken(token), hashNumber(key, number)] as const
		await inTheSameTime(() => system('system_ask_recovery', ...takes))
		reply.setCookie(cookieName, token, cookie)
		const body = <NumberPage say={say} number={sayNumber(number)} />
		return show(request, reply, { title: say('numberTab'), body })
	})

	app.get(routes.recovery.back.pattern, (request, reply) => backPage(request, reply, {}, {}))

	app.post(routes.recovery.back.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['number'])
		const found = await waiting(request, fields)
		if ('errors' in found) return backPage(request, reply, fields, found.errors, found.status)
		return choosePage(request, reply, found, fields, {})
	})

	app.post(routes.recovery.choose.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['number', 'secret', 'again', 'shared'])
		const found = await waiting(request, fields)
		if ('errors' in found) return backPage(request, reply, fields, found.errors, found.status)
		if (!found.is_ready) return choosePage(request, reply, found, fields, {})
		const read = readFields(secretForm(sayInTo(request), [found.name, found.sign_in_name]), fields)
		if (read.errors) return choosePage(request, reply, found, fields, read.errors)
		const secret = await hashSecret(key, read.values.secret)
		const shared = fields.shared === 'yes'
		const device = deviceLabel(request.headers['user-agent'])
		const begun = await beginSession(request, reply, system, async (token) => {
			const takes = [...found.keys, secret, newId(), token, device, shared, newId()] as const
			return (await system('system_finish_recovery', ...takes)).length > 0
		})
		if (!begun) return backPage(request, reply, fields, { number: sayTo(request)('notYet') })
		reply.clearCookie(cookieName, cookie)
		if (!shared) leaveKnown(reply, key, found.sign_in_name)
		return reply.redirect(`${routes.account.show.href()}?ready`, 303)
	})

	/** For whom both have said yes, in this browser and with this number; or what to say when there is nobody. */
	async function waiting(request: FastifyRequest, { number: typed = '' }: Fields) {
		const say = sayTo(request)
		const number = readNumber(typed)
		if (!number) return { errors: { number: say('enterNumber') }, status: 422 }
		const browser = hashBrowserToken(request.cookies[cookieName] ?? newBrowserToken())
		const attempt = await mayTry(system, recoveryLimits(key, browser, networkOf(request.ip)))
		if (!attempt.allowed) {
			request.log.info({ kind: 'TooManyTries' }, 'refused')
			return { errors: { number: say('manyNumbers') }, status: 429 }
		}
		const keys = [browser, hashNumber(key, number)] as const
		const [found] = await system('system_recovery', ...keys)
		if (!found) return { errors: { number: say('notYet') }, status: 422 }
		await attempt.worked()
		return { ...found, keys }
	}
}

const sayTo = ({ locale }: FastifyRequest) => recoveryWords({ locale, voice: 'anyone' })
const sayInTo = ({ locale }: FastifyRequest) => comingInWords({ locale, voice: 'anyone' })

/** What every page here is given; what was typed stands in it again, never a secret. */
function given(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors) {
	const shown = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, showable(value)]))
	return { say: sayTo(request), sayIn: sayInTo(request), csrf: browserCsrf(request, reply), fields: shown, errors }
}

function answer(request: FastifyRequest, reply: FastifyReply, errors: Errors, status: number, page: Framed) {
	const error = Object.keys(errors).length > 0
	return show(request, reply, { ...page, status: error ? status : 200, error })
}

function askPage(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors, status = 422) {
	const body = <AskRecoveryPage {...given(request, reply, fields, errors)} />
	const page = { title: sayTo(request)('tab'), backHref: routes.signIn.href(), body }
	return answer(request, reply, errors, status, page)
}

function backPage(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors, status = 422) {
	const body = <BackPage {...given(request, reply, fields, errors)} />
	const page = { title: sayTo(request)('backTab'), backHref: routes.recovery.ask.href(), body }
	return answer(request, reply, errors, status, page)
}

type Found = { name: string; sign_in_name: string; ready_at: Date; is_ready: boolean }

/** The page on which a new secret is chosen, or how long that still takes. */
function choosePage(request: FastifyRequest, reply: FastifyReply, found: Found, fields: Fields, errors: Errors) {
	const say = sayTo(request)
	if (!found.is_ready) {
		const when = { day: dayIn(found.ready_at, request.locale), time: timeIn(found.ready_at, request.locale) }
		return show(request, reply, { title: say('backTab'), body: <WaitPage say={say} {...when} /> })
	}
	const body = <ChooseAgainPage {...given(request, reply, fields, errors)} holder={found} />
	return answer(request, reply, errors, 422, { title: say('chooseTab'), body })
}
