import { controlOf, Field, type FieldProps } from './Field.tsx'
import { type Attributes, spaced } from './markup.ts'

type Option = { text: string; value?: string; selected?: boolean; disabled?: boolean; attributes?: Attributes }

type SelectProps = FieldProps & {
	items: readonly (Option | false | null | undefined)[]
	value?: string | undefined
	disabled?: boolean
	class?: string
	attributes?: Attributes
}

/** A long list to choose one from; radios are easier where there are few. */
export function Select({ items, value, disabled, attributes, ...field }: SelectProps) {
	return (
		<Field {...field}>
			<select
				{...controlOf(field)}
				class={spaced('select', field.class, Boolean(field.errorMessage) && 'select--error')}
				disabled={disabled}
				{...attributes}
			>
				{items.map(
					(item) =>
						item && (
							<option
								value={item.value}
								selected={item.selected ?? (value ? (item.value ?? item.text) === value : false)}
								disabled={item.disabled}
								{...item.attributes}
							>
								{item.text}
							</option>
						),
				)}
			</select>
		</Field>
	)
}
