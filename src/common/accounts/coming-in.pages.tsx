import type { ComponentChildren } from 'preact'
import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import type { comingInWords } from './coming-in.words.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import type { passkeyWords } from './passkeys.words.ts'
import type { providerWords } from './providers.words.ts'

type Props = { say: ReturnType<typeof comingInWords>; csrf: string; fields: Fields; errors: Errors }

/** What there is to put right, on top of the page. */
export function ToPutRight({ errors }: Pick<Props, 'errors'>) {
	return <ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
}

export function Form({ action, csrf, children }: Pick<Props, 'csrf'> & FormOwn) {
	return (
		<form method="post" action={action} noValidate>
			<input type="hidden" name="csrf" value={csrf} />
			{children}
		</form>
	)
}
type FormOwn = { action: string; children: ComponentChildren }

/** The name that was made for somebody to sign in with. */
export function SignInName({ say, fields, errors }: Omit<Props, 'csrf'>) {
	return (
		<Input
			name="name"
			label={say('name')}
			hint={say('nameHint')}
			value={fields.name}
			errorMessage={errors.name}
			autocomplete="username"
			autocapitalize="none"
			spellcheck={false}
		/>
	)
}

/** Whether the device is somebody else's. */
export function SharedDevice({ say, fields }: Pick<Props, 'say' | 'fields'>) {
	return (
		<Checkboxes
			name="shared"
			legend={say('shared')}
			values={[fields.shared ?? '']}
			items={[{ value: 'yes', text: say('sharedYes'), hint: say('sharedHint') }]}
		/>
	)
}

type SignInProps = Props & {
	sayPasskey: ReturnType<typeof passkeyWords>
	sayProvider: ReturnType<typeof providerWords>
	providers: readonly { id: string; name: string }[]
}

/** Coming in with a sign-in name and a secret, with a passkey, or through an organisation. */
export function SignInPage(props: SignInProps) {
	const { say, sayPasskey, sayProvider, providers, csrf, fields, errors } = props
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('heading')}</h1>
			<Form action={routes.signIn.href()} csrf={csrf}>
				<SignInName say={say} fields={fields} errors={errors} />
				<Input
					name="secret"
					type="password"
					label={say('secret')}
					errorMessage={errors.secret}
					autocomplete="current-password"
				/>
				<SharedDevice {...props} />
				<Button preventDoubleClick>{say('signIn')}</Button>
				<div class="ways-in">
					<PasskeyButton
						begin={routes.passkeySignIn.begin.href()}
						ceremony="get"
						action={routes.passkeySignIn.show.href()}
						kind="secondary"
						without={sayPasskey('comeInWithout')}
						failed={sayPasskey('comeInFailed')}
					>
						{sayPasskey('comeIn')}
					</PasskeyButton>
					{providers.map(({ id, name }) => (
						<Button
							key={id}
							kind="secondary"
							attributes={{ formaction: routes.providerSignIn.go.href({ provider: id }) }}
						>
							{sayProvider('comeIn', { name })}
						</Button>
					))}
				</div>
			</Form>
			<p>
				<a class="act-link" href={routes.codeSignIn.ask.href()}>
					{say('toCode')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.card.use.href()}>
					{say('toCard')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.recovery.ask.href()}>
					{say('noWay')}
				</a>
			</p>
		</>
	)
}

/** Coming in with a card: its code, which a camera brings along in the part of the address that is never sent. */
export function CardPage({ say, csrf, fields, errors }: Props) {
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('cardHeading')}</h1>
			<Form action={routes.card.use.href()} csrf={csrf}>
				<Input
					name="code"
					label={say('code')}
					hint={say('codeHint')}
					value={fields.code}
					errorMessage={errors.code}
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
					attributes={{ 'data-module': 'card-code' }}
				/>
				<Button preventDoubleClick>{say('goOn')}</Button>
			</Form>
		</>
	)
}

type Holder = { name: string; areaName: string; hasSecret: boolean; staff: { needed: boolean } | undefined }

/** The holder of a card chooses a secret. */
export function ChoosePage(props: Props & { holder: Holder }) {
	const { say, csrf, fields, errors, holder } = props
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>
				<bdi>{say('chooseHeading', { name: holder.name })}</bdi>
			</h1>
			<p>{say('chooseWhere', { area: holder.areaName })}</p>
			<p>{say('chooseNotYou', { name: holder.name })}</p>
			<Form action={routes.card.choose.href()} csrf={csrf}>
				<input type="hidden" name="code" value={fields.code} />
				{holder.staff && <p>{say('chooseStronger')}</p>}
				{holder.hasSecret && !holder.staff?.needed && <p>{say('chooseInstead')}</p>}
				{holder.staff && !holder.staff.needed && (
					<p>
						<Button name="way" value="stronger">
							{say('goOnStronger')}
						</Button>
					</p>
				)}
				{!holder.staff?.needed && <NewSecret say={say} errors={errors} />}
				<SharedDevice {...props} />
				<Button preventDoubleClick {...(holder.staff && !holder.staff.needed && { kind: 'secondary' })}>
					{say(holder.staff?.needed ? 'goOn' : 'setSecret')}
				</Button>
			</Form>
		</>
	)
}

/** The two fields in which somebody chooses a secret. */
export function NewSecret({ say, errors }: Pick<Props, 'say' | 'errors'>) {
	return (
		<>
			<Input
				name="secret"
				type="password"
				label={say('choose')}
				hint={
					<>
						{say('chooseHint')} {say('chooseKeep')}
					</>
				}
				errorMessage={errors.secret}
				autocomplete="new-password"
			/>
			<Input
				name="again"
				type="password"
				label={say('again')}
				hint={say('againHint')}
				errorMessage={errors.again}
				autocomplete="new-password"
			/>
		</>
	)
}

/** They are in, and learn the name to sign in with from now on. */
export function ReadyPage({ say, signInName }: Pick<Props, 'say'> & { signInName: string }) {
	return (
		<>
			<h1>{say('readyHeading')}</h1>
			<p>{say('readyName')}</p>
			<div class="sign-in-name">
				<strong>{signInName}</strong>
			</div>
			<p>
				{say('readyKeep')} {say('readyNothing')}
			</p>
			<p>
				<Button href={routes.home.href()}>{say('readyOn')}</Button>
			</p>
		</>
	)
}
