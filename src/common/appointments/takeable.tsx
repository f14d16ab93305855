import { momentIn } from '../../platform/days.ts'
import type { Takeable } from '../take-with-you/index.ts'
import { myReminder } from './appointment-changes.queries.ts'
import { appointmentsICanSee } from './appointments.queries.ts'
import { type Appointment, agreedTime } from './appointments.ts'
import { appointmentWords } from './appointments.words.ts'

/** When I met whoever works with me, or meant to: every time and word of it. */
export const takeableAppointments: Takeable = {
	key: 'appointments',
	async read(tx, locale) {
		const say = appointmentWords({ locale, voice: 'person' })
		const all = await appointmentsICanSee(tx, { person: tx.account })
		return {
			json: { reminder: await myReminder(tx), appointments: all.map(jsonOf) },
			body: (
				<section>
					<h2>{say('tab')}</h2>
					{all.length === 0 && <p>{say('none')}</p>}
					<ul>
						{all.map((one) => {
							const agreed = agreedTime(one)
							return (
								<li key={one.id}>
									{agreed ? momentIn(agreed.startsAt, locale) : say('noTimeFound')}. {say('key_with')}:{' '}
									<bdi>{one.with.name || say('someoneLeft')}</bdi>. {say('key_where')}:{' '}
									<bdi>{one.place || say('wordsGone')}</bdi>. {say('key_for')}:{' '}
									<bdi>{one.whatFor || say('wordsGone')}</bdi>
									{one.along.map(({ id, words }) => (
										<p key={id}>
											{say('alongHeading')}: <bdi>{words}</bdi>
										</p>
									))}
									{one.notMet.map(({ authorId, timeId, words }) => (
										<p key={`${timeId}-${authorId}`}>
											{say('notMetSaid')} {words && <bdi>{words}</bdi>}
										</p>
									))}
								</li>
							)
						})}
					</ul>
				</section>
			),
		}
	},
}

const jsonOf = ({ id, with: other, place, whatFor, askedById, askedAt, times, along, notMet }: Appointment) => ({
	...{ id, with: other.id, place, whatFor, askedBy: askedById, askedAt: askedAt.toISOString() },
	times: times.map((one) => ({
		...{ id: one.id, startsAt: one.startsAt.toISOString(), suggestedBy: one.suggestedById },
		...{ agreed: one.stands, doesNotSuit: one.isOut },
	})),
	along: along.map(({ words, answer, endedAt }) => ({ words, answer, takenBackAt: endedAt?.toISOString() ?? null })),
	notMet: notMet.map((one) => ({
		...{ time: one.timeId, by: one.authorId, why: one.why, words: one.words },
		at: one.saidAt.toISOString(),
	})),
})
