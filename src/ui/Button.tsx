import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type ButtonProps = {
	children: ComponentChildren
	/** Where to go: makes a link that looks like a button. */
	href?: string
	kind?: 'secondary' | 'warning'
	type?: 'submit' | 'button' | 'reset'
	name?: string
	value?: string
	id?: string
	disabled?: boolean
	/** Lets a second press within a second go by, with script; the server refuses it without. */
	preventDoubleClick?: boolean
	class?: string
	attributes?: Attributes
}

/** For links that act: Space presses them too, with script. */
const linkAsButton = { role: 'button', draggable: false } as const

/** A press that does something: sends the form it stands in, or leads on as a link. */
export function Button(props: ButtonProps) {
	const { children, href, kind, type = 'submit', name, value, id, disabled, preventDoubleClick, attributes } = props
	const common = {
		id,
		class: spaced('button', kind && `button--${kind}`, props.class),
		'data-module': 'button',
		...attributes,
	}
	if (href !== undefined) {
		return (
			<a href={href} {...linkAsButton} {...common}>
				{children}
			</a>
		)
	}
	return (
		<button
			type={type}
			name={name}
			value={value}
			disabled={disabled}
			aria-disabled={disabled ? 'true' : undefined}
			data-prevent-double-click={preventDoubleClick?.toString()}
			{...common}
		>
			{children}
		</button>
	)
}
