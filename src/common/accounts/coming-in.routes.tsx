import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { inTheSameTime } from '../../platform/http/same-time.ts'
import { knownAs, leaveKnown, mayTry, networkOf } from '../../platform/http/tries.ts'
import { beginSession, browserCsrf, deviceLabel } from '../../platform/http/visitor.ts'
import { readCode } from '../../platform/printed-code.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { secretForm } from './accounts.forms.ts'
import { hashCode } from './cards.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { comeIn } from './come-in.routes.ts'
import { CardPage, ChoosePage, SignInPage } from './coming-in.pages.tsx'
import { comingInWords } from './coming-in.words.ts'
import { cardLimits, passkeyLimits, signInLimits } from './limits.ts'
import { challengeIn, readShown, siteOf, toShow } from './passkeys.ts'
import { passkeyWords } from './passkeys.words.ts'
import { providerWords } from './providers.words.ts'
import { hashSecret, secretFits } from './secrets.ts'
import { newSignInNames, readSignInName } from './sign-in-names.ts'
import { tellOfTries } from './told-tries.ts'

/** A form that is for whoever is not signed in. */
const browserForm = { config: { browserForm: true } } as const

/** Coming in: with a sign-in name and a secret, or with a card that was given by hand. */
export function comingInRoutes(app: FastifyInstance, ground: Ground): void {
	const { system, key } = ground
	app.get(routes.signIn.pattern, async (request, reply) => {
		const { done } = request.query as { done?: unknown }
		const what = (['refused', 'down', 'many'] as const).find((key) => key === done)
		const errors = what && { name: sayProviderTo(request)(what) }
		return signInPage(request, reply, {}, errors ?? {}, 200)
	})

	app.post(routes.signIn.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['name', 'secret', 'shared'])
		const { name: typed = '', secret = '', shared } = fields
		const say = sayTo(request)
		const missing: [string, string][] = []
		if (!typed.trim()) missing.push(['name', say('enterName')])
		if (!secret.trim()) missing.push(['secret', say('enterSecret')])
		if (missing.length > 0) return signInPage(request, reply, fields, Object.fromEntries(missing))

		const name = readSignInName(typed)
		const limits = signInLimits(key, name, networkOf(request.ip), knownAs(request, key, name))
		const attempt = await mayTry(system, limits)
		if (!attempt.allowed) {
			request.log.info({ kind: 'TooManyTries' }, 'refused')
			return signInPage(request, reply, fields, { name: say('tooMany') }, 429)
		}
		const found = await system('system_secret_of_name', showable(name))
		const [one] = found.length === 1 ? found : []
		const fits = await secretFits(key, secret, one?.hash)
		const begun =
			one &&
			fits &&
			(await comeIn(request, reply, system, {
				area: one.area_id,
				account: one.account_id,
				how: 'secret',
				shared: shared === 'yes',
			}))
		if (!begun) {
			request.log.info({ kind: 'DoesNotFit' }, 'refused')
			await inTheSameTime(() => tellOfTries(ground, name, one))
			return signInPage(request, reply, fields, { name: say('doNotFit') })
		}
		await attempt.worked()
		if (shared !== 'yes') leaveKnown(reply, key, name)
		return reply.redirect(routes.home.href(), 303)
	})

	app.post(routes.passkeySignIn.begin.pattern, browserForm, async (request, reply) => {
		const attempt = await mayTry(system, passkeyLimits(key, networkOf(request.ip)))
		const challenge = attempt.allowed && (await newChallenge(ground, browserOf(request, reply), 'come in'))
		if (!challenge) return signInPage(request, reply, {}, { passkey: sayPasskeyTo(request)('comeInMany') }, 429)
		return toShow(siteOf(ground, request.host), challenge)
	})

	app.post(routes.passkeySignIn.show.pattern, browserForm, async (request, reply) => {
		const { credential = '', shared = '' } = fieldsOf(request.body, ['credential', 'shared'])
		const challenge = challengeIn(credential)
		const asked = await useChallenge(ground, browserOf(request, reply), 'come in', challenge)
		const shown = asked !== undefined && (await readShown(ground, siteOf(ground, request.host), credential, challenge))
		const begun =
			shown && (await comeIn(request, reply, system, { ...shown, how: 'passkey', shared: shared === 'yes' }))
		if (!begun) return signInPage(request, reply, { shared }, { passkey: sayPasskeyTo(request)('comeInRefused') })
		return reply.redirect(routes.home.href(), 303)
	})

	app.get(routes.card.use.pattern, async (request, reply) => cardPage(request, reply, {}, {}))

	app.post(routes.card.use.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['code'])
		const holder = await holderOf(request, fields)
		if ('errors' in holder) return cardPage(request, reply, fields, holder.errors, holder.status)
		return choosePage(request, reply, holder, fields, {})
	})

	app.post(routes.card.choose.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['code', 'secret', 'again', 'shared', 'way'])
		const say = sayTo(request)
		const holder = await holderOf(request, fields)
		if ('errors' in holder) return cardPage(request, reply, fields, holder.errors, holder.status)
		if (holder.staff && (holder.staff.needed || fields.way === 'stronger')) return useAlone(request, reply, fields)
		const read = readFields(secretForm(say, [holder.name]), fields)
		if (read.errors) return choosePage(request, reply, holder, fields, read.errors)
		const hash = await hashSecret(key, read.values.secret)
		const isShared = fields.shared === 'yes'
		const device = deviceLabel(request.headers['user-agent'])
		let signInName = ''
		const begun = await beginSession(request, reply, system, async (tokenHash) => {
			const code = hashCode(key, fields.code ?? '')
			const takes = [code, newSignInNames(), hash, newId(), tokenHash, device, isShared] as const
			const [used] = await system('system_use_card', ...takes)
			signInName = used?.sign_in_name ?? ''
			return used !== undefined
		})
		if (!begun) return cardPage(request, reply, fields, { code: say('noSuchCard') })
		if (!isShared) leaveKnown(reply, key, signInName)
		return reply.redirect(`${routes.account.show.href()}?ready`, 303)
	})

	async function signInPage(
		r: FastifyRequest,
		reply: FastifyReply,
		fields: Fields,
		errors: Errors,
		status = statusOf(errors),
	) {
		const props = given(r, reply, fields, errors)
		const providers = await system('system_providers')
		const says = { sayPasskey: sayPasskeyTo(r), sayProvider: sayProviderTo(r) }
		const error = Object.keys(errors).length > 0
		const body = <SignInPage {...props} {...says} providers={providers} />
		return show(r, reply, { title: props.say('tab'), status, error, passkeys: true, body })
	}

	/** Whose card has this code, or what to say when it is nobody's or there were too many tries. */
	async function holderOf(request: FastifyRequest, { code = '' }: Fields) {
		const say = sayTo(request)
		if (!code.trim()) return { errors: { code: say('enterCode') }, status: 422 }
		const attempt = await mayTry(system, cardLimits(key, networkOf(request.ip)))
		if (!attempt.allowed) {
			request.log.info({ kind: 'TooManyTries' }, 'refused')
			return { errors: { code: say('tooManyCards') }, status: 429 }
		}
		const [found] = readCode(code) ? await system('system_open_card', hashCode(key, code)) : []
		if (!found) {
			request.log.info({ kind: 'NoSuchCard' }, 'refused')
			return { errors: { code: say('noSuchCard') }, status: 422 }
		}
		await attempt.worked()
		const [staff] = await system('system_card_of_staff', hashCode(key, code))
		return { name: found.name, areaName: found.area_name, hasSecret: found.has_secret, staff }
	}

	/** Staff come in with their card alone, and choose what is stronger than a secret next. */
	async function useAlone(request: FastifyRequest, reply: FastifyReply, { code = '', shared }: Fields) {
		const device = deviceLabel(request.headers['user-agent'])
		const begun = await beginSession(request, reply, system, async (tokenHash) => {
			const takes = [hashCode(key, code), newId(), tokenHash, device, shared === 'yes'] as const
			return (await system('system_use_card_alone', ...takes)).length > 0
		})
		if (!begun) return cardPage(request, reply, { code }, { code: sayTo(request)('noSuchCard') })
		return reply.redirect(routes.account.stronger.href(), 303)
	}
}

