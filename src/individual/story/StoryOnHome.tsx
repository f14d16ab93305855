import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import type { StoryAtHome } from './at-home.ts'
import { storyWords } from './story.words.ts'

type Props = { me: string; locale: Locale; story: StoryAtHome }

/** The way to my story, and whether words that somebody wrote down for it wait for my word. */
export function StoryOnHome({ me, locale, story }: Props) {
	const say = storyWords({ locale, voice: 'person' })
	return (
		<>
			{story.waits && <p>{say('waits')}</p>}
			{story.askedIn && (
				<p>
					<a href={routes.piece.show.href({ person: me, piece: story.askedIn })}>{say('asksOut')}</a>
				</p>
			)}
			<p>
				<a class="act-link" href={routes.story.show.href({ person: me })}>
					{say('toHome')}
				</a>
			</p>
		</>
	)
}
