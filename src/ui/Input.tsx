import type { ComponentChildren } from 'preact'
import { controlOf, Field, type FieldProps } from './Field.tsx'
import { type Attributes, spaced } from './markup.ts'

type InputProps = FieldProps & {
	type?: 'text' | 'email' | 'tel' | 'date' | 'number' | 'search' | 'password' | 'url' | 'file'
	value?: string | number | undefined
	/** What stands before or after the box and belongs to its content, such as "£". */
	prefix?: ComponentChildren
	suffix?: ComponentChildren
	inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url'
	autocomplete?: string
	autocapitalize?: 'none' | 'sentences' | 'words'
	pattern?: string
	spellcheck?: boolean
	disabled?: boolean
	class?: string
	attributes?: Attributes
}

/** One line to write in. */
export function Input(props: InputProps) {
	const { type = 'text', value, prefix, suffix, inputmode, autocomplete, autocapitalize } = props
	const { pattern, spellcheck, disabled, attributes } = props
	const given: Attributes = { type, value, inputmode, autocomplete, autocapitalize, pattern, spellcheck, disabled }
	const input = (
		<input
			{...controlOf(props)}
			class={spaced('input', props.class, Boolean(props.errorMessage) && 'input--error')}
			{...given}
			{...attributes}
		/>
	)
	return (
		<Field {...props}>
			{prefix || suffix ? (
				<div class="input__wrapper">
					{prefix && <Affix place="prefix">{prefix}</Affix>}
					{input}
					{suffix && <Affix place="suffix">{suffix}</Affix>}
				</div>
			) : (
				input
			)}
		</Field>
	)
}

function Affix({ place, children }: { place: 'prefix' | 'suffix'; children: ComponentChildren }) {
	return (
		<div class={`input__${place}`} aria-hidden="true">
			{children}
		</div>
	)
}
