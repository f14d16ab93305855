import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { WarningText } from '../../ui/WarningText.tsx'
import type { myProvider } from './providers.queries.ts'
import type { providerWords } from './providers.words.ts'

type Says = { say: ReturnType<typeof providerWords> }

/** On the way to an organisation's sign-in: the browser goes on by itself, or by a press. */
export function GoPage({ say, name, to }: Says & { name: string; to: string }) {
	return (
		<>
			<h1>{say('goHeading', { name })}</h1>
			<p>{say('goWhy')}</p>
			<p>
				<Button href={to}>{say('goOn', { name })}</Button>
			</p>
		</>
	)
}

type Mine = Says & {
	csrf: string
	provider: NonNullable<Awaited<ReturnType<typeof myProvider>>>
	day(moment: Date): string
	/** What came of connecting, where it did not work. */
	done: unknown
}

/** My connection to the sign-in of my area's organisation. */
export function MyProvider({ say, csrf, provider, day, done }: Mine) {
	const failed = (['connectRefused', 'down', 'many'] as const).find((key) => key === done)
	const { name, connectedAt } = provider
	const action = connectedAt ? routes.account.disconnectProvider : routes.account.connectProvider
	return (
		<section>
			<h2>{say('heading', { name })}</h2>
			{failed && <WarningText>{say(failed)}</WarningText>}
			<p>{connectedAt ? say('connectedOn', { day: day(connectedAt) }) : say('connectWhat')}</p>
			<form method="post" action={action.href()}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="secondary" preventDoubleClick>
					{connectedAt ? say('disconnect') : say('connect', { name })}
				</Button>
			</form>
		</section>
	)
}
