import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { type Link, linkKinds, type Opportunity } from './opportunities.ts'
import type { Reading } from './reading.ts'

const row = 44
const width = 340
const middle = 40

/** How the opportunities hang together: each a number down the page, with a line between two; and the same as a list. */
export function HowTheyHang(reading: Reading) {
	const { all, links, say, reader, csrf, person } = reading
	const tied = all.filter(({ id }) => links.some((link) => link.from === id || link.to === id))
	const numberOf = (id: string) => tied.findIndex((one) => one.id === id) + 1
	return (
		<section>
			<h2>{say('hangs')}</h2>
			{links.length === 0 && <p>{say('hangsNone')}</p>}
			{links.length > 0 && (
				<figure class="chart voice-name--person">
					<svg
						class="chart__picture"
						viewBox={`0 0 ${width} ${tied.length * row}`}
						role="img"
						aria-label={say('picture')}
					>
						{links.map((link) => (
							<Line key={link.id} link={link} from={numberOf(link.from)} to={numberOf(link.to)} />
						))}
						{tied.map(({ id }) => (
							<g key={id}>
								<circle class="chart__mark" cx={middle} cy={heightOf(numberOf(id))} r={8} />
								<text class="chart__text" x={middle - 16} y={heightOf(numberOf(id)) + 5} text-anchor="end">
									{numberOf(id)}
								</text>
							</g>
						))}
					</svg>
					<ul>
						{links.map((link) => (
							<li key={link.id}>
								<Words one={find(all, link.from)} number={numberOf(link.from)} /> {say(`link_${link.kind}`)}{' '}
								<Words one={find(all, link.to)} number={numberOf(link.to)} />
								{reader.voice === 'person' && (
									<OneButton
										to={routes.opportunities.unlink.href({ person: person.id, link: link.id })}
										csrf={csrf}
										kind="secondary"
									>
										{say('unlink')}
									</OneButton>
								)}
							</li>
						))}
					</ul>
				</figure>
			)}
		</section>
	)
}

const find = (all: readonly Opportunity[], id: string) => all.find((one) => one.id === id)
const heightOf = (number: number) => (number - 0.5) * row

function Words({ one, number }: { one: Opportunity | undefined; number: number }) {
	return (
		<>
			{number}. “
			<bdi data-own-words="" dir="auto">
				{one?.words}
			</bdi>
			”
		</>
	)
}

/** A bow from the one to the other, the wider the farther they are apart; how it is drawn says how they hang together. */
function Line({ link, from, to }: { link: Link; from: number; to: number }) {
	const [start, end] = [heightOf(from), heightOf(to)]
	const out = middle + 24 + Math.min(Math.abs(to - from), 6) * 40
	const nth = linkKinds.indexOf(link.kind)
	return (
		<path
			class={nth === 0 ? 'chart__line' : `chart__line chart__line--${nth}`}
			d={`M${middle} ${start}C${out} ${start} ${out} ${end} ${middle} ${end}`}
		/>
	)
}
