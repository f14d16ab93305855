import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { showMakeCard, showNewCard } from '../../common/accounts/index.ts'
import { show } from '../../common/frame/index.ts'
import { isId, newId } from '../../platform/database/values.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable, text } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { InvitePage } from './invite.page.tsx'
import { beginToWorkWith, peopleIWorkWith } from './relationship.queries.ts'
import { inviteWords } from './relationship.words.ts'

/** The longest name, in signs. */
const longestName = 100

/** A practitioner begins to work with somebody new, and gives them a card to come in with. */
export function inviteRoutes(app: FastifyInstance, giving: { key: ServerKey; publicUrl: string }): void {
	app.get(routes.invite.pattern, async (request, reply) => invitePage(request, reply, newId(), {}, {}))

	app.post(routes.invite.pattern, async (request, reply) => {
		const { say } = practitionerOf(request)
		const { once = '', ...fields } = fieldsOf(request.body, ['name', 'once'])
		const person = isId(once) ? once : newId()
		const read = readFields(inviteForm(say), fields)
		if (read.errors) return invitePage(request, reply, person, fields, read.errors)
		await request.acting((tx) => beginToWorkWith(tx, person, read.values.name))
		return reply.redirect(`${routes.personCard.href({ person })}?done`, 303)
	})

	app.get(routes.personCard.pattern, async (request, reply) => showMakeCard(request, reply, await holderOf(request)))
	app.post(routes.personCard.pattern, async (request, reply) =>
		showNewCard(request, reply, giving, await holderOf(request)),
	)
}

type Say = ReturnType<typeof inviteWords>

const inviteForm = (say: Say) =>
	v.object({
		name: text(longestName, {
			empty: say('enterName'),
			tooLong: say('nameTooLong', { most: longestName }),
			unreadable: say('unreadable'),
		}),
	})

function practitionerOf({ visitor, locale }: FastifyRequest) {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('practitioner')) throw new NotFound()
	return { csrf: visitor.csrf, say: inviteWords({ locale, voice: 'practitioner' }) }
}

function invitePage(request: FastifyRequest, reply: FastifyReply, once: string, fields: Fields, errors: Errors) {
	const { csrf, say } = practitionerOf(request)
	const isWrong = Object.keys(errors).length > 0
	const typed = { name: showable(fields.name ?? '') }
	return show(request, reply, {
		title: say('tab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		backHref: routes.home.href(),
		body: <InvitePage {...{ say, csrf, once, fields: typed, errors }} />,
	})
}

/** The person whom an address names, if the visitor works with them. */
async function holderOf(request: FastifyRequest) {
	const { say } = practitionerOf(request)
	const { person: id } = request.params as { person: string }
	const tie = (await request.acting(peopleIWorkWith)).find((one) => one.person === id)
	if (!tie) throw new NotFound()
	const done = 'done' in (request.query as object) ? say('begun', { name: tie.name }) : undefined
	const [action, backHref] = [routes.personCard.href({ person: id }), routes.person.href({ person: id })]
	return { id, name: tie.name, action, backHref, done }
}
