import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Said } from '../../../ui/Said.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { OfParts } from '../parts.ts'
import type { Piece, Telling } from '../piece.ts'

type Props = OfParts & { piece: Piece; tellings: readonly Telling[]; chosen: readonly [Telling, Telling] }

/** Two tellings of one chapter beside each other, each whole and with its day. */
export function TellingsPage({ sayPiece, say, day, here, piece, tellings, chosen }: Props) {
	const items = tellings.map(({ id, toldAt }, at) => ({ value: id, text: `${at + 1}: ${day(toldAt)}` }))
	return (
		<>
			<h1>{sayPiece('tellingsTitle')}</h1>
			<p>{sayPiece('tellingsHint')}</p>
			<div class="tellings">
				{chosen.map(({ id, words, toldAt }, at) => (
					<section key={`${id}-${at}`}>
						<h2>{sayPiece('toldOn', { day: day(toldAt) })}</h2>
						<Said hand="person" name={say('you')} date={isoDay(toldAt)} words={words} />
					</section>
				))}
			</div>
			{tellings.length > 2 && (
				<form method="get" action={routes.piece.tellings.href({ ...here, piece: piece.id })}>
					<h2>{sayPiece('tellingsWhich')}</h2>
					<Select name="one" label={sayPiece('first')} items={items} value={chosen[0].id} />
					<Select name="other" label={sayPiece('second')} items={items} value={chosen[1].id} />
					<Button kind="secondary">{sayPiece('show')}</Button>
				</form>
			)}
		</>
	)
}
