import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { isId, newId } from '../../platform/database/values.ts'
import { dayIn } from '../../platform/days.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable, text } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { byName } from '../../platform/lists.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { mustBeSurer, showMakeCard, showNewCard } from '../accounts/index.ts'
import { show } from '../frame/index.ts'
import { AddStaffPage, AreaPage, PassedOnPage } from './area.pages.tsx'
import {
	addStaff,
	askStaffForMore,
	endStaff,
	signOffWhatIsPassedOn,
	staffHere,
	staffNeedStrong,
	whatIsSignedOff,
} from './area.queries.ts'
import { areaSetUpWords } from './area.words.ts'

/** The longest name and the longest text to be signed off, in signs. */
const most = { name: 100, words: 3000 }

/** How an area is set up by those who lead the service there; for everyone else these addresses do not exist. */
export function areaRoutes(app: FastifyInstance, giving: { key: ServerKey; publicUrl: string }): void {
	app.get(routes.area.show.pattern, async (request, reply) => {
		const { account, areaName, csrf } = leadOf(request)
		const say = sayTo(request)
		const { staff, signedOff, needStrong } = await request.acting(async (tx) => ({
			staff: await staffHere(tx),
			needStrong: await staffNeedStrong(tx),
			signedOff: await whatIsSignedOff(tx),
		}))
		const day = (moment: Date) => dayIn(moment, request.locale)
		const body = (
			<AreaPage
				{...{
					say,
					csrf,
					areaName,
					me: account,
					staff: byName(staff, request.locale),
					signedOff,
					needStrong,
					now: new Date(),
					day,
				}}
			/>
		)
		return show(request, reply, { title: say('tab'), done: doneIn(request), backHref: routes.home.href(), body })
	})

	app.get(routes.area.addStaff.pattern, async (request, reply) => addStaffPage(request, reply, newId(), {}, {}))

	app.post(routes.area.addStaff.pattern, async (request, reply) => {
		leadOf(request)
		const say = sayTo(request)
		const { once = '', ...fields } = fieldsOf(request.body, ['name', 'kind', 'once'])
		const account = isId(once) ? once : newId()
		const read = readFields(staffForm(say), fields)
		if (read.errors) return addStaffPage(request, reply, account, fields, read.errors)
		await request.acting((tx) => addStaff(tx, { account, standing: newId(), ...read.values }))
		return reply.redirect(`${routes.area.staffCard.href({ account })}?done=added`, 303)
	})

	app.get(routes.area.staffCard.pattern, async (request, reply) => showMakeCard(request, reply, await staffOf(request)))
	app.post(routes.area.staffCard.pattern, async (request, reply) =>
		showNewCard(request, reply, giving, await staffOf(request)),
	)

	app.post(routes.area.endStaff.pattern, async (request, reply) => {
		leadOf(request)
		const { standing } = request.params as { standing: string }
		if (!(await request.acting((tx) => endStaff(tx, standing)))) throw new NotFound()
		return reply.redirect(`${routes.area.show.href()}?done=ended`, 303)
	})

	app.post(routes.area.askForMore.pattern, async (request, reply) => {
		const { assurance } = leadOf(request)
		mustBeSurer(request.visitor, routes.area.show.href())
		const needed = fieldsOf(request.body, ['needed']).needed === 'yes'
		// Whoever asks others for more has it: else a lead would shut themselves out.
		const hasMore = assurance === 'passkey' || assurance === 'provider' || assurance === 'demonstration'
		if (needed && !hasMore) return reply.redirect(`${routes.area.show.href()}?done=firstYou`, 303)
		await request.acting((tx) => askStaffForMore(tx, needed))
		return reply.redirect(`${routes.area.show.href()}?done=${needed ? 'asksMore' : 'asksNoMore'}`, 303)
	})

	app.get(routes.area.passedOn.pattern, async (request, reply) => {
		leadOf(request)
		const { words } = await request.acting(whatIsSignedOff)
		return passedOnPage(request, reply, newId(), { words }, {})
	})

	app.post(routes.area.passedOn.pattern, async (request, reply) => {
		leadOf(request)
		const say = sayTo(request)
		const { once = '', ...fields } = fieldsOf(request.body, ['words', 'once'])
		const id = isId(once) ? once : newId()
		const read = readFields(passedOnForm(say), fields)
		if (read.errors) return passedOnPage(request, reply, id, fields, read.errors)
		await request.acting((tx) => signOffWhatIsPassedOn(tx, id, read.values.words))
		return reply.redirect(`${routes.area.show.href()}?done=passedOnTold`, 303)
	})
}

type Say = ReturnType<typeof areaSetUpWords>

const staffForm = (say: Say) =>
	v.object({
		name: text(most.name, {
			empty: say('enterName'),
			tooLong: say('nameTooLong', { most: most.name }),
			unreadable: say('unreadable'),
		}),
		kind: v.picklist(['practitioner', 'lead'], say('chooseKind')),
	})

const passedOnForm = (say: Say) =>
	v.object({
		words: text(most.words, {
			empty: say('enterPassedOn'),
			tooLong: say('tooLong', { most: most.words }),
			unreadable: say('unreadable'),
		}),
	})

const sayTo = ({ locale }: FastifyRequest) => areaSetUpWords({ locale, voice: 'anyone' })

function leadOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('lead')) throw new NotFound()
	return visitor
}

/** The member of staff whom an address names, as somebody for whom a card can be made. */
async function staffOf(request: FastifyRequest) {
	const { account: me } = leadOf(request)
	const { account } = request.params as { account: string }
	const staff = await request.acting(staffHere)
	const found = staff.find((one) => one.account === account && !one.endedAt && account !== me)
	if (!found) throw new NotFound()
	const action = routes.area.staffCard.href({ account })
	return { id: account, name: found.name, action, backHref: routes.area.show.href(), done: doneIn(request) }
}

const told = ['ended', 'added', 'passedOnTold', 'firstYou', 'asksMore', 'asksNoMore'] as const

function doneIn(request: FastifyRequest): string | undefined {
	const { done } = request.query as { done?: unknown }
	const key = told.find((one) => one === done)
	return key && sayTo(request)(key)
}

/** What was typed, as it can be shown again. */
const shown = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, showable(value)]))

function addStaffPage(request: FastifyRequest, reply: FastifyReply, once: string, fields: Fields, errors: Errors) {
	const { csrf } = leadOf(request)
	const say = sayTo(request)
	const body = <AddStaffPage {...{ say, csrf, once, fields: shown(fields), errors }} />
	return formPage(request, reply, say('addTab'), errors, body)
}

function passedOnPage(request: FastifyRequest, reply: FastifyReply, once: string, fields: Fields, errors: Errors) {
	const { csrf } = leadOf(request)
	const say = sayTo(request)
	const body = <PassedOnPage {...{ say, csrf, once, fields: shown(fields), errors }} />
	return formPage(request, reply, say('passedOnTab'), errors, body)
}

type Body = Parameters<typeof show>[2]['body']

function formPage(request: FastifyRequest, reply: FastifyReply, title: string, errors: Errors, body: Body) {
	const isWrong = Object.keys(errors).length > 0
	const backHref = routes.area.show.href()
	return show(request, reply, { title, status: isWrong ? 422 : 200, error: isWrong, backHref, body })
}
