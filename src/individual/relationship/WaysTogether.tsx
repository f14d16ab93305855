import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { betweenWords } from './between.words.ts'

/** On the page of who works with a person: the ways to how they work together. */
export function WaysTogether({ person, me, locale }: { person: string; me: string; locale: Locale }) {
	const say = betweenWords({ locale, voice: me === person ? 'person' : 'practitioner' })
	const here = { person }
	const messages =
		me === person ? routes.conversation.list.href(here) : routes.conversation.show.href({ person, with: me })
	const ways = [
		['messages', messages],
		['expectations', routes.expectations.show.href(here)],
		['order', routes.order.show.href(here)],
		['checkIns', routes.checkIns.list.href(here)],
		['handover', routes.handover.show.href(here)],
	] as const
	return (
		<section>
			<h2>{say('heading')}</h2>
			{ways.map(([key, href]) => (
				<p key={key}>
					<a class="act-link" href={href}>
						{say(key)}
					</a>
				</p>
			))}
		</section>
	)
}
