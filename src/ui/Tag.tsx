import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type TagProps = { children: ComponentChildren; class?: string; attributes?: Attributes }

/** How something stands, in a word or two. All tags look alike: the words say it, never a colour. */
export function Tag({ children, class: classes, attributes }: TagProps) {
	return (
		<strong class={spaced('tag', classes)} {...attributes}>
			{children}
		</strong>
	)
}
