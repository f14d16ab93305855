import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type WarningTextProps = {
	children: ComponentChildren
	iconFallbackText?: string
	class?: string
	attributes?: Attributes
}

/** What someone must know before they go on, such as what can not be kept private. */
export function WarningText({ children, iconFallbackText, class: classes, attributes }: WarningTextProps) {
	const say = useSay()
	return (
		<div class={spaced('warning-text', classes)} {...attributes}>
			<span class="warning-text__icon" aria-hidden="true">
				!
			</span>{' '}
			<strong class="warning-text__text">
				<span class="visually-hidden">{iconFallbackText ?? say('warning')}</span> {children}
			</strong>
		</div>
	)
}
