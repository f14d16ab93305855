import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import type { OfParts } from '../parts.ts'
import type { Kind, Piece } from '../piece.ts'

type Named = { id: string; words: string }

/** The pieces of one kind: what the kind is for, those that are there, and a new one. */
export function PiecesPage(props: OfParts & { kind: Kind; pieces: readonly Piece[]; strengths: readonly Named[] }) {
	const { sayPiece, here, kind, pieces, strengths } = props
	return (
		<>
			<h1>{sayPiece(kind)}</h1>
			<p>{sayPiece(`${kind}Intro`)}</p>
			{kind === 'trouble' && <NeverForHarm {...props} />}
			{pieces.length === 0 && <p>{sayPiece(`${kind}None`)}</p>}
			<ul class="links">
				{pieces.map(({ id, name, sort }) => (
					<li key={id}>
						<a class="act-link" href={routes.piece.show.href({ ...here, piece: id })}>
							<bdi data-own-words="">{name}</bdi>
						</a>
						{sort && <p class="quiet">{sayPiece(`sort_${sort}`)}</p>}
					</li>
				))}
			</ul>
			<p>
				<Button href={routes.newPiece[kind].href(here)}>{sayPiece(`${kind}New`)}</Button>
			</p>
			{strengths.length > 0 && (
				<section>
					<h2>{sayPiece('strengths')}</h2>
					<p>{sayPiece('strengthsHint')}</p>
					<ul class="links">
						{strengths.map(({ id, words }) => (
							<li key={id}>
								<a class="act-link" href={`${routes.newPiece[kind].href(here)}?strength=${id}`}>
									<bdi data-own-words="">{words}</bdi>
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}

/** A name from outside is for trouble, never for harm that was done: that has a talk of its own. */
export const NeverForHarm = ({ sayPiece, here }: OfParts) => (
	<InsetText>
		<p>{sayPiece('troubleNever')}</p>
		<p>
			<a class="act-link" href={routes.story.harm.href(here)}>
				{sayPiece('troubleHarm')}
			</a>
		</p>
	</InsetText>
)
