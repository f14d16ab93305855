import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type ExitThisPageProps = {
	href?: string
	id?: string
	class?: string
	attributes?: Attributes
	children?: ComponentChildren
}

/**
 * Leaves for a neutral page at once. A plain link without script; with script it hides the page first,
 * leaves no way back to it, and three presses of Shift do the same.
 */
export function ExitThisPage({
	href = 'https://www.bbc.co.uk/weather',
	id,
	class: classes,
	attributes,
	children,
}: ExitThisPageProps) {
	const say = useSay()
	const spoken = {
		'data-i18n.activated': say('exitActivated'),
		'data-i18n.timed-out': say('exitTimedOut'),
		'data-i18n.press-two-more-times': say('exitPressTwoMore'),
		'data-i18n.press-one-more-time': say('exitPressOneMore'),
	}
	return (
		<div id={id} class={spaced('exit-this-page', classes)} data-module="exit-this-page" {...spoken} {...attributes}>
			<Button
				href={href}
				kind="warning"
				class="exit-this-page__button js-exit-this-page-button"
				attributes={{ rel: 'nofollow noreferrer' }}
			>
				{children ?? (
					<>
						<span class="visually-hidden">{say('exitEmergency')}</span> {say('exitThisPage')}
					</>
				)}
			</Button>
		</div>
	)
}
