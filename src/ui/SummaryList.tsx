import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type Action = {
	href: string
	text: ComponentChildren
	/** What the link is about, where the eye sees it from the row: "Change" hidden "your words". */
	visuallyHiddenText?: string
	class?: string
	attributes?: Attributes
}

type Row = {
	key: ComponentChildren
	value: ComponentChildren
	actions?: readonly Action[]
	actionsClass?: string
	keyClass?: string
	valueClass?: string
	class?: string
}

type SummaryListProps = {
	rows: readonly (Row | false | null | undefined)[]
	class?: string
	attributes?: Attributes
}

/** What was answered or agreed, name by name, each with what can be done about it. */
export function SummaryList({ rows, class: classes, attributes }: SummaryListProps) {
	const anyActions = rows.some((row) => (row ? row.actions?.length : false))
	return (
		<dl class={spaced('summary-list', classes)} {...attributes}>
			{rows.map(
				(row) =>
					row && (
						<div
							class={spaced(
								'summary-list__row',
								anyActions && !row.actions && 'summary-list__row--no-actions',
								row.class,
							)}
						>
							<dt class={spaced('summary-list__key', row.keyClass)}>{row.key}</dt>
							<dd class={spaced('summary-list__value', row.valueClass)}>{row.value}</dd>
							{row.actions && row.actions.length > 0 && (
								<dd class={spaced('summary-list__actions', row.actionsClass)}>
									<Actions actions={row.actions} />
								</dd>
							)}
						</div>
					),
			)}
		</dl>
	)
}

function Actions({ actions }: { actions: readonly Action[] }) {
	const [only, ...more] = actions
	if (only && more.length === 0) return <ActionLink {...only} />
	return (
		<ul class="summary-list__actions-list">
			{actions.map((action) => (
				<li key={action.href} class="summary-list__actions-list-item">
					<ActionLink {...action} />
				</li>
			))}
		</ul>
	)
}

function ActionLink({ href, text, visuallyHiddenText, class: classes, attributes }: Action) {
	return (
		<a class={spaced('link', classes)} href={href} {...attributes}>
			{text}
			{visuallyHiddenText && <span class="visually-hidden"> {visuallyHiddenText}</span>}
		</a>
	)
}
