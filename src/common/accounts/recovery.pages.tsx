import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Input } from '../../ui/Input.tsx'
import { Form, NewSecret, SharedDevice, SignInName, ToPutRight } from './coming-in.pages.tsx'
import type { comingInWords } from './coming-in.words.ts'
import type { recoveryWords } from './recovery.words.ts'

type Props = {
	say: ReturnType<typeof recoveryWords>
	sayIn: ReturnType<typeof comingInWords>
	csrf: string
	fields: Fields
	errors: Errors
}

/** Somebody cannot come in: first of all the simplest way, then their two people. */
export function AskRecoveryPage({ say, sayIn, csrf, fields, errors }: Props) {
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('heading')}</h1>
			<h2>{say('cardHeading')}</h2>
			<p>{say('card')}</p>
			<p>{say('cardSupport')}</p>
			<h2>{say('twoHeading')}</h2>
			<p>{say('two')}</p>
			<p>
				{say('twoHow')} {say('twoWait')}
			</p>
			<p>{say('twoHere')}</p>
			<Form action={routes.recovery.ask.href()} csrf={csrf}>
				<SignInName say={sayIn} fields={fields} errors={errors} />
				<Button preventDoubleClick>{say('ask')}</Button>
			</Form>
			<p>
				<a class="act-link" href={routes.recovery.back.href()}>
					{say('toBack')}
				</a>
			</p>
		</>
	)
}

/** The number, once. The page is the same whether or not there is anybody to type it. */
export function NumberPage({ say, number }: Pick<Props, 'say'> & { number: string }) {
	return (
		<>
			<h1>{say('numberHeading')}</h1>
			<div class="sign-in-name">
				<strong>{number}</strong>
			</div>
			<p>{say('numberOnce')}</p>
			<p>
				{say('numberTell')} {say('numberThey')}
			</p>
			<p>
				{say('numberThree')} {say('numberBack')}
			</p>
			<p>{say('numberNobody')}</p>
			<p>
				<a class="act-link" href={routes.recovery.back.href()}>
					{say('toBack')}
				</a>
			</p>
		</>
	)
}

/** The number comes back. */
export function BackPage({ say, csrf, fields, errors }: Props) {
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('backHeading')}</h1>
			<Form action={routes.recovery.back.href()} csrf={csrf}>
				<Input
					name="number"
					label={say('number')}
					hint={say('numberHint')}
					value={fields.number}
					errorMessage={errors.number}
					inputmode="numeric"
					autocomplete="off"
					spellcheck={false}
				/>
				<Button preventDoubleClick>{say('goOn')}</Button>
			</Form>
		</>
	)
}

/** Both have said yes, and the day of waiting is not over. */
export function WaitPage({ say, day, time }: Pick<Props, 'say'> & { day: string; time: string }) {
	return (
		<>
			<h1>{say('waitHeading')}</h1>
			<p>{say('wait', { day, time })}</p>
			<p>{say('waitWhy')}</p>
		</>
	)
}

type ChooseProps = Props & { holder: { name: string; sign_in_name: string } }

/** A new secret is chosen. */
export function ChooseAgainPage({ say, sayIn, csrf, fields, errors, holder }: ChooseProps) {
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>
				<bdi>{say('chooseHeading', { name: holder.name })}</bdi>
			</h1>
			<p>{say('chooseName', { signInName: holder.sign_in_name })}</p>
			<p>{say('chooseAll')}</p>
			<Form action={routes.recovery.choose.href()} csrf={csrf}>
				<input type="hidden" name="number" value={fields.number} />
				<NewSecret say={sayIn} errors={errors} />
				<SharedDevice say={sayIn} fields={fields} />
				<Button preventDoubleClick>{sayIn('setSecret')}</Button>
			</Form>
		</>
	)
}
