import type { Tx } from '../../platform/database/acting.ts'
import { isoDay, momentIn } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { recordLook } from '../access-record/index.ts'
import { whatIsPassedOn } from '../areas/index.ts'
import { draftWords } from '../drafts/index.ts'
import { holdAppointment } from './appointment-changes.queries.ts'
import { appointmentsICanSee, whoseAppointments, whoToMeet } from './appointments.queries.ts'
import type { Appointment } from './appointments.ts'
import { appointmentWords } from './appointments.words.ts'

/** A person's appointments as one of the hands reads them. */
export type Reading = {
	person: { id: string; name: string }
	me: string
	reader: Reader<'person' | 'practitioner'>
	csrf: string
	say: ReturnType<typeof appointmentWords>
	/** Whom the reader can suggest a time to: for the person whoever works with them now, for a practitioner the person. */
	toMeet: { id: string; name: string }[]
	/** Who the reader calls by name: for a practitioner the person, for the person whom they meet. */
	name: string
	/** When something is, as people say it. */
	when(moment: Date): string
}

/** One appointment; `mine` is whether the reader is one of the two who meet. */
export type OneReading = Reading & { one: Appointment; mine: boolean }

/** Opens a person's appointments for whoever asks. Throws NotFound where there are none for them. */
export async function readAppointments(tx: Tx, { params, visitor, locale }: Asked): Promise<Reading> {
	const { person: id } = params as { person: string }
	const person = await whoseAppointments(tx, id)
	if (!person || !visitor || (id === tx.account && !visitor.standings.includes('person'))) throw new NotFound()
	const voice = id === tx.account ? 'person' : 'practitioner'
	const reader = { locale, voice } as const
	const toMeet = await whoToMeet(tx, id)
	return {
		person,
		me: tx.account,
		reader,
		csrf: visitor.csrf,
		say: appointmentWords(reader),
		toMeet: voice === 'person' ? toMeet : [person],
		name: voice === 'person' ? (toMeet[0]?.name ?? '') : person.name,
		when: (moment) => momentIn(moment, locale),
	}
}

/** Opens one appointment for whoever asks; one that is to be changed is held first. Throws NotFound where there is none for them. */
export async function readAppointment(tx: Tx, request: Asked): Promise<OneReading> {
	const { person, appointment } = request.params as { person: string; appointment: string }
	if (request.method === 'POST') await holdAppointment(tx, appointment)
	const reading = await readAppointments(tx, request)
	const [one] = await appointmentsICanSee(tx, { person, appointment })
	if (!one) throw new NotFound()
	const name = reading.reader.voice === 'person' ? one.with.name || reading.say('someoneLeft') : reading.person.name
	return { ...reading, one, name, mine: [one.person, one.with.id].includes(tx.account) }
}

/** Opens an appointment for one of the two who meet. Throws NotFound for anybody else. */
export async function readMyAppointment(tx: Tx, request: Asked): Promise<OneReading> {
	const reading = await readAppointment(tx, request)
	if (!reading.mine) throw new NotFound()
	return reading
}

/** Opened to write in, with what would have to be passed on, which stands beside every form. */
export type ToWrite<Opened> = Opened & { passedOn: string }

export const toWrite = async <Opened extends Reading>(tx: Tx, opened: Opened): Promise<ToWrite<Opened>> => ({
	...opened,
	passedOn: await whatIsPassedOn(tx),
})

/** Records that a person's appointments, or one of them, were looked at: in the same transaction, or nothing is shown. */
export async function lookAt(tx: Tx, reading: Reading | OneReading): Promise<void> {
	const thing = 'one' in reading ? reading.one.id : reading.person.id
	await recordLook(tx, { people: [reading.person.id], what: 'appointment', thing })
}

/** What forms here say about texts that are too long, cannot be kept, or are no day. */
export function limitsFor(reader: Reader) {
	const say = draftWords({ locale: reader.locale, voice: 'anyone' })
	return {
		tooLong: (length: number) => say('tooLong', { most: length }),
		unreadable: say('unreadable'),
		day: say('emptyDay'),
		pastDay: say('pastDay'),
		today: isoDay(new Date()),
	}
}

export const listHref = ({ person }: Reading): string => routes.appointments.list.href({ person: person.id })
export const oneHref = ({ person, one }: OneReading): string =>
	routes.appointment.show.href({ person: person.id, appointment: one.id })
