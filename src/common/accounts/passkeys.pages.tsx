import type { Errors } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import type { Passkey } from './passkeys.queries.ts'
import type { passkeyWords } from './passkeys.words.ts'

type Common = { say: ReturnType<typeof passkeyWords>; csrf: string }
type Listed = Omit<Common, 'csrf'> & { passkeys: Passkey[]; day(moment: Date): string }

/** My passkeys: when each was added and used, and the way to remove it or add another. */
export function PasskeysPage({ say, passkeys, day }: Listed) {
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('what')}</p>
			{passkeys.length === 0 && <p>{say('none')}</p>}
			<ul class="sessions">
				{passkeys.map(({ id, name, addedAt, usedAt }) => (
					<li key={id}>
						<p>
							<strong>
								<bdi>{name}</bdi>
							</strong>
							<br />
							{say('added', { day: day(addedAt) })}
							<br />
							{usedAt ? say('used', { day: day(usedAt) }) : say('notUsed')}
						</p>
						<a href={routes.account.removePasskey.href({ passkey: id })}>
							{say('remove')} <span class="visually-hidden">{name}</span>
						</a>
					</li>
				))}
			</ul>
			<p>
				<Button href={routes.account.addPasskey.href()}>{say('add')}</Button>
			</p>
		</>
	)
}

/** A new passkey, and what to call it. */
export function AddPasskeyPage({ say, csrf, name, errors }: Common & { name: string; errors: Errors }) {
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{say('addHeading')}</h1>
			<p>{say('what')}</p>
			<p>
				{say('kept')} {say('yours')}
			</p>
			<form method="post" action={routes.account.addPasskey.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Input
					name="name"
					label={say('name')}
					hint={say('nameHint')}
					value={name}
					errorMessage={errors.name}
					autocomplete="off"
				/>
				<PasskeyButton
					begin={routes.account.beginPasskey.href()}
					ceremony="create"
					without={say('addWithout')}
					failed={say('addFailed')}
				>
					{say('add')}
				</PasskeyButton>
			</form>
		</>
	)
}

type Removing = Common & { passkey: Passkey; isLastWay: boolean }

/** Before a passkey goes: what that means, above all when it is the last way in. */
export function RemovePasskeyPage({ say, csrf, passkey, isLastWay }: Removing) {
	return (
		<>
			<h1>
				<bdi>{say('removeHeading', { name: passkey.name })}</bdi>
			</h1>
			<p>{say('removeWhat')}</p>
			{isLastWay && (
				<p>
					<strong>{say('removeLast')}</strong>
				</p>
			)}
			<form method="post" action={routes.account.removePasskey.href({ passkey: passkey.id })}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="warning" preventDoubleClick>
					{say('removeYes')}
				</Button>
			</form>
			<p>
				<Button kind="secondary" href={routes.account.passkeys.href()}>
					{say('removeNo')}
				</Button>
			</p>
		</>
	)
}
