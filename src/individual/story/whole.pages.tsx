import type { Form } from '../../common/drafts/index.ts'
import { FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Input } from '../../ui/Input.tsx'
import { Own } from './moment.parts.tsx'
import { Before } from './moment-writing.pages.tsx'
import type { Mine, ToWrite } from './reading.ts'
import { most } from './story.forms.ts'
import type { Whole } from './story.queries.ts'

type WithWhole = Mine & { whole: Whole | undefined }

/** "What year were you born?" */
export function bornPage(reading: WithWhole & ToWrite, form: Form): Framed {
	const { say, reader, here } = reading
	return {
		title: say('tabWrite'),
		backHref: routes.story.show.href(here),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Input
					name="year"
					label={say('bornTitle')}
					isPageHeading
					hint={say('bornHint')}
					inputmode="numeric"
					value={form.fields.year}
					errorMessage={form.errors.year}
				/>
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}

/** "What helps when it gets hard?": one's own list, for later. */
export function calmPage(reading: WithWhole & ToWrite, form: Form): Framed {
	const { say, reader, here } = reading
	return {
		title: say('tabWrite'),
		backHref: routes.story.breathe.href(here),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<h1>{say('calmTitle')}</h1>
				<Before {...reading} />
				{(['calms', 'rings'] as const).map((name) => (
					<CharacterCount
						key={name}
						name={name}
						label={say(name)}
						optional
						hint={say(`${name}Hint`)}
						maxlength={most.answer}
						rows={3}
						value={form.fields[name]}
						errorMessage={form.errors[name]}
					/>
				))}
			</FormParts.Ask>
		),
	}
}

/** Stop and breathe: a few words, and the person's own list of what calms and whom to ring. */
export function BreathePage({ say, here, whole }: WithWhole) {
	const hasList = Boolean(whole?.calms || whole?.rings)
	return (
		<>
			<h1>{say('breatheTitle')}</h1>
			<ol>
				<li>{say('breathe1')}</li>
				<li>{say('breathe2')}</li>
				<li>{say('breathe3')}</li>
			</ol>
			{(['calms', 'rings'] as const).map(
				(name) =>
					whole?.[name] && (
						<section key={name}>
							<h2>{say(name)}</h2>
							<Own>{whole[name]}</Own>
						</section>
					),
			)}
			{!hasList && <p>{say('calmNone')}</p>}
			<p>{say('breatheStop')}</p>
			<div class="button-group">
				<Button href={routes.helpNow.href()}>{say('toHelp')}</Button>
				<Button href={routes.story.calm.href(here)} kind="secondary">
					{say(hasList ? 'changeCalm' : 'toCalm')}
				</Button>
			</div>
		</>
	)
}

/** What was done to others is not collected here. The page says so, and helps to prepare the talk that it needs. */
export function HarmPage({ say, here }: Mine) {
	return (
		<>
			<h1>{say('harmTitle')}</h1>
			<p>{say('harm1')}</p>
			<p>{say('harm2')}</p>
			<p>{say('harm3')}</p>
			<h2>{say('harmPrepare')}</h2>
			<p>{say('harmPrepareHint')}</p>
			<ul>
				{(['harmAsk1', 'harmAsk2', 'harmAsk3', 'harmAsk4', 'harmAsk5'] as const).map((key) => (
					<li key={key}>{say(key)}</li>
				))}
			</ul>
			<p>{say('harmWho')}</p>
			<div class="button-group">
				<Button href={routes.appointments.list.href(here)} kind="secondary">
					{say('toMeet')}
				</Button>
				<Button href={routes.story.breathe.href(here)} kind="secondary">
					{say('toBreathe')}
				</Button>
			</div>
		</>
	)
}
