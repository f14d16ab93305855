import type { ComponentChildren } from 'preact'
import { isOpen, isOverdue } from '../../common/contributions/index.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { VoiceName } from '../../ui/Voice.tsx'
import { askedOf, isAskedIn, waitsFor, waitsForYes } from './awaited.ts'
import { lateBrought } from './brings.tsx'
import { NotAgreed } from './outcome.page.tsx'
import { paperWords } from './paper/paper.words.ts'
import {
	agreedWording,
	agreementsTo,
	currentWording,
	hasAgreed,
	isAtRest,
	type Outcome,
	standingDifferences,
	standingOf,
	tookBack,
} from './plan.ts'
import type { Reading } from './reading.ts'
import { reviewWords } from './reviews/reviews.words.ts'
import { StepsInCard } from './steps/steps-in-card.tsx'
import { besideWords } from './together.words.ts'
import type { Unfinished } from './unfinished.ts'
import { togetherLine, View, Words } from './words.tsx'

type Props = Reading & {
	outcomes: Outcome[]
	/** What the reader has begun to write here and shared with nobody. */
	unfinished: Unfinished[]
	today: string
}

/** Our plan: what waits for the reader's own word first, then what is agreed, talked about, and at rest. */
export function OurPlanPage(props: Props) {
	const { plan, reader, onlyReads, say, name, others, outcomes, unfinished, day } = props
	const waiting = outcomes.filter((outcome) => (onlyReads ? isAskedIn : waitsFor)(outcome, plan.me.id))
	const rest = outcomes.filter((outcome) => !waiting.includes(outcome))
	const atWork = rest.filter((outcome) => !isAtRest(outcome) && agreedWording(outcome))
	const talkedAbout = rest.filter((outcome) => !isAtRest(outcome) && !agreedWording(outcome))
	return (
		<>
			<h1>{say('heading', { name })}</h1>
			<p>{say(others.length > 0 ? 'intro' : 'introAlone', { name })}</p>
			{outcomes.length === 0 && (
				<>
					<p>{say('empty', { name })}</p>
					{others.length > 0 && <p>{say('emptyHelp', { name })}</p>}
				</>
			)}
			{!onlyReads && (
				<div class="button-group">
					<Button href={routes.plan.propose.href({ person: plan.person.id })}>{say('propose')}</Button>
					{reader.voice === 'practitioner' && (
						<Button href={routes.plan.writeDown.href({ person: plan.person.id })} kind="secondary">
							{besideWords({ locale: reader.locale, voice: 'practitioner' })('writeDown', { name: plan.person.name })}
						</Button>
					)}
				</div>
			)}
			{unfinished.length > 0 && (
				<section>
					<h2>{say('unfinished')}</h2>
					<p>{say('unfinishedOnlyYou')}</p>
					<ul>
						{unfinished.map(({ savedAt, href, begins }) => (
							<li key={href}>
								<a href={href}>{say('goOnFrom', { day: day(savedAt) })}</a>
								{begins && (
									<>
										<br />
										<bdi data-own-words="">{begins}</bdi>
									</>
								)}
							</li>
						))}
					</ul>
				</section>
			)}
			<Section {...props} heading={say('waitingForYou')} outcomes={waiting} />
			<Section {...props} heading={say('atWork')} outcomes={atWork} />
			<Section {...props} heading={say('talkedAbout')} outcomes={talkedAbout} />
			{!onlyReads && outcomes.length > 0 && (
				<p>
					<a class="act-link" href={routes.plan.whoWorks.href({ person: plan.person.id })}>
						{say('toWhoWorks')}
					</a>
				</p>
			)}
			<AtRest {...props} outcomes={rest.filter(isAtRest)} />
			<WhatElse {...props} />
		</>
	)
}

/** What else the two who hold the plan can do with it: look back, print it. */
function WhatElse({ plan, reader: { locale, voice } }: Props) {
	if (voice === 'supporter') return null
	const person = plan.person.id
	return (
		<>
			<p>
				<a class="act-link" href={routes.reviews.list.href({ person })}>
					{reviewWords({ locale, voice })('toReviews')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.paper.sheet.href({ person })}>
					{paperWords({ locale, voice })('heading')}
				</a>
			</p>
		</>
	)
}

