import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { comingInWords, hashSecret, newSignInNames, secretForm } from '../../common/accounts/index.ts'
import { show } from '../../common/frame/index.ts'
import { hashInvitationCode } from '../../common/messages/index.ts'
import { newId } from '../../platform/database/values.ts'
import { dayIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable } from '../../platform/forms.ts'
import { leaveKnown, mayTry, networkOf } from '../../platform/http/tries.ts'
import { beginSession, browserCsrf, deviceLabel } from '../../platform/http/visitor.ts'
import { readCode } from '../../platform/printed-code.ts'
import { keyedHash } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { invitedWords } from './family.words.ts'
import { joinForm } from './invitations.forms.ts'
import { accept } from './invitations.queries.ts'
import {
	AgainPage,
	type Answer,
	ChoicesPage,
	CodePage,
	EndedPage,
	type Found,
	isAnswer,
	JoinPage,
	NeverPage,
	NotNowPage,
} from './invited.pages.tsx'

const browserForm = { config: { browserForm: true } } as const

/** What the holder of a code has, or what to say to whoever has none. */
type Held = { code: string; found: Found } | { errors: Errors; status: number }

/** For whoever was invited, with no account or with one: come in, not now, never. Looking changes nothing. */
export function invitedRoutes(app: FastifyInstance, { system, key }: Ground): void {
	app.get(routes.invited.show.pattern, async (request, reply) => {
		const { code } = request.query as { code?: unknown }
		if (typeof code !== 'string') return codePage(request, reply, {}, {}, 200)
		return choicesPage(request, reply, { code })
	})

	app.post(routes.invited.show.pattern, browserForm, async (request, reply) =>
		choicesPage(request, reply, fieldsOf(request.body, ['code'])),
	)

	app.post(routes.invited.answer.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['code', 'answer'])
		const held = await holding(request, fields)
		if ('errors' in held) return codePage(request, reply, fields, held.errors, held.status)
		if (!isAnswer(fields.answer)) return choicesPage(request, reply, fields)
		return answers[fields.answer](request, reply, held)
	})

	const answers: Record<Answer, (...given: [FastifyRequest, FastifyReply, Holding]) => Promise<FastifyReply>> = {
		'come-in': async (request, reply, held) => joinPage(request, reply, held, {}, {}),
		'not-now': async (request, reply, { found }) => {
			const say = sayTo(request)
			const body = <NotNowPage say={say} day={dayIn(found.ends_at, request.locale)} />
			return show(request, reply, { title: say('tab'), body })
		},
		never: async (request, reply, held) => {
			if (!(await leaveInPeace(held, true))) return choicesPage(request, reply, { code: held.code })
			return show(request, reply, {
				title: sayTo(request)('tab'),
				body: <NeverPage {...given(request, reply, held)} />,
			})
		},
		'take-back': async (request, reply, held) => {
			if (!(await leaveInPeace(held, false))) return choicesPage(request, reply, { code: held.code })
			const say = sayTo(request)
			return show(request, reply, { title: say('tab'), body: <AgainPage say={say} /> })
		},
	}

	app.post(routes.invited.join.pattern, browserForm, async (request, reply) => {
		const fields = fieldsOf(request.body, ['code', 'name', 'secret', 'again', 'shared'])
		const held = await holding(request, fields)
		if ('errors' in held) return codePage(request, reply, fields, held.errors, held.status)
		const read = readFields(joinForm(sayTo(request)), fields)
		const secret = readFields(secretForm(sayInTo(request), [fields.name ?? '']), fields)
		if (read.errors || secret.errors) {
			return joinPage(request, reply, held, fields, { ...read.errors, ...secret.errors })
		}
		const hash = await hashSecret(key, secret.values.secret)
		const isShared = fields.shared === 'yes'
		const device = deviceLabel(request.headers['user-agent'])
		let signInName = ''
		const begun = await beginSession(request, reply, system, async (tokenHash) => {
			const who = [newId(), read.values.name, newId(), newId(), newSignInNames(), hash] as const
			const code = hashInvitationCode(key, held.code)
			const [joined] = await system('system_join_by_invitation', code, ...who, newId(), tokenHash, device, isShared)
			signInName = joined?.sign_in_name ?? ''
			return joined !== undefined
		})
		if (!begun) return choicesPage(request, reply, fields)
		if (!isShared) leaveKnown(reply, key, signInName)
		return reply.redirect(`${routes.account.show.href()}?ready`, 303)
	})

	app.post(routes.invited.accept.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, ['code'])
		const held = await holding(request, fields)
		if ('errors' in held) return codePage(request, reply, fields, held.errors, held.status)
		const accepted = await request.acting((tx) => accept(tx, hashInvitationCode(key, held.code)))
		if (!accepted) return choicesPage(request, reply, fields)
		return reply.redirect(`${routes.home.href()}?done=joined`, 303)
	})

	/** Whose invitation has this code; every try is counted, so that nobody finds one by trying. */
	async function holding(request: FastifyRequest, { code = '' }: Fields): Promise<Held> {
		const say = sayTo(request)
		if (!code.trim()) return { errors: { code: say('enterCode') }, status: 422 }
		const network = networkOf(request.ip)
		const attempt = await mayTry(system, [{ key: keyedHash(key, 'try invitation', network), most: 20, minutes: 15 }])
		if (!attempt.allowed) {
			request.log.info({ kind: 'TooManyTries' }, 'refused')
			return { errors: { code: say('many') }, status: 429 }
		}
		const [found] = readCode(code) ? await system('system_invitation', hashInvitationCode(key, code)) : []
		// A card that was taken back or used is no more than one that never was.
		if (!found || (found.way === 'card' && !found.is_open)) {
			request.log.info({ kind: 'NoSuchInvitation' }, 'refused')
			return { errors: { code: say('noSuch') }, status: 422 }
		}
		await attempt.worked()
		return { code: showable(code), found }
	}

	async function leaveInPeace({ code }: Holding, leave: boolean): Promise<boolean> {
		return (await system('system_leave_in_peace', hashInvitationCode(key, code), leave)).length > 0
	}

	async function choicesPage(request: FastifyRequest, reply: FastifyReply, fields: Fields): Promise<FastifyReply> {
		const held = await holding(request, fields)
		if ('errors' in held) {
			// A link that leads to nothing is an address where there is nothing; what was typed is to be put right.
			const status = request.method !== 'POST' && held.status === 422 ? 404 : held.status
			return codePage(request, reply, fields, held.errors, status)
		}
		const { found } = held
		const props = given(request, reply, held)
		const { visitor } = request
		const signed =
			visitor?.area === found.area_id ? { ...visitor, isTheirOwn: visitor.account === found.person_id } : undefined
		const Page = found.is_open ? ChoicesPage : EndedPage
		return show(request, reply, { title: props.say('tab'), body: <Page {...props} signed={signed} /> })
	}
}

