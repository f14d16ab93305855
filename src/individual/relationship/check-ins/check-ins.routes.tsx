import type { FastifyInstance, FastifyRequest } from 'fastify'
import { meetingsThatWere } from '../../../common/appointments/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, NotSignedIn, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor, lookAt, readBetween, toWrite } from '../between.tsx'
import { CheckInsOfArea } from './CheckInsOfArea.tsx'
import { checkInForm } from './check-ins.forms.ts'
import { type CheckInReading, CheckInsPage } from './check-ins.page.tsx'
import { checkIn, checkInsOf, checkInsOfMyArea } from './check-ins.queries.ts'
import { areaCheckInWords, checkInWords } from './check-ins.words.ts'
import { checkInsHref, sayCheck, sayPage, type ToSay } from './check-ins-writing.pages.tsx'

const look = lookAt('check_in')

async function readCheckIns(tx: Tx, request: Asked): Promise<CheckInReading> {
	const between = await readBetween(tx, request)
	const { id } = between.person
	return {
		...between,
		say: checkInWords(between.reader),
		meetings: await meetingsThatWere(tx, { person: id }),
		said: await checkInsOf(tx, id),
	}
}

/** A meeting of the reader's own that the address names, with whether they have spoken of it. */
async function readMeeting(tx: Tx, request: Asked): Promise<ToSay & { hasSpoken: boolean }> {
	const reading = await readCheckIns(tx, request)
	const { time } = request.params as { time: string }
	const met = reading.meetings.find((one) => one.time === time)
	if (!met) throw new NotFound()
	const hasSpoken = reading.said.some((one) => one.time === time && one.accountId === tx.account)
	return { ...(await toWrite(tx, reading)), met, hasSpoken }
}

/** How meetings were: each of the two says it for themselves, and reads the other's after that. */
export function checkInRoutes(app: FastifyInstance): void {
	app.get(routes.checkIns.list.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readCheckIns(tx, request)
			await look(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.person.href({ person: reading.person.id }),
			done: done === 'said' ? reading.say('saidTold') : done === 'not' ? reading.say('notTold') : undefined,
			body: <CheckInsPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.checkIns.say,
		form: 'check-in',
		fields: ['listened', 'fair', 'sayNo', 'whatNext', 'worthIt', 'change'],
		async open(tx, request) {
			const reading = await readMeeting(tx, request)
			if (reading.hasSpoken && request.method === 'GET') throw new NotFound()
			return reading
		},
		look: (tx, reading) => look(tx, reading),
		about: ({ met }) => met.time,
		schema: ({ say, reader }) => checkInForm(say, limitsFor(reader)),
		formPage: sayPage,
		checkPage: sayCheck,
		async share(tx, reading, answers, { once }) {
			if (!(await checkIn(tx, once, reading.met, answers))) throw new Overtaken(checkInsHref(reading))
			return { to: `${checkInsHref(reading)}?done=said` }
		},
		later: (reading) => checkInsHref(reading),
	})

	app.post(routes.checkIns.notThisTime.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const reading = await readMeeting(tx, request)
			if (!reading.hasSpoken) await checkIn(tx, newId(), reading.met)
			return `${checkInsHref(reading)}?done=not`
		})
		return reply.redirect(to, 303)
	})

	app.get(routes.area.checkIns.pattern, async (request, reply) => {
		leadOf(request)
		const inArea = await request.acting(checkInsOfMyArea)
		const say = areaCheckInWords({ locale: request.locale, voice: 'anyone' })
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			body: <CheckInsOfArea inArea={inArea} locale={request.locale} />,
		})
	})
}

function leadOf({ visitor }: FastifyRequest): void {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('lead')) throw new NotFound()
}
