import { Button } from '../../ui/Button.tsx'
import type { handedCardWords } from './family.words.ts'

type Props = { say: ReturnType<typeof handedCardWords>; name: string; action: string; csrf: string }

/** Before the card is made: what it does, and that it is handed over. */
export function HandCard({ say, name, action, csrf }: Props) {
	return (
		<>
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p>{say('why', { name })}</p>
			<p>{say('byHand', { name })}</p>
			<p>{say('before', { name })}</p>
			<form method="post" action={action}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button preventDoubleClick>{say('make')}</Button>
			</form>
		</>
	)
}
