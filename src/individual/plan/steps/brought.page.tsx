import type { Takeable } from '../../../common/take-with-you/index.ts'
import { isoDay } from '../../../platform/days.ts'
import type { Locale } from '../../../platform/words.ts'
import { Day } from '../../../ui/Day.tsx'
import { type Brought, whatIBrought } from './brought.queries.ts'
import { broughtWords } from './brought.words.ts'

/** One's own words from what was open and is closed now: all in one place, and nothing of anybody else's. */
export function BroughtPage({ closed, locale }: { closed: readonly Brought[]; locale: Locale }) {
	const say = broughtWords({ locale, voice: 'anyone' })
	return (
		<>
			<h1>{say('heading')}</h1>
			{closed.length === 0 ? (
				<p>{say('nothing')}</p>
			) : (
				<p>
					{say('intro')} {say('others')}
				</p>
			)}
			<Words brought={closed} locale={locale} />
		</>
	)
}

function Words({ brought, locale }: { brought: readonly Brought[]; locale: Locale }) {
	const say = broughtWords({ locale, voice: 'anyone' })
	return (
		<ul>
			{brought.map(({ id, kind, words, at }) => (
				<li key={id}>
					<Day date={isoDay(at)} />: {say(kind)}
					{words && (
						<p class="own-words" data-own-words="" dir="auto">
							<bdi>{words}</bdi>
						</p>
					)}
				</li>
			))}
		</ul>
	)
}

/** What somebody brought to others who opened something to them, as they take it along. */
export const takeableBrought: Takeable = {
	key: 'brought',
	async read(tx, locale) {
		const brought = await whatIBrought(tx)
		const say = broughtWords({ locale, voice: 'anyone' })
		return {
			json: brought.map(({ kind, words, at }) => ({ kind, words, at: at.toISOString() })),
			body: (
				<section>
					<h2>{say('headingAll')}</h2>
					<Words brought={brought} locale={locale} />
				</section>
			),
		}
	},
}
