import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type SkipLinkProps = { href?: string; class?: string; attributes?: Attributes; children?: ComponentChildren }

/** The first link of a page: leads the keyboard past the header to what the page is about. */
export function SkipLink({ href = '#main-content', class: classes, attributes, children }: SkipLinkProps) {
	const say = useSay()
	return (
		<a href={href} class={spaced('skip-link', classes)} {...attributes} data-module="skip-link">
			{children ?? say('skipToContent')}
		</a>
	)
}
