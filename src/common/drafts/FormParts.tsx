import type { ComponentChildren } from 'preact'
import { dayIn } from '../../platform/days.ts'
import type { Reader } from '../../platform/words.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { draftWords } from './drafts.words.ts'
import type { Form } from './writing.routes.ts'

type Parts = { form: Form; reader: Reader; children: ComponentChildren }

/**
 * The form round the questions: what to put right on top, the draft kept as it grows, and the presses at its end.
 *
 * @param keep what the press says that keeps it at once: where nobody else will read it, there is nothing to check first
 */
function Ask({ form, reader, keep, children }: Parts & { keep?: string }) {
	const say = draftWords({ locale: reader.locale, voice: 'anyone' })
	const errors = Object.entries(form.errors).map(([field, text]) => ({ text, href: `#${field}` }))
	return (
		<>
			<ErrorSummary errorList={errors} />
			<form
				method="post"
				action={form.action}
				noValidate
				data-draft={form.action}
				data-draft-saved={say('saved')}
				data-draft-failed={say('notSaved')}
			>
				<input type="hidden" name="csrf" value={form.csrf} />
				<input type="hidden" name="once" value={form.once} />
				{form.savedAt && (
					<p class="quiet">
						{say('kept', { day: dayIn(form.savedAt, reader.locale) })}{' '}
						<button class="link-button" type="submit" name="step" value="throw-away">
							{say('throwAway')}
						</button>
					</p>
				)}
				{children}
				<div class="button-group">
					<Button name="step" value={keep ? 'share' : 'check'} preventDoubleClick>
						{keep ?? say('goOn')}
					</Button>
					<Button name="step" value="later" kind="secondary">
						{say('later')}
					</Button>
				</div>
			</form>
		</>
	)
}

/** The press that shares what was checked: it sends the very words that stand on the page. */
function Share({ form, reader, children }: Parts) {
	const say = draftWords({ locale: reader.locale, voice: 'anyone' })
	return (
		<form method="post" action={form.action}>
			<input type="hidden" name="csrf" value={form.csrf} />
			<input type="hidden" name="once" value={form.once} />
			{Object.entries(form.fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<div class="button-group">
				<Button name="step" value="share" preventDoubleClick>
					{children}
				</Button>
				<a class="act-link" href={form.action}>
					{say('change')}
				</a>
			</div>
		</form>
	)
}

export const FormParts = { Ask, Share }
