import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type FieldsetProps = {
	legend?: ComponentChildren
	legendClass?: string | undefined
	/** The legend is the heading of its page: for pages that ask one question. */
	isPageHeading?: boolean | undefined
	describedBy?: string | undefined
	role?: 'group'
	class?: string | undefined
	attributes?: Attributes | undefined
	children?: ComponentChildren
}

/** Fields that belong together, under one legend. */
export function Fieldset(props: FieldsetProps) {
	const { legend, legendClass, isPageHeading, describedBy, role, class: classes, attributes, children } = props
	return (
		<fieldset class={spaced('fieldset', classes)} role={role} aria-describedby={describedBy} {...attributes}>
			{legend && (
				<legend class={spaced('fieldset__legend', legendClass)}>
					{isPageHeading ? <h1 class="fieldset__heading">{legend}</h1> : legend}
				</legend>
			)}
			{children}
		</fieldset>
	)
}
