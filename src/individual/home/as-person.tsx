import { NextAppointment } from '../../common/appointments/index.ts'
import { writeLink } from '../../common/conversation/index.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Said } from '../../ui/Said.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { ToNotes } from '../notes/index.ts'
import { MyOpportunity } from '../opportunities/index.ts'
import { KindWordsOnHome, MyHope, StillAgree, type WaitingWords } from '../plan/index.ts'
import { EndOnHome, WhoComesOnHome } from '../relationship/index.ts'
import { StoryOnHome } from '../story/index.ts'
import type { Home } from './home.ts'
import { OwnWords, Part } from './parts.tsx'

/** More than these are a press away, in the plan. */
const mostWaiting = 3

/** The home of a person: what is next, what others can see, who works with them. */
export function AsPerson(home: Home & NonNullable<Home['asPerson']>) {
	const { say, me, waitingWords, hasBegun, ties, openings, day } = home
	const now = ties.filter((tie) => tie.now)
	// What was agreed together comes first, and all of it: it is asked until it is answered.
	const shown = Math.max(mostWaiting, waitingWords.filter(({ alone }) => alone).length)
	const more = waitingWords.length - shown
	return (
		<>
			<EndOnHome {...home} />
			<WhoComesOnHome {...home} />
			<Part heading={say('nextHeading')}>
				{waitingWords.length > 0 ? <p>{say('nextWord', { count: waitingWords.length })}</p> : <NextPromise {...home} />}
				{waitingWords.slice(0, shown).map((one) => (
					<WaitingOne key={one.alone?.agreement ?? one.request ?? one.step ?? one.words} {...home} one={one} />
				))}
				{more > 0 && <p>{say('nextMore', { count: more })}</p>}
				{!hasBegun && (
					<p>
						<Button href={routes.plan.propose.href({ person: me })}>{say('begin')}</Button>
					</p>
				)}
				<p>
					<Button
						href={routes.plan.show.href({ person: me })}
						{...(waitingWords.length > 0 || !hasBegun ? { kind: 'secondary' } : {})}
					>
						{say('toPlan')}
					</Button>
				</p>
			</Part>
			<NextAppointment {...home} as="person" />
			<KindWordsOnHome {...home} />
			<Late {...home} />
			<StoryOnHome {...home} />
			<div class="two-days">
				<MyHope {...home} {...home.hope} />
				<MyOpportunity {...home} today={home.opportunity} />
			</div>
			<p>
				<a class="act-link" href={routes.now.show.href({ person: me })}>
					{say('toNow')}
				</a>
			</p>
			<ToNotes {...home} />
			<Part heading={say('openHeading')}>
				{openings.again > 0 && <p>{say('openAgain', { count: openings.again })}</p>}
				{openings.soon > 0 && <p>{say('openSoon', { count: openings.soon })}</p>}
				<p>
					<a class="act-link" href={routes.openings.list.href({ person: me })}>
						{say('toOpenings')}
					</a>
				</p>
				<p>
					<a class="act-link" href={routes.supporters.list.href({ person: me })}>
						{say('toSupporters')}
					</a>
				</p>
			</Part>
			<Part heading={say('peopleHeading')}>
				{now.length === 0 && <p>{say('peopleNobody')}</p>}
				<ul class="ties">
					{now.map((tie) => (
						<li key={tie.practitioner}>
							<VoiceLine hand="practitioner">{say('peopleNow', { name: tie.name, day: day(tie.beganAt) })}</VoiceLine>
						</li>
					))}
				</ul>
				<p>
					<a class="act-link" href={routes.person.href({ person: me })}>
						{say('toTies')}
					</a>
				</p>
				<p>
					<a class="act-link" href={routes.conversation.list.href({ person: me })}>
						{writeLink(home.locale)}
					</a>
				</p>
				<p>
					<a class="act-link" href={routes.record.show.href({ person: me })}>
						{say('toRecord')}
					</a>
				</p>
			</Part>
			<p>
				<a class="act-link" href={routes.take.start.href()}>
					{say('toTake')}
				</a>
			</p>
		</>
	)
}

/** What those who work with the person promised and have not done: as plainly as their own. */
function Late({ say, me, late, day }: Home & NonNullable<Home['asPerson']>) {
	if (late.length === 0) return null
	return (
		<Part heading={say('lateHeading')}>
			<ul class="promises">
				{late.map(({ outcome, name, words, byDay }) => (
					<li key={`${outcome}-${words}`}>
						<OwnWords>{words}</OwnWords>
						<p class="overdue">{say('late', { name, day: byDay ? day(byDay) : '' })}</p>
						<a class="act-link" href={routes.outcome.show.href({ person: me, outcome })}>
							{say('lateOpen')}
							<span class="visually-hidden" data-own-words="">
								: {words}
							</span>
						</a>
					</li>
				))}
			</ul>
		</Part>
	)
}

function NextPromise({ say, me, promises, today, day, asPerson }: Home) {
	const next = promises.find((one) => one.person === me)
	if (!next) return <p>{say(asPerson?.hasBegun ? 'nextNothing' : 'nextBegin')}</p>
	return (
		<>
			<p>
				{next.byDay
					? say(next.byDay < today ? 'nextPromiseLate' : 'nextPromise', { day: day(next.byDay) })
					: say('nextPromiseOpen')}
			</p>
			<OwnWords>{next.words}</OwnWords>
			{!next.byDay && next.said && <OwnWords>{next.said}</OwnWords>}
		</>
	)
}

/** The very words that wait, whose they are, and the button to where they are answered. */
function WaitingOne(props: Home & { one: WaitingWords }) {
	const { say, me, one, day } = props
	const here = { person: me, outcome: one.outcome }
	const { alone } = one
	const href = one.request
		? routes.contribution.answer.href({ ...here, request: one.request })
		: one.step
			? routes.step.answer.href({ ...here, step: one.step })
			: routes.outcome.show.href(here)
	return (
		<Said
			hand={one.by ? 'practitioner' : 'person'}
			name={one.by ?? say('you')}
			date={one.date}
			words={one.words}
			side="start"
		>
			{alone ? (
				<StillAgree {...props} {...here} {...alone} reader={props} day={day(alone.day)} />
			) : (
				<Button href={href}>
					{say(whatToDo(one))}
					<span class="visually-hidden" data-own-words="">
						: {one.words}
					</span>
				</Button>
			)}
		</Said>
	)
}

function whatToDo({ request, step, isHeard, by }: WaitingWords) {
	if (request || step) return 'answer'
	if (isHeard) return 'sayIfYours'
	return by ? 'sayYesOrNo' : 'sayYesToYours'
}
