import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type Cell = {
	text: ComponentChildren
	format?: 'numeric'
	colspan?: number
	rowspan?: number
	class?: string
	attributes?: Attributes
}

type TableProps = {
	caption?: ComponentChildren
	captionClass?: string
	head?: readonly Cell[]
	rows: readonly (readonly Cell[] | false | null | undefined)[]
	firstCellIsHeader?: boolean
	class?: string
	attributes?: Attributes
}

/** Things compared side by side; also what stands beside every picture. */
export function Table({
	caption,
	captionClass,
	head,
	rows,
	firstCellIsHeader,
	class: classes,
	attributes,
}: TableProps) {
	return (
		<table class={spaced('table', classes)} {...attributes}>
			{caption && <caption class={spaced('table__caption', captionClass)}>{caption}</caption>}
			{head && (
				<thead class="table__head">
					<tr class="table__row">
						{head.map((cell) => (
							<th scope="col" {...cellAttributes('table__header', cell)}>
								{cell.text}
							</th>
						))}
					</tr>
				</thead>
			)}
			<tbody class="table__body">
				{rows.map((row) => row && <TableRow cells={row} firstCellIsHeader={firstCellIsHeader ?? false} />)}
			</tbody>
		</table>
	)
}

function TableRow({ cells, firstCellIsHeader }: { cells: readonly Cell[]; firstCellIsHeader: boolean }) {
	return (
		<tr class="table__row">
			{cells.map((cell, index) =>
				index === 0 && firstCellIsHeader ? (
					<th scope="row" {...cellAttributes('table__header', cell)}>
						{cell.text}
					</th>
				) : (
					<td {...cellAttributes('table__cell', cell)}>{cell.text}</td>
				),
			)}
		</tr>
	)
}

function cellAttributes(name: string, { format, colspan, rowspan, class: classes, attributes }: Cell) {
	return { class: spaced(name, format && `${name}--${format}`, classes), colspan, rowspan, ...attributes }
}
