import type { VNode } from 'preact'
import { BackLink } from './BackLink.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { Button } from './Button.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import { Checkboxes } from './Checkboxes.tsx'
import { Details } from './Details.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { ExitThisPage } from './ExitThisPage.tsx'
import { Fieldset } from './Fieldset.tsx'
import {
	type Cell,
	cellOf,
	choicesOf,
	common,
	content,
	fieldOf,
	given,
	linkOf,
	type Options,
	type Row,
	rowOf,
	rowsOf,
	taskOf,
	textareaOf,
} from './fixtures.options.test-tools.tsx'
import { Hint } from './Hint.tsx'
import { asChildren } from './html.test-tools.ts'
import { Input } from './Input.tsx'
import { InsetText } from './InsetText.tsx'
import { Label } from './Label.tsx'
import { NotificationBanner } from './NotificationBanner.tsx'
import { Radios } from './Radios.tsx'
import { Select } from './Select.tsx'
import { SkipLink } from './SkipLink.tsx'
import { SummaryList } from './SummaryList.tsx'
import { Table } from './Table.tsx'
import { Tag } from './Tag.tsx'
import { TaskList } from './TaskList.tsx'
import { Textarea } from './Textarea.tsx'
import { WarningText } from './WarningText.tsx'

/** Each component of ours, rendered with the options of a fixture. */
export const adapters: Readonly<Record<string, (o: Options) => VNode>> = {
	'skip-link': (o) => (
		<SkipLink {...common(o)} href={o.href ?? '#content'}>
			{content(o)}
		</SkipLink>
	),
	'exit-this-page': (o) => (
		<ExitThisPage {...common(o)} {...given({ href: o.redirectUrl })}>
			{content(o)}
		</ExitThisPage>
	),
	'back-link': (o) => (
		<BackLink {...common(o)} href={o.href ?? '#'}>
			{content(o)}
		</BackLink>
	),
	button: ({ href, type, name, value, disabled, preventDoubleClick, ...o }) => (
		<Button {...common({ ...o, name })} {...given({ href, type, name, value, disabled, preventDoubleClick })}>
			{content(o)}
		</Button>
	),
	'error-summary': (o) => (
		<ErrorSummary
			{...common(o)}
			{...given({
				title: content({ ...given({ text: o.titleText, html: o.titleHtml }) }),
				errorList: o.errorList?.map((error) => linkOf({ ...error, href: error.href })),
				disableAutoFocus: o.disableAutoFocus,
			})}
		>
			{content(given({ text: o.descriptionText, html: o.descriptionHtml }))}
		</ErrorSummary>
	),
	'error-message': (o) => (
		<ErrorMessage {...common(o)} {...given({ visuallyHiddenText: o.visuallyHiddenText })}>
			{content(o)}
		</ErrorMessage>
	),
	hint: (o) => <Hint {...common(o)}>{content(o)}</Hint>,
	label: (o) => (
		<Label {...common(o)} {...given({ for: o.for, isPageHeading: o.isPageHeading })}>
			{content(o)}
		</Label>
	),
	fieldset: (o) => (
		<Fieldset
			{...common(o)}
			{...given({
				legend: content(o.legend),
				legendClass: o.legend?.classes,
				isPageHeading: o.legend?.isPageHeading,
				describedBy: o.describedBy,
				role: o.role,
			})}
		>
			{o.html && asChildren(o.html)}
		</Fieldset>
	),
	input: (o) => {
		const { value, type, inputmode, autocomplete, autocapitalize, pattern, spellcheck, disabled } = o
		const affixes = { prefix: content(o.prefix), suffix: content(o.suffix) }
		const own = { value, type: type as 'text', inputmode, autocomplete, autocapitalize, pattern, spellcheck, disabled }
		return <Input {...fieldOf(o)} {...given({ ...own, ...affixes })} />
	},
	textarea: (o) => <Textarea {...textareaOf(o)} />,
	'character-count': (o) => (
		<CharacterCount {...textareaOf(o)} maxlength={o.maxlength} {...given({ threshold: o.threshold })} />
	),
	radios: (o) => <Radios {...choicesOf(o)} {...given({ value: o.value })} />,
	checkboxes: (o) => <Checkboxes {...choicesOf(o)} {...given({ values: o.values })} />,
	select: (o) => (
		<Select
			{...fieldOf(o)}
			{...given({ value: o.value, disabled: o.disabled })}
			items={(o.items ?? []).map(
				(item) =>
					item &&
					given({
						text: item.text ?? '',
						value: item.value,
						selected: item.selected,
						disabled: item.disabled,
						attributes: item.attributes,
					}),
			)}
		/>
	),
	details: (o) => (
		<Details
			{...common(o)}
			{...given({ open: o.open })}
			summary={content(given({ text: o.summaryText, html: o.summaryHtml }))}
		>
			{content(o)}
		</Details>
	),
	'inset-text': (o) => <InsetText {...common(o)}>{content(o)}</InsetText>,
	'warning-text': (o) => (
		<WarningText {...common(o)} {...given({ iconFallbackText: o.iconFallbackText })}>
			{content(o)}
		</WarningText>
	),
	'notification-banner': (o) => (
		<NotificationBanner
			{...common(o)}
			{...given({
				text: o.text,
				type: o.type as unknown as 'success',
				title: content(given({ text: o.titleText, html: o.titleHtml })),
				titleId: o.titleId,
				titleHeadingLevel: o.titleHeadingLevel,
				role: o.role as unknown as 'region',
				disableAutoFocus: o.disableAutoFocus,
			})}
		>
			{o.html && asChildren(o.html)}
		</NotificationBanner>
	),
	'summary-list': (o) => <SummaryList {...common(o)} rows={rowsOf<Row>(o).map((row) => row && rowOf(row))} />,
	breadcrumbs: (o) => (
		<Breadcrumbs
			{...common(o)}
			{...given({ collapseOnMobile: o.collapseOnMobile, label: o.labelText })}
			items={o.items.map((item) => linkOf({ ...item, href: item.href }))}
		/>
	),
	tag: (o) => <Tag {...common(o)}>{content(o)}</Tag>,
	'task-list': (o) => (
		<TaskList {...common(o)} {...given({ idPrefix: o.idPrefix })} items={o.items.map((item) => item && taskOf(item))} />
	),
	table: (o) => (
		<Table
			{...common(o)}
			{...given({
				caption: o.caption,
				captionClass: o.captionClasses,
				head: o.head?.map(cellOf),
				firstCellIsHeader: o.firstCellIsHeader,
			})}
			rows={rowsOf<Cell[]>(o).map((row) => (row ? row.map(cellOf) : false))}
		/>
	),
}
