import { styleText } from 'node:util'

/** One thing measured, held against its bar. */
export type Figure = {
	/** What was measured, in a few words. */
	name: string
	measured: number
	/** `pages/s`, `times`, `ms`, `s`, `kB`, `packages`, … */
	unit: string
	/** What architecture.md asks for; none where the figure only tells where time goes. */
	bar?: { atLeast: number } | { atMost: number }
	/** What the figure was held against, or how it was come by. */
	note?: string
}

/** How a figure stands to its bar; `told` where there is none. */
export type Verdict = 'ok' | 'short' | 'told'

export function verdictOn({ measured, bar }: Figure): Verdict {
	if (!bar) return 'told'
	return ('atLeast' in bar ? measured >= bar.atLeast : measured <= bar.atMost) ? 'ok' : 'short'
}

const places = (value: number): string =>
	Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
const said = ({ measured, unit }: Figure): string => `${places(measured)} ${unit}`
const barOf = ({ bar }: Figure): string =>
	bar ? ('atLeast' in bar ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`) : ''

/** Figures as lines of even columns, for a terminal. */
export function asTable(figures: readonly Figure[]): string {
	const rows = figures.map((figure) => [figure.name, said(figure), barOf(figure)] as const)
	const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
	const [name, value, bar] = [width(0), width(1), width(2)]
	return figures
		.map((figure, at) => {
			const [first = '', second = '', third = ''] = rows[at] ?? []
			const verdict = verdictOn(figure)
			const word = verdict === 'told' ? '     ' : verdict.padEnd(5)
			const shown = verdict === 'short' ? styleText('red', word) : word
			return `${shown}  ${first.padEnd(name)}  ${second.padStart(value)}  ${third.padEnd(bar)}  ${figure.note ?? ''}`.trimEnd()
		})
		.join('\n')
}

/** The same as a table of Markdown. */
export function asMarkdown(figures: readonly Figure[]): string {
	const lines = figures.map(
		(figure) => `| ${figure.name} | ${said(figure)} | ${barOf(figure)} | ${verdictOn(figure)} | ${figure.note ?? ''} |`,
	)
	return ['| what | figure | bar | | how |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

/** The one in the middle of several measurements, so that one disturbed round does not decide. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other)
	const middle = sorted[Math.floor(sorted.length / 2)]
	if (middle === undefined) throw new RangeError('There is no middle of nothing.')
	return middle
}
