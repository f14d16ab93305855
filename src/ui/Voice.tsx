import type { ComponentChildren } from 'preact'
import { spaced } from './markup.ts'

/** Whose words these are: the person's own, the practitioner's, or a third hand's (family, friend, peer, partner). */
export type Hand = 'person' | 'practitioner' | 'third'

/** The mark of each hand, drawn within 16 by 16. */
export const handShapes = {
	person: <circle cx="8" cy="8" r="7" />,
	practitioner: <path d="M2 2h12v12H2z" />,
	third: <path d="M8 0l8 8-8 8-8-8z" />,
} as const satisfies Record<Hand, unknown>

function Mark({ hand }: { hand: Hand }) {
	return (
		<svg class="voice-name__mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
			{handShapes[hand]}
		</svg>
	)
}

/** A sentence about what one hand did, behind that hand's mark; the sentence itself says who. */
export function VoiceLine({ hand, children }: { hand: Hand; children: ComponentChildren }) {
	return (
		<span class={`voice-line voice-name--${hand}`}>
			<Mark hand={hand} /> <bdi>{children}</bdi>
		</span>
	)
}

type VoiceNameProps = {
	hand: Hand
	name: string
	/** A quiet word on who they are, such as "practitioner". */
	as?: ComponentChildren
}

/** A name with the mark of its hand, for use within a line. */
export function VoiceName({ hand, name, as }: VoiceNameProps) {
	return (
		<span class={`voice-name voice-name--${hand}`}>
			<Mark hand={hand} /> <bdi class="voice-name__name">{name}</bdi>
			{as && <span class="voice-name__as">, {as}</span>}
		</span>
	)
}

type VoiceProps = VoiceNameProps & {
	/** The side of the page; the practitioner's is the far side, everyone else's the near one. */
	side?: 'start' | 'end'
	class?: string
	children?: ComponentChildren
}

/** What one hand says, under its mark and name, on its side of the page. */
export function Voice({ hand, name, as, side, class: classes, children }: VoiceProps) {
	const place = side ?? (hand === 'practitioner' ? 'end' : 'start')
	return (
		<div class={spaced('voice', `voice--${hand}`, `voice--${place}`, classes)}>
			<p class="voice__name">
				<VoiceName hand={hand} name={name} as={as} />
			</p>
			{children && <div class="voice__words">{children}</div>}
		</div>
	)
}
