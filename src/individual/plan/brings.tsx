import {
	type Contribution,
	type ContributionRequest,
	contributionWords,
	isOpen,
	isOverdue,
	isWaiting,
} from '../../common/contributions/index.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { VoiceName } from '../../ui/Voice.tsx'
import { askedOf } from './awaited.ts'
import { OneButton } from './one-button.tsx'
import { askable, type OutcomeReading } from './reading.ts'

type Props = OutcomeReading & { today: string }

/** Who brings what, and what was asked: each party speaks for itself only. */
export function Brings(props: Props) {
	const { plan, outcome, say } = props
	const others = askable(props)
	const here = { person: plan.person.id, outcome: outcome.id }
	const name = others.length === 1 ? others[0]?.name : undefined
	const settled = outcome.contributions.filter((one) => !isOpen(one))
	// what waits for the reader stands on top of the page
	const requests = outcome.requests.filter((one) => !askedOf(outcome, plan.me.id).includes(one))
	return (
		<section>
			<h2>{say('brings')}</h2>
			{outcome.contributions.length === 0 && <p>{say('bringsNothing')}</p>}
			<Contributions {...props} contributions={outcome.contributions.filter(isOpen)} />
			{settled.length > 0 && (
				<Details summary={say('settled', { count: settled.length })}>
					<Contributions {...props} contributions={settled} />
				</Details>
			)}
			{requests.length > 0 && (
				<>
					<h3>{say('requests')}</h3>
					<Requests {...props} requests={requests} />
				</>
			)}
			<div class="button-group">
				<Button href={routes.contribution.bring.href(here)} kind="secondary">
					{say('bring')}
				</Button>
				{others.length > 0 && (
					<Button href={routes.contribution.ask.href(here)} kind="secondary">
						{name ? say('ask', { name }) : say('askSomeone')}
					</Button>
				)}
			</div>
		</section>
	)
}

function Contributions({ contributions, ...props }: Props & { contributions: readonly Contribution[] }) {
	if (contributions.length === 0) return null
	return (
		<ul class="brings">
			{contributions.map((one) => (
				<li key={one.id}>
					<OneContribution {...props} contribution={one} />
				</li>
			))}
		</ul>
	)
}

/** What was asked, each with its answer, or with what can be done about it. */
export function Requests({ requests, ...props }: OutcomeReading & { requests: readonly ContributionRequest[] }) {
	return (
		<ul class="brings">
			{requests.map((one) => (
				<li key={one.id}>
					<OneRequest {...props} request={one} />
				</li>
			))}
		</ul>
	)
}

/** How a day that has passed is told: of the service it is a promise; of anyone else only the day. */
export const lateBrought = (hand: 'person' | 'practitioner' | 'third') =>
	hand === 'practitioner' ? 'wasDue' : 'dayWas'

function OneContribution(props: Props & { contribution: Contribution }) {
	const { contribution: one, plan, outcome, say, called, hand, day, today, reader } = props
	const kinds = contributionWords({ locale: reader.locale, voice: 'anyone' })
	const here = { person: plan.person.id, outcome: outcome.id, contribution: one.id }
	return (
		<>
			<p>
				<VoiceName hand={hand(one.broughtById)} name={called(one.broughtById)} as={kinds(one.kind)} />
			</p>
			<OwnWords>{one.words}</OwnWords>
			{isOpen(one) && one.byDay && (
				<p class={isOverdue(one, today) ? 'overdue' : undefined}>
					{say(isOverdue(one, today) ? lateBrought(hand(one.broughtById)) : 'byDay', { day: day(one.byDay) })}
				</p>
			)}
			{one.doneAt && <p>{say('doneOn', { day: day(one.doneAt) })}</p>}
			{one.takenBackAt && <p>{say('takenBackOn', { day: day(one.takenBackAt) })}</p>}
			{isOpen(one) && one.broughtById === plan.me.id && (
				<div class="button-group">
					<OneButton {...props} kind="secondary" to={routes.contribution.done.href(here)}>
						{say('done')}
					</OneButton>
					<OneButton {...props} kind="secondary" to={routes.contribution.takeBack.href(here)}>
						{say('takeBack')}
					</OneButton>
				</div>
			)}
		</>
	)
}

function OneRequest(props: OutcomeReading & { request: ContributionRequest }) {
	const { request: one, plan, outcome, say, called, hand, day, reader } = props
	const kinds = contributionWords({ locale: reader.locale, voice: 'anyone' })
	const here = { person: plan.person.id, outcome: outcome.id, request: one.id }
	const asked =
		one.askedById === plan.me.id
			? say('youAsked', { name: called(one.askedOfId) })
			: one.askedOfId === plan.me.id
				? say('nameAsked', { name: called(one.askedById) })
				: say('nameAskedName', { name: called(one.askedById), other: called(one.askedOfId) })
	return (
		<>
			<p>
				<VoiceName hand={hand(one.askedById)} name={asked} as={kinds(one.kind)} />
			</p>
			<OwnWords>{one.words}</OwnWords>
			{one.answer && one.answeredAt && (
				<>
					<p>{say('answered', { day: day(one.answeredAt), answer: say(one.answer) })}</p>
					{one.answerWords && <OwnWords>{one.answerWords}</OwnWords>}
				</>
			)}
			{one.takenBackAt && <p>{say('requestTakenBack', { day: day(one.takenBackAt) })}</p>}
			{isWaiting(one) && one.askedOfId === plan.me.id && (
				<p>
					<Button href={routes.contribution.answer.href(here)}>{say('answer')}</Button>
				</p>
			)}
			{isWaiting(one) && one.askedOfId !== plan.me.id && <p>{say('waitsForAnswer')}</p>}
			{isWaiting(one) && one.askedById === plan.me.id && (
				<OneButton {...props} kind="secondary" to={routes.contribution.takeBackRequest.href(here)}>
					{say('takeBack')}
				</OneButton>
			)}
		</>
	)
}

/** What somebody wrote, as they wrote it. */
export function OwnWords({ children }: { children: string }) {
	return (
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{children}</bdi>
		</p>
	)
}
