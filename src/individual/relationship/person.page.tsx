import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import type { Tie } from './relationship.queries.ts'
import type { relationshipWords } from './relationship.words.ts'
import { WaysTogether } from './WaysTogether.tsx'

type Props = {
	person: { id: string; name: string }
	ties: Tie[]
	/** It is the reader's own page. */
	mine: boolean
	me: string
	locale: Locale
	say: ReturnType<typeof relationshipWords>
	day(moment: Date): string
}

/** Who works with a person, and the way to their plan. */
export function PersonPage({ person, ties, mine, me, locale, say, day }: Props) {
	return (
		<>
			<h1>
				<bdi>{say('heading', { person: person.name })}</bdi>
			</h1>
			<p>
				<Button href={routes.plan.show.href({ person: person.id })}>{say('toPlan')}</Button>
			</p>
			<p>
				<a class="act-link" href={routes.appointments.list.href({ person: person.id })}>
					{say('toAppointments')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.now.show.href({ person: person.id })}>
					<bdi>{say('toNow', { person: person.name })}</bdi>
				</a>
			</p>
			{!ties.some((tie) => tie.now) && <p>{say('nobody', { person: person.name })}</p>}
			<ul class="ties">
				{ties.map((tie) => (
					<li key={`${tie.practitioner}-${tie.beganAt.getTime()}`}>
						<VoiceLine hand="practitioner">
							{tie.endedAt && !tie.now
								? say('before', {
										name: tie.name || say('someoneLeft'),
										person: person.name,
										from: day(tie.beganAt),
										to: day(tie.endedAt),
									})
								: say('now', { name: tie.name, person: person.name, day: day(tie.beganAt) })}
						</VoiceLine>
					</li>
				))}
			</ul>
			<WaysTogether person={person.id} me={me} locale={locale} />
			<p>
				<a class="act-link" href={mine ? routes.account.show.href() : routes.personCard.href({ person: person.id })}>
					{say('toCard')}
				</a>
			</p>
			{!mine && (
				<p>
					<a class="act-link" href={routes.recognition.give.href({ person: person.id })}>
						{say('toKindWords')}
					</a>
				</p>
			)}
			{!mine && (
				<p>
					<a class="act-link" href={routes.story.writeDown.href({ person: person.id })}>
						{say('toStory')}
					</a>
				</p>
			)}
			{!mine && (
				<p>
					<a class="act-link" href={routes.endOfWork.show.href({ person: person.id })}>
						{say('toEnd')}
					</a>
				</p>
			)}
			<p class="quiet">{say('seen', { person: person.name })}</p>
		</>
	)
}
