import { type FilesStand, FileTaken } from '../../../common/files/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Locale } from '../../../platform/words.ts'
import { prompts } from '../given.ts'
import { calledMoment, isUnconfirmed, type Moment } from '../moment.ts'
import { givenStoryWords } from '../opened.words.ts'
import { asked, kinds, type Piece, questionsOf } from '../piece.ts'
import { pieceWords } from '../piece.words.ts'
import { inOrder } from '../time.ts'
import { sayWhenTo } from '../when.words.ts'
import { copyWords } from './copy.words.ts'
import type { All } from './whole.queries.ts'

type Props = {
	all: All
	locale: Locale
	/** Where photos and sound are: in a packet beside this page, here on our own pages, or nowhere that this page could show. */
	files: FilesStand
}

const Words = ({ children }: { children: string }) => (
	<p class="own-words" data-own-words="" dir="auto">
		<bdi>{children}</bdi>
	</p>
)

/** A whole story to read, from the first moment to the last, and then everything that was put together. */
export function StoryToRead({ all, locale, files }: Props) {
	const say = copyWords({ locale, voice: 'person' })
	const sayPiece = pieceWords({ locale, voice: 'person' })
	const { moments, pieces, whole } = all
	const { placed, apart } = inOrder(moments, whole?.bornYear ?? null)
	const inTime = [...placed.map(({ moment }) => moment), ...apart]
	return (
		<>
			<h2>{say('moments')}</h2>
			{inTime.length === 0 && <p>{say('nothing')}</p>}
			{inTime.map((moment) => (
				<OneMoment key={moment.id} all={all} locale={locale} files={files} moment={moment} />
			))}
			{kinds.map((kind) => {
				const those = pieces.filter((one) => one.kind === kind)
				return (
					those.length > 0 && (
						<section key={kind}>
							<h2>{sayPiece(kind)}</h2>
							{those.map((piece) => (
								<OnePiece key={piece.id} all={all} locale={locale} piece={piece} />
							))}
						</section>
					)
				)
			})}
			{(['calms', 'rings'] as const).map(
				(name) =>
					whole?.[name] && (
						<section key={name}>
							<h2>{say(name)}</h2>
							<Words>{whole[name]}</Words>
						</section>
					),
			)}
		</>
	)
}

function OneMoment({ all, locale, files, moment }: Props & { moment: Moment }) {
	const say = copyWords({ locale, voice: 'person' })
	const names = new Map(all.moments.map((one) => [one.id, calledMoment(one)]))
	const told = [
		['where', moment.place],
		['felt', moment.mood],
		['says', moment.saysOfMe],
	] as const
	return (
		<article>
			{moment.title && (
				<h3>
					<bdi data-own-words="">{moment.title}</bdi>
				</h3>
			)}
			<p>
				<bdi>{sayWhenTo('person', locale)(moment, (id) => names.get(id))}</bdi>
			</p>
			{moment.words && <Words>{moment.words}</Words>}
			{told.map(
				([key, words]) =>
					words && (
						<p key={key}>
							{say(key)} <bdi data-own-words="">{words}</bdi>
						</p>
					),
			)}
			{all.files
				.filter(({ aboutId }) => aboutId === moment.id)
				.map((file) => (
					<FileTaken key={file.id} file={file} locale={locale} stands={files} />
				))}
			{moment.hard && <p>{say('hard')}</p>}
			{moment.hoped && <p>{say('hoped')}</p>}
			{isUnconfirmed(moment) && <p>{say('heard')}</p>}
		</article>
	)
}

function OnePiece({ all, locale, piece }: Omit<Props, 'files'> & { piece: Piece }) {
	const say = copyWords({ locale, voice: 'person' })
	const sayPiece = pieceWords({ locale, voice: 'person' })
	const sayGiven = givenStoryWords({ locale, voice: 'person' })
	const within = all.placed.filter((one) => one.piece === piece.id).map(({ moment }) => moment)
	return (
		<article>
			<h3>
				<bdi data-own-words="">{piece.name}</bdi>
			</h3>
			{questionsOf[piece.kind].map(
				(question) =>
					piece[question] && (
						<div key={question}>
							<p>{sayPiece(asked(piece.kind, question))}</p>
							<Words>{piece[question]}</Words>
						</div>
					),
			)}
			{all.tellings
				.filter((one) => one.piece === piece.id)
				.map(({ id, words, toldAt }) => (
					<div key={id}>
						<p>
							{say('tellings')}, {dayIn(toldAt, locale)}
						</p>
						<Words>{words}</Words>
					</div>
				))}
			<ul>
				{all.moments
					.filter(({ id }) => within.includes(id))
					.map((moment) => (
						<li key={moment.id}>
							<bdi data-own-words="">{calledMoment(moment)}</bdi>
						</li>
					))}
			</ul>
			{all.beside
				.filter((one) => one.piece === piece.id)
				.map((one) => (
					<div key={one.id}>
						<p>
							<bdi>{say('beside', { name: one.by || sayGiven('someone') })}</bdi>
						</p>
						{[one.words, ...prompts.map((prompt) => one[prompt])].map(
							(words) => words && <Words key={words}>{words}</Words>,
						)}
						{one.reply && (
							<p>
								{say('reply')} <bdi data-own-words="">{one.reply}</bdi>
							</p>
						)}
					</div>
				))}
		</article>
	)
}
