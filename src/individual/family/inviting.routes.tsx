import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CardToGive } from '../../common/accounts/index.ts'
import { writing } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import { hashInvitationCode, invitationCode, peaceKey } from '../../common/messages/index.ts'
import { endSupporting } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { handedCardWords, supportersWords } from './family.words.ts'
import { HandCard } from './hand-card.page.tsx'
import { inviteFields, inviteForm } from './invitations.forms.ts'
import { invite, openInvitationsOfMine, renewCard, supportersOfMine, takeBack } from './invitations.queries.ts'
import { type Inviting, inviteCheckPage, invitePage, SupportersPage } from './inviting.pages.tsx'

/** What a page says on top after an act, by the word that the act left in the address. */
const told = ['asked', 'takenBack', 'ended'] as const

/** Who supports a person and whom they invite, for that person alone. */
export function invitingRoutes(app: FastifyInstance, { key, publicUrl }: Ground): void {
	app.get(routes.supporters.list.pattern, async (request, reply) => {
		const { inviting, supporters, invitations } = await request.acting(async (tx) => ({
			inviting: open(tx, request),
			supporters: await supportersOfMine(tx),
			invitations: await openInvitationsOfMine(tx),
		}))
		const say = supportersWords(inviting.reader)
		const { done } = request.query as { done?: unknown }
		const word = told.find((one) => one === done)
		const csrf = request.visitor?.csrf ?? ''
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			done: word && say(word),
			body: <SupportersPage {...inviting} {...{ csrf, supporters, invitations }} />,
		})
	})

	writing(app, {
		route: routes.supporters.invite,
		form: 'invite-supporter',
		fields: inviteFields,
		open: async (tx, request) => open(tx, request),
		look: async () => undefined,
		about: ({ me }) => me,
		start: ({ name }) => ({ signed: name }),
		schema: ({ reader }) => inviteForm(supportersWords(reader), reader.locale),
		formPage: invitePage,
		checkPage: inviteCheckPage,
		async share(tx, inviting, invited, form) {
			const { way, address } = invited
			const addressKey = way === 'card' || address === null ? null : peaceKey(key, way, address)
			const made = await invite(tx, { ...invited, ...newCodeFor(form.once), id: form.once, addressKey })
			const { me, reader } = inviting
			if (made === 'many') {
				const errors = { called: supportersWords(reader)('many') }
				return { ...invitePage(inviting, { ...form, errors }), status: 422, error: true }
			}
			const here = { person: me, invitation: form.once }
			if (way === 'card') return { to: routes.supporters.card.href(here) }
			return { to: `${routes.supporters.list.href(here)}?done=asked` }
		},
		later: ({ me }) => routes.supporters.list.href({ person: me }),
	})

	app.post(routes.supporters.takeBack.pattern, async (request, reply) => {
		const { person, invitation } = request.params as { person: string; invitation: string }
		await request.acting(async (tx) => {
			open(tx, request)
			if (!(await takeBack(tx, invitation))) throw new NotFound()
		})
		return reply.redirect(`${routes.supporters.list.href({ person })}?done=takenBack`, 303)
	})

	app.post(routes.supporters.end.pattern, async (request, reply) => {
		const { person, supporting } = request.params as { person: string; supporting: string }
		await request.acting(async (tx) => {
			open(tx, request)
			if (!(await endSupporting(tx, supporting))) throw new NotFound()
		})
		return reply.redirect(`${routes.supporters.list.href({ person })}?done=ended`, 303)
	})

	app.get(routes.supporters.card.pattern, async (request, reply) => {
		const card = await request.acting((tx) => cardOf(tx, request))
		const csrf = request.visitor?.csrf ?? ''
		return cardPage(request, reply, card, <HandCard {...card} csrf={csrf} />)
	})

	app.post(routes.supporters.card.pattern, async (request, reply) => {
		const { invitation } = request.params as { invitation: string }
		const { nonce, codeHash } = newCodeFor(invitation)
		const { card, until } = await request.acting(async (tx) => {
			const card = await cardOf(tx, request)
			const until = await renewCard(tx, invitation, { nonce, codeHash })
			if (!until) throw new NotFound()
			return { card, until: dayIn(until, request.locale) }
		})
		const address = `${publicUrl}${routes.invited.show.href()}`
		const given = { ...card, code: invitationCode(key, invitation, nonce), address, until }
		return cardPage(request, reply, card, <CardToGive {...given} csrf={request.visitor?.csrf ?? ''} />)
	})

	/** What is kept of a new code for this invitation. */
	function newCodeFor(invitation: string) {
		const nonce = randomBytes(32)
		return { nonce, codeHash: hashInvitationCode(key, invitationCode(key, invitation, nonce)) }
	}
}

/** The person whose page it is, if that is the one who asks. Throws NotFound for anybody else. */
function open(tx: Tx, { params, visitor, locale }: Asked): Inviting {
	const { person } = params as { person: string }
	if (!visitor || tx.account !== person || !visitor.standings.includes('person')) throw new NotFound()
	return { me: person, name: visitor.name, reader: { locale, voice: 'person' } }
}

/** An invitation of the reader's that is by card. Throws NotFound where there is none. */
async function cardOf(tx: Tx, request: Asked) {
	const { me, reader } = open(tx, request)
	const { invitation } = request.params as { invitation: string }
	const found = (await openInvitationsOfMine(tx)).find((one) => one.id === invitation && one.way === 'card')
	if (!found) throw new NotFound()
	const action = routes.supporters.card.href({ person: me, invitation })
	return { me, name: found.called, action, say: handedCardWords(reader) }
}

type Card = Awaited<ReturnType<typeof cardOf>>

function cardPage(request: FastifyRequest, reply: FastifyReply, { me, say }: Card, body: Body): FastifyReply {
	return show(request, reply, { title: say('tab'), backHref: routes.supporters.list.href({ person: me }), body })
}
type Body = Parameters<typeof show>[2]['body']
