import { FilesOf, type KeptFile } from '../../common/files/index.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Own } from './moment.parts.tsx'
import { calledMoment, type Moment } from './moment.ts'
import type { Piece } from './piece.ts'
import type { Mine } from './reading.ts'

export type MomentReading = Mine & {
	moment: Moment
	when: string
	pieces: readonly Piece[]
	/** Its photos and voice notes. */
	files: readonly KeptFile[]
}

type Told = Pick<MomentReading, 'moment' | 'when' | 'files' | 'me' | 'csrf'> & { keys: Keys; locale: Locale }

/** What was said and is shown of a moment, as anybody gets it who may. */
export function MomentTold({ moment, when, files, me, csrf, locale, keys }: Told) {
	const own = (key: string, words: string | null) =>
		words !== null && {
			key,
			value: (
				<span class="own-words" data-own-words="" dir="auto">
					<bdi>{words}</bdi>
				</span>
			),
		}
	return (
		<>
			{moment.words && <Own>{moment.words}</Own>}
			<SummaryList
				rows={[
					{ key: keys.when, value: <bdi>{when}</bdi> },
					own(keys.place, moment.place),
					own(keys.mood, moment.mood),
					own(keys.saysOfMe, moment.saysOfMe),
				]}
			/>
			<FilesOf files={files} locale={locale} csrf={csrf} me={me} />
		</>
	)
}

type Keys = Record<'when' | 'place' | 'mood' | 'saysOfMe', string>

/** One moment: its words, what else was said of it, and what could be; nothing of that has to be. */
export function MomentPage(props: MomentReading) {
	const { say, moment, here, csrf, pieces } = props
	const at = { ...here, moment: moment.id }
	const keys = { when: say('whenKey'), place: say('placeKey'), mood: say('moodKey'), saysOfMe: say('saysOfMeKey') }
	const told = <MomentTold {...props} locale={props.reader.locale} keys={keys} />
	return (
		<>
			<h1>
				{moment.hard || !moment.title ? (
					say(moment.hard ? 'hardOne' : 'noName')
				) : (
					<bdi data-own-words="">{calledMoment(moment)}</bdi>
				)}
			</h1>
			{moment.hoped && <p>{say('hopedFor')}</p>}
			{moment.hard ? (
				<>
					<p>{say('hardFolded')}</p>
					<p>
						<a class="act-link" href={routes.story.breathe.href(here)}>
							{say('toBreathe')}
						</a>
					</p>
					<Details summary={say('hardOpen')}>{told}</Details>
				</>
			) : (
				told
			)}
			{pieces.length > 0 && (
				<section>
					<h2>{say('inKey')}</h2>
					<ul>
						{pieces.map(({ id, name }) => (
							<li key={id}>
								<a class="act-link" href={routes.piece.show.href({ ...here, piece: id })}>
									<bdi data-own-words="">{name}</bdi>
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
			<p>
				<Button href={`${routes.story.show.href(here)}?done=paused`}>{say('pause')}</Button>
			</p>
			<section>
				<h2>{say('more')}</h2>
				<p>{say('moreHint')}</p>
				<ul class="links">
					{(
						[
							['when', 'toWhen'],
							['title', 'toTitle'],
							['place', 'toPlace'],
							['mood', 'toMood'],
							['saysOfMe', 'toSaysOfMe'],
							['words', 'changeWords'],
							['photo', 'toPhoto'],
							['voice', 'toVoice'],
						] as const
					).map(([question, key]) => (
						<li key={key}>
							<a class="act-link" href={routes.moment[question].href(at)}>
								{say(key)}
							</a>
						</li>
					))}
				</ul>
				<OneButton
					csrf={csrf}
					kind="secondary"
					to={routes.moment.hard.href(at)}
					fields={{ hard: moment.hard ? 'no' : 'yes' }}
				>
					{say(moment.hard ? 'makeNotHard' : 'makeHard')}
				</OneButton>
				<Details summary={say('deleteIt')}>
					<p>{say('deleteHint')}</p>
					<OneButton csrf={csrf} kind="secondary" to={routes.moment.delete.href(at)}>
						{say('deleteIt')}
					</OneButton>
				</Details>
			</section>
		</>
	)
}
