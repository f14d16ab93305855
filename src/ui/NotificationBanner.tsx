import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type NotificationBannerProps = {
	/** One line, set as the banner's own heading. */
	text?: ComponentChildren
	/** Or whatever else it has to say. */
	children?: ComponentChildren
	/** `success` says that what someone just did is done; it takes the focus. */
	type?: 'success'
	title?: ComponentChildren
	titleId?: string
	titleHeadingLevel?: 1 | 2 | 3 | 4
	role?: 'alert' | 'region'
	disableAutoFocus?: boolean
	class?: string
	attributes?: Attributes
}

/** News about the whole page: that something is done, or that something is different today. */
export function NotificationBanner(props: NotificationBannerProps) {
	const say = useSay()
	const { text, children, type, titleId = 'notification-banner-title', role, disableAutoFocus, attributes } = props
	const success = type === 'success'
	const Heading = `h${props.titleHeadingLevel ?? 2}` as const
	const landmark = { role: role ?? (success ? 'alert' : 'region'), 'aria-labelledby': titleId } as const
	return (
		<div
			class={spaced('notification-banner', success && 'notification-banner--success', props.class)}
			{...landmark}
			data-module="notification-banner"
			data-disable-auto-focus={disableAutoFocus?.toString()}
			{...attributes}
		>
			<div class="notification-banner__header">
				<Heading class="notification-banner__title" id={titleId}>
					{props.title ?? say(success ? 'success' : 'important')}
				</Heading>
			</div>
			<div class="notification-banner__content">
				{children ?? (text && <p class="notification-banner__heading">{text}</p>)}
			</div>
		</div>
	)
}
