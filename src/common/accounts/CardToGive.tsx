import { encode } from 'uqr'
import type { Say } from '../../platform/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { cardWords } from './accounts.words.ts'

type Making = {
	say: ReturnType<typeof cardWords>
	action: string
	csrf: string
	name: string
	openUntil: string | undefined
}

/** Before a card is made: what it does, and that it is given by hand. */
export function MakeCard({ say, action, csrf, name, openUntil }: Making) {
	return (
		<>
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p>{say('why', { name })}</p>
			<p>{say('byHand', { name })}</p>
			<p>{say('told', { name })}</p>
			{openUntil && <p>{say('open', { day: openUntil })}</p>}
			<form method="post" action={action}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button preventDoubleClick>{say('make')}</Button>
			</form>
		</>
	)
}

type OnACard = Say<
	| 'heading'
	| 'once'
	| 'print'
	| 'byHand'
	| 'tab'
	| 'cardHeading'
	| 'qr'
	| 'cardGo'
	| 'cardType'
	| 'cardUntil'
	| 'cardName'
	| 'cardKeep'
	| 'again'
>
type Given = { say: OnACard; name: string; code: string; address: string; until: string; action: string; csrf: string }

/** The card itself, shown once, to print or to write down. It says nothing of whose it is. */
export function CardToGive({ say, name, code, address, until, action, csrf }: Given) {
	return (
		<>
			<h1 class="not-printed">
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p class="not-printed">
				<strong>{say('once')}</strong> {say('print')} {say('byHand', { name })}
			</p>
			<section class="card" aria-label={say('tab')}>
				<h2>{say('cardHeading')}</h2>
				<Squares text={`${address}#${code}`} label={say('qr')} />
				<p>{say('cardGo', { address: address.replace(/^https?:\/\//, '') })}</p>
				<p>{say('cardType')}</p>
				<div class="card__code">{code}</div>
				<p>{say('cardUntil', { day: until })}</p>
				<p class="card__name">{say('cardName')}</p>
				<p>{say('cardKeep')}</p>
			</section>
			<form class="not-printed" method="post" action={action}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="secondary" preventDoubleClick>
					{say('again')}
				</Button>
			</form>
		</>
	)
}

/** A QR code as one path. The code stands behind the # of the address: browsers keep that part to themselves. */
function Squares({ text, label }: { text: string; label: string }) {
	const { data, size } = encode(text, { ecc: 'M', border: 4 })
	const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
	return (
		<svg class="card__squares" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
			<rect class="card__light" width={size} height={size} />
			<path class="card__dark" d={dark.join('')} />
		</svg>
	)
}
