import type { ComponentChildren } from 'preact'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Said } from '../../../ui/Said.tsx'
import { LifeLine } from '../LifeLine.tsx'
import { MomentList, namesOf, Own } from '../moment.parts.tsx'
import type { Moment } from '../moment.ts'
import type { OfParts } from '../parts.ts'
import { asked, fewest, isOpenable, type Kind, type Piece, questionsOf, type Telling } from '../piece.ts'
import { inOrder } from '../time.ts'
import { sayWhenTo } from '../when.words.ts'
import { NeverForHarm } from './pieces.page.tsx'

export type PieceReading = OfParts & {
	piece: Piece
	moments: readonly Moment[]
	tellings: readonly Telling[]
	bornYear: number | null
	now: number
	/** Who can read it, and what they put beside it. */
	given: ComponentChildren
}

const headings: Partial<Record<Kind, 'momentsProve' | 'momentsDifferent'>> = {
	name: 'momentsProve',
	trouble: 'momentsDifferent',
}

/** A chapter, a thread, a name and what is said instead: what was answered, the moments on a line, and what can be asked. */
export function PiecePage(props: PieceReading) {
	const { sayPiece, here, csrf, piece, moments, given } = props
	const at = { ...here, piece: piece.id }
	const { kind } = piece
	return (
		<>
			<h1>
				<bdi data-own-words="">{piece.name}</bdi>
			</h1>
			{kind === 'trouble' && <NeverForHarm {...props} />}
			{piece.sort && <p class="quiet">{sayPiece(`sort_${piece.sort}`)}</p>}
			{questionsOf[kind].map(
				(question) =>
					piece[question] && (
						<section key={question}>
							<h2>{sayPiece(asked(kind, question))}</h2>
							<Own>{piece[question]}</Own>
						</section>
					),
			)}
			{kind === 'chapter' && <Tellings {...props} />}
			<section>
				<h2>{sayPiece(headings[kind] ?? 'moments')}</h2>
				{kind === 'trouble' && <p>{sayPiece('momentsDifferentHint')}</p>}
				{moments.length === 0 && <p>{sayPiece('momentsNone')}</p>}
				{moments.length < fewest(kind) && <p>{sayPiece('threadNeeds')}</p>}
				<MomentsOf {...props} />
				<p>
					<Button href={routes.piece.moments.href(at)} kind="secondary">
						{sayPiece('putMoments')}
					</Button>
				</p>
			</section>
			{isOpenable(piece) && given}
			<section>
				<h2>{sayPiece('ask')}</h2>
				<p>{sayPiece('askHint')}</p>
				<ul class="links">
					{questionsOf[kind].map((question) => (
						<li key={question}>
							<a class="act-link" href={routes.piece[question].href(at)}>
								{sayPiece(asked(kind, question))}
							</a>
						</li>
					))}
					<li>
						<a class="act-link" href={routes.piece.name.href(at)}>
							{sayPiece('rename')}
						</a>
					</li>
				</ul>
				<Details summary={sayPiece('deleteIt')}>
					<p>{sayPiece('deleteHint')}</p>
					<OneButton csrf={csrf} kind="secondary" to={routes.piece.delete.href(at)}>
						{sayPiece('deleteIt')}
					</OneButton>
				</Details>
			</section>
		</>
	)
}

/** The moments of a piece on a line of their own, and in a list. */
function MomentsOf({ sayPiece, say, here, reader, moments, bornYear, now }: PieceReading) {
	const { placed, apart } = inOrder(moments, bornYear)
	const list = { say, here, sayWhen: sayWhenTo('person', reader.locale), called: namesOf(moments, say) }
	return (
		<>
			<LifeLine label={sayPiece('lineLabel')} today={say('today')} now={now} placed={placed} />
			<MomentList {...list} moments={[...placed.map(({ moment }) => moment), ...apart]} />
		</>
	)
}

/** A chapter as it is told now; what was told before stands folded. */
function Tellings({ sayPiece, say, day, here, csrf, piece, tellings }: PieceReading) {
	const at = { ...here, piece: piece.id }
	const [now, ...before] = tellings.toReversed()
	const one = (telling: Telling) => (
		<Said hand="person" name={say('you')} date={isoDay(telling.toldAt)} words={telling.words} />
	)
	return (
		<section>
			<h2>{sayPiece('tell')}</h2>
			{now && one(now)}
			{before.map((telling) => (
				<Details key={telling.id} summary={sayPiece('toldOn', { day: day(telling.toldAt) })}>
					{one(telling)}
					<OneButton csrf={csrf} kind="secondary" to={routes.piece.tellings.href(at)} fields={{ telling: telling.id }}>
						{sayPiece('deleteTelling')}
					</OneButton>
				</Details>
			))}
			<div class="button-group">
				<Button href={routes.piece.tell.href(at)} kind="secondary">
					{sayPiece(now ? 'tellAgain' : 'tell')}
				</Button>
				{before.length > 0 && (
					<Button href={routes.piece.tellings.href(at)} kind="secondary">
						{sayPiece('tellings')}
					</Button>
				)}
			</div>
		</section>
	)
}
