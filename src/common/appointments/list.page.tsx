import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import {
	type Appointment,
	agreedTime,
	didNotMeet,
	isToCome,
	nextTime,
	placeInTime,
	waitingForMe,
} from './appointments.ts'
import { ownAppointmentWords } from './appointments.words.ts'
import { listHref, type Reading } from './reading.ts'

type Props = Reading & { all: readonly Appointment[]; now: Date; whole: boolean }

/** What was is a press away, but for the newest of it. */
const mostThatWas = 10

/** When a person and whoever works with them meet, what is to come first. */
export function AppointmentsPage(props: Props) {
	const { say, name, person, reader, toMeet, all, now, whole } = props
	const inTime = (one: Appointment, other: Appointment) =>
		placeInTime(one, now).getTime() - placeInTime(other, now).getTime()
	const toCome = all.filter((one) => isToCome(one, now)).sort(inTime)
	const was = all.filter((one) => !isToCome(one, now)).sort((one, other) => inTime(other, one))
	const shown = whole ? was : was.slice(0, mostThatWas)
	return (
		<>
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			{toMeet.length === 0 ? (
				<p>{say('nobody', { name })}</p>
			) : (
				<p>
					<Button href={routes.appointments.suggest.href({ person: person.id })}>{say('suggest')}</Button>
				</p>
			)}
			<section>
				<h2>{say('toComeHeading')}</h2>
				{toCome.length === 0 && <p>{say('none')}</p>}
				<ul class="promises">
					{toCome.map((one) => (
						<Line key={one.id} {...props} one={one} />
					))}
				</ul>
			</section>
			{was.length > 0 && (
				<section>
					<h2>{say('wasHeading')}</h2>
					<ul class="promises">
						{shown.map((one) => (
							<Line key={one.id} {...props} one={one} />
						))}
					</ul>
					{shown.length < was.length && (
						<p>
							<a class="act-link" href={`${listHref(props)}?all`}>
								{say('wasAll')}
							</a>
						</p>
					)}
				</section>
			)}
			{reader.voice === 'person' && (
				<p>
					<a class="act-link" href={routes.appointments.reminders.href({ person: person.id })}>
						{ownAppointmentWords({ locale: reader.locale, voice: 'person' })('remindersLink')}
					</a>
				</p>
			)}
			<p class="quiet">{say('seen', { name })}</p>
		</>
	)
}

/** One appointment in a line or three: when, with whom, what for, and what is to be said of it. */
function Line({ say, when, person, reader, one, now }: Props & { one: Appointment }) {
	const agreed = agreedTime(one)
	const open = isToCome(one, now) && !nextTime(one, now)
	const isMissed = agreed && didNotMeet(one, agreed)
	return (
		<li>
			<p>
				<a class="act-link" href={routes.appointment.show.href({ person: person.id, appointment: one.id })}>
					{agreed && !open ? when(agreed.startsAt) : say(open ? 'noTime' : 'noTimeFound')}
				</a>
			</p>
			{reader.voice === 'person' && (
				<p>
					<VoiceLine hand="practitioner">{one.with.name || say('someoneLeft')}</VoiceLine>
				</p>
			)}
			<p data-own-words="" dir="auto">
				<bdi>{one.whatFor || say('wordsGone')}</bdi>
			</p>
			{isMissed && !open && <p>{say('notMetSaid')}</p>}
			{waitingForMe(one, now).length > 0 && <p>{say('choose')}</p>}
		</li>
	)
}
