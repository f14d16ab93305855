import { VoiceName } from '../../ui/Voice.tsx'
import { Numbers } from './life.page.tsx'
import { type Difference, differencesBetween, ratingsOf, type Sitting } from './now.ts'
import type { Reading } from './reading.ts'

/** What is different between two times: what was added, what is gone, a number from and to. In words, and never joined. */
export function BetweenPage({ from, to, ...reading }: Reading & { from: Sitting; to: Sitting }) {
	const { lives, said, say, part, day } = reading
	const of = (sitting: Sitting, life: string) =>
		said.filter((one) => one.sitting === sitting.id && one.life === life && one.question !== 'enough')
	const changed = lives
		.map((life) => ({ life, differences: differencesBetween(of(from, life.id), of(to, life.id)) }))
		.filter(({ differences }) => differences.length > 0)
	return (
		<>
			<h1>{say('betweenHeading')}</h1>
			<p>{say('earlierOf', { from: day(from.begunAt), to: day(to.begunAt) })}</p>
			<p class="quiet">{say('betweenMissing')}</p>
			{changed.length === 0 && <p>{say('betweenNone')}</p>}
			{changed.map(({ life, differences }) => (
				<section key={life.id}>
					<h2>{part(life.part)}</h2>
					{differences.map((one) => (
						<One key={`${one.author} ${one.question}`} {...reading} one={one} />
					))}
				</section>
			))}
		</>
	)
}

function One({ one, say, part, called, hand }: Reading & { one: Difference }) {
	return (
		<>
			<h3>
				<VoiceName hand={hand(one.author)} name={called(one.author)} />: {part(one.question)}
			</h3>
			{one.from !== undefined && one.to !== undefined && <p>{say('moved', { from: one.from, to: one.to })}</p>}
			<Lines heading={say('came')} lines={one.came} />
			<Lines heading={say('gone')} lines={one.gone} />
		</>
	)
}

function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
	if (lines.length === 0) return null
	return (
		<>
			<p>{heading}:</p>
			<ul>
				{lines.map((line) => (
					<li key={line} data-own-words="" dir="auto">
						<bdi>{line}</bdi>
					</li>
				))}
			</ul>
		</>
	)
}

/** Each part's numbers over time as a small picture with its table; parts without a number have none. */
export function OverTimePage(reading: Reading) {
	const { lives, said, say, person } = reading
	const rated = lives.filter(({ id }) => ratingsOf(said.filter((one) => one.life === id)).length > 0)
	return (
		<>
			<h1>{say('overTime')}</h1>
			<p>{say('noTotal', { name: person.name })}</p>
			{rated.length === 0 && <p>{say('overTimeNone', { name: person.name })}</p>}
			{rated.map((life) => (
				<Numbers key={life.id} {...reading} life={life} said={said.filter((one) => one.life === life.id)} />
			))}
		</>
	)
}
