import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

/** One thing to put right, and the field (`#name`) where. */
export type FormError = { text: ComponentChildren; href?: string; attributes?: Attributes }

type ErrorSummaryProps = {
	title?: ComponentChildren
	errorList?: readonly FormError[]
	/** A sentence before the list. */
	children?: ComponentChildren
	disableAutoFocus?: boolean
	class?: string
	attributes?: Attributes
}

/** What there is to put right, on top of a page: takes the focus, leads to each field. Nothing where there is nothing to say. */
export function ErrorSummary(props: ErrorSummaryProps) {
	const say = useSay()
	const { title, errorList = [], children, disableAutoFocus, class: classes, attributes } = props
	if (errorList.length === 0 && !children) return null
	return (
		<div
			class={spaced('error-summary', classes)}
			data-disable-auto-focus={disableAutoFocus?.toString()}
			{...attributes}
			data-module="error-summary"
		>
			{/* the alert is a child, so that moving the focus to its parent does not cut its reading short */}
			<div role="alert">
				<h2 class="error-summary__title">{title ?? say('thereIsAProblem')}</h2>
				<div class="error-summary__body">
					{children && <p>{children}</p>}
					{errorList.length > 0 && (
						<ul class="list error-summary__list">
							{errorList.map((error) => (
								<li key={error.href}>
									<ErrorText {...error} />
								</li>
							))}
						</ul>
					)}
				</div>
			</div>
		</div>
	)
}

function ErrorText({ href, text, attributes }: FormError) {
	if (!href) return text
	return (
		<a href={href} {...attributes}>
			{text}
		</a>
	)
}
