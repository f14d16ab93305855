import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type ErrorMessageProps = {
	children: ComponentChildren
	id?: string
	/** What a screen reader hears before the message; an empty text leaves it out. */
	visuallyHiddenText?: string
	class?: string
	attributes?: Attributes
}

/** How to put one field right, beside that field. */
export function ErrorMessage({ children, id, visuallyHiddenText, class: classes, attributes }: ErrorMessageProps) {
	const say = useSay()
	const hidden = visuallyHiddenText ?? say('error')
	return (
		<p id={id} class={spaced('error-message', classes)} {...attributes}>
			{hidden && (
				<>
					<span class="visually-hidden">{hidden}:</span>{' '}
				</>
			)}
			{children}
		</p>
	)
}
