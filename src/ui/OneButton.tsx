import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'

type OneButtonProps = {
	to: string
	csrf: string
	fields?: Record<string, string>
	kind?: 'secondary'
	children: ComponentChildren
}

/** An act that needs nothing typed: one press, which can be taken back by another. */
export function OneButton({ to, csrf, fields = {}, kind, children }: OneButtonProps) {
	return (
		<form method="post" action={to}>
			<input type="hidden" name="csrf" value={csrf} />
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<Button preventDoubleClick {...(kind ? { kind } : {})}>
				{children}
			</Button>
		</form>
	)
}
