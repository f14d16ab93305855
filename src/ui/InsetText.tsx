import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type InsetTextProps = { children: ComponentChildren; id?: string; class?: string; attributes?: Attributes }

/** A few words set apart from what stands round them. */
export function InsetText({ children, id, class: classes, attributes }: InsetTextProps) {
	return (
		<div id={id} class={spaced('inset-text', classes)} {...attributes}>
			{children}
		</div>
	)
}
