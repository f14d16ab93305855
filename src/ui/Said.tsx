import type { ComponentChildren } from 'preact'
import { Day } from './Day.tsx'
import { spaced } from './markup.ts'
import { type Hand, VoiceName } from './Voice.tsx'

type SaidProps = {
	hand: Hand
	/** Who said it, as this reader calls them: "Ann", or "You". */
	name: string
	as?: ComponentChildren
	/** The day on which it was said, YYYY-MM-DD. */
	date: string
	/** The words exactly as they were written. */
	words: string
	side?: 'start' | 'end'
	/** What belongs to these words: what can be done about them. */
	children?: ComponentChildren
}

/** Somebody's own words: who, which day, and the words as they wrote them, line by line. */
export function Said({ hand, name, as, date, words, side, children }: SaidProps) {
	const place = side ?? (hand === 'practitioner' ? 'end' : 'start')
	return (
		<figure class={spaced('voice', `voice--${hand}`, `voice--${place}`, 'said')}>
			<figcaption class="voice__name">
				<VoiceName hand={hand} name={name} as={as} /> <Day date={date} />
			</figcaption>
			<blockquote class="said__words" dir="auto">
				<bdi>{words}</bdi>
			</blockquote>
			{children && <div class="said__after">{children}</div>}
		</figure>
	)
}
