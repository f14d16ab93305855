import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

type BreadcrumbsProps = {
	/** From the outermost page in; one without an address is the page itself. */
	items: readonly { text: ComponentChildren; href?: string; attributes?: Attributes }[]
	/** Says only the first and the last page on a phone. */
	collapseOnMobile?: boolean
	label?: string
	class?: string
	attributes?: Attributes
}

/** Where a page stands among the others. */
export function Breadcrumbs({ items, collapseOnMobile, label, class: classes, attributes }: BreadcrumbsProps) {
	const say = useSay()
	return (
		<nav
			class={spaced('breadcrumbs', classes, collapseOnMobile && 'breadcrumbs--collapse-on-mobile')}
			{...attributes}
			aria-label={label ?? say('breadcrumb')}
		>
			<ol class="breadcrumbs__list">
				{items.map(({ text, href, attributes: linkAttributes }) =>
					href ? (
						<li key={href} class="breadcrumbs__list-item">
							<a class="breadcrumbs__link" href={href} {...linkAttributes}>
								{text}
							</a>
						</li>
					) : (
						<li key={href} class="breadcrumbs__list-item" aria-current="page">
							{text}
						</li>
					),
				)}
			</ol>
		</nav>
	)
}
