import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../platform/database/values.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, showable } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { byName } from '../../platform/lists.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { mySecret } from './accounts.queries.ts'
import { iMustBeStrong } from './codes.queries.ts'
import { HelpersPage, HelpingPage } from './helpers.pages.tsx'
import {
	declineToHelpIn,
	endHelpers,
	helpIn,
	myHelpers,
	nameHelpers,
	stopRecovery,
	thoseICanHelpIn,
	thoseICouldName,
} from './helpers.queries.ts'
import { helperWords } from './helpers.words.ts'
import { helpInLimits } from './limits.ts'
import { hashNumber, readNumber } from './recovery.ts'
import { mustBeSure, mustBeSurer } from './sure.ts'

/** The two who can help somebody back in: naming them, being one of them, and stopping whoever is somebody else. */
export function helperRoutes(app: FastifyInstance, { system, key }: Ground): void {
	app.get(routes.account.helpers.pattern, (request, reply) => helpersPage(request, reply, {}))

	app.post(routes.account.helpers.pattern, async (request, reply) => {
		mustBeSurer(visitorOf(request))
		const { one = '', other = '' } = fieldsOf(request.body, ['one', 'other'])
		const areNamed = isId(one) && isId(other) && (await request.acting((tx) => nameHelpers(tx, one, other)))
		if (!areNamed) return helpersPage(request, reply, { one: sayTo(request)('chooseTwo') })
		return reply.redirect(`${routes.account.helpers.href()}?done=named`, 303)
	})

	app.post(routes.account.endHelpers.pattern, async (request, reply) => {
		mustBeSurer(visitorOf(request), routes.account.helpers.href())
		await request.acting(endHelpers)
		return reply.redirect(`${routes.account.helpers.href()}?done=ended`, 303)
	})

	// Nobody has to show that it is them to stop somebody else.
	app.post(routes.account.stopRecovery.pattern, async (request, reply) => {
		const { account } = visitorOf(request)
		await request.acting((tx) => stopRecovery(tx, account))
		return reply.redirect(`${routes.account.helpers.href()}?done=stopped`, 303)
	})

	app.get(routes.helping.show.pattern, (request, reply) => helpingPage(request, reply, {}, {}))

	app.post(routes.helping.show.pattern, async (request, reply) => {
		const { account, name } = await helpedIn(request)
		mustBeSure(request.visitor)
		const say = sayTo(request)
		const fields = fieldsOf(request.body, ['number'])
		const number = readNumber(fields.number ?? '')
		if (!number) return helpingPage(request, reply, fields, { number: say('enterNumber') })
		const attempt = await mayTry(system, helpInLimits(key, visitorOf(request).account, account))
		if (!attempt.allowed) return helpingPage(request, reply, fields, { number: say('many') }, 429)
		const said = await request.acting((tx) => helpIn(tx, account, hashNumber(key, number)))
		if (!said) throw new NotFound()
		if (said === 'wrong') return helpingPage(request, reply, fields, { number: say('wrong', { name }) })
		await attempt.worked()
		return reply.redirect(`${routes.helping.show.href({ account })}?done=saidYesTold`, 303)
	})

	app.post(routes.helping.stop.pattern, async (request, reply) => {
		const { account } = await helpedIn(request)
		if ((await request.acting((tx) => stopRecovery(tx, account))) === undefined) throw new NotFound()
		return reply.redirect(`${routes.helping.show.href({ account })}?done=stopped`, 303)
	})

	app.post(routes.helping.decline.pattern, async (request, reply) => {
		const { account } = await helpedIn(request)
		if (!(await request.acting((tx) => declineToHelpIn(tx, account)))) throw new NotFound()
		return reply.redirect(`${routes.account.helpers.href()}?done=declined`, 303)
	})
}

const sayTo = ({ locale }: FastifyRequest) => helperWords({ locale, voice: 'anyone' })

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}

const told = ['named', 'ended', 'stopped', 'saidYesTold', 'declined'] as const

function doneIn(request: FastifyRequest): string | undefined {
	const { done } = request.query as { done?: unknown }
	const key = told.find((one) => one === done)
	return key && sayTo(request)(key)
}

async function helpersPage(request: FastifyRequest, reply: FastifyReply, errors: Errors): Promise<FastifyReply> {
	const say = sayTo(request)
	const { known, named, secret, mustBeStrong } = await request.acting(async (tx) => ({
		known: await thoseICouldName(tx),
		named: await myHelpers(tx),
		secret: await mySecret(tx),
		mustBeStrong: await iMustBeStrong(tx),
	}))
	const cannot = mustBeStrong ? 'staff' : !secret ? 'noName' : known.length < 2 ? 'tooFew' : undefined
	const error = Object.keys(errors).length > 0
	const { csrf } = visitorOf(request)
	return show(request, reply, {
		title: say('tab'),
		status: error ? 422 : 200,
		error,
		done: error ? undefined : doneIn(request),
		backHref: routes.account.show.href(),
		body: <HelpersPage {...{ say, csrf, errors, known: byName(known, request.locale), named, cannot }} />,
	})
}

/** Whom an address names, if I can help them back in. */
async function helpedIn(request: FastifyRequest) {
	const { account } = request.params as { account: string }
	const one = (await request.acting(thoseICanHelpIn)).find((helped) => helped.account === account)
	if (!one) throw new NotFound()
	return one
}

async function helpingPage(
	request: FastifyRequest,
	reply: FastifyReply,
	{ number = '' }: Fields,
	errors: Errors,
	status = 422,
): Promise<FastifyReply> {
	const one = await helpedIn(request)
	const say = sayTo(request)
	const error = Object.keys(errors).length > 0
	const { csrf } = visitorOf(request)
	const fields = { number: showable(number) }
	return show(request, reply, {
		title: say('pageTab'),
		status: error ? status : 200,
		error,
		done: error ? undefined : doneIn(request),
		backHref: routes.home.href(),
		body: <HelpingPage {...{ say, csrf, errors, fields, one }} locale={request.locale} />,
	})
}
