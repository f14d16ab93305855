import type { ComponentChildren } from 'preact'
import { controlOf, Field, type FieldProps } from './Field.tsx'
import { type Attributes, spaced } from './markup.ts'

export type TextareaProps = FieldProps & {
	value?: string | undefined
	rows?: number
	autocomplete?: string
	spellcheck?: boolean
	disabled?: boolean
	class?: string | undefined
	attributes?: Attributes
}

/** Several lines to write in. */
export function Textarea({ after, ...props }: TextareaProps & { after?: ComponentChildren }) {
	const { value = '', rows = 5, autocomplete, spellcheck, disabled, attributes } = props
	return (
		<Field {...props}>
			<textarea
				{...controlOf(props)}
				class={spaced('textarea', Boolean(props.errorMessage) && 'textarea--error', props.class)}
				rows={rows}
				spellcheck={spellcheck}
				disabled={disabled}
				autocomplete={autocomplete}
				{...attributes}
			>
				{/* browsers drop one line break right after the tag: a second keeps the writer's own */}
				{value.startsWith('\n') ? `\n${value}` : value}
			</textarea>
			{after}
		</Field>
	)
}
