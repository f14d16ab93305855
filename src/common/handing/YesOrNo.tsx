import type { Errors } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Input } from '../../ui/Input.tsx'
import { PasskeyButton, type WaysBeside } from '../accounts/index.ts'
import type { handingWords } from './handing.words.ts'

type Props = {
	say: ReturnType<typeof handingWords>
	/** The person, and what they and the one whose device it is are called. */
	person: string
	who: { name: string; other: string }
	ways: WaysBeside
	errors: Errors
	csrf: string
	/** SHA-256 of the words that are shown. */
	hash: Buffer
	yes: string
	/** Where a yes goes, where a passkey is asked for, and where a no leads. */
	to: string
	begin: string
	no: string
}

/** A yes and a no of the same size, on another's device: the person shows that it is them, for this one yes. */
export function YesOrNo({ say, person, who, ways, errors, csrf, hash, yes, to, begin, no }: Props) {
	const canAnswer = ways.secret || ways.passkey || ways.press
	return (
		<>
			{!canAnswer && <p>{say('none', who)}</p>}
			<form method="post" action={to} noValidate autoComplete="off">
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="hash" value={hash.toString('hex')} />
				{ways.press && <p>{say('press', who)}</p>}
				{ways.secret && (
					<Input
						name="secret"
						type="password"
						label={say('secret')}
						errorMessage={errors.secret}
						autocomplete="off"
						autocapitalize="none"
						spellcheck={false}
					/>
				)}
				<div class="yes-no">
					{(ways.secret || ways.press) && <Button preventDoubleClick>{yes}</Button>}
					{!canAnswer && <Button href={routes.personCard.href({ person })}>{say('card')}</Button>}
					<Button href={no} kind="secondary">
						{say('no')}
					</Button>
				</div>
				{ways.passkey && (
					<PasskeyButton
						begin={begin}
						ceremony="get"
						{...(ways.secret && { kind: 'secondary' })}
						without={say('passkeyWithout')}
						failed={say('passkeyFailed')}
					>
						{say('passkey')}
					</PasskeyButton>
				)}
			</form>
		</>
	)
}
