import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, showable } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { NotSignedIn } from '../../platform/http/mistakes.ts'
import { inTheSameTime } from '../../platform/http/same-time.ts'
import { knownAs, leaveKnown, mayTry, networkOf } from '../../platform/http/tries.ts'
import { browserCsrf } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { sendSignInCode, takeCode } from '../messages/index.ts'
import { AskCodePage, CodesPage, EnterCodePage } from './codes.pages.tsx'
import { iMustBeStrong, myCodeContact, myContactsForCodes, turnOffCodes, turnOnCodes } from './codes.queries.ts'
import { codeWords } from './codes.words.ts'
import { comeIn } from './come-in.routes.ts'
import { comingInWords } from './coming-in.words.ts'
import { codesToLimits, signInLimits } from './limits.ts'
import { readSignInName } from './sign-in-names.ts'
import { mustBeSurer } from './sure.ts'

/** A form that is for whoever is not signed in. */
const browserForm = { config: { browserForm: true } } as const

/** Codes that let somebody in: turning them on and off, and coming in with one. */
export function codeRoutes(app: FastifyInstance, ground: Ground): void {
	const { system, key } = ground

	app.get(routes.account.codes.pattern, (request, reply) => codesPage(request, reply, {}))

	app.post(routes.account.codes.pattern, async (request, reply) => {
		mustBeSurer(request.visitor)
		const { contact = '' } = fieldsOf(request.body, ['contact'])
		const mine = await request.acting(myContactsForCodes)
		const isOn = mine.some(({ id }) => id === contact) && (await request.acting((tx) => turnOnCodes(tx, contact)))
		if (!isOn) return codesPage(request, reply, { contact: sayTo(request)('choose') })
		return reply.redirect(`${routes.account.codes.href()}?done=doneOn`, 303)
	})

	app.post(routes.account.codesOff.pattern, async (request, reply) => {
		mustBeSurer(request.visitor, routes.account.codes.href())
		await request.acting(turnOffCodes)
		return reply.redirect(`${routes.account.codes.href()}?done=doneOff`, 303)
	})

	app.get(routes.codeSignIn.ask.pattern, (request, reply) => askPage(request, reply, {}, {}))

	// Whatever the name, the answer is the same, and so is what the database is asked.
	app.post(routes.codeSignIn.ask.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['name', 'shared'])
		const say = sayTo(request)
		if (!fields.name?.trim()) return askPage(request, reply, fields, { name: say('enterName') })
		const { name, known, limits } = whoTries(request, fields, 'ask for code')
		if (!(await mayTry(system, limits)).allowed) return tooMany(request, reply, fields)
		const browser = browserOf(request, reply)
		await inTheSameTime(async () => {
			const to = await contactOf(name)
			const { allowed } = await mayTry(system, codesToLimits(key, to.address, known ? 'known' : 'stranger'))
			const contact = allowed ? to.contact_id : newId()
			await sendSignInCode(system, { area: to.area_id, account: to.account_id, browser }, contact)
		})
		return enterPage(request, reply, fields, {})
	})

	app.post(routes.codeSignIn.enter.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['name', 'shared', 'code'])
		const { code = '', shared } = fields
		const say = sayTo(request)
		if (!code.trim()) return enterPage(request, reply, fields, { code: say('enterCode') })
		const { name, limits } = whoTries(request, fields, 'try code')
		const attempt = await mayTry(system, limits)
		if (!attempt.allowed) return tooMany(request, reply, fields)
		const { area_id: area, account_id: account, contact_id } = await contactOf(name)
		const asked = { area, account, purpose: 'sign-in', browser: browserOf(request, reply) } as const
		const taken = await takeCode(system, key, asked, code)
		// A code that was on its way when codes were sent elsewhere is no longer of use.
		const isIn =
			taken === contact_id &&
			(await comeIn(request, reply, system, { area, account, how: 'code', shared: shared === 'yes' }))
		if (!isIn) {
			request.log.info({ kind: 'DoesNotFit' }, 'refused')
			return enterPage(request, reply, fields, { code: say('wrong') })
		}
		await attempt.worked()
		if (shared !== 'yes') leaveKnown(reply, key, name)
		return reply.redirect(routes.home.href(), 303)
	})

	/** Where codes for this name go; ids that nobody has, where they go nowhere. */
	async function contactOf(name: string) {
		const found = await system('system_code_contact', showable(name))
		const [one] = found.length === 1 ? found : []
		return one ?? { area_id: newId(), account_id: newId(), contact_id: newId(), address: Buffer.from(newId()) }
	}

	function whoTries(request: FastifyRequest, fields: Fields, what: 'ask for code' | 'try code') {
		const name = readSignInName(fields.name ?? '')
		const known = knownAs(request, key, name)
		return { name, known, limits: signInLimits(key, name, networkOf(request.ip), known, what) }
	}

	function tooMany(request: FastifyRequest, reply: FastifyReply, fields: Fields): FastifyReply {
		request.log.info({ kind: 'TooManyTries' }, 'refused')
		return askPage(request, reply, fields, { name: sayTo(request)('tooMany') }, 429)
	}

	async function enterPage(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors) {
		const toOutbox = (await system('system_demonstration_accounts')).length > 0
		const body = <EnterCodePage {...given(request, reply, fields, errors)} toOutbox={toOutbox} />
		const error = Object.keys(errors).length > 0
		return show(request, reply, { title: sayTo(request)('enterTab'), status: error ? 422 : 200, error, body })
	}
}

const sayTo = ({ locale }: FastifyRequest) => codeWords({ locale, voice: 'anyone' })

/** What the pages at the door are given; the name stands in them again, never a code. */
function given(request: FastifyRequest, reply: FastifyReply, { name, shared }: Fields, errors: Errors) {
	const fields = { name: showable(name ?? ''), shared: showable(shared ?? '') }
	const sayIn = comingInWords({ locale: request.locale, voice: 'anyone' })
	return { say: sayTo(request), sayIn, csrf: browserCsrf(request, reply), fields, errors }
}

function askPage(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors, status = 422) {
	const error = Object.keys(errors).length > 0
	return show(request, reply, {
		title: sayTo(request)('askTab'),
		status: error ? status : 200,
		error,
		backHref: routes.signIn.href(),
		body: <AskCodePage {...given(request, reply, fields, errors)} />,
	})
}

async function codesPage(request: FastifyRequest, reply: FastifyReply, errors: Errors): Promise<FastifyReply> {
	const [isOnAt, contacts, needsMore] = await request.acting((tx) =>
		Promise.all([myCodeContact(tx), myContactsForCodes(tx), iMustBeStrong(tx)]),
	)
	const { visitor } = request
	if (!visitor) throw new NotSignedIn()
	const say = sayTo(request)
	const { done } = request.query as { done?: unknown }
	const told = (['doneOn', 'doneOff'] as const).find((key) => key === done)
	const error = Object.keys(errors).length > 0
	return show(request, reply, {
		title: say('tab'),
		status: error ? 422 : 200,
		error,
		done: told && say(told),
		backHref: routes.account.show.href(),
		body: <CodesPage {...{ say, csrf: visitor.csrf, errors, isOnAt, contacts, needsMore }} />,
	})
}
