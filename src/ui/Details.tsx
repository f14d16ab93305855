import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type DetailsProps = {
	summary: ComponentChildren
	children: ComponentChildren
	id?: string
	open?: boolean
	class?: string
	attributes?: Attributes
}

/** More for those who want it, one press away. */
export function Details({ summary, children, id, open, class: classes, attributes }: DetailsProps) {
	return (
		<details id={id} class={spaced('details', classes)} open={open} {...attributes}>
			<summary class="details__summary">
				<span class="details__summary-text">{summary}</span>
			</summary>
			<div class="details__text">{children}</div>
		</details>
	)
}
