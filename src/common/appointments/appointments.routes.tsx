import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fieldsOf, readFields } from '../../platform/forms.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { myContacts } from '../contacts/index.ts'
import { show } from '../frame/index.ts'
import { endAlong } from './along.queries.ts'
import { comingAlongRoutes } from './along.routes.tsx'
import { AppointmentPage } from './appointment.page.tsx'
import { chooseReminder, myReminder, sayItDoesNotSuit, sayYes } from './appointment-changes.queries.ts'
import { reminderForm } from './appointments.forms.ts'
import { appointmentsICanSee } from './appointments.queries.ts'
import { nextTime } from './appointments.ts'
import { type appointmentWords, ownAppointmentWords } from './appointments.words.ts'
import { calendarEntry } from './calendar.ts'
import { AppointmentsPage } from './list.page.tsx'
import { listHref, lookAt, oneHref, readAppointment, readAppointments, readMyAppointment } from './reading.ts'
import { RemindersPage } from './reminders.page.tsx'
import { appointmentWriting } from './writing.routes.tsx'

type Key = Parameters<ReturnType<typeof appointmentWords>>[0]

/** What a page says on top after an act, by the word that the act left in the address. */
const told: Readonly<Record<string, Key>> = {
	suggest: 'suggestTold',
	other: 'suggestTold',
	yes: 'yesTold',
	along: 'alongTold',
	alongEnd: 'alongEndTold',
	notMet: 'notMetTold',
}

/** When a person and whoever works with them meet: reading it, and the acts that are one press. */
export function appointmentRoutes(app: FastifyInstance): void {
	appointmentWriting(app)
	comingAlongRoutes(app)
	reminderRoutes(app)

	app.get(routes.appointments.list.pattern, async (request, reply) => {
		const { reading, all } = await request.acting(async (tx) => {
			const reading = await readAppointments(tx, request)
			await lookAt(tx, reading)
			return { reading, all: await appointmentsICanSee(tx, { person: reading.person.id }) }
		})
		return show(request, reply, {
			title: reading.say('tab'),
			backHref:
				reading.reader.voice === 'person' ? routes.home.href() : routes.person.href({ person: reading.person.id }),
			body: <AppointmentsPage {...reading} all={all} now={new Date()} whole={'all' in (request.query as object)} />,
		})
	})

	app.get(routes.appointment.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readAppointment(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		const key = typeof done === 'string' && Object.hasOwn(told, done) ? told[done] : undefined
		return show(request, reply, {
			title: reading.say('oneTab'),
			backHref: listHref(reading),
			done: key && reading.say(key),
			body: <AppointmentPage {...reading} now={new Date()} />,
		})
	})

	app.post(routes.appointment.yes.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { reading, time, now } = await readTime(tx, request)
			const { one } = reading
			if (time.suggestedById === tx.account) throw new NotFound()
			if (time.isOut || time.startsAt <= now || !one.with.now) throw new Overtaken(oneHref(reading))
			const instead = one.times.filter((other) => other !== time && !other.isOut && other.startsAt > now)
			if (!time.hasMyWord) await sayYes(tx, one, time, instead)
			return `${oneHref(reading)}?done=yes`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.appointment.no.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { reading, time, now } = await readTime(tx, request)
			const { one, person } = reading
			if (time.startsAt <= now || !one.with.now) throw new Overtaken(oneHref(reading))
			if (!time.isOut) await sayItDoesNotSuit(tx, one, time)
			// A new time is offered at once.
			return `${routes.appointment.otherTime.href({ person: person.id, appointment: one.id })}?done=no`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.appointment.endAlong.pattern, async (request, reply) => {
		const { company } = request.params as { company: string }
		const to = await request.acting(async (tx) => {
			const reading = await readMyAppointment(tx, request)
			const found = reading.one.along.find(({ id, askedById }) => id === company && askedById === tx.account)
			if (!found) throw new NotFound()
			await endAlong(tx, reading.one, company)
			return `${oneHref(reading)}?done=alongEnd`
		})
		return reply.redirect(to, 303)
	})

	app.get(routes.appointment.calendar.pattern, async (request, reply) => {
		const named = 'named' in (request.query as object)
		const entry = await request.acting(async (tx) => {
			const reading = await readAppointment(tx, request)
			const time = nextTime(reading.one, new Date())
			if (!time) throw new NotFound()
			await lookAt(tx, reading)
			const name = reading.say(named ? 'calendarName' : 'calendarNoName')
			return calendarEntry({ id: time.id, startsAt: time.startsAt, madeAt: reading.one.askedAt, name })
		})
		return reply
			.type('text/calendar; charset=utf-8')
			.header('content-disposition', 'attachment; filename="calendar.ics"')
			.send(entry)
	})
}

type Tx = Parameters<typeof readMyAppointment>[0]

/** The time that an address names, of an appointment of the visitor's own. */
async function readTime(tx: Tx, request: FastifyRequest) {
	const reading = await readMyAppointment(tx, request)
	const { time: id } = request.params as { time: string }
	const time = reading.one.times.find((one) => one.id === id)
	if (!time) throw new NotFound()
	return { reading, time, now: new Date() }
}

/** Whether and when a person is reminded: theirs alone to read and to choose. */
function reminderRoutes(app: FastifyInstance): void {
	const page = (request: FastifyRequest, wrong?: string) =>
		request.acting(async (tx) => {
			const reading = await readAppointments(tx, request)
			if (reading.reader.voice !== 'person') throw new NotFound()
			const say = ownAppointmentWords({ locale: request.locale, voice: 'person' })
			const hasChosen = (await myContacts(tx)).some(({ isChosen }) => isChosen)
			const { done } = request.query as { done?: unknown }
			return {
				title: say('remindersTab'),
				backHref: listHref(reading),
				done: done === 'kept' ? say('remindersTold') : undefined,
				...(wrong ? { status: 422, error: true } : {}),
				body: (
					<RemindersPage
						{...{ say, hasChosen }}
						action={routes.appointments.reminders.href({ person: reading.person.id })}
						csrf={reading.csrf}
						wanted={wrong ? '' : await myReminder(tx)}
						errorMessage={wrong}
					/>
				),
			}
		})

	app.get(routes.appointments.reminders.pattern, async (request, reply) => show(request, reply, await page(request)))

	app.post(routes.appointments.reminders.pattern, async (request, reply) => {
		const say = ownAppointmentWords({ locale: request.locale, voice: 'person' })
		const read = readFields(reminderForm(say), fieldsOf(request.body, ['wanted']))
		if (read.errors) return show(request, reply, await page(request, read.errors.wanted))
		const to = await request.acting(async (tx) => {
			const reading = await readAppointments(tx, request)
			if (reading.reader.voice !== 'person') throw new NotFound()
			await chooseReminder(tx, read.values.wanted)
			return `${routes.appointments.reminders.href({ person: reading.person.id })}?done=kept`
		})
		return reply.redirect(to, 303)
	})
}
