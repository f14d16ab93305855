import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Said } from '../../../ui/Said.tsx'
import { type Beside, prompts } from '../given.ts'
import { Own } from '../moment.parts.tsx'
import type { Moment } from '../moment.ts'
import { givenStoryWords } from '../opened.words.ts'
import type { Piece } from '../piece.ts'
import type { Mine } from '../reading.ts'
import { AskedOfMe } from './TakingOut.tsx'
import type { TakingOut } from './taking-out.queries.ts'

export type Given = {
	beside: readonly Beside[]
	/** Who asks to be taken out of it. */
	takings: readonly TakingOut[]
	/** What those are called whose words stand here. */
	names: ReadonlyMap<string, string>
	/** To whom it is open now, and whether they are asked what stayed with them. */
	readers: readonly { id: string; name: string; isAsked: boolean }[]
}

type Props = Mine & Given & { piece: Piece; moments: readonly Moment[] }

/** Who can read a part of my story, and what they put beside it: kept, answered or hidden by me. */
export function GivenToMe(props: Props) {
	const { here, csrf, piece, readers, beside, reader } = props
	const sayGiven = givenStoryWords(reader)
	const hidden = beside.filter((one) => one.hidden)
	const ask = routes.piece.ask.href({ ...here, piece: piece.id })
	return (
		<>
			<AskedOfMe {...props} />
			<section>
				<h2>{sayGiven('heading')}</h2>
				{readers.length === 0 && <p>{sayGiven('nobody')}</p>}
				{readers.map(({ id, name, isAsked }) => (
					<div key={id}>
						<p>
							<bdi>{sayGiven(isAsked ? 'asked' : 'canRead', { name })}</bdi>
						</p>
						<div class="button-group">
							<OneButton csrf={csrf} kind="secondary" to={ask} fields={{ account: id, ask: isAsked ? 'no' : 'yes' }}>
								<bdi>{sayGiven(isAsked ? 'stopAsking' : 'ask', { name })}</bdi>
							</OneButton>
						</div>
					</div>
				))}
				{beside
					.filter((one) => !one.hidden)
					.map((one) => (
						<OneGiven key={one.id} {...props} one={one} />
					))}
				{hidden.length > 0 && (
					<Details summary={sayGiven('hidden', { count: hidden.length })}>
						{hidden.map((one) => (
							<OneGiven key={one.id} {...props} one={one} />
						))}
					</Details>
				)}
				<p>
					<a class="act-link" href={routes.openings.open.href(here)}>
						{sayGiven('open')}
					</a>
				</p>
			</section>
		</>
	)
}

function OneGiven({ here, csrf, piece, names, reader, one }: Props & { one: Beside }) {
	const sayGiven = givenStoryWords(reader)
	const at = { ...here, piece: piece.id, beside: one.id }
	const keep = routes.piece.keep.href(at)
	const answered = prompts.filter((prompt) => one[prompt] !== null)
	const [first] = answered
	return (
		<Said
			hand={one.words === null ? 'third' : 'practitioner'}
			name={names.get(one.author) || sayGiven('someone')}
			date={isoDay(one.writtenAt)}
			as={first && sayGiven(first)}
			words={one.words ?? (first ? (one[first] ?? '') : '')}
		>
			{answered.slice(1).map((prompt) => (
				<div key={prompt}>
					<p>{sayGiven(prompt)}</p>
					<Own>{one[prompt] ?? ''}</Own>
				</div>
			))}
			{one.reply && (
				<>
					<p>{sayGiven('yourReply')}</p>
					<Own>{one.reply}</Own>
				</>
			)}
			{one.kept && <p>{sayGiven('kept')}</p>}
			<div class="button-group">
				{!one.kept && !one.hidden && (
					<OneButton csrf={csrf} kind="secondary" to={keep} fields={{ word: 'keep' }}>
						{sayGiven('keep')}
					</OneButton>
				)}
				<Button kind="secondary" href={routes.piece.reply.href(at)}>
					{sayGiven('reply')}
				</Button>
				<OneButton csrf={csrf} kind="secondary" to={keep} fields={{ word: one.hidden ? 'show' : 'hide' }}>
					{sayGiven(one.hidden ? 'showAgain' : 'hide')}
				</OneButton>
			</div>
		</Said>
	)
}
