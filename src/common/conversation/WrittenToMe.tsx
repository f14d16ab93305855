import { dayIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import type { Written } from './conversation.queries.ts'
import { ownConversationWords, writtenWords } from './conversation.words.ts'

/** So many a home names; the others are on the page behind. */
const most = 3

/** On a home: whose words to its reader are the newest, a line each. That they were read is noted nowhere. */
export function WrittenToMe({ written, locale }: { written: readonly Written[]; locale: Locale }) {
	const say = writtenWords({ locale, voice: 'anyone' })
	return written.slice(0, most).map(({ person, with: other, name, sentAt }) => (
		<p key={`${person}-${other}`}>
			<bdi>{say('wrote', { name, day: dayIn(sentAt, locale) })}</bdi>{' '}
			<a class="act-link" href={routes.conversation.show.href({ person, with: other })}>
				{say('read')}
				<span class="visually-hidden">: {name}</span>
			</a>
		</p>
	))
}

/** What the link to everybody with whom a person writes reads. */
export const writeLink = (locale: Locale): string => ownConversationWords({ locale, voice: 'person' })('link')
