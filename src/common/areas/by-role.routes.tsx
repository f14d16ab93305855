import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { isId, newId } from '../../platform/database/values.ts'
import { dayIn } from '../../platform/days.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable, text } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { staffHere } from './area.queries.ts'
import { ByRolePage, OwnByRolePage } from './by-role.page.tsx'
import { byRoleNow, tellByName, tellByRole } from './by-role.queries.ts'
import { byRoleWords } from './by-role.words.ts'

/** The longest reason, in signs. */
const longestReason = 500

/** Telling of staff by role in the record of access: leads set it, and the one whom it is about reads it. */
export function byRoleRoutes(app: FastifyInstance): void {
	app.get(routes.area.byRole.pattern, async (request, reply) =>
		isOwn(request) ? ownPage(request, reply) : page(request, reply, newId(), {}, {}),
	)

	app.post(routes.area.byRole.pattern, async (request, reply) => {
		const { account } = await staffOf(request)
		const { once = '', ...fields } = fieldsOf(request.body, ['reason', 'once'])
		const id = isId(once) ? once : newId()
		const read = readFields(reasonForm(sayTo(request)), fields)
		if (read.errors) return page(request, reply, id, fields, read.errors)
		await request.acting((tx) => tellByRole(tx, account, { id, ...read.values }))
		return reply.redirect(`${routes.area.byRole.href({ account })}?done=setTold`, 303)
	})

	app.post(routes.area.endByRole.pattern, async (request, reply) => {
		const { account } = await staffOf(request)
		const fields = fieldsOf(request.body, ['reason'])
		const read = readFields(reasonForm(sayTo(request)), fields)
		if (read.errors) return page(request, reply, newId(), fields, read.errors)
		// A second press finds it ended.
		await request.acting((tx) => tellByName(tx, account, read.values.reason))
		return reply.redirect(`${routes.area.byRole.href({ account })}?done=endTold`, 303)
	})
}

type Say = ReturnType<typeof byRoleWords>

const reasonForm = (say: Say) =>
	v.object({
		reason: text(longestReason, {
			empty: say('enterReason'),
			tooLong: say('tooLong', { most: longestReason }),
			unreadable: say('unreadable'),
		}),
	})

const sayTo = ({ locale }: FastifyRequest) => byRoleWords({ locale, voice: 'anyone' })

const accountIn = ({ params }: FastifyRequest) => (params as { account: string }).account

/** A member of staff looks at what is set about them. */
function isOwn(request: FastifyRequest): boolean {
	const { visitor } = request
	if (!visitor) throw new NotSignedIn()
	const isStaff = visitor.standings.includes('practitioner') || visitor.standings.includes('lead')
	return isStaff && visitor.account === accountIn(request)
}

/** The member of staff whom an address names, for a lead, and never that lead. */
async function staffOf(request: FastifyRequest) {
	const { visitor } = request
	if (!visitor) throw new NotSignedIn()
	const account = accountIn(request)
	if (!visitor.standings.includes('lead') || account === visitor.account) throw new NotFound()
	const found = (await request.acting(staffHere)).find((one) => one.account === account && !one.endedAt)
	if (!found) throw new NotFound()
	return { account, name: found.name }
}

async function ownPage(request: FastifyRequest, reply: FastifyReply) {
	const say = sayTo(request)
	const now = await request.acting((tx) => byRoleNow(tx, accountIn(request)))
	const body = <OwnByRolePage say={say} now={now} day={(moment) => dayIn(moment, request.locale)} />
	return show(request, reply, { title: say('tab'), backHref: routes.account.show.href(), body })
}

async function page(request: FastifyRequest, reply: FastifyReply, once: string, typed: Fields, errors: Errors) {
	const staff = await staffOf(request)
	const say = sayTo(request)
	const now = await request.acting((tx) => byRoleNow(tx, staff.account))
	const csrf = request.visitor?.csrf ?? ''
	const fields = { reason: showable(typed.reason ?? '') }
	const day = (moment: Date) => dayIn(moment, request.locale)
	const { done } = request.query as { done?: unknown }
	const told = (['setTold', 'endTold'] as const).find((one) => one === done)
	const isWrong = Object.keys(errors).length > 0
	return show(request, reply, {
		title: say('tab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		done: told && say(told),
		backHref: routes.area.show.href(),
		body: <ByRolePage {...{ say, csrf, staff, now, day, once, fields, errors }} />,
	})
}