function Section({ heading, outcomes, ...props }: Props & { heading: string }) {
	if (outcomes.length === 0) return null
	return (
		<section>
			<h2>{heading}</h2>
			<ul class="outcomes">
				{outcomes.map((outcome) => (
					<li key={outcome.id} class="outcome">
						<OutcomeCard {...props} outcome={outcome} />
					</li>
				))}
			</ul>
		</section>
	)
}

/** What is reached or set aside: a line each, so that years of it leave the page readable. */
function AtRest({ outcomes, plan, say }: Props) {
	if (outcomes.length === 0) return null
	return (
		<Details summary={say('atRest', { count: outcomes.length })}>
			<ul class="at-rest">
				{outcomes.map((outcome) => (
					<li key={outcome.id}>
						<a href={routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })}>
							<bdi data-own-words="">{(agreedWording(outcome) ?? currentWording(outcome)).words}</bdi>
						</a>{' '}
						<span class="quiet">({say(standingOf(outcome).standing)})</span>
					</li>
				))}
			</ul>
		</Details>
	)
}

function OutcomeCard(props: Omit<Props, 'outcomes'> & { outcome: Outcome }) {
	const { outcome, plan, onlyReads, say, called, hand, day, today, either } = props
	const wording = currentWording(outcome)
	const agreed = agreedWording(outcome)
	const shown = agreed ?? wording
	const { standing } = standingOf(outcome)
	const open = outcome.contributions.filter(isOpen)
	const [asked] = askedOf(outcome, plan.me.id)
	const next = isAskedIn(outcome, plan.me.id)
		? 'answer'
		: !onlyReads && waitsForYes(outcome, plan.me.id)
			? 'sayYesOrNo'
			: 'open'
	return (
		<>
			<p class="outcome__standing">
				<Tag>{say(standing)}</Tag>
			</p>
			<Words {...props} wording={shown} />
			{agreementsTo(outcome, shown).map((one) => {
				const line = togetherLine(props, one)
				return line && <p key={one.id}>{line}</p>
			})}
			{agreed && agreed !== wording && <p>{say(either ? 'newerWords' : 'newerWordsAlone')}</p>}
			{agreed === undefined && !isAtRest(outcome) && <NotYetAgreed {...props} />}
			{standingDifferences(outcome).map((one) => (
				<div key={one.id}>
					<p class="outcome__label">{say('differences')}</p>
					<View {...props} view={one} />
				</div>
			))}
			<StepsInCard {...props} />
			{open.length > 0 && (
				<>
					<p class="outcome__label">{say('brings')}</p>
					<ul class="brings">
						{open.map((one) => (
							<li key={one.id}>
								<VoiceName hand={hand(one.broughtById)} name={called(one.broughtById)} />
								{': '}
								<bdi data-own-words="">{one.words}</bdi>
								{isOverdue(one, today) && one.byDay && (
									<>
										{' '}
										<strong>{say(lateBrought(hand(one.broughtById)), { day: day(one.byDay) })}</strong>
									</>
								)}
							</li>
						))}
					</ul>
				</>
			)}
			{asked && (
				<p>
					<VoiceName hand={hand(asked.askedById)} name={say('nameAsked', { name: called(asked.askedById) })} />
					{': '}
					<bdi data-own-words="">{asked.words}</bdi>
				</p>
			)}
			<p>
				<Button
					href={routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })}
					{...(next === 'open' ? { kind: 'secondary' } : {})}
				>
					{say(next)}
					<span class="visually-hidden" data-own-words="">
						: {shown.words}
					</span>
				</Button>
			</p>
		</>
	)
}

/** Whose yes is still missing under words that are not agreed. */
function NotYetAgreed(props: Omit<Props, 'outcomes'> & { outcome: Outcome }): ComponentChildren {
	const { outcome, plan, onlyReads, say, others, either } = props
	if (onlyReads) {
		const notYet = others.filter((party) => !hasAgreed(outcome, party.id))
		return notYet.map(({ id }) => (
			<p key={id}>
				<NotAgreed {...props} id={id} />
			</p>
		))
	}
	if (!hasAgreed(outcome, plan.me.id)) {
		return (
			<p>
				<NotAgreed {...props} id={plan.me.id} />
			</p>
		)
	}
	const back = others.find((party) => tookBack(outcome, party.id))
	if (!back) return <p>{say(either ? 'youAgreedOnly' : 'nobodyYet', { name: either })}</p>
	return (
		<p>
			<NotAgreed {...props} id={back.id} />
		</p>
	)
}
