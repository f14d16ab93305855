import type { ComponentChildren } from 'preact'
import type { Locale } from '../../platform/words.ts'
import { Button } from '../../ui/Button.tsx'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Sound } from '../../ui/Sound.tsx'
import type { AddForm } from './adding.routes.ts'
import { inMegabytes, type Kind, mostBytes, mostMinutes, mostWords, photosTaken, voicesTaken } from './files.ts'
import { fileWords } from './files.words.ts'

type Props = {
	form: AddForm
	kind: Kind
	locale: Locale
	/** What stands before the press that keeps it, such as what would have to be passed on. */
	children?: ComponentChildren
}

/** The form by which a photo or a voice note comes. A page with one for voices says `sound: 'records'` to its frame. */
export function AddFile({ form, kind, locale, children }: Props) {
	const say = fileWords({ locale, voice: 'anyone' })
	const { errors, fields } = form
	const isPhoto = kind === 'photo'
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<form method="post" action={form.action} encType="multipart/form-data" noValidate>
				<input type="hidden" name="csrf" value={form.csrf} />
				<input type="hidden" name="once" value={form.once} />
				{!isPhoto && <Recorder locale={locale} />}
				<Input
					type="file"
					name="file"
					label={say(kind)}
					hint={say(`${kind}Hint`, { most: inMegabytes(mostBytes[kind]) })}
					errorMessage={errors.file}
					attributes={{ accept: isPhoto ? photosTaken : voicesTaken }}
				/>
				<CharacterCount
					name="words"
					label={say(isPhoto ? 'seen' : 'wordsBeside')}
					optional
					hint={say(isPhoto ? 'seenHint' : 'wordsBesideHint')}
					maxlength={mostWords}
					rows={2}
					value={fields.words}
					errorMessage={errors.words}
				/>
				{children}
				<Button preventDoubleClick>{say('keep')}</Button>
			</form>
		</>
	)
}

/** Recording within the page. It is there once a script has found a microphone to ask for (`ui/browser/recorder.ts`). */
function Recorder({ locale }: { locale: Locale }) {
	const say = fileWords({ locale, voice: 'anyone' })
	const press = (does: 'record' | 'pause' | 'goOn' | 'stop' | 'throwAway' | 'onDevice', kind?: 'secondary') => (
		<Button type="button" {...(kind && { kind })} attributes={{ 'data-does': does, hidden: true }}>
			{say(does)}
		</Button>
	)
	const told = ['listening', 'paused', 'recorded', 'thrownAway', 'refused', 'sending', 'failed'] as const
	return (
		<section
			class="recorder"
			hidden
			data-module="recorder"
			data-recorder={mostMinutes}
			{...Object.fromEntries(told.map((one) => [`data-${one.toLowerCase()}`, say(one)]))}
		>
			<h2>{say('recordHere')}</h2>
			<p>{say('howLong', { most: mostMinutes })}</p>
			<p role="status" />
			<p class="recorder__time" hidden>
				<output>0:00</output>
			</p>
			<div class="button-group">
				{press('record')}
				{press('pause', 'secondary')}
				{press('goOn', 'secondary')}
				{press('stop')}
			</div>
			<Sound label={say('listen')} hidden />
			<div class="button-group">
				{press('throwAway', 'secondary')}
				{press('onDevice', 'secondary')}
			</div>
		</section>
	)
}
