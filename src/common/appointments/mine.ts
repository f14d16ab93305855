import type { Tx } from '../../platform/database/acting.ts'
import { type AskedAlong, whereIComeAlong } from './along.queries.ts'
import { myNextAppointment, type Next, timesForMyWord } from './appointments.queries.ts'

/** What a home shows of when one meets: the next time, what waits for one's word, and where one is asked to come along. */
export type MyAppointments = {
	me: string
	next: { person: Next | undefined; practitioner: Next | undefined }
	waiting: Omit<Next, 'startsAt'>[]
	along: AskedAlong[]
}

/** Reads for a home what the acting account is here for. */
export async function myAppointments(tx: Tx, standings: readonly string[]): Promise<MyAppointments> {
	const next = (as: 'person' | 'practitioner') => (standings.includes(as) ? myNextAppointment(tx, as) : undefined)
	const [person, practitioner, waiting, along] = await Promise.all([
		next('person'),
		next('practitioner'),
		timesForMyWord(tx),
		whereIComeAlong(tx),
	])
	return { me: tx.account, next: { person, practitioner }, waiting, along }
}
