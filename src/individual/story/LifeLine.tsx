import { type Line, layOut, type Mark } from './life-line.ts'
import type { Placed } from './time.ts'

const size = { width: 340, row: 16, top: 10, side: 20, foot: 26 }
const inner = size.width - 2 * size.side

type Props = { label: string; today: string; now: number; placed: readonly Placed[] }

/**
 * Moments along a line, from the first to the last. What is known by its day is a spot, what is known by its year takes that
 * year; "around" has broken ends; before and after are arrows beside what they hang on; what is hoped for is hollow.
 */
export function LifeLine({ label, today, now, placed }: Props) {
	const line = layOut(placed, now, inner)
	if (line.marks.length === 0) return null
	const foot = size.top + line.rows * size.row + 6
	return (
		<svg class="life-line" viewBox={`0 0 ${size.width} ${foot + size.foot}`} role="img" aria-label={label}>
			<g transform={`translate(${size.side} 0)`}>
				<path class="life-line__line" d={`M${-size.side} ${foot}h${size.width}`} />
				<Years line={line} foot={foot} />
				{line.today !== null && (
					<>
						<path class="life-line__today" d={`M${line.today} 0V${foot}`} />
						<text class="chart__text" x={line.today} y={foot + 18} text-anchor="middle">
							{today}
						</text>
					</>
				)}
				{line.marks.map((mark) => (
					<OneMark key={mark.placed.moment.id} mark={mark} />
				))}
			</g>
		</svg>
	)
}

function Years({ line: { years, today }, foot }: { line: Line; foot: number }) {
	return (
		<>
			{years.map(({ year, at }) => (
				<g key={year}>
					<path class="life-line__year" d={`M${at} ${foot - 4}v8`} />
					{(today === null || Math.abs(today - at) > 40) && (
						<text class="chart__text" x={at} y={foot + 18} text-anchor="middle">
							{year}
						</text>
					)}
				</g>
			))}
		</>
	)
}

function OneMark({ mark: { placed, from, to, row } }: { mark: Mark }) {
	const y = size.top + row * size.row
	const { moment, hangs, stretch } = placed
	const kind = moment.hoped ? 'life-line__mark life-line__mark--hoped' : 'life-line__mark'
	if (hangs === 'before') return <path class={kind} d={`M${from} ${y}l8 -5v10z`} />
	if (hangs === 'after') return <path class={kind} d={`M${to} ${y}l-8 -5v10z`} />
	if (moment.timeKind === 'day' && !stretch.soft) return <circle class={kind} cx={(from + to) / 2} cy={y} r="5" />
	return (
		<>
			{stretch.soft && <path class="life-line__soft" d={`M${from - 5} ${y}H${to + 5}`} />}
			{!stretch.soft && <rect class={kind} x={from} y={y - 4} width={to - from} height="8" rx="3" />}
		</>
	)
}
