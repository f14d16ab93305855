import { isoDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Said } from '../../ui/Said.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { VoiceName } from '../../ui/Voice.tsx'
import { agreedTime, company, didNotMeet, movedFrom, nextTime, openTimes, pastTime, type Time } from './appointments.ts'
import type { OneReading } from './reading.ts'

type Props = OneReading & { now: Date }

/** One appointment: when and where, what for, who comes along, and what each of the two can say of it. */
export function AppointmentPage(props: Props) {
	const { say, name, one, mine, now, when, person } = props
	const next = nextTime(one, now)
	const past = pastTime(one, now)
	const moved = next && movedFrom(one)
	const here = { person: person.id, appointment: one.id }
	const canSuggest = mine && one.with.now
	return (
		<>
			<h1>
				<bdi>{say('oneHeading', { name })}</bdi>
			</h1>
			<SummaryList
				rows={[
					(next ?? past) && { key: say('key_when'), value: when((next ?? past)?.startsAt ?? now) },
					moved && { key: say('key_moved'), value: when(moved.startsAt) },
					{ key: say('key_where'), value: <bdi data-own-words="">{one.place || say('wordsGone')}</bdi> },
					{ key: say('key_for'), value: <bdi data-own-words="">{one.whatFor || say('wordsGone')}</bdi> },
				]}
			/>
			{next && <p>{say('agreed')}</p>}
			{!agreedTime(one) && <p>{say(openTimes(one, now).length > 0 ? 'notYet' : 'noTime')}</p>}
			{!one.with.now && <p>{say('over', { name })}</p>}
			{next && mine && <DoesNotSuit {...props} time={next} />}
			{past && <Past {...props} time={past} />}
			<Times {...props} />
			{canSuggest && !next && (
				<p>
					<Button kind="secondary" href={routes.appointment.otherTime.href(here)}>
						{say('otherTime')}
					</Button>
				</p>
			)}
			<Company {...props} />
			{next && mine && (
				<section>
					<h2>{say('calendarHeading')}</h2>
					<p>{say('calendarHint')}</p>
					<p>
						<a class="act-link" href={routes.appointment.calendar.href(here)}>
							{say('calendarPlain')}
						</a>
					</p>
					<p>
						<a class="act-link" href={`${routes.appointment.calendar.href(here)}?named`}>
							{say('calendarNamed')}
						</a>
					</p>
				</section>
			)}
			<p class="quiet">{say('seen', { name: person.name })}</p>
		</>
	)
}

/** The press by which a time suits no more. Whoever presses it is asked nothing. */
function DoesNotSuit({ say, csrf, person, one, time, when }: Props & { time: Time }) {
	return (
		<OneButton
			to={routes.appointment.no.href({ person: person.id, appointment: one.id, time: time.id })}
			csrf={csrf}
			kind="secondary"
		>
			{say('no')}
			<span class="visually-hidden">: {when(time.startsAt)}</span>
		</OneButton>
	)
}

/** The times to choose from, and those that do not suit: never whom, never why. */
function Times(props: Props) {
	const { say, csrf, one, mine, me, now, when, person } = props
	const open = openTimes(one, now)
	const next = nextTime(one, now)
	const out = next ? [] : one.times.filter(({ isOut, startsAt }) => isOut && startsAt > now)
	if (open.length + out.length === 0) return null
	const called = (id: string) => (id === one.person ? person.name : one.with.name)
	return (
		<section>
			<h2>{say('timesHeading')}</h2>
			<ul class="promises meetings">
				{open.map((time) => (
					<li key={time.id}>
						<p>
							<strong>{when(time.startsAt)}</strong>
						</p>
						<p>
							{time.suggestedById === me
								? say('timeOfMine', { name: props.name })
								: say('timeOfTheirs', { name: called(time.suggestedById) })}
						</p>
						{mine && (
							<div class="yes-no">
								{time.suggestedById !== me && (
									<OneButton
										to={routes.appointment.yes.href({ person: person.id, appointment: one.id, time: time.id })}
										csrf={csrf}
									>
										{say('yes')}
										<span class="visually-hidden">: {when(time.startsAt)}</span>
									</OneButton>
								)}
								<DoesNotSuit {...props} time={time} />
							</div>
						)}
					</li>
				))}
				{out.map((time) => (
					<li key={time.id}>
						<p>{when(time.startsAt)}</p>
						<p>{say('doesNotSuit')}</p>
					</li>
				))}
			</ul>
		</section>
	)
}

/** A time that is over: that they did not meet, if somebody says so, and why in the words of each. */
function Past({ say, one, mine, me, person, time, when }: Props & { time: Time }) {
	const said = one.notMet.filter(({ timeId }) => timeId === time.id)
	const hasSaid = said.some(({ authorId }) => authorId === me)
	const called = (id: string) =>
		id === me ? say('you') : id === one.person ? person.name : one.with.name || say('someoneLeft')
	return (
		<section>
			{didNotMeet(one, time) && <h2>{say('notMetHeading', { day: when(time.startsAt) })}</h2>}
			{said.map((each) => (
				<Said
					key={each.authorId}
					hand={each.authorId === one.person ? 'person' : 'practitioner'}
					name={called(each.authorId)}
					date={isoDay(each.saidAt)}
					words={each.words ?? say(each.why && each.why !== 'own_words' ? `why_${each.why}` : 'notMetSaid')}
				/>
			))}
			{mine && !hasSaid && (
				<p>
					<Button kind="secondary" href={routes.appointment.notMet.href({ person: person.id, appointment: one.id })}>
						{say('notMetButton')}
					</Button>
				</p>
			)}
		</section>
	)
}

/** Who comes along, as they were called by whoever said so. */
function Company({ say, csrf, one, mine, me, now, person }: Props) {
	const along = company(one)
	const here = { person: person.id, appointment: one.id }
	const toCome = nextTime(one, now) !== undefined || openTimes(one, now).length > 0
	return (
		<section>
			<h2>{say('alongHeading')}</h2>
			{along.length === 0 && <p>{say('alongNobody')}</p>}
			<ul class="promises meetings">
				{along.map(({ id, words, isAsked, answer, askedById }) => (
					<li key={id}>
						<p data-own-words="">
							<VoiceName hand="third" name={words} />
						</p>
						{isAsked && <p>{say(answer === 'yes' ? 'alongSaysYes' : answer ? 'alongSaysNo' : 'alongAsked')}</p>}
						{toCome && askedById === me && (
							<OneButton to={routes.appointment.endAlong.href({ ...here, company: id })} csrf={csrf} kind="secondary">
								{say('alongEnd')}
								<span class="visually-hidden" data-own-words="">
									: {words}
								</span>
							</OneButton>
						)}
					</li>
				))}
			</ul>
			{mine && toCome && (
				<p>
					<a class="act-link" href={routes.appointment.along.href(here)}>
						{say('alongAdd')}
					</a>
				</p>
			)}
		</section>
	)
}
