import { routes } from '../../../routes.ts'
import { Details } from '../../../ui/Details.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { VoiceName } from '../../../ui/Voice.tsx'
import type { Event } from '../history.ts'
import { agreedWording, currentWording, type Outcome, standingOf, wordsOfStep } from '../plan.ts'
import { type Between, changeKinds, changesBetween, isStepDone } from './days.ts'
import type { LookingBack } from './reading-back.ts'

/** The words that an outcome went by: those agreed, or those on the table. */
const wordsOf = (outcome: Outcome): string => (agreedWording(outcome) ?? currentWording(outcome)).words

const OwnWords = ({ children }: { children: string }) => (
	<bdi data-own-words="" dir="auto">
		{children}
	</bdi>
)

type Props = LookingBack & { from: string; to: string; all: Between[] }

/** Two days of a plan side by side, and what changed between them. */
export function DaysPage(props: Props) {
	const { tell, day, all, from, to } = props
	const [first, second] = [day(from), day(to)]
	return (
		<>
			<h1>{tell('daysTitle', { from: first, to: second })}</h1>
			{all.length === 0 && <p>{tell('nothingThen')}</p>}
			<ul class="outcomes">
				{all.map((one) => (
					<li key={one.outcome.id} class="outcome">
						<h2 class="visually-hidden">
							<OwnWords>{wordsOf(one.after ?? one.outcome)}</OwnWords>
						</h2>
						<div class="two-days">
							<Then {...props} heading={tell('onDay', { day: first })} outcome={one.before} />
							<Then {...props} heading={tell('onDay', { day: second })} outcome={one.after} before={one.before} />
						</div>
					</li>
				))}
			</ul>
			<section>
				<h2>{tell('changes')}</h2>
				<WhatChanged {...props} />
			</section>
		</>
	)
}

type ThenProps = LookingBack & { heading: string; outcome: Outcome | undefined; before?: Outcome | undefined }

function Then({ heading, outcome, before, say, tell }: ThenProps) {
	const words = outcome && wordsOf(outcome)
	return (
		<div>
			<h3>{heading}</h3>
			{outcome && words ? (
				<>
					<p class="outcome__standing">
						<Tag>{say(standingOf(outcome).standing)}</Tag>
					</p>
					<p>{before && wordsOf(before) === words ? tell('sameWords') : <OwnWords>{words}</OwnWords>}</p>
				</>
			) : (
				<p>{tell('notThere')}</p>
			)}
		</div>
	)
}

/** What changed, kind by kind, in the words of what it is about; the figures are a press away. */
export function WhatChanged({ all, ...told }: LookingBack & { all: Between[] }) {
	const { tell } = told
	const changes = changesBetween(all)
	const kinds = changeKinds.filter((kind) => changes[kind].length > 0)
	if (kinds.length === 0) return <p>{tell('nothingChanged')}</p>
	return (
		<>
			{kinds.map((kind) => (
				<section key={kind}>
					<h3>{tell(`change_${kind}`)}</h3>
					<ul>
						{kind === 'offered' || kind === 'brought' || kind === 'step_done' ? (
							<Brings {...told} events={all.flatMap(({ events }) => events)} what={kind} />
						) : (
							changes[kind].map(({ outcome, after }) => (
								<li key={outcome.id}>
									<a href={routes.outcome.show.href({ person: told.plan.person.id, outcome: outcome.id })}>
										<OwnWords>{wordsOf(after ?? outcome)}</OwnWords>
									</a>
								</li>
							))
						)}
					</ul>
				</section>
			))}
			<Details summary={tell('figures')}>
				<Table
					head={[{ text: tell('figuresWhat') }, { text: tell('figuresHow'), format: 'numeric' }]}
					rows={kinds.map((kind) => [
						{ text: tell(`change_${kind}`) },
						{ text: String(changes[kind].length), format: 'numeric' },
					])}
					firstCellIsHeader
				/>
			</Details>
		</>
	)
}

type What = 'offered' | 'brought' | 'step_done'

/** What somebody offered, brought or did: under their mark and name. */
function Brings({ events, what, hand, called }: LookingBack & { events: Event[]; what: What }) {
	return events.map((event) => {
		const it = broughtIn(event, what)
		return (
			it && (
				<li key={it.id}>
					<VoiceName hand={hand(event.byId)} name={called(event.byId)} />
					{': '}
					<OwnWords>{it.words}</OwnWords>
				</li>
			)
		)
	})
}

function broughtIn(event: Event, what: What): { id: string; words: string } | undefined {
	if (isStepDone(event)) return what === 'step_done' ? { id: event.step.id, words: wordsOfStep(event.step) } : undefined
	const isIt = (event.kind === 'brings' && what === 'offered') || (event.kind === 'brought' && what === 'brought')
	return isIt ? event.contribution : undefined
}

/** How the plan read on a day: each outcome in the words it went by, and how it stood. */
export function PlanThen({ outcomes, say, tell }: LookingBack & { outcomes: Outcome[] }) {
	if (outcomes.length === 0) return <p>{tell('nothingThen')}</p>
	return (
		<ul>
			{outcomes.map((outcome) => (
				<li key={outcome.id}>
					<OwnWords>{wordsOf(outcome)}</OwnWords> <span class="quiet">({say(standingOf(outcome).standing)})</span>
				</li>
			))}
		</ul>
	)
}
