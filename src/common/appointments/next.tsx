import { momentIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { alongWords, appointmentWords } from './appointments.words.ts'
import type { MyAppointments } from './mine.ts'

type Props = { meeting: MyAppointments; locale: Locale }

/** On a home: when one meets next, in a line, and the times that wait for one's word. */
export function NextAppointment({ meeting, locale, as }: Props & { as: 'person' | 'practitioner' }) {
	const say = appointmentWords({ locale, voice: as })
	const next = meeting.next[as]
	const waiting = meeting.waiting.filter(({ person }) => (person === meeting.me) === (as === 'person'))
	if (!next && waiting.length === 0 && as === 'practitioner') return null
	return (
		<section>
			<h2>{say('nextHeading')}</h2>
			{next && (
				<p>
					<a class="act-link" href={routes.appointment.show.href(next)}>
						<bdi>{say('next', { name: next.name, when: momentIn(next.startsAt, locale) })}</bdi>
					</a>
				</p>
			)}
			{waiting.map((one) => (
				<p key={one.appointment}>
					<bdi>{say('waitsFrom', { name: one.name })}</bdi>{' '}
					<a class="act-link" href={routes.appointment.show.href(one)}>
						{say('waitsLook')}
						<span class="visually-hidden">: {one.name}</span>
					</a>
				</p>
			))}
			{as === 'person' && (
				<p>
					<a class="act-link" href={routes.appointments.list.href({ person: meeting.me })}>
						{say('toAll')}
					</a>
				</p>
			)}
		</section>
	)
}

/** On a home: with whom one is asked to come along. When and where is a press further on, for that is a look. */
export function ComingAlong({ meeting: { along }, locale }: Props) {
	const say = alongWords({ locale, voice: 'anyone' })
	if (along.length === 0) return null
	return (
		<section>
			<h2>{say('homeHeading')}</h2>
			{along.map(({ id, name, answer }) => (
				<p key={id}>
					<bdi>{say(answer ? 'homeComes' : 'homeAsked', { name })}</bdi>{' '}
					<a class="act-link" href={routes.comingAlong.href({ company: id })}>
						{say('homeLook')}
						<span class="visually-hidden">: {name}</span>
					</a>
				</p>
			))}
		</section>
	)
}
