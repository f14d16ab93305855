import { isoDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { Chart } from '../../ui/Chart.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Table } from '../../ui/Table.tsx'
import { type Life, ratingsOf, type Said, type Strength } from './now.ts'
import type { LifeReading, Reading } from './reading.ts'
import { Voices } from './Voices.tsx'

/** One part of a life, over all the times that it was spoken of, the latest first. */
export function LifePage(reading: LifeReading) {
	const { life, said, part, say, person, strengths } = reading
	const times = [...new Set(said.map(({ sitting }) => sitting))]
		.map((sitting) => said.filter((one) => one.sitting === sitting))
		.filter((one) => one.some(({ question }) => question !== 'enough'))
		.reverse()
	const kept = strengths.filter(({ putAwayAt }) => !putAwayAt)
	return (
		<>
			<h1>{part(life.part)}</h1>
			<p>{say('one')}</p>
			{times.length === 0 && <p>{say('nothingYet')}</p>}
			{times.map((time) => (
				<section key={time[0]?.sitting}>
					<h2>{say('sayOn', { day: reading.day(time[0]?.saidAt ?? new Date()) })}</h2>
					<Voices {...reading} said={time} />
				</section>
			))}
			{ratingsOf(said).length > 0 && <Numbers {...reading} life={life} said={said} />}
			{kept.length > 0 && (
				<section>
					<h2>{say('strengths', { name: person.name })}</h2>
					<Strengths {...reading} strengths={kept} />
				</section>
			)}
		</>
	)
}

/** The strengths that stand, each with the way to put it away for whoever they are. */
export function Strengths({ strengths, say, reader, person, csrf }: Reading & { strengths: readonly Strength[] }) {
	return (
		<ul class="brings">
			{strengths.map(({ id, words }) => (
				<li key={id}>
					<p class="own-words" data-own-words="" dir="auto">
						<bdi>{words}</bdi>
					</p>
					{reader.voice === 'person' && (
						<OneButton to={routes.now.putAway.href({ person: person.id, strength: id })} csrf={csrf} kind="secondary">
							{say('putAway')}
							<span class="visually-hidden" data-own-words="">
								: {words}
							</span>
						</OneButton>
					)}
				</li>
			))}
		</ul>
	)
}

/** The person's numbers for one part, drawn, with the same numbers as a table. */
export function Numbers({ life, said, ...reading }: Reading & { life: Life; said: readonly Said[] }) {
	const { say, part, person, day } = reading
	const ratings = ratingsOf(said)
	const days = new Map(ratings.map(({ at }) => [isoDay(at), day(at)]))
	return (
		<section>
			<h2>
				{part(life.part)}: {say('overTime')}
			</h2>
			<Chart
				label={say('picture', { part: part(life.part), name: person.name })}
				series={[
					{
						name: person.name,
						hand: 'person',
						points: ratings.map(({ at, rating }) => ({ day: isoDay(at), value: rating })),
					},
				]}
				lines={[0, 5, 10]}
				day={(iso) => days.get(iso) ?? iso}
			>
				<Table
					head={[{ text: say('day') }, { text: say('number'), format: 'numeric' }]}
					rows={ratings.map(({ at, rating }) => [{ text: day(at) }, { text: rating, format: 'numeric' }])}
				/>
			</Chart>
		</section>
	)
}
