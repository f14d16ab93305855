import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import type { Kind } from './contacts.forms.ts'
import type { Contact } from './contacts.queries.ts'
import type { contactWords } from './contacts.words.ts'

type SayHere = ReturnType<typeof contactWords>
type Props = {
	say: SayHere
	csrf: string
	contacts: readonly Contact[]
	isDemonstration: boolean
	codeError?: string | undefined
	typedCode?: string | undefined
}

/** Where I wish to be written to: first of all, that I need not be. */
export function ContactsPage({ say, csrf, contacts, isDemonstration, codeError, typedCode }: Props) {
	const awaiting = contacts.find((one) => one.awaits)
	return (
		<>
			<ErrorSummary errorList={codeError ? [{ text: codeError, href: '#code' }] : []} />
			<h1>{say('heading')}</h1>
			<p>{say('noNeed')}</p>
			<p>
				{say('why')} {say('quiet')}
			</p>
			<p>{say('whoSees')}</p>
			{(awaiting || codeError) && (
				<section>
					<h2>{say('codeHeading')}</h2>
					{awaiting && (
						<p>
							{say('codeSent')} <Value>{awaiting.value}</Value>
						</p>
					)}
					{isDemonstration && (
						<InsetText>
							{say('outbox')} <a href={routes.demo.outbox.href()}>{say('toOutbox')}</a>
						</InsetText>
					)}
					<form method="post" action={routes.contacts.confirm.href()} noValidate>
						<input type="hidden" name="csrf" value={csrf} />
						<Input
							name="code"
							label={say('codeLabel')}
							hint={say('codeHint')}
							value={typedCode}
							inputmode="numeric"
							autocomplete="one-time-code"
							spellcheck={false}
							{...(codeError && { errorMessage: codeError })}
						/>
						<Button preventDoubleClick>{say('codeButton')}</Button>
					</form>
				</section>
			)}
			<section>
				<h2>{say('listHeading')}</h2>
				{contacts.length === 0 && <p>{say('none')}</p>}
				{contacts.some((one) => one.isConfirmed) && !contacts.some((one) => one.isChosen) && <p>{say('chooseNone')}</p>}
				<ul class="lines">
					{contacts.map((contact) => (
						<One key={contact.id} say={say} csrf={csrf} contact={contact} />
					))}
				</ul>
			</section>
			<section>
				<h2>{say('addHeading')}</h2>
				{(['text', 'email', 'letter'] as const).map((kind) => (
					<p key={kind}>
						<a class="act-link" href={adding[kind].route.href()}>
							{say(adding[kind].title)}
						</a>
					</p>
				))}
			</section>
		</>
	)
}

function One({ say, csrf, contact }: Pick<Props, 'say' | 'csrf'> & { contact: Contact }) {
	const { id, kind, value, isConfirmed, isChosen } = contact
	const form = { csrf, contact: id, about: value }
	return (
		<li>
			<p>
				{say(kind)}: <Value>{value}</Value>
			</p>
			<p>
				<Tag>{say(isChosen ? 'chosen' : isConfirmed ? 'confirmed' : 'notConfirmed')}</Tag>
			</p>
			<div class="button-group">
				{isConfirmed && !isChosen && (
					<Press {...form} action={routes.contacts.choose.href()}>
						{say('choose')}
					</Press>
				)}
				{!isConfirmed && (
					<Press {...form} action={routes.contacts.sendAgain.href()}>
						{say('sendCode')}
					</Press>
				)}
				<Press {...form} action={routes.contacts.remove.href()}>
					{say('remove')}
				</Press>
			</div>
		</li>
	)
}

type PressProps = { csrf: string; contact: string; about: string; action: string; children: string }

function Press({ csrf, contact, about, action, children }: PressProps) {
	return (
		<form method="post" action={action}>
			<input type="hidden" name="csrf" value={csrf} />
			<Button kind="secondary" class="button--small" name="contact" value={contact} preventDoubleClick>
				{children}
				<span class="visually-hidden" data-own-words="">
					: {about}
				</span>
			</Button>
		</form>
	)
}

function Value({ children }: { children: string }) {
	return (
		<span class="address" data-own-words="">
			<bdi>{children}</bdi>
		</span>
	)
}

/** The three kinds, each with the page that adds one. */
export const adding = {
	text: { route: routes.contacts.addText, title: 'addText', hint: 'textHint' },
	email: { route: routes.contacts.addEmail, title: 'addEmail', hint: 'emailHint' },
	letter: { route: routes.contacts.addLetter, title: 'addLetter', hint: 'letterHint' },
} as const satisfies Record<Kind, unknown>

type AddProps = { say: SayHere; csrf: string; kind: Kind; once: string; value: string; error?: string | undefined }

/** One question: the number or address. */
export function AddContactPage({ say, csrf, kind, once, value, error }: AddProps) {
	const { route, title, hint } = adding[kind]
	const question = {
		name: 'value',
		label: say(kind),
		hint: say(hint),
		value,
		spellcheck: false,
		...(error && { errorMessage: error }),
	}
	return (
		<>
			<ErrorSummary errorList={error ? [{ text: error, href: '#value' }] : []} />
			<h1>{say(title)}</h1>
			<p>{say('safe')}</p>
			<form method="post" action={route.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="once" value={once} />
				{kind === 'text' && <Input {...question} type="tel" autocomplete="tel" />}
				{kind === 'email' && <Input {...question} type="email" autocomplete="email" autocapitalize="none" />}
				{kind === 'letter' && <Textarea {...question} autocomplete="street-address" />}
				<Button preventDoubleClick>{say('save')}</Button>
			</form>
		</>
	)
}
