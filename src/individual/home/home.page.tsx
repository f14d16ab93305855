import { HelpBackIn } from '../../common/accounts/index.ts'
import { ComingAlong } from '../../common/appointments/index.ts'
import { WrittenToMe } from '../../common/conversation/index.ts'
import { OpenedToMe } from '../../common/openings/index.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { BalanceOfArea, ToKindWords } from '../plan/index.ts'
import { AfterMeeting, AwayOnHome, CheckInsLink, HandedOnHome } from '../relationship/index.ts'
import { AsPerson } from './as-person.tsx'
import { AsPractitioner } from './as-practitioner.tsx'
import type { Home } from './home.ts'
import { Part, Questions, ToCheck } from './parts.tsx'
import { WhatIBring } from './what-i-bring.tsx'

/** The page an account lands on. */
export function HomePage(home: Home) {
	const { say, me, name, answered, questions, asPerson, asPractitioner, others } = home
	return (
		<>
			<h1>
				<bdi>{say('hello', { name })}</bdi>
			</h1>
			<HelpBackIn {...home} {...home.backIn} />
			{answered > 0 && (
				<InsetText>
					<p>{say('answered', { count: answered })}</p>
					<p>
						<a class="act-link" href={routes.record.show.href({ person: me })}>
							{say('toAnswers')}
						</a>
					</p>
				</InsetText>
			)}
			<WrittenToMe {...home} />
			<AfterMeeting {...home} />
			<AwayOnHome {...home} />
			<HandedOnHome {...home} />
			{asPerson && <AsPerson {...home} {...asPerson} />}
			{asPractitioner && <AsPractitioner {...home} people={asPractitioner.people} />}
			{!asPractitioner && home.toCheck > 0 && (
				<Part heading={say('waitsHeading')}>
					<ToCheck {...home} />
				</Part>
			)}
			{!asPractitioner && questions.length > 0 && (
				<Part heading={say('questionsHeading')}>
					<Questions {...home} />
				</Part>
			)}
			<WhatIBring {...home} isSupporter={others.includes('supporter')} />
			<ComingAlong {...home} />
			<OpenedToMe {...home} isSupporter={others.includes('supporter')} />
			{others.includes('supporter') && (
				<Part heading={say('supporterHeading')}>
					<p>{say('supporterOwn')}</p>
				</Part>
			)}
			{others.includes('partner') && (
				<Part heading={say('partnerHeading')}>
					<p>{say('partner')}</p>
				</Part>
			)}
			{others.includes('lead') && (
				<Part heading={say('leadHeading')}>
					<p>{say('lead')}</p>
					<p>{say('leadNever')}</p>
					<p>
						<Button href={routes.area.show.href()}>{say('toArea')}</Button>
					</p>
					<p>
						<a class="act-link" href={routes.messages.ofArea.href()}>
							{say('toMessages')}
						</a>
					</p>
				</Part>
			)}
			{others.includes('lead') && <BalanceOfArea {...home} />}
			{others.includes('lead') && <CheckInsLink {...home} />}
			{!asPerson && <ToKindWords {...home} />}
			{others.length > 0 && (
				<p>
					<a class="act-link" href={routes.yourInformation.href()}>
						{say('toInformation')}
					</a>
				</p>
			)}
		</>
	)
}
