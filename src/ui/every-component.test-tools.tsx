import type { VNode } from 'preact'
import { BackLink } from './BackLink.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { Button } from './Button.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import { Chart } from './Chart.tsx'
import { Checkboxes } from './Checkboxes.tsx'
import { Details } from './Details.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Input } from './Input.tsx'
import { InsetText } from './InsetText.tsx'
import { NotificationBanner } from './NotificationBanner.tsx'
import { Page } from './Page.tsx'
import { Radios } from './Radios.tsx'
import { Said } from './Said.tsx'
import { Scale } from './Scale.tsx'
import { Select } from './Select.tsx'
import { SummaryList } from './SummaryList.tsx'
import { Table } from './Table.tsx'
import { Tag } from './Tag.tsx'
import { TaskList } from './TaskList.tsx'
import { Textarea } from './Textarea.tsx'
import { Voice } from './Voice.tsx'
import { WarningText } from './WarningText.tsx'

/** A page with every component on it, each saying `text` wherever it can say something. */
export function everyComponent(text: string, assets = { css: '/a.css', js: '/a.js', icon: '/a.svg' }): VNode {
	const field = { label: text, hint: text, errorMessage: text, value: text, optional: true }
	const question = { legend: text, hint: text, errorMessage: text, values: ['yes'], value: 'yes' }
	const choices = [
		{ value: 'yes', text, hint: text, conditional: <Input name="how" {...field} /> },
		{ divider: text },
		{ value: text, text },
	]
	return (
		<Page
			reader={{ locale: 'en', voice: 'anyone' }}
			title={text}
			error
			backHref="/back"
			nav={[
				{ href: '/', text, current: true },
				{ href: '/plan', text },
			]}
			account={{ name: text, signOutHref: '/out', csrf: text }}
			languageHref="/words"
			csrf={text}
			path={text}
			notice={text}
			assets={assets}
		>
			<Breadcrumbs items={[{ text, href: '/' }, { text }]} collapseOnMobile />
			<BackLink href="/back">{text}</BackLink>
			<ErrorSummary errorList={[{ text, href: '#words' }, { text }]}>{text}</ErrorSummary>
			<NotificationBanner type="success" text={text} title={text} disableAutoFocus />
			<h1>{text}</h1>
			<form method="post" action="/">
				<Input name="words" {...field} prefix={text} suffix={text} />
				<Textarea name="more" {...field} />
				<CharacterCount name="counted" maxlength={2000} {...field} threshold={50} />
				<Radios name="which" items={choices} {...question} />
				<Checkboxes name="all" items={choices} {...question} />
				<Scale name="how-far" {...question} />
				<Select name="one" {...field} items={[{ text, value: text }]} />
				<Button preventDoubleClick name="go" value={text}>
					{text}
				</Button>
				<Button kind="secondary" href="/on">
					{text}
				</Button>
			</form>
			<Details summary={text}>{text}</Details>
			<InsetText>{text}</InsetText>
			<WarningText>{text}</WarningText>
			<SummaryList
				rows={[
					{ key: text, value: text, actions: [{ href: '/1', text, visuallyHiddenText: text }] },
					{
						key: text,
						value: text,
						actions: [
							{ href: '/1', text },
							{ href: '/2', text },
						],
					},
					{ key: text, value: text },
				]}
			/>
			<TaskList
				items={[
					{ title: text, href: '/1', hint: text, status: <Tag>{text}</Tag> },
					{ title: text, status: text },
				]}
			/>
			<Table
				caption={text}
				head={[{ text }, { text, format: 'numeric' }]}
				rows={[[{ text }, { text, format: 'numeric' }]]}
				firstCellIsHeader
			/>
			<Chart
				label={text}
				series={[
					{
						name: text,
						hand: 'person',
						points: [
							{ day: '2026-03-04', value: 3 },
							{ day: '2026-04-04', value: 6 },
						],
					},
					{ name: `${text} too`, hand: 'practitioner', points: [{ day: '2026-03-20', value: 6 }] },
					{ name: `${text} as well`, hand: 'third', points: [{ day: '2026-04-01', value: 4 }] },
				]}
				lines={[0, 5, 10]}
				day={() => text}
			>
				<Table rows={[[{ text }]]} />
			</Chart>
			<Voice hand="person" name={text}>
				<p>{text}</p>
			</Voice>
			<Voice hand="practitioner" name={text} as={text} />
			<Said hand="third" name={text} as={text} date="2026-03-04" words={text}>
				<Tag>{text}</Tag>
			</Said>
		</Page>
	)
}
