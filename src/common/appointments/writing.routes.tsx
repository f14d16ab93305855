import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { writing } from '../drafts/index.ts'
import { askAlong, whoCanComeAlong } from './along.queries.ts'
import { sayNotMet, suggestAppointment, suggestTimes } from './appointment-changes.queries.ts'
import { alongForm, notMetForm, otherTimesForm, suggestForm, timeFields } from './appointments.forms.ts'
import { nextTime, openTimes, pastTime } from './appointments.ts'
import {
	limitsFor,
	listHref,
	lookAt,
	oneHref,
	type Reading,
	readAppointments,
	readMyAppointment,
	toWrite,
} from './reading.ts'
import {
	alongCheck,
	alongPage,
	notMetCheck,
	notMetPage,
	otherTimeCheck,
	otherTimePage,
	suggestCheck,
	suggestPage,
} from './writing.pages.tsx'

/** What the page before has left to be said on top of a form. */
const doneIn = (request: FastifyRequest): unknown => (request.query as { done?: unknown }).done

/** What can be written no more: gone for who only looks, and given back to who was writing. */
function refuse(request: FastifyRequest, where: string): never {
	throw request.method === 'POST' ? new Overtaken(where) : new NotFound()
}

/** What is written of appointments: a time, other times, who comes along, that they did not meet. */
export function appointmentWriting(app: FastifyInstance): void {
	writing(app, {
		route: routes.appointments.suggest,
		form: 'suggest-time',
		fields: ['with', 'place', 'whatFor', ...timeFields],
		async open(tx, request) {
			const reading = await readAppointments(tx, request)
			if (reading.toMeet.length === 0) refuse(request, listHref(reading))
			return toWrite(tx, reading)
		},
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ person }) => person.id,
		start: ({ toMeet }) => ({ with: toMeet.length === 1 ? (toMeet[0]?.id ?? '') : '' }),
		schema: ({ say, reader, toMeet }) =>
			suggestForm(
				say,
				limitsFor(reader),
				toMeet.map(({ id }) => id),
			),
		formPage: suggestPage,
		checkPage: suggestCheck,
		async share(tx, reading, { with: other, ...what }, { once }) {
			const { id: person } = reading.person
			const of = { id: once, person, with: { id: reading.reader.voice === 'person' ? other : tx.account } }
			await suggestAppointment(tx, of, what)
			return { to: `${routes.appointment.show.href({ person, appointment: once })}?done=suggest` }
		},
		later: (reading) => listHref(reading),
	})

	writing(app, {
		route: routes.appointment.otherTime,
		form: 'other-time',
		fields: timeFields,
		async open(tx, request) {
			const reading = await readMyAppointment(tx, request)
			if (!reading.one.with.now) refuse(request, oneHref(reading))
			return { ...(await toWrite(tx, reading)), done: doneIn(request) }
		},
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ one }) => one.id,
		schema: ({ say, reader }) => otherTimesForm(say, limitsFor(reader)),
		formPage: otherTimePage,
		checkPage: otherTimeCheck,
		async share(tx, reading, { times }, { once }) {
			await suggestTimes(tx, reading.one, once, times)
			return { to: `${oneHref(reading)}?done=other` }
		},
		later: (reading) => oneHref(reading),
	})

	writing(app, {
		route: routes.appointment.along,
		form: 'along',
		fields: ['account', 'words'],
		async open(tx, request) {
			const reading = await readMyAppointment(tx, request)
			const now = new Date()
			if (!nextTime(reading.one, now) && openTimes(reading.one, now).length === 0) refuse(request, oneHref(reading))
			return { ...(await toWrite(tx, reading)), known: await knownTo(tx, reading) }
		},
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ one }) => one.id,
		schema: ({ say, reader, known }) => alongForm(say, limitsFor(reader), known),
		formPage: alongPage,
		checkPage: alongCheck,
		async share(tx, reading, who, { once }) {
			await askAlong(tx, reading.one, { id: once, ...who })
			return { to: `${oneHref(reading)}?done=along` }
		},
		later: (reading) => oneHref(reading),
	})

	writing(app, {
		route: routes.appointment.notMet,
		form: 'not-met',
		fields: ['missedFor', 'words'],
		async open(tx, request) {
			const reading = await readMyAppointment(tx, request)
			const time = pastTime(reading.one, new Date())
			const said = reading.one.notMet.some((one) => one.timeId === time?.id && one.authorId === tx.account)
			if (!time || (said && request.method === 'GET')) return refuse(request, oneHref(reading))
			return { ...(await toWrite(tx, reading)), time }
		},
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ one }) => one.id,
		schema: ({ say, reader }) => notMetForm(say, limitsFor(reader), reader.voice),
		formPage: notMetPage,
		checkPage: notMetCheck,
		async share(tx, reading, said, { once }) {
			const { one, time, person } = reading
			await sayNotMet(tx, one, { id: once, time: time.id, ...said })
			// A new time is offered at once, where there is somebody to meet.
			const next = routes.appointment.otherTime.href({ person: person.id, appointment: one.id })
			return { to: `${one.with.now ? next : oneHref(reading)}?done=notMet` }
		},
		later: (reading) => oneHref(reading),
	})
}

/** Whom the reader could ask by name: only the person asks anybody who has an account, and not twice. */
const knownTo = async (tx: Tx, { reader }: Reading) => (reader.voice === 'person' ? whoCanComeAlong(tx) : [])