type Holding = Extract<Held, { code: string }>

const sayTo = ({ locale }: FastifyRequest) => invitedWords({ locale, voice: 'anyone' })
const sayInTo = ({ locale }: FastifyRequest) => comingInWords({ locale, voice: 'anyone' })

const given = (request: FastifyRequest, reply: FastifyReply, { code, found }: Holding) => ({
	...{ say: sayTo(request), csrf: browserCsrf(request, reply), code, found },
})

function codePage(request: FastifyRequest, reply: FastifyReply, fields: Fields, errors: Errors, status: number) {
	const say = sayTo(request)
	const typed = { code: showable(fields.code ?? '') }
	const body = <CodePage {...{ say, errors }} csrf={browserCsrf(request, reply)} fields={typed} />
	return show(request, reply, { title: say('tab'), status, error: status !== 200, body })
}

function joinPage(request: FastifyRequest, reply: FastifyReply, held: Holding, fields: Fields, errors: Errors) {
	const isWrong = Object.keys(errors).length > 0
	const props = { ...given(request, reply, held), sayIn: sayInTo(request), errors }
	const typed = { name: showable(fields.name ?? ''), shared: showable(fields.shared ?? '') }
	const status = isWrong ? 422 : 200
	const body = <JoinPage {...props} fields={typed} />
	return show(request, reply, { title: props.say('joinTab'), status, error: isWrong, body })
}
