import type { ComponentChildren } from 'preact'
import type { WaitingQuestion } from '../../common/access-record/index.ts'
import { type BackIn, HelpBackIn } from '../../common/accounts/index.ts'
import { type Openable, type Opened, OpenedToMe } from '../../common/openings/index.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Said } from '../../ui/Said.tsx'
import { VoiceLine, VoiceName } from '../../ui/Voice.tsx'
import { type OpenPromise, StillAgree, type Waiting, type WaitingWords } from '../plan/index.ts'
import type { Tie } from '../relationship/index.ts'
import type { homeWords } from './home.words.ts'

type SayHere = ReturnType<typeof homeWords>
type Common = { say: SayHere; today: string; day(moment: Date | string): string }

/** What a home shows, part by part: what an account is here decides which parts there are. */
export type Home = Common & {
	me: string
	name: string
	csrf: string
	/** Whether I came in by myself this time. */
	isAlone: boolean
	waiting: Waiting[]
	promises: OpenPromise[]
	/** Questions about who looked: those that wait for me, and how many of mine have a new answer. */
	questions: WaitingQuestion[]
	answered: number
	/** How many invitations wait for my check before anybody is written to. */
	toCheck: number
	/** As a person: who works with me now, what in my plan waits for my word, and which openings end soon or have ended. */
	asPerson:
		| { ties: Tie[]; waitingWords: WaitingWords[]; hasBegun: boolean; openings: { soon: number; again: number } }
		| undefined
	/** As a practitioner: the people I work alongside. */
	asPractitioner: { people: Tie[] } | undefined
	locale: Locale
	/** Whether somebody says they are me and cannot come in, and whom I can help back in. */
	backIn: BackIn
	/** What is open to me, of whom, and whom I support. */
	opened: Opened[]
	supported: { id: string; name: string }[]
	openables: readonly Openable[]
	others: readonly ('supporter' | 'partner' | 'lead')[]
}

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

/** More than these are a press away, in the plan. */
const mostWaiting = 3

function AsPerson(home: Home & NonNullable<Home['asPerson']>) {
	const { say, me, waitingWords, hasBegun, ties, openings, day } = home
	const now = ties.filter((tie) => tie.now)
	// What was agreed together comes first, and all of it: it is asked until it is answered.
	const shown = Math.max(mostWaiting, waitingWords.filter(({ alone }) => alone).length)
	const more = waitingWords.length - shown
	return (
		<>
			<Part heading={say('nextHeading')}>
				{waitingWords.length > 0 ? <p>{say('nextWord', { count: waitingWords.length })}</p> : <NextPromise {...home} />}
				{waitingWords.slice(0, shown).map((one) => (
					<WaitingOne key={one.alone?.agreement ?? one.request ?? one.words} {...home} one={one} />
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

function whatToDo({ request, isHeard, by }: WaitingWords) {
	if (request) return 'answer'
	if (isHeard) return 'sayIfYours'
	return by ? 'sayYesOrNo' : 'sayYesToYours'
}

function AsPractitioner(home: Home & { people: Tie[] }) {
	const { say, me, waiting, questions, promises, people, today, day } = home
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
			<Part heading={say('promisedHeading')}>
				{promised.length === 0 && <p>{say('promisedNothing')}</p>}
				<ul class="promises">
					{promised.map((one) => (
						<li key={`${one.outcome}-${one.words}`}>
							<OwnWords>{one.words}</OwnWords>
							<p class={one.byDay && one.byDay < today ? 'overdue' : undefined}>
								{one.byDay
									? say(one.byDay < today ? 'promisedLate' : 'promisedBy', { day: day(one.byDay) })
									: say('promisedOpen')}
							</p>
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

/** Questions about the record that wait: that they were asked and when, for a home shows nobody's words. */
function Questions({ say, questions, day }: Home) {
	return (
		<>
			<p>{say('questions', { count: questions.length })}</p>
			<ul class="promises">
				{questions.map(({ person, question, at }) => (
					<li key={question}>
						<a class="act-link" href={routes.record.question.href({ person, question })}>
							{say('question', { day: day(at) })}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

/** That invitations wait, and how many: whose, and to whom, stands a press further on. */
function ToCheck({ say, toCheck }: Home) {
	return (
		<p>
			{say('waitsCheck', { count: toCheck })}{' '}
			<a class="act-link" href={routes.toCheck.href()}>
				{say('toCheck')}
			</a>
		</p>
	)
}

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
	return (
		<section>
			<h2>{heading}</h2>
			{children}
		</section>
	)
}

function OwnWords({ children }: { children: string }) {
	return (
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{children}</bdi>
		</p>
	)
}
