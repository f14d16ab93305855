import type { ComponentChildren } from 'preact'
import type { Errors } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import type { accountWords } from './accounts.words.ts'
import { Address, CodeInput, ToOutbox } from './codes.pages.tsx'
import type { codeWords } from './codes.words.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import type { passkeyWords } from './passkeys.words.ts'
import type { providerWords } from './providers.words.ts'

type SureProps = {
	say: ReturnType<typeof accountWords>
	sayCode: ReturnType<typeof codeWords>
	sayPasskey: ReturnType<typeof passkeyWords>
	sayProvider: ReturnType<typeof providerWords>
	csrf: string
	/** Where they come back to; with `by`, for what a code is not enough. */
	to: string
	by: '' | 'more'
	errors: Errors
	isDemonstration: boolean
	hasSecret: boolean
	hasPasskey: boolean
	/** The name of their organisation, where they are connected to its sign-in. */
	provider: string | undefined
	/** Where a code goes, if it may be shown by one, and whether it is on its way. */
	codeTo: { value: string; isSent: boolean } | undefined
}

/** Show that it is you: before something that nobody else may do on your device. */
export function SurePage(props: SureProps) {
	const { say, sayPasskey, sayProvider, by, errors, isDemonstration, hasSecret, hasPasskey, provider, codeTo } = props
	const canShow = isDemonstration || hasSecret || hasPasskey || provider || codeTo
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{say('sureHeading')}</h1>
			<p>{say(canShow ? 'sureWhy' : 'sureNone')}</p>
			{by === 'more' && <p>{say('sureMore')}</p>}
			{(isDemonstration || hasSecret || hasPasskey) && (
				<Form {...props} action={routes.account.sure.href()}>
					{isDemonstration && <p>{say('sureDemo')}</p>}
					{isDemonstration && <Button preventDoubleClick>{say('sureDemoPress')}</Button>}
					{hasSecret && !isDemonstration && (
						<>
							<Input
								name="secret"
								type="password"
								label={say('sureSecret')}
								errorMessage={errors.secret}
								autocomplete="current-password"
							/>
							<Button preventDoubleClick>{say('sureOn')}</Button>
						</>
					)}
					{hasPasskey && (
						<div class="ways-in">
							<PasskeyButton
								begin={routes.account.beginSure.href()}
								ceremony="get"
								{...((hasSecret || isDemonstration) && { kind: 'secondary' })}
								without={sayPasskey('sureWithout')}
								failed={sayPasskey('sureFailed')}
							>
								{sayPasskey('sure')}
							</PasskeyButton>
						</div>
					)}
				</Form>
			)}
			{provider && (
				<Form {...props} action={routes.account.sureProvider.href()}>
					<Button id="provider" kind="secondary" preventDoubleClick>
						{sayProvider('sure', { name: provider })}
					</Button>
				</Form>
			)}
			{codeTo && <ByCode {...props} codeTo={codeTo} />}
		</>
	)
}

function ByCode(props: SureProps & { codeTo: NonNullable<SureProps['codeTo']> }) {
	const { sayCode, errors, isDemonstration, codeTo } = props
	return (
		<>
			{codeTo.isSent && (
				<Form {...props} action={routes.account.sure.href()}>
					<p>
						{sayCode('sureSent')} <Address>{codeTo.value}</Address>
					</p>
					{isDemonstration && <ToOutbox say={sayCode} />}
					<input type="hidden" name="way" value="code" />
					<CodeInput say={sayCode} error={errors.code} />
					<Button preventDoubleClick>{sayCode('sureOn')}</Button>
				</Form>
			)}
			<Form {...props} action={routes.account.sureCode.href()}>
				<Button kind="secondary" preventDoubleClick>
					{sayCode(codeTo.isSent ? 'again' : 'sureAsk')}
				</Button>
			</Form>
		</>
	)
}

type FormProps = Pick<SureProps, 'csrf' | 'to' | 'by'> & { action: string; children: ComponentChildren }

function Form({ csrf, to, by, action, children }: FormProps) {
	return (
		<form method="post" action={action} noValidate>
			<input type="hidden" name="csrf" value={csrf} />
			<input type="hidden" name="to" value={to} />
			{by && <input type="hidden" name="by" value={by} />}
			{children}
		</form>
	)
}
