import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type BackLinkProps = { href: string; class?: string; attributes?: Attributes; children?: ComponentChildren }

/** The way to the page before this one, by its address and not by the browser's history. */
export function BackLink({ href, class: classes, attributes, children }: BackLinkProps) {
	const say = useSay()
	return (
		<a href={href} class={spaced('back-link', classes)} {...attributes}>
			{children ?? say('back')}
		</a>
	)
}
