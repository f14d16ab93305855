import type { ComponentChildren } from 'preact'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { AreTheyMine, asksMe, ToSayAlone } from './alone.tsx'
import { askedOf, waitsForYes } from './awaited.ts'
import { Together, TogetherView } from './beside.tsx'
import { Brings, Requests } from './brings.tsx'
import { OneButton } from './one-button.tsx'
import {
	agreedWording,
	agreementsTo,
	currentWording,
	earlierWording,
	hasAgreed,
	haveGone,
	isAgreed,
	isUnconfirmed,
	type Outcome,
	proposerOf,
	speakerOf,
	standingDifferences,
	standingOf,
	tookBack,
	turnsOpen,
	type Wording,
} from './plan.ts'
import { nameOf, type OutcomeReading } from './reading.ts'
import { KindWords, type KindWordsHere } from './recognition/KindWords.tsx'
import { StepItems, Steps } from './steps/step-list.tsx'
import { stepsAskedOf } from './steps/steps.ts'
import { togetherWords } from './together.words.ts'
import { togetherLine, View, Words } from './words.tsx'

type Props = OutcomeReading & {
	kindWords: KindWordsHere
	/** What only the two hands see of it. */
	forHands?: ComponentChildren
	today: string
}

/** One outcome, whole: the words and whose they are, who has agreed, who sees it differently, who brings what, how it stands. */
export function OutcomePage({ kindWords, forHands, ...props }: Props) {
	const { plan, outcome, onlyReads, say, others } = props
	const waits = !onlyReads && waitsForYes(outcome, plan.me.id)
	const wording = currentWording(outcome)
	const isOwn = speakerOf(wording) === plan.me.id && !isUnconfirmed(wording)
	const agreed = agreedWording(outcome)
	const newer = agreed !== undefined && agreed !== wording
	const earlier = earlierWording(outcome)
	const asked = askedOf(outcome, plan.me.id)
	const steps = stepsAskedOf(outcome.steps, plan.me.id)
	const { standing } = standingOf(outcome)
	const here = { person: plan.person.id, outcome: outcome.id }
	return (
		<>
			<h1>{say('tabOutcome')}</h1>
			<p class="outcome__standing">
				<Tag>{say(standing)}</Tag>
			</p>
			<p>{whoProposed(props, outcome)}</p>
			<HowItStands {...props} />
			<ToSayAlone {...props} />
			{asked.length + steps.length > 0 && (
				<section>
					<h2>{say('waitingForYou')}</h2>
					<StepItems {...props} steps={steps} />
					{asked.length > 0 && <Requests {...props} requests={asked} />}
				</section>
			)}
			<section>
				<h2>{say(!waits ? 'wordsNow' : isOwn ? 'wordsWaitingOwn' : 'wordsWaiting')}</h2>
				{newer && <p>{say(others.length > 0 ? 'newerWords' : 'newerWordsAlone')}</p>}
				<Words {...props} wording={wording} />
				<WhoAgreed {...props} wording={wording} />
				{!onlyReads && <WhatToSay {...props} wording={wording} />}
			</section>
			{newer && (
				<section>
					<h2>{say('olderWords')}</h2>
					<Words {...props} wording={agreed} />
				</section>
			)}
			{earlier && (
				<section>
					<h2>{say('earlierWords')}</h2>
					<Words {...props} wording={earlier} />
				</section>
			)}
			<Differences {...props} />
			<Steps {...props} />
			<Brings {...props} />
			<KindWords {...props} kindWords={kindWords} />
			{forHands}
			<div class="button-group">
				{!onlyReads && turnsOpen(outcome).length > 0 && (
					<Button href={routes.outcome.turn.href(here)} kind="secondary">
						{say('turn')}
					</Button>
				)}
				<a class="act-link" href={routes.outcome.history.href(here)}>
					{say('history')}
				</a>
			</div>
		</>
	)
}

/** Who proposed it, or wrote down what they heard. */
function whoProposed(props: OutcomeReading, outcome: Outcome): string {
	const { plan, reader, say, called } = props
	const day = props.day(outcome.proposedAt)
	const proposer = proposerOf(outcome)
	if (!proposer) {
		const who = { by: nameOf(props, outcome.proposedById), name: plan.person.name }
		return togetherWords(reader)('notYou', { ...who, day })
	}
	return say(proposer === plan.me.id ? 'proposedByYou' : 'proposedByName', { name: called(proposer), day })
}

