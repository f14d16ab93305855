import type { Takeable } from '../../common/take-with-you/index.ts'
import { sayDay } from '../../platform/days.ts'
import { endsOfWork } from './end-of-work.queries.ts'
import { endOfWorkWords } from './end-of-work.words.ts'

/** When my work with somebody ended, and what they said to me. */
export const takeableEndsOfWork: Takeable = {
	key: 'endsOfWork',
	async read(tx, locale) {
		const say = endOfWorkWords({ locale, voice: 'person' })
		const ends = await endsOfWork(tx, tx.account)
		return {
			json: ends.map(({ practitioner, lastDay, goodbye, saidAt }) => ({
				...{ with: practitioner, lastDay, goodbye },
				saidAt: saidAt.toISOString(),
			})),
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{ends.map(({ practitioner, name, lastDay, goodbye }) => (
						<p key={practitioner}>
							<bdi>{say('ended', { name: name || say('someoneLeft'), day: sayDay(lastDay, locale) })}</bdi>{' '}
							{goodbye && <bdi>{goodbye}</bdi>}
						</p>
					))}
				</section>
			),
		}
	},
}
