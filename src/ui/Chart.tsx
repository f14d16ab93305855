import { scaleLinear, scaleUtc } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import { spaced } from './markup.ts'
import type { Hand } from './Voice.tsx'

/** A value on a day, YYYY-MM-DD. */
export type Point = { day: string; value: number }

/** What one hand said over time, oldest first. */
export type Series = { name: string; hand: Hand; points: readonly Point[] }

type ChartProps = {
	/** What is drawn, in a sentence: the picture's name for whoever does not see it. */
	label: string
	series: readonly Series[]
	/** The values that have a line across: the lowest and the highest there can be, and what lies between. */
	lines: readonly number[]
	/** A day as the reader says it. */
	day(day: string): string
	/** The same rows as a table, which every picture has beside it. */
	children: ComponentChildren
}

const size = { width: 340, height: 200 }
const inner = { left: 30, right: 326, top: 12, bottom: 168 }

/** Larger marks are drawn first, so that two on one spot are both seen. */
const shapes = {
	practitioner: symbol(symbolSquare, 150),
	third: symbol(symbolDiamond, 120),
	person: symbol(symbolCircle, 70),
} as const satisfies Record<Hand, unknown>
const order = Object.keys(shapes)

const lineOf = (nth: number) => spaced('chart__line', nth > 0 && `chart__line--${nth}`)

const timeOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** Values over time: marks told apart by shape, lines by how they are drawn; no script, and nothing that says better or worse. */
export function Chart({ label, series, lines, day, children }: ChartProps) {
	const days = series.flatMap(({ points }) => points.map((point) => point.day)).sort()
	const [first = '', last = first] = [days[0], days.at(-1)]
	const x = scaleUtc([timeOf(first), timeOf(last)], [inner.left + 10, inner.right - 10])
	const y = scaleLinear([Math.min(...lines), Math.max(...lines)], [inner.bottom, inner.top])
	const path = line<Point>(
		(point) => x(timeOf(point.day)),
		(point) => y(point.value),
	)
	const drawn = series
		.map((one, nth) => ({ ...one, nth }))
		.sort((one, other) => order.indexOf(one.hand) - order.indexOf(other.hand))
	return (
		<figure class="chart">
			{series.length > 1 && <Keys series={series} />}
			{days.length > 0 && (
				<svg class="chart__picture" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
					{lines.map((value) => (
						<g key={value}>
							<line class="chart__across" x1={inner.left} x2={inner.right} y1={y(value)} y2={y(value)} />
							<text class="chart__text" x={inner.left - 8} y={y(value) + 5} text-anchor="end">
								{value}
							</text>
						</g>
					))}
					{drawn.map(({ name, hand, nth, points }) => (
						<g key={name} class={`voice-name--${hand}`}>
							<path class={lineOf(nth)} d={path(points) ?? ''} />
							{points.map((point) => (
								<Mark key={`${point.day} ${point.value}`} hand={hand} x={x(timeOf(point.day))} y={y(point.value)} />
							))}
						</g>
					))}
					<Days first={first} last={last} day={day} />
				</svg>
			)}
			{children}
		</figure>
	)
}

function Mark({ hand, x, y }: { hand: Hand; x: number; y: number }) {
	return <path class="chart__mark" d={shapes[hand]() ?? ''} transform={`translate(${x} ${y})`} />
}

/** The first and the last day, under their ends; one alone, where there is one. */
function Days({ first, last, day }: { first: string; last: string; day: ChartProps['day'] }) {
	const y = size.height - 8
	if (first === last) {
		return (
			<text class="chart__text" x={(inner.left + inner.right) / 2} y={y} text-anchor="middle">
				{day(first)}
			</text>
		)
	}
	return (
		<>
			<text class="chart__text" x={inner.left} y={y}>
				{day(first)}
			</text>
			<text class="chart__text" x={inner.right} y={y} text-anchor="end">
				{day(last)}
			</text>
		</>
	)
}

/** Whose line is whose: mark, line and name. */
function Keys({ series }: { series: readonly Series[] }) {
	return (
		<ul class="chart__keys">
			{series.map(({ name, hand }, nth) => (
				<li key={name} class={`voice-name--${hand}`}>
					<svg class="chart__key" viewBox="0 0 48 20" width="48" height="20" aria-hidden="true" focusable="false">
						<path class={lineOf(nth)} d="M0 10h48" />
						<Mark hand={hand} x={24} y={10} />
					</svg>{' '}
					<bdi>{name}</bdi>
				</li>
			))}
		</ul>
	)
}
