import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type LabelProps = {
	children?: ComponentChildren
	for?: string | undefined
	/** The label is the heading of its page: for pages that ask one question. */
	isPageHeading?: boolean | undefined
	class?: string | undefined
	attributes?: Attributes
}

/** What a field is for. */
export function Label({ children, for: control, isPageHeading, class: classes, attributes }: LabelProps) {
	if (!children) return null
	const label = (
		<label class={spaced('label', classes)} {...attributes} for={control}>
			{children}
		</label>
	)
	return isPageHeading ? <h1 class="label-wrapper">{label}</h1> : label
}