const sayPasskeyTo = ({ locale }: FastifyRequest) => passkeyWords({ locale, voice: 'anyone' })
const sayProviderTo = ({ locale }: FastifyRequest) => providerWords({ locale, voice: 'anyone' })
const sayTo = ({ locale }: FastifyRequest) => comingInWords({ locale, voice: 'anyone' })

/** What every page here is given; what was typed stands in it again, never a secret. */
function given(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors) {
	const shown = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, showable(value)]))
	return { say: sayTo(request), csrf: browserCsrf(request, reply), fields: shown, errors }
}

const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200)

function cardPage(r: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors, status = statusOf(errors)) {
	const props = given(r, reply, fields, errors)
	const title = props.say('cardTab')
	return show(r, reply, { title, status, error: status !== 200, body: <CardPage {...props} /> })
}

type Holder = { name: string; areaName: string; hasSecret: boolean; staff: { needed: boolean } | undefined }

function choosePage(r: FastifyRequest, reply: FastifyReply, holder: Holder, fields: Fields, errors: Errors) {
	const props = given(r, reply, fields, errors)
	const status = statusOf(errors)
	const body = <ChoosePage {...props} holder={holder} />
	return show(r, reply, { title: props.say('chooseTab'), status, error: status !== 200, body })
}
