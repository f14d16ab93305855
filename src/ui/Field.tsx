import type { ComponentChildren } from 'preact'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Hint } from './Hint.tsx'
import { Label } from './Label.tsx'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'

/** What every single field says around its control. */
export type FieldProps = {
	name: string
	/** The control's id, its name where none is given: error summaries link to it. */
	id?: string | undefined
	label: ComponentChildren
	labelClass?: string | undefined
	isPageHeading?: boolean | undefined
	/** Says "(optional)" after the label. */
	optional?: boolean | undefined
	hint?: ComponentChildren
	errorMessage?: ComponentChildren
	/** Ids of further elements that describe the control. */
	describedBy?: string | undefined
	formGroup?: { class?: string | undefined; attributes?: Attributes } | undefined
}

/** The attributes by which a control is named, found and described. */
export function controlOf(field: Pick<FieldProps, 'name' | 'id' | 'hint' | 'errorMessage' | 'describedBy'>) {
	const id = field.id ?? field.name
	return {
		id,
		name: field.name,
		'aria-describedby': spaced(
			field.describedBy,
			Boolean(field.hint) && `${id}-hint`,
			Boolean(field.errorMessage) && `${id}-error`,
		),
	}
}

/** One control (the children, given `controlOf(field)`) with its label, hint and error above it. */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
	const say = useSay()
	const id = field.id ?? field.name
	return (
		<FormGroup {...field}>
			<Label for={id} class={field.labelClass} isPageHeading={field.isPageHeading}>
				{field.label}
				{field.optional && ` ${say('optional')}`}
			</Label>
			<HintAndError id={id} hint={field.hint} errorMessage={field.errorMessage} />
			{children}
		</FormGroup>
	)
}

/** The box round one question; it shows at its edge that there is something to put right. */
export function FormGroup({
	errorMessage,
	formGroup,
	children,
}: Pick<FieldProps, 'errorMessage' | 'formGroup'> & { children: ComponentChildren }) {
	return (
		<div
			class={spaced('form-group', Boolean(errorMessage) && 'form-group--error', formGroup?.class)}
			{...formGroup?.attributes}
		>
			{children}
		</div>
	)
}

/** The help and the error of a question, with the ids that `controlOf` names. */
export function HintAndError({ id, hint, errorMessage }: { id: string } & Pick<FieldProps, 'hint' | 'errorMessage'>) {
	return (
		<>
			{hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
			{errorMessage && <ErrorMessage id={`${id}-error`}>{errorMessage}</ErrorMessage>}
		</>
	)
}
