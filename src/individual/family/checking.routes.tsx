import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { type Errors, fieldsOf, readFields } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { CheckPage, ToCheckPage } from './checking.pages.tsx'
import { checkWords } from './family.words.ts'
import { checkForm } from './invitations.forms.ts'
import { decide, haveChecked, invitationsToCheck, recordLookAtInvitation, type ToCheck } from './invitations.queries.ts'

/** The blind check, for staff: whom nobody has said may be written to, nobody writes to. */
export function checkingRoutes(app: FastifyInstance): void {
	app.get(routes.toCheck.pattern, async (request, reply) => {
		const waiting = await request.acting(async (tx) => {
			const standings = request.visitor?.standings ?? []
			if (!standings.includes('practitioner') && !standings.includes('lead')) throw new NotFound()
			return invitationsToCheck(tx)
		})
		const reader = readerOf(request)
		const say = checkWords(reader)
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			done: 'done' in (request.query as object) ? say('checked') : undefined,
			body: <ToCheckPage {...{ reader, waiting }} />,
		})
	})

	app.get(routes.supporters.check.pattern, async (request, reply) => {
		const one = await request.acting((tx) => look(tx, request))
		return checkPage(request, reply, one, {})
	})

	app.post(routes.supporters.check.pattern, async (request, reply) => {
		const { invitation } = request.params as { invitation: string }
		const read = readFields(checkForm(checkWords(readerOf(request))), fieldsOf(request.body, ['found']))
		if (read.errors) return checkPage(request, reply, await request.acting((tx) => look(tx, request)), read.errors)
		await request.acting(async (tx) => {
			if (await haveChecked(tx, invitation)) return
			const waits = await waiting(tx, request)
			if (!waits || !(await decide(tx, invitation, read.values.found))) throw new NotFound()
		})
		return reply.redirect(`${routes.toCheck.href()}?done`, 303)
	})
}

/** The invitation that an address names, if it waits for whoever asks. */
async function waiting(tx: Tx, { params }: Pick<FastifyRequest, 'params'>): Promise<ToCheck | undefined> {
	const { person, invitation } = params as { person: string; invitation: string }
	return (await invitationsToCheck(tx)).find((one) => one.id === invitation && one.person === person)
}

/** The same, and the look is recorded. It says nothing of what is then found: that is in no record. */
async function look(tx: Tx, request: FastifyRequest): Promise<ToCheck> {
	const one = await waiting(tx, request)
	if (!one) throw new NotFound()
	recordLookAtInvitation(tx, one.id)
	return one
}

const readerOf = ({ locale }: FastifyRequest) => ({ locale, voice: 'practitioner' }) as const

function checkPage(request: FastifyRequest, reply: FastifyReply, one: ToCheck, errors: Errors): FastifyReply {
	const reader = readerOf(request)
	const isWrong = Object.keys(errors).length > 0
	return show(request, reply, {
		title: checkWords(reader)('oneTab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		backHref: routes.toCheck.href(),
		body: <CheckPage {...{ reader, one, errors }} csrf={request.visitor?.csrf ?? ''} />,
	})
}
