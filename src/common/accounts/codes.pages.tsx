import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { WarningText } from '../../ui/WarningText.tsx'
import type { CodeContact } from './codes.queries.ts'
import type { codeWords } from './codes.words.ts'
import { Form, SharedDevice, SignInName, ToPutRight } from './coming-in.pages.tsx'
import type { comingInWords } from './coming-in.words.ts'

type Say = { say: ReturnType<typeof codeWords> }

type CodesProps = Say & {
	csrf: string
	errors: Errors
	isOnAt: CodeContact | undefined
	contacts: readonly CodeContact[]
	/** Staff whose area wants more than a code. */
	needsMore: boolean
}

/** Whether codes let me in, and where they go: first of all, what that means. */
export function CodesPage({ say, csrf, errors, isOnAt, contacts, needsMore }: CodesProps) {
	return (
		<>
			<ErrorSummary errorList={errors.contact ? [{ text: errors.contact, href: '#contact' }] : []} />
			<h1>{say('heading')}</h1>
			<p>{say('what')}</p>
			<WarningText>{say('risk')}</WarningText>
			<p>
				{say('sees')} {say('notAll')}
			</p>
			<p>
				{say(isOnAt ? 'isOn' : 'isOff')} {isOnAt && <Address>{isOnAt.value}</Address>}
			</p>
			{needsMore && <p>{say('staff')}</p>}
			{!needsMore && contacts.length === 0 && (
				<>
					<p>{say('none')}</p>
					<p>
						<a class="act-link" href={routes.contacts.show.href()}>
							{say('toContacts')}
						</a>
					</p>
				</>
			)}
			{!needsMore && contacts.some(({ id }) => id !== isOnAt?.id) && (
				<form method="post" action={routes.account.codes.href()} noValidate>
					<input type="hidden" name="csrf" value={csrf} />
					<Radios
						name="contact"
						legend={say('where')}
						value={isOnAt?.id}
						errorMessage={errors.contact}
						items={contacts.map(({ id, value }) => ({ value: id, text: <Address>{value}</Address> }))}
					/>
					<Button kind="secondary" preventDoubleClick>
						{say(isOnAt ? 'change' : 'turnOn')}
					</Button>
				</form>
			)}
			{isOnAt && (
				<form method="post" action={routes.account.codesOff.href()}>
					<input type="hidden" name="csrf" value={csrf} />
					<Button preventDoubleClick>{say('turnOff')}</Button>
				</form>
			)}
		</>
	)
}

/** A number or an e-mail address, as its holder gave it. */
export function Address({ children }: { children: string }) {
	return (
		<span class="address" data-own-words="">
			<bdi>{children}</bdi>
		</span>
	)
}

type SignInProps = Say & {
	sayIn: ReturnType<typeof comingInWords>
	csrf: string
	fields: Fields
	errors: Errors
}

/** For whom a code is asked. */
export function AskCodePage({ say, sayIn, csrf, fields, errors }: SignInProps) {
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('heading')}</h1>
			<p>{say('askWhat')}</p>
			<Form action={routes.codeSignIn.ask.href()} csrf={csrf}>
				<SignInName say={sayIn} fields={fields} errors={errors} />
				<SharedDevice say={sayIn} fields={fields} />
				<Button preventDoubleClick>{say('ask')}</Button>
			</Form>
		</>
	)
}

/** The code is typed. The page is the same whether or not one was sent. */
export function EnterCodePage(props: SignInProps & { toOutbox: boolean }) {
	const { say, csrf, fields, errors, toOutbox } = props
	const kept = { name: fields.name ?? '', shared: fields.shared ?? '' }
	return (
		<>
			<ToPutRight errors={errors} />
			<h1>{say('enterHeading')}</h1>
			<p>{say('sent')}</p>
			{toOutbox && <ToOutbox say={say} />}
			<Form action={routes.codeSignIn.enter.href()} csrf={csrf}>
				<Kept fields={kept} />
				<CodeInput say={say} error={errors.code} />
				<Button preventDoubleClick>{say('comeIn')}</Button>
			</Form>
			<p>{say('notComing')}</p>
			<form method="post" action={routes.codeSignIn.ask.href()}>
				<input type="hidden" name="csrf" value={csrf} />
				<Kept fields={kept} />
				<Button kind="secondary" preventDoubleClick>
					{say('again')}
				</Button>
			</form>
		</>
	)
}

function Kept({ fields }: { fields: Record<string, string> }) {
	return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

/** Where what goes out can be read, in a demonstration. */
export function ToOutbox({ say }: Say) {
	return (
		<p>
			{say('outbox')} <a href={routes.demo.outbox.href()}>{say('toOutbox')}</a>
		</p>
	)
}

/** The field for the 8 digits. */
export function CodeInput({ say, error }: Say & { error: string | undefined }) {
	return (
		<Input
			name="code"
			label={say('code')}
			hint={say('codeHint')}
			errorMessage={error}
			inputmode="numeric"
			autocomplete="one-time-code"
			spellcheck={false}
		/>
	)
}
