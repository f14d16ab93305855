import { NextAppointment } from '../../common/appointments/index.ts'
import { routes } from '../../routes.ts'
import { VoiceName } from '../../ui/Voice.tsx'
import type { Tie } from '../relationship/index.ts'
import type { Home } from './home.ts'
import { ByWhenPromised, OwnWords, Part, Questions, ToCheck } from './parts.tsx'

/** The home of a practitioner: what waits for their word, what they have promised, whom they work alongside. */
export function AsPractitioner(home: Home & { people: Tie[] }) {
	const { say, me, waiting, questions, promises, people } = home
	const waits = waiting.filter((one) => one.person !== me)
	const promised = promises.filter((one) => one.person !== me)
	return (
		<>
			<Part heading={say('waitsHeading')}>
				{waits.length + questions.length + home.toCheck === 0 && <p>{say('waitsNothing')}</p>}
				{questions.length > 0 && <Questions {...home} />}
				{home.toCheck > 0 && <ToCheck {...home} />}
				<ul class="waits">
					{waits.map((one) => (
						<li key={one.person}>
							<a href={routes.plan.show.href({ person: one.person })}>
								<VoiceName hand="person" name={one.name} />
							</a>
							{one.agreements > 0 && <p>{say('waitsAgreement', { count: one.agreements })}</p>}
							{one.answers > 0 && <p>{say('waitsAnswer', { count: one.answers })}</p>}
						</li>
					))}
				</ul>
			</Part>
			<NextAppointment {...home} as="practitioner" />
			<Part heading={say('promisedHeading')}>
				{promised.length === 0 && <p>{say('promisedNothing')}</p>}
				<ul class="promises">
					{promised.map((one) => (
						<li key={`${one.outcome}-${one.words}`}>
							<OwnWords>{one.words}</OwnWords>
							<ByWhenPromised one={one} late="promisedLate" home={home} />
							<a class="act-link" href={routes.outcome.show.href({ person: one.person, outcome: one.outcome })}>
								<bdi>{say('promisedFor', { name: one.name })}</bdi>
							</a>
						</li>
					))}
				</ul>
			</Part>
			<Part heading={say('alongsideHeading')}>
				{people.length === 0 && <p>{say('alongsideNobody')}</p>}
				<ul class="people">
					{people.map((tie) => (
						<li key={tie.person}>
							<a href={routes.person.href({ person: tie.person })}>
								<VoiceName hand="person" name={tie.name} />
							</a>
						</li>
					))}
				</ul>
				<p>
					<a class="act-link" href={routes.invite.href()}>
						{say('invite')}
					</a>
				</p>
			</Part>
		</>
	)
}
