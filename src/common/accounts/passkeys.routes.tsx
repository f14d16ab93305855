import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { newId } from '../../platform/database/values.ts'
import { dayIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, fieldsOf, readFields, showable, text } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { deviceLabel, stepUp, type Visitor } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { mySecret } from './accounts.queries.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { AddPasskeyPage, PasskeysPage, RemovePasskeyPage } from './passkeys.pages.tsx'
import { addPasskey, myPasskeys, removePasskey } from './passkeys.queries.ts'
import { challengeIn, handleOf, readMade, siteOf, toMake } from './passkeys.ts'
import { passkeyWords } from './passkeys.words.ts'
import { mustBeSurer, mustNotBeWeaker } from './sure.ts'

/** The longest name of a passkey. Signs. */
const longestName = 60

/** My passkeys: which there are, another, and one less. */
export function passkeyRoutes(app: FastifyInstance, ground: Ground): void {
	app.get(routes.account.passkeys.pattern, async (request, reply) => {
		const passkeys = await request.acting(myPasskeys)
		const say = sayTo(request)
		const day = (moment: Date) => dayIn(moment, request.locale)
		const { done } = request.query as { done?: unknown }
		const told = (['addedTold', 'removedTold'] as const).find((key) => key === done)
		return show(request, reply, {
			title: say('tab'),
			done: told && say(told),
			backHref: routes.account.show.href(),
			body: <PasskeysPage say={say} passkeys={passkeys} day={day} />,
		})
	})

	app.get(routes.account.addPasskey.pattern, async (request, reply) => {
		mayChange(request)
		return addPage(request, reply, deviceLabel(request.headers['user-agent']), {})
	})

	app.post(routes.account.beginPasskey.pattern, async (request, reply) => {
		const visitor = mayChange(request, routes.account.addPasskey.href())
		const [mine, secret] = await request.acting((tx) => Promise.all([myPasskeys(tx), mySecret(tx)]))
		const handle = handleOf(mine)
		const challenge = await newChallenge(ground, browserOf(request, reply), useOf(visitor), handle)
		return toMake(siteOf(ground, request.host), challenge, handle, secret?.signInName ?? 'Alongside', mine)
	})

	app.post(routes.account.addPasskey.pattern, async (request, reply) => {
		const visitor = mayChange(request)
		const say = sayTo(request)
		const fields = fieldsOf(request.body, ['name', 'credential'])
		const read = readFields(nameForm(say), fields)
		if (read.errors) return addPage(request, reply, fields.name ?? '', read.errors)
		const { credential = '' } = fields
		const challenge = challengeIn(credential)
		const handle = await useChallenge(ground, browserOf(request, reply), useOf(visitor), challenge)
		const made = handle && (await readMade(siteOf(ground, request.host), credential, challenge))
		const passkey = made && { ...made, id: newId(), name: read.values.name, handle: Buffer.from(handle, 'base64url') }
		if (!passkey || !(await request.acting((tx) => addPasskey(tx, passkey)))) {
			return addPage(request, reply, read.values.name, { passkey: say('addRefused') })
		}
		await stepUp(request, reply, ground.system, 'passkey')
		return reply.redirect(`${routes.account.passkeys.href()}?done=addedTold`, 303)
	})

	app.get(routes.account.removePasskey.pattern, async (request, reply) => {
		const [mine, secret] = await request.acting((tx) => Promise.all([myPasskeys(tx), mySecret(tx)]))
		const passkey = mine.find(({ id }) => id === passkeyIn(request))
		if (!passkey) throw new NotFound()
		mayChange(request)
		const common = { say: sayTo(request), csrf: visitorOf(request).csrf }
		const isLastWay = mine.length === 1 && !secret
		const body = <RemovePasskeyPage {...common} passkey={passkey} isLastWay={isLastWay} />
		return show(request, reply, { title: common.say('removeTab'), backHref: routes.account.passkeys.href(), body })
	})

	app.post(routes.account.removePasskey.pattern, async (request, reply) => {
		const { session } = visitorOf(request)
		const mine = await request.acting(myPasskeys)
		if (!mine.some(({ id }) => id === passkeyIn(request))) throw new NotFound()
		mayChange(request)
		if (!(await request.acting((tx) => removePasskey(tx, passkeyIn(request), session)))) throw new NotFound()
		return reply.redirect(`${routes.account.passkeys.href()}?done=removedTold`, 303)
	})
}

/** Whoever changes how they come in has lately shown that it is them, by the strongest that they have. */
function mayChange(request: FastifyRequest, back?: string): Visitor {
	const visitor = visitorOf(request)
	mustNotBeWeaker(visitor)
	mustBeSurer(visitor, back)
	return visitor
}

const useOf = ({ session }: Visitor) => `add passkey ${session}`
const passkeyIn = (request: FastifyRequest) => (request.params as { passkey: string }).passkey
const sayTo = ({ locale }: FastifyRequest) => passkeyWords({ locale, voice: 'anyone' })

const nameForm = (say: ReturnType<typeof sayTo>) => {
	const tooLong = say('nameTooLong', { most: longestName })
	return v.object({ name: text(longestName, { empty: say('enterName'), tooLong, unreadable: say('nameUnreadable') }) })
}

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}

function addPage(request: FastifyRequest, reply: FastifyReply, name: string, errors: Errors) {
	const common = { say: sayTo(request), csrf: visitorOf(request).csrf }
	const isWrong = Object.keys(errors).length > 0
	return show(request, reply, {
		title: common.say('addTab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		backHref: routes.account.passkeys.href(),
		passkeys: true,
		body: <AddPasskeyPage {...common} name={showable(name)} errors={errors} />,
	})
}
