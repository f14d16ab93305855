import { sayDay } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { InsetText } from '../../ui/InsetText.tsx'
import type { EndOfWork } from './end-of-work.queries.ts'
import { endOfWorkWords } from './end-of-work.words.ts'

/** Days for which a home says that work together has ended. */
const daysOnHome = 60

/** On a person's home: that their work with somebody ends, or ended not long ago. */
export function EndOnHome({
	me,
	ends,
	locale,
	today,
}: {
	me: string
	ends: EndOfWork[]
	locale: Locale
	today: string
}) {
	const say = endOfWorkWords({ locale, voice: 'person' })
	const since = (day: string) => (Date.parse(today) - Date.parse(day)) / (24 * 60 * 60 * 1000)
	const told = ends.filter(({ now, lastDay }) => now || since(lastDay) <= daysOnHome)
	if (told.length === 0) return null
	return (
		<InsetText>
			{told.map((end) => (
				<p key={end.practitioner}>
					<bdi>
						{say(end.now ? 'ends' : 'ended', {
							name: end.name || say('someoneLeft'),
							day: sayDay(end.lastDay, locale),
						})}
					</bdi>
				</p>
			))}
			<p>
				<a class="act-link" href={routes.endOfWork.show.href({ person: me })}>
					{say('look')}
				</a>
			</p>
		</InsetText>
	)
}