/** What a hand can say to the words that stand: yes, other words, I see it differently, no longer yes. */
function WhatToSay(props: OutcomeReading & { wording: Wording }) {
	const { plan, outcome, say, wording } = props
	const here = { person: plan.person.id, outcome: outcome.id }
	if (asksMe(props, wording)) return <AreTheyMine {...props} one={wording} outcome={outcome.id} />
	return (
		<div class="button-group">
			{!hasAgreed(outcome, plan.me.id) && !wording.heard?.disownedAt && !haveGone(wording) && (
				<OneButton {...props} to={routes.outcome.agree.href(here)} fields={{ wording: wording.id, hash: wording.hash }}>
					{say('agree')}
				</OneButton>
			)}
			<Button href={routes.outcome.otherWords.href(here)} kind="secondary">
				{say('otherWords')}
			</Button>
			<Button href={routes.outcome.seeDifferently.href(here)} kind="secondary">
				{say('differ')}
			</Button>
			{hasAgreed(outcome, plan.me.id) && (
				<OneButton {...props} to={routes.outcome.withdrawAgreement.href(here)} kind="secondary">
					{say('withdraw')}
				</OneButton>
			)}
			<Together {...props} />
		</div>
	)
}

function WhoAgreed(props: OutcomeReading & { wording: Wording }) {
	const { outcome, wording, plan, onlyReads, say, called, hand, others, day } = props
	const agreements = agreementsTo(outcome, wording)
	const agreedIds = agreements.map((one) => one.accountId)
	const notYet = [...(onlyReads ? [] : [plan.me]), ...others].filter((party) => !agreedIds.includes(party.id))
	return (
		<>
			<h3>{say('whoAgreed')}</h3>
			{isAgreed(outcome, wording) && (onlyReads || agreedIds.includes(plan.me.id)) && <p>{say('bothAgreed')}</p>}
			<ul>
				{agreements.map((one) => (
					<li key={one.id}>
						<VoiceLine hand={hand(one.accountId)}>
							{togetherLine(props, one) ??
								say(one.accountId === plan.me.id ? 'agreedYou' : 'agreedName', {
									name: called(one.accountId),
									day: day(one.agreedAt),
								})}
						</VoiceLine>
					</li>
				))}
				{notYet.map(({ id }) => (
					<li key={id}>
						<VoiceLine hand={hand(id)}>
							<NotAgreed {...props} id={id} />
						</VoiceLine>
					</li>
				))}
			</ul>
			{others.length === 0 && !isAgreed(outcome, wording) && <p>{say('nobodyYet')}</p>}
		</>
	)
}

/** That a party has not agreed to the words that stand now, or has taken its yes back. */
export function NotAgreed({ id, outcome, plan, say, called, day }: Omit<OutcomeReading, 'csrf'> & { id: string }) {
	const back = tookBack(outcome, id)
	if (id === plan.me.id) return <>{back ? say('tookBackYou', { day: day(back) }) : say('notYetYou')}</>
	return <>{say(back ? 'tookBackName' : 'notYetName', { name: called(id), day: back ? day(back) : '' })}</>
}

function HowItStands({ outcome, plan, say, called, hand, day }: OutcomeReading) {
	const { standing, turn } = standingOf(outcome)
	if (!turn || standing === 'proposed' || standing === 'agreed') return null
	return (
		<>
			<p>
				<VoiceLine hand={hand(turn.authorId)}>
					{say(turn.authorId === plan.me.id ? 'saidByYou' : 'saidByName', {
						name: called(turn.authorId),
						day: day(turn.madeAt),
						what: say(`that_${standing}`),
					})}
				</VoiceLine>
			</p>
			<TurnWords turn={turn} say={say} />
		</>
	)
}

/** Why it was set aside, or what stands in the way and whose job that is. */
export function TurnWords({
	turn,
	say,
}: {
	turn: { why: string | null; inTheWay: string | null; whoseJob: string | null }
	say: OutcomeReading['say']
}) {
	const rows = [
		{ key: say('why'), value: turn.why },
		{ key: say('inTheWay'), value: turn.inTheWay },
		{ key: say('whoseJob'), value: turn.whoseJob },
	].filter((row) => row.value)
	if (rows.length === 0) return null
	return (
		<dl class="turn">
			{rows.map(({ key, value }) => (
				<div key={key}>
					<dt>{key}</dt>
					<dd data-own-words="" dir="auto">
						<bdi>{value}</bdi>
					</dd>
				</div>
			))}
		</dl>
	)
}

function Differences(props: OutcomeReading) {
	const { outcome, plan, onlyReads, say } = props
	const standing = standingDifferences(outcome)
	if (standing.length === 0) return null
	return (
		<section>
			<h2>{say('differences')}</h2>
			{standing.map((one) => (
				<View key={one.id} {...props} view={one}>
					{asksMe(props, one) && <AreTheyMine {...props} one={one} outcome={outcome.id} />}
					{isUnconfirmed(one) && <TogetherView {...props} view={one} />}
					{!onlyReads && speakerOf(one) === plan.me.id && (
						<OneButton
							{...props}
							kind="secondary"
							to={routes.outcome.withdrawDifference.href({
								person: plan.person.id,
								outcome: outcome.id,
								difference: one.id,
							})}
						>
							{say(one.heard && isUnconfirmed(one) ? 'takeBack' : 'withdrawDifference')}
						</OneButton>
					)}
				</View>
			))}
		</section>
	)
}
