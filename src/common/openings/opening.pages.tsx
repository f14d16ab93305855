import type { ComponentChildren } from 'preact'
import { dayIn } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import { Details } from '../../ui/Details.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { BeforeYouWrite } from '../areas/index.ts'
import { draftWords } from '../drafts/index.ts'
import type { Framed } from '../frame/index.ts'
import type { Seen } from './openable.ts'
import { type Flow, questionsOf, type What } from './opening.flow.ts'
import { fieldsOfQuestion, idsIn, lengths, mostPurpose, type Question } from './opening.forms.ts'

type Asking = { question: Question; once: string; csrf: string }
type Props = { flow: Flow }

const hrefOf = ({ me }: Flow, question?: Question) =>
	`${routes.openings.open.href({ person: me })}${question ? `?question=${question}` : ''}`

/** One question, with what was answered before. */
export function questionPage(flow: Flow, { question, once, csrf }: Asking): Framed {
	const { say, me, errors } = flow
	const all = questionsOf(flow)
	const before = all[all.indexOf(question) - 1]
	const One = asks[question]
	const errorList = fieldsOfQuestion[question].flatMap((field) =>
		errors[field] ? [{ text: errors[field], href: `#${field}` }] : [],
	)
	return {
		title: say('tab'),
		backHref: before ? hrefOf(flow, before) : routes.openings.list.href({ person: me }),
		body: (
			<>
				<ErrorSummary errorList={errorList} />
				<AskedForm flow={flow} csrf={csrf} once={once} isWritten={question === 'purpose'}>
					<input type="hidden" name="question" value={question} />
					<One flow={flow} />
					<div class="button-group">
						<Button preventDoubleClick>{say('goOn')}</Button>
						<Button name="step" value="stop" kind="secondary">
							{say('stop')}
						</Button>
					</div>
				</AskedForm>
			</>
		),
	}
}

type FormProps = Props & { csrf: string; once: string; isWritten: boolean; children: ComponentChildren }

function AskedForm({ flow, csrf, once, isWritten, children }: FormProps) {
	const drafts = draftWords({ locale: flow.reader.locale, voice: 'anyone' })
	const action = hrefOf(flow)
	const kept = isWritten
		? { 'data-draft': action, 'data-draft-saved': drafts('saved'), 'data-draft-failed': drafts('notSaved') }
		: {}
	return (
		<form method="post" action={action} noValidate {...kept}>
			<input type="hidden" name="csrf" value={csrf} />
			<input type="hidden" name="once" value={once} />
			{children}
		</form>
	)
}

const asks: Readonly<Record<Question, (props: Props) => ComponentChildren>> = {
	what: AskWhat,
	to: AskTo,
	purpose: AskPurpose,
	until: AskUntil,
	names: AskNames,
}

function AskWhat({ flow: { say, fields, errors, whats, reader } }: Props) {
	return (
		<Radios
			name="what"
			legend={say('whatTitle')}
			isPageHeading
			hint={say('whatHint')}
			value={fields.what}
			errorMessage={errors.what}
			items={whats.map(({ value, openable, thing }) => {
				const { whole, wholeHint } = openable.says(reader.locale)
				return thing
					? { value, text: <bdi data-own-words="">{thing.words}</bdi> }
					: { value, text: whole, hint: wholeHint }
			})}
		/>
	)
}

function AskTo({ flow: { say, fields, errors, tos } }: Props) {
	if (tos.length === 0) {
		return (
			<>
				<h1>{say('toTitle')}</h1>
				<p>{say('toNobody')}</p>
			</>
		)
	}
	return (
		<Radios
			name="to"
			legend={say('toTitle')}
			isPageHeading
			hint={say('toHint')}
			value={fields.to}
			errorMessage={errors.to}
			items={tos.map(({ id, name, tie }) => ({ value: id, text: <bdi>{name}</bdi>, hint: say(`tie_${tie}`) }))}
		/>
	)
}

function AskPurpose({ flow: { say, fields, errors, to, reader, passedOn } }: Props) {
	return (
		<>
			<CharacterCount
				name="purpose"
				label={say('purposeTitle')}
				isPageHeading
				hint={say('purposeHint', { name: to?.name ?? '' })}
				maxlength={mostPurpose}
				rows={3}
				value={fields.purpose}
				errorMessage={errors.purpose}
			/>
			<BeforeYouWrite reader={reader} passedOn={passedOn} />
		</>
	)
}

