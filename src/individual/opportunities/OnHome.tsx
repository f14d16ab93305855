import type { Tx } from '../../platform/database/acting.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { opportunitiesOf } from './opportunities.queries.ts'
import { type Opportunity, opportunityOfTheDay } from './opportunities.ts'
import { opportunityWords } from './opportunities.words.ts'

/** The one opportunity of the acting account's own that home shows on a day, YYYY-MM-DD. */
export const opportunityAtHome = async (tx: Tx, today: string): Promise<Opportunity | undefined> =>
	opportunityOfTheDay(await opportunitiesOf(tx, tx.account), today)

/** Beside one's hope: one real thing that could be one's own, and the way to the others. */
export function MyOpportunity({ today, me, locale }: { today: Opportunity | undefined; me: string; locale: Locale }) {
	const say = opportunityWords({ locale, voice: 'person' })
	return (
		<section>
			<h2>{say('home1')}</h2>
			{!today && <p>{say('homeNone')}</p>}
			{today && (
				<p class="own-words" data-own-words="" dir="auto">
					<bdi>{today.words}</bdi>
				</p>
			)}
			{today?.meaning && (
				<>
					<p>{say('meaning')}:</p>
					<p class="own-words" data-own-words="" dir="auto">
						<bdi>{today.meaning}</bdi>
					</p>
				</>
			)}
			<p>
				<a class="act-link" href={routes.opportunities.list.href({ person: me })}>
					{say('seeAll')}
				</a>
			</p>
		</section>
	)
}
