import type { ComponentChildren } from 'preact'
import { asChildren } from './html.test-tools.ts'
import type { Attributes } from './markup.ts'
import { Tag } from './Tag.tsx'

/** What a fixture may say about a text. */
type Text = {
	text?: string
	html?: string
	classes?: string
	attributes?: Attributes
	isPageHeading?: boolean
	visuallyHiddenText?: string
}

type Item = Text & {
	value?: string
	divider?: string
	href?: string
	id?: string
	name?: string
	checked?: boolean
	selected?: boolean
	disabled?: boolean
	label?: Text
	hint?: Text
	conditional?: Text
	title?: Text
	status?: Text & { tag?: Text }
}

export type Cell = Text & { format?: 'numeric'; colspan?: number; rowspan?: number }
export type Row = {
	key: Text
	value: Text
	classes?: string
	actions?: { items?: (Text & { href: string })[]; classes?: string }
}

/** The options of all fixtures together, as far as our components know them. */
export type Options = Text & {
	href?: string
	redirectUrl?: string
	id?: string
	idPrefix?: string
	name: string
	value?: string
	values?: string[]
	type?: 'submit' | 'button'
	disabled?: boolean
	open?: boolean
	preventDoubleClick?: boolean
	disableAutoFocus?: boolean
	describedBy?: string
	for?: string
	role?: 'group'
	rows?: number
	items: Item[]
	label?: Text
	hint?: Text
	errorMessage?: Text
	prefix?: Text
	suffix?: Text
	formGroup?: { classes?: string; attributes?: Attributes }
	fieldset?: { classes?: string; attributes?: Attributes; legend?: Text; describedBy?: string }
	legend?: Text
	inputmode?: 'numeric'
	autocomplete?: string
	autocapitalize?: 'none'
	pattern?: string
	spellcheck?: boolean
	maxlength: number
	threshold?: number
	titleText?: string
	titleHtml?: string
	titleId?: string
	titleHeadingLevel?: 1 | 2 | 3 | 4
	descriptionText?: string
	descriptionHtml?: string
	errorList?: (Text & { href?: string })[]
	summaryText?: string
	summaryHtml?: string
	iconFallbackText?: string
	caption?: string
	captionClasses?: string
	head?: Cell[]
	firstCellIsHeader?: boolean
	collapseOnMobile?: boolean
	labelText?: string
}

/** Leaves out what a fixture does not say. */
export function given<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	const said = Object.entries(props).filter(([, value]) => value !== undefined)
	return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> }
}

export function content({ text, html }: Text = {}): ComponentChildren {
	return html ? asChildren(html) : text
}

export const common = ({ id, classes, attributes }: Options) => given({ id, class: classes, attributes })

export function fieldOf(o: Options) {
	const { name, id, label, hint, errorMessage, describedBy, formGroup } = o
	return given({
		name,
		id,
		label: content(label),
		labelClass: label?.classes,
		isPageHeading: label?.isPageHeading,
		hint: content(hint),
		errorMessage: content(errorMessage),
		describedBy,
		formGroup: formGroup && given({ class: formGroup.classes, attributes: formGroup.attributes }),
		class: o.classes,
		attributes: o.attributes,
	})
}

export function choicesOf(o: Options) {
	const { label: _, describedBy, ...field } = fieldOf(o)
	const { fieldset } = o
	return {
		...field,
		...given({
			idPrefix: o.idPrefix,
			describedBy: fieldset?.describedBy ?? describedBy,
			legend: content(fieldset?.legend),
			legendClass: fieldset?.legend?.classes,
			isPageHeading: fieldset?.legend?.isPageHeading,
			fieldset: fieldset && given({ class: fieldset.classes, attributes: fieldset.attributes }),
			items: o.items.map((item) => item && (item.divider ? { divider: item.divider } : choiceOf(item))),
		}),
	}
}

function choiceOf(item: Item) {
	const { value = '', checked, disabled, id, name, attributes, label } = item
	return given({
		...{ value, checked, disabled, id, name, attributes },
		text: content(item),
		hint: content(item.hint),
		conditional: content(item.conditional),
		labelClass: label?.classes,
	})
}

export function textareaOf(o: Options) {
	const { value, rows, autocomplete, spellcheck, disabled } = o
	return { ...fieldOf(o), ...given({ value, rows, autocomplete, spellcheck, disabled }) }
}

export function rowOf({ key, value, actions, classes }: Row) {
	return given({
		key: content(key),
		keyClass: key.classes,
		value: content(value),
		valueClass: value.classes,
		class: classes,
		actions: actions?.items?.map((action) =>
			given({ ...linkOf(action), visuallyHiddenText: action.visuallyHiddenText }),
		),
		actionsClass: actions?.classes,
	})
}

export function linkOf<Href>(link: Text & { href: Href }) {
	return given({ text: content(link), href: link.href, class: link.classes, attributes: link.attributes })
}

export function cellOf(cell: Cell) {
	const { format, colspan, rowspan, classes, attributes } = cell
	return given({ text: content(cell), format, colspan, rowspan, class: classes, attributes })
}

export function taskOf({ title, href, hint, status, classes }: Item) {
	const tag = status?.tag
	return given({
		title: content(title),
		titleClass: title?.classes,
		href,
		hint: content(hint),
		status: tag ? (
			<Tag {...given({ class: tag.classes, attributes: tag.attributes })}>{content(tag)}</Tag>
		) : (
			content(status)
		),
		statusClass: status?.classes,
		class: classes,
	})
}

export const rowsOf = <T,>(o: Options) => (o as unknown as { rows: T[] }).rows
