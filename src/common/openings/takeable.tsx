import { dayIn } from '../../platform/days.ts'
import type { Takeable } from '../take-with-you/index.ts'
import { openingsOfMine } from './openings.queries.ts'
import { openingWords } from './openings.words.ts'

/** What I opened, to whom, for what and until when. */
export const takeableOpenings: Takeable = {
	key: 'openings',
	async read(tx, locale) {
		const say = openingWords({ locale, voice: 'person' })
		const openings = await openingsOfMine(tx)
		return {
			json: openings.map(({ part, thing, name, purpose, openedAt, until, closedAt }) => ({
				...{ part, thing, to: name || say('someoneLeft'), purpose },
				openedAt: openedAt.toISOString(),
				until: until.toISOString(),
				closedAt: closedAt?.toISOString() ?? null,
			})),
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{openings.length === 0 && <p>{say('nothing')}</p>}
					<ul>
						{openings.map((one) => (
							<li key={one.id}>
								{say('to')}: <bdi>{one.name || say('someoneLeft')}</bdi>. {say('whatFor')}: <bdi>{one.purpose}</bdi>.{' '}
								{say('untilKey')}: {dayIn(one.closedAt ?? one.until, locale)}.
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
}
