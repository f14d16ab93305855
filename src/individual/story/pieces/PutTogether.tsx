import { routes } from '../../../routes.ts'
import { kinds } from '../piece.ts'
import { pieceWords } from '../piece.words.ts'
import type { Mine } from '../reading.ts'

/** What moments can be put together to, each a page of its own. */
export function PutTogether({ say, here, reader }: Mine) {
	const sayPiece = pieceWords(reader)
	return (
		<section>
			<h2>{say('parts')}</h2>
			<p>{say('partsHint')}</p>
			<ul class="links">
				{kinds.map((kind) => (
					<li key={kind}>
						<a class="act-link" href={routes.pieces[kind].href(here)}>
							{sayPiece(kind)}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
