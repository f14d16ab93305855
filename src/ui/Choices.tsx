import type { ComponentChildren } from 'preact'
import { controlOf, type FieldProps, FormGroup, HintAndError } from './Field.tsx'
import { Fieldset } from './Fieldset.tsx'
import { Hint } from './Hint.tsx'
import { Label } from './Label.tsx'
import { type Attributes, spaced } from './markup.ts'

/** One answer to choose. */
export type Choice = {
	value: string
	text: ComponentChildren
	hint?: ComponentChildren
	/** What else is asked when this one is chosen; shown to everyone by browsers without `:has()`. */
	conditional?: ComponentChildren
	checked?: boolean
	disabled?: boolean
	id?: string
	/** Checkboxes only: a name of its own. */
	name?: string
	labelClass?: string
	attributes?: Attributes
}

/** A word between two answers, such as "or". */
export type Divider = { divider: string }

/** What radios and checkboxes share. Items that are not there keep their place in the numbering of ids. */
export type ChoicesProps = Omit<FieldProps, 'id' | 'label' | 'labelClass' | 'optional'> & {
	/** The question; without it the choices stand in no fieldset of their own. */
	legend?: ComponentChildren
	legendClass?: string | undefined
	fieldset?: { class?: string; attributes?: Attributes }
	/** What the ids begin with, the name where none is given. The first choice has exactly this id. */
	idPrefix?: string | undefined
	items: readonly (Choice | Divider | false | null | undefined)[]
	class?: string | undefined
	attributes?: Attributes
}

type Kind = 'radios' | 'checkboxes'

/** A question with answers to choose, in a fieldset where it has a legend. */
export function Choices({ kind, chosen, ...props }: ChoicesProps & { kind: Kind; chosen: readonly string[] }) {
	const id = props.idPrefix ?? props.name
	const describedBy = controlOf({ ...props, id })['aria-describedby']
	const hasFieldset = Boolean(props.legend || props.fieldset)
	const inner = (
		<>
			<HintAndError id={id} hint={props.hint} errorMessage={props.errorMessage} />
			<div class={spaced(kind, props.class)} {...props.attributes} data-module={kind}>
				{props.items.map((item, index) => {
					if (!item) return null
					if ('divider' in item) return <div class={`${kind}__divider`}>{item.divider}</div>
					return (
						<Item
							kind={kind}
							name={props.name}
							id={index === 0 ? id : `${id}-${index + 1}`}
							checked={chosen.includes(item.value)}
							describedBy={kind === 'checkboxes' && !hasFieldset ? describedBy : undefined}
							item={item}
						/>
					)
				})}
			</div>
		</>
	)
	return (
		<FormGroup {...props}>
			{hasFieldset ? (
				<Fieldset
					legend={props.legend}
					legendClass={props.legendClass}
					isPageHeading={props.isPageHeading}
					describedBy={describedBy}
					{...props.fieldset}
				>
					{inner}
				</Fieldset>
			) : (
				inner
			)}
		</FormGroup>
	)
}

type ItemProps = {
	kind: Kind
	name: string
	id: string
	checked: boolean
	describedBy: string | undefined
	item: Choice
}

function Item({ kind, item, ...given }: ItemProps) {
	const id = item.id ?? given.id
	const checked = item.checked ?? given.checked
	const conditionalId = item.conditional ? `conditional-${id}` : undefined
	return (
		<>
			<div class={`${kind}__item`}>
				<input
					class={`${kind}__input`}
					id={id}
					name={item.name ?? given.name}
					type={kind === 'radios' ? 'radio' : 'checkbox'}
					value={item.value}
					checked={checked}
					disabled={item.disabled}
					data-aria-controls={conditionalId}
					aria-describedby={spaced(given.describedBy, Boolean(item.hint) && `${id}-item-hint`)}
					{...item.attributes}
				/>
				<Label for={id} class={spaced(`${kind}__label`, item.labelClass)}>
					{item.text}
				</Label>
				{item.hint && (
					<Hint id={`${id}-item-hint`} class={`${kind}__hint`}>
						{item.hint}
					</Hint>
				)}
			</div>
			{item.conditional && (
				<div class={spaced(`${kind}__conditional`, !checked && `${kind}__conditional--hidden`)} id={conditionalId}>
					{item.conditional}
				</div>
			)}
		</>
	)
}
