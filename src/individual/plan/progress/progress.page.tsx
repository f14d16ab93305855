import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chart } from '../../../ui/Chart.tsx'
import { Table } from '../../../ui/Table.tsx'
import { VoiceLine, VoiceName } from '../../../ui/Voice.tsx'
import { OneButton } from '../one-button.tsx'
import { agreedWording, currentWording } from '../plan.ts'
import type { OutcomeReading } from '../reading.ts'
import { Words } from '../words.tsx'
import {
	type Anchors,
	anchorsOf,
	hasSaidToday,
	hasSpoken,
	lastOf,
	type Progress,
	type Said,
	standing,
	voicesIn,
} from './progress.ts'
import type { progressWords } from './progress.words.ts'

/** How far an outcome has come, as one of its two hands reads it. */
export type ProgressReading = OutcomeReading & {
	sayProgress: ReturnType<typeof progressWords>
	progress: Progress[]
	anchors: Anchors[]
	today: string
}

/** How far it has come, as each of the two sees it: the points and their spread, and nothing that calls a step better. */
export function ProgressPage(props: ProgressReading) {
	const { plan, outcome, others, sayProgress, progress, today } = props
	const here = { person: plan.person.id, outcome: outcome.id }
	const said = standing(progress)
	const mine = lastOf(said, plan.me.id)
	const spoke = hasSpoken(progress, plan.me.id, today)
	return (
		<>
			<h1>{sayProgress('heading')}</h1>
			<Words {...props} wording={agreedWording(outcome) ?? currentWording(outcome)} />
			<p>{sayProgress('intro')}</p>
			<p>{sayProgress('onlyTwo', { person: plan.person.name })}</p>
			<TalkingPoint {...props} />
			{!spoke && others.length > 0 && <p>{sayProgress('hidden')}</p>}
			{spoke && !hasSaidToday(said, plan.me.id, today) && <p>{sayProgress('passedToday')}</p>}
			<div class="button-group">
				{!hasSaidToday(said, plan.me.id, today) && (
					<Button href={routes.progress.rate.href(here)}>{sayProgress('say')}</Button>
				)}
				{!spoke && (
					<OneButton {...props} kind="secondary" to={routes.progress.pass.href(here)}>
						{sayProgress('notToday')}
					</OneButton>
				)}
			</div>
			<section>
				<h2>{sayProgress('anchors')}</h2>
				<WhatNumbersMean {...props} />
				<p>
					<Button href={routes.progress.anchors.href(here)} kind="secondary">
						{sayProgress(anchorsAct(props))}
					</Button>
				</p>
			</section>
			<section>
				<h2>{sayProgress('overTime')}</h2>
				{said.length === 0 ? <p>{sayProgress('nothingYet')}</p> : <OverTime {...props} />}
				{mine && (
					<OneButton {...props} kind="secondary" to={routes.progress.takeBack.href({ ...here, rating: mine.id })}>
						{sayProgress('takeBack')}
					</OneButton>
				)}
			</section>
		</>
	)
}

function anchorsAct({ plan, anchors }: ProgressReading) {
	if (anchorsOf(anchors, plan.me.id)) return 'anchorsChange'
	return plan.me.hand === 'person' || anchors.length === 0 ? 'anchorsFirst' : 'anchorsAlso'
}

/** Where the two differ: something to talk about, never joined into one number. */
export function TalkingPoint(props: Pick<ProgressReading, 'plan' | 'others' | 'progress' | 'sayProgress'>) {
	const { plan, others, progress, sayProgress } = props
	const said = standing(progress)
	const mine = lastOf(said, plan.me.id)
	if (!mine) return null
	return others.map(({ id, name }) => {
		const theirs = lastOf(said, id)
		if (!theirs) return null
		const key = theirs.rating === mine.rating ? 'bothSay' : 'youAndThey'
		return <p key={id}>{sayProgress(key, { name, mine: mine.rating, theirs: theirs.rating })}</p>
	})
}

/** What 0, 5 and 10 look like: in the person's words first, then in those of who works with them. */
export function WhatNumbersMean(props: Pick<ProgressReading, 'plan' | 'anchors' | 'sayProgress' | 'called'>) {
	const { plan, anchors, sayProgress, called } = props
	const all = plan.parties.flatMap((party) => {
		const theirs = anchorsOf(anchors, party.id)
		return theirs ? [{ party, theirs }] : []
	})
	return (
		<>
			{!anchorsOf(anchors, plan.person.id) && <p>{sayProgress('anchorsNone', { person: plan.person.name })}</p>}
			{all.map(({ party, theirs }) => (
				<div key={party.id}>
					<p>
						<VoiceName hand={party.hand} name={called(party.id)} />
					</p>
					<dl class="turn">
						{([0, 5, 10] as const).map((number) => {
							const words = theirs[`at${number}`]
							return (
								words && (
									<div key={number}>
										<dt>{number}</dt>
										<dd data-own-words="" dir="auto">
											<bdi>{words}</bdi>
										</dd>
									</div>
								)
							)
						})}
					</dl>
				</div>
			))}
		</>
	)
}

function OverTime({ plan, progress, sayProgress, called, day }: ProgressReading) {
	const said = standing(progress)
	const voices = voicesIn(said, plan.parties)
	const days = [...new Set(said.map((one) => one.day))].sort().reverse()
	return (
		<>
			{voices
				.filter((voice) => voice.said.length > 1)
				.map((voice) => {
					const numbers = voice.said.map(({ rating }) => rating)
					return (
						<p key={voice.id}>
							<VoiceLine hand={voice.hand}>
								{sayProgress(voice.id === plan.me.id ? 'liesYou' : 'liesName', {
									...{ name: called(voice.id), low: Math.min(...numbers), high: Math.max(...numbers) },
								})}
							</VoiceLine>
						</p>
					)
				})}
			<Chart
				label={sayProgress('picture')}
				series={voices.map((voice) => ({
					...{ name: called(voice.id), hand: voice.hand },
					points: voice.said.map((one) => ({ day: one.day, value: one.rating })),
				}))}
				lines={[0, 5, 10]}
				day={day}
			>
				<Table
					head={[
						{ text: sayProgress('day') },
						...voices.map((voice) => ({ text: <VoiceName hand={voice.hand} name={called(voice.id)} /> })),
					]}
					firstCellIsHeader
					rows={days.map((one) => [
						{ text: day(one) },
						...voices.map((voice) => ({ text: <OnDay said={voice.said.find((each) => each.day === one)} /> })),
					])}
				/>
			</Chart>
		</>
	)
}

/** What one hand said on a day: the number, and their words under it. */
function OnDay({ said }: { said: Said | undefined }) {
	if (!said) return null
	return (
		<>
			<strong>{said.rating}</strong>
			{said.words && (
				<p class="own-words" data-own-words="" dir="auto">
					<bdi>{said.words}</bdi>
				</p>
			)}
		</>
	)
}
