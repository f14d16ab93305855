import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import type { myProvider } from './providers.queries.ts'
import type { providerWords } from './providers.words.ts'
import type { strongerWords } from './stronger.words.ts'

type Props = {
	say: ReturnType<typeof strongerWords>
	sayProvider: ReturnType<typeof providerWords>
	csrf: string
	provider: Awaited<ReturnType<typeof myProvider>>
	hasPasskey: boolean
	isConnected: boolean
	mustBeStronger: boolean
	/** Came in with a card, which a lead gave them by hand: then what they lost may be replaced. */
	mayAdd: boolean
}

/** What is stronger than a secret, and how to come by it; for whoever has it, how to use it. */
export function StrongerPage(props: Props) {
	const { say, mustBeStronger, hasPasskey, isConnected, mayAdd } = props
	const hasOne = hasPasskey || isConnected
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('why')}</p>
			{mustBeStronger && <p>{say('until')}</p>}
			{hasOne && mustBeStronger && <UseIt {...props} />}
			{!mustBeStronger && hasOne && <p>{say('done')}</p>}
			{mustBeStronger && !hasOne && !mayAdd && <p>{say('needCard')}</p>}
			{(mayAdd || (!hasOne && !mustBeStronger)) && <AddOne {...props} />}
			{!mustBeStronger && (
				<p>
					<Button href={routes.home.href()}>{say('home')}</Button>
				</p>
			)}
		</>
	)
}

function UseIt({ say, sayProvider, provider, hasPasskey, isConnected }: Props) {
	return (
		<>
			{hasPasskey && (
				<p>
					<Button href={routes.account.sure.href()}>{say('usePasskey')}</Button>
				</p>
			)}
			{isConnected && provider && (
				<p>
					<Button href={routes.account.sure.href()} {...(hasPasskey && { kind: 'secondary' as const })}>
						{sayProvider('sure', { name: provider.name })}
					</Button>
				</p>
			)}
			<p>{say('lost')}</p>
		</>
	)
}

function AddOne({ say, sayProvider, csrf, provider, isConnected }: Props) {
	return (
		<>
			<p>{say('passkeyWhat')}</p>
			<p>
				<Button href={routes.account.addPasskey.href()}>{say('passkey')}</Button>
			</p>
			{provider && !isConnected && (
				<form method="post" action={routes.account.connectProvider.href()}>
					<input type="hidden" name="csrf" value={csrf} />
					<Button kind="secondary" preventDoubleClick>
						{sayProvider('connect', { name: provider.name })}
					</Button>
				</form>
			)}
		</>
	)
}
