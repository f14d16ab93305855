import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { MustBeStronger, NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import { sessionHash, stepUp, type Visitor } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { type CodeFor, sendCode, takeCode } from '../messages/index.ts'
import { mySecret } from './accounts.queries.ts'
import { accountWords } from './accounts.words.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { codesForMe } from './codes.queries.ts'
import { codeWords } from './codes.words.ts'
import { codesToLimits, sureCodeLimits, sureLimits } from './limits.ts'
import { myPasskeys, type Passkey } from './passkeys.queries.ts'
import { challengeIn, readShown, siteOf, toShow } from './passkeys.ts'
import { passkeyWords } from './passkeys.words.ts'
import { myProvider } from './providers.queries.ts'
import { providerWords } from './providers.words.ts'
import { secretFits } from './secrets.ts'
import { SurePage } from './sure.page.tsx'
import { ourPath } from './sure.ts'

/** By what somebody shows that it is them. */
type By = 'secret' | 'passkey' | 'code'

/** Showing anew that it is me: by my secret, my passkey, or a code where I let codes open the door. */
export function sureRoutes(app: FastifyInstance, ground: Ground): void {
	const { system, key } = ground

	app.get(routes.account.sure.pattern, async (request, reply) => {
		const { done, ...back } = request.query as Fields
		const what = (['refused', 'down', 'many'] as const).find((key) => key === done)
		const errors: Errors = what ? { provider: providerWords({ locale: request.locale, voice: 'anyone' })(what) } : {}
		return surePage(request, reply, back, errors, { status: 200 })
	})

	app.post(routes.account.beginSure.pattern, async (request, reply) => {
		const visitor = visitorOf(request)
		const mine = await request.acting(myPasskeys)
		if (mine.length === 0) throw new NotFound()
		const challenge = await newChallenge(ground, browserOf(request, reply), sureUse(visitor))
		return toShow(siteOf(ground, request.host), challenge, mine)
	})

	app.post(routes.account.sureCode.pattern, async (request, reply) => {
		const { session } = visitorOf(request)
		const fields = fieldsOf(request.body, ['to', 'by'])
		const codeTo = await request.acting(codesForMe)
		if (!codeTo) throw new NotFound()
		const limits = [...sureCodeLimits(key, session), ...codesToLimits(key, codeTo.value, 'holder')]
		const { allowed } = await mayTry(system, limits)
		const isSent = allowed && (await sendCode(system, codeFor(request, reply), codeTo.id))
		const errors: Errors = isSent ? {} : { code: codeWords({ locale: request.locale, voice: 'anyone' })('sureMany') }
		return surePage(request, reply, fields, errors, { isSent: true })
	})

	app.post(routes.account.sure.pattern, async (request, reply) => {
		const { isDemonstration, session } = visitorOf(request)
		const fields = fieldsOf(request.body, ['to', 'by', 'secret', 'credential', 'way', 'code'])
		const { secret = '', credential = '', code = '', way } = fields
		const by: By = credential ? 'passkey' : code || way === 'code' ? 'code' : 'secret'
		if (isDemonstration && by === 'secret') {
			await stepUp(request, reply, system)
			return reply.redirect(ourPath(fields.to), 303)
		}
		const attempt = await mayTry(system, sureLimits(key, session))
		const wrong = (text: string) => surePage(request, reply, fields, { [by]: text }, { isSent: by === 'code' })
		if (!attempt.allowed) return wrong(accountWords({ locale: request.locale, voice: 'anyone' })('sureMany'))
		if (by !== 'passkey' && isTooWeak(request, await request.acting(myPasskeys))) throw new MustBeStronger()
		const fits = {
			passkey: () => isMyPasskey(request, reply, credential),
			secret: () => isMySecret(request, secret),
			code: () => isMyCode(request, reply, code),
		}[by]
		if (!(await fits())) return wrong(refusedBy(request, by))
		await attempt.worked()
		await stepUp(request, reply, system, by === 'secret' ? undefined : by)
		return reply.redirect(ourPath(fields.to), 303)
	})

	async function isMySecret(request: FastifyRequest, secret: string): Promise<boolean> {
		const [kept] = await system('system_secret_of_session', sessionHash(request))
		return secretFits(key, secret, kept?.hash)
	}

	async function isMyCode(request: FastifyRequest, reply: FastifyReply, code: string): Promise<boolean> {
		const codeTo = await request.acting(codesForMe)
		if (!codeTo) return false
		return (await takeCode(system, key, codeFor(request, reply), code)) === codeTo.id
	}

	async function isMyPasskey(request: FastifyRequest, reply: FastifyReply, credential: string): Promise<boolean> {
		const visitor = visitorOf(request)
		const challenge = challengeIn(credential)
		const asked = await useChallenge(ground, browserOf(request, reply), sureUse(visitor), challenge)
		if (asked === undefined) return false
		return (await readShown(ground, siteOf(ground, request.host), credential, challenge, visitor.account)) !== undefined
	}
}

/** A code for this session of this browser, and for no other. */
function codeFor(request: FastifyRequest, reply: FastifyReply): CodeFor {
	const { area, account, session } = visitorOf(request)
	const browser = createHash('sha256').update(browserOf(request, reply)).update(session).digest()
	return { area, account, purpose: 'step-up', browser }
}

/** Staff who must show their passkey: their secret shows nothing more. */
const isTooWeak = ({ visitor }: FastifyRequest, mine: readonly Passkey[]): boolean =>
	visitor?.mustBeStronger === true && mine.length > 0

const sureUse = ({ session }: Visitor) => `sure ${session}`

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}

function refusedBy({ locale }: FastifyRequest, by: By): string {
	const reader = { locale, voice: 'anyone' } as const
	if (by === 'passkey') return passkeyWords(reader)('sureRefused')
	return by === 'code' ? codeWords(reader)('wrong') : accountWords(reader)('sureWrong')
}

async function surePage(
	request: FastifyRequest,
	reply: FastifyReply,
	{ to, by }: Fields,
	errors: Errors,
	{ isSent = false, status = 422 }: { isSent?: boolean; status?: number },
): Promise<FastifyReply> {
	const reader = { locale: request.locale, voice: 'anyone' } as const
	const { isDemonstration, csrf } = visitorOf(request)
	const [secret, passkeys, codeTo, provider] = await request.acting((tx) =>
		Promise.all([mySecret(tx), myPasskeys(tx), codesForMe(tx), myProvider(tx)]),
	)
	const has = {
		isDemonstration,
		hasSecret: secret !== undefined && !isTooWeak(request, passkeys),
		hasPasskey: passkeys.length > 0,
		provider: provider?.connectedAt ? provider.name : undefined,
		codeTo: codeTo && by !== 'more' ? { value: codeTo.value, isSent } : undefined,
	}
	const say = accountWords(reader)
	const says = {
		say,
		sayCode: codeWords(reader),
		sayPasskey: passkeyWords(reader),
		sayProvider: providerWords(reader),
	}
	const back = { to: ourPath(to), by: by === 'more' ? by : '' } as const
	const error = Object.keys(errors).length > 0
	return show(request, reply, {
		title: say('sureTab'),
		status: error ? status : 200,
		error,
		passkeys: has.hasPasskey,
		body: <SurePage {...says} {...back} {...{ csrf, errors }} {...has} />,
	})
}
