import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type HintProps = { children: ComponentChildren; id?: string; class?: string; attributes?: Attributes }

/** A help beside a field, read out together with its label. */
export function Hint({ children, id, class: classes, attributes }: HintProps) {
	return (
		<div id={id} class={spaced('hint', classes)} {...attributes}>
			{children}
		</div>
	)
}
