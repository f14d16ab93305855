import { type Hand, handShapes } from '../../../ui/Voice.tsx'
import { type Act, axes, axisOf, type Stretch } from './balance.ts'

/** What stands beside each other: planning, bringing, and what counts as neither. */
export const bands = [...axes, undefined]
const hands: readonly Hand[] = ['person', 'practitioner', 'third']

/** Measures of the picture, in its own units: a phone shows one of them as about one pixel. */
const wide = { months: 72, band: 84, mark: 12, row: 14, inRow: 6, top: 22, gap: 10, scale: 0.625 }
const width = wide.months + bands.length * wide.band

/** Acts side by side by whose hand they are, as the bands have them. */
export const inBand = (acts: readonly Act[], band: (typeof bands)[number]): Act[] =>
	hands.flatMap((hand) => acts.filter((one) => axisOf(one) === band && one.hand === hand))

/**
 * What was done over time: a line for each stretch, the latest last, with planning, bringing and kind words beside each other
 * and a mark for each act, in the shape of whose hand it was. The table beside it says the same, so it is hidden from those who
 * do not look.
 */
export function Picture({
	stretches,
	labels,
	bandLabels,
}: {
	stretches: readonly Stretch[]
	labels: readonly string[]
	/** Planning, bringing, kind words. */
	bandLabels: readonly string[]
}) {
	const heights = stretches.map(({ acts }) => {
		const most = Math.max(1, ...bands.map((band) => inBand(acts, band).length))
		return Math.ceil(most / wide.inRow) * wide.row + wide.gap
	})
	const tops = heights.map((_, at) => wide.top + heights.slice(0, at).reduce((sum, one) => sum + one, 0))
	const height = wide.top + heights.reduce((sum, one) => sum + one, 0)
	const left = (band: number) => wide.months + band * wide.band
	return (
		<svg class="balance" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
			{bandLabels.map((label, band) => (
				<text key={label} x={left(band)} y={12} class="balance__band">
					{label}
				</text>
			))}
			{stretches.map(({ month, acts }, at) => (
				<g key={month} transform={`translate(0 ${tops[at]})`}>
					<line x1={0} x2={width} y1={-3} y2={-3} class="balance__line" />
					<text x={0} y={10} class="balance__month">
						{labels[at]}
					</text>
					{bands.map((band, nth) =>
						inBand(acts, band).map(({ hand }, one) => (
							<g
								key={`${left(nth)}-${one}`}
								transform={`translate(${left(nth) + (one % wide.inRow) * wide.mark} ${Math.floor(one / wide.inRow) * wide.row}) scale(${wide.scale})`}
								class={`voice-name--${hand}`}
							>
								<g class="balance__mark">{handShapes[hand]}</g>
							</g>
						)),
					)}
				</g>
			))}
		</svg>
	)
}