function AskUntil({ flow: { say, fields, errors, works } }: Props) {
	const day = <Input name="day" label={say('whichDay')} value={fields.day} errorMessage={errors.day} />
	return (
		<Radios
			name="until"
			legend={say('untilTitle')}
			isPageHeading
			hint={say('untilHint')}
			value={fields.until}
			errorMessage={errors.until}
			items={lengths.map(
				(value) =>
					(value !== 'work' || works) && {
						value,
						text: say(`until_${value}`),
						...(value === 'work' ? { hint: say('until_workHint') } : {}),
						...(value === 'day' ? { conditional: day } : {}),
					},
			)}
		/>
	)
}

function AskNames({ flow: { say, fields, errors, found, to } }: Props) {
	return (
		<>
			<Checkboxes
				name="names"
				legend={say('namesTitle', { name: to?.name ?? '' })}
				isPageHeading
				hint={say('namesHint')}
				values={idsIn(fields.names ?? '')}
				errorMessage={errors.names}
				items={found.map(({ id, name }) => ({ value: id, name: `show-${id}`, text: <bdi>{name}</bdi> }))}
			/>
			<p class="quiet">{say('namesOnly')}</p>
		</>
	)
}

/** What it is, as the person calls it: the part, or the very words of the thing. */
const whatItIs = ({ openable, thing }: What, { reader }: Flow): ComponentChildren =>
	thing ? <bdi data-own-words="">{thing.words}</bdi> : openable.says(reader.locale).whole

/** Everything that was answered and everything that the other would see; and then yes or no, each one press. */
export function checkPage(
	flow: Flow,
	{ once, csrf, seen }: { once: string; csrf: string; seen: readonly Seen[] },
): Framed {
	const { say, what, to, fields, found, answers, openSince, reader } = flow
	if (!what || !to || !answers) throw new Error('What is checked has been answered.')
	const name = to.name
	const [first, ...more] = seen
	const shown = found.filter(({ id }) => answers.names.includes(id)).map((one) => one.name)
	const rows: (false | { question: Question; key: string; value: ComponentChildren })[] = [
		{ question: 'what', key: say('what'), value: whatItIs(what, flow) },
		{ question: 'to', key: say('to'), value: <bdi>{name}</bdi> },
		{ question: 'purpose', key: say('whatFor'), value: <bdi data-own-words="">{answers.purpose}</bdi> },
		{ question: 'until', key: say('untilKey'), value: <HowLong flow={flow} /> },
		found.length > 0 && { question: 'names', key: say('namesKey'), value: shown.join(', ') || say('namesNone') },
	]
	return {
		title: say('tab'),
		backHref: hrefOf(flow, questionsOf(flow).at(-1)),
		...(seen.some(({ sound }) => sound) && { sound: 'plays' }),
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<p>{say('checkIntro', { name })}</p>
				<SummaryList
					rows={rows.map(
						(row) =>
							row && {
								key: row.key,
								value: row.value,
								actions: [{ href: hrefOf(flow, row.question), text: say('change'), visuallyHiddenText: row.key }],
							},
					)}
				/>
				<p>{what.openable.says(reader.locale).also}</p>
				<p>{say('lookedAtBy', { name })}</p>
				{openSince && <p>{say('places', { name, day: dayIn(openSince, reader.locale) })}</p>}
				<section class="seen" aria-label={say('theySee', { name })}>
					<h2>{say('theySee', { name })}</h2>
					<div class="seen__page">{first?.body}</div>
					{more.map(({ title, about, body }, at) => (
						<Details
							key={`${at}-${title}`}
							summary={
								<>
									{say('theySeeMore', { title })} {about && <bdi data-own-words="">{about}</bdi>}
								</>
							}
						>
							<div class="seen__page">{body}</div>
						</Details>
					))}
					<p>{say('endOfWhatTheySee')}</p>
				</section>
				<AskedForm flow={flow} csrf={csrf} once={once} isWritten={false}>
					{Object.entries(fields).map(([field, value]) => (
						<input key={field} type="hidden" name={field} value={value} />
					))}
					<div class="button-group">
						<Button name="step" value="yes" kind="secondary" preventDoubleClick>
							{say('yes')}
						</Button>
						<Button name="step" value="stop" kind="secondary" preventDoubleClick>
							{say('no')}
						</Button>
					</div>
				</AskedForm>
			</>
		),
	}
}

function HowLong({ flow: { say, answers, reader } }: Props) {
	if (!answers) return null
	if (answers.until !== 'day' || !answers.day) return <>{say(`until_${answers.until}`)}</>
	return <>{say('untilDay', { day: dayIn(new Date(`${answers.day}T12:00:00Z`), reader.locale) })}</>
}
