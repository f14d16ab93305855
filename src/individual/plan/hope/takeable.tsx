import type { Takeable } from '../../../common/take-with-you/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { askingOfMe, myHopeRatings, myHopes } from './hope.queries.ts'
import { hopeWords } from './hope.words.ts'

const moment = (at: Date | null): string | null => at?.toISOString() ?? null

/** One's own hope, as one takes it along. Nothing of it is ever shown to anybody. */
export const takeableHope: Takeable = {
	key: 'hope',
	async read(tx, locale) {
		const [ratings, hopes, asking] = [await myHopeRatings(tx), await myHopes(tx), await askingOfMe(tx)]
		const sayHope = hopeWords({ locale, voice: 'person' })
		return {
			json: {
				isAsked: asking?.word !== 'never',
				ratings: ratings.map(({ rating, words, ratedAt }) => ({ rating, words, at: moment(ratedAt) })),
				hopes: hopes.map(
					({ words, outcome, contribution, known, somebody, opportunity, could, hopedAt, endedAt, ending }) => ({
						...{ words, outcome, contribution, known: known?.id ?? null, somebody, opportunity, ending },
						could: could?.id ?? null,
						...{ at: moment(hopedAt), endedAt: moment(endedAt) },
					}),
				),
			},
			body: (
				<section>
					<h2>{sayHope('heading')}</h2>
					{ratings.map(({ id, rating, words, ratedAt }) => (
						<p key={id}>
							{sayHope('onDay', { day: dayIn(ratedAt, locale), rating })}{' '}
							{words && <bdi data-own-words="">{words}</bdi>}
						</p>
					))}
					{hopes.map(({ id, words, known, somebody, opportunity, could, hopedAt, endedAt, ending }) => (
						<p key={id}>
							<bdi data-own-words="">{words}</bdi> {sayHope('since', { day: dayIn(hopedAt, locale) })}.{' '}
							<bdi data-own-words="">{known?.name ?? somebody ?? could?.words ?? opportunity}</bdi>{' '}
							{endedAt && sayHope(ending === 'came_true' ? 'endedTrue' : 'endedGo', { day: dayIn(endedAt, locale) })}
						</p>
					))}
				</section>
			),
		}
	},
}
