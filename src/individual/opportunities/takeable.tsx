import type { Takeable } from '../../common/take-with-you/index.ts'
import { dayIn } from '../../platform/days.ts'
import { whatMattersToMe } from '../story/index.ts'
import { linksOf, opportunitiesOf, servedBy } from './opportunities.queries.ts'
import { aspects } from './opportunities.ts'
import { opportunityWords } from './opportunities.words.ts'

/** What could be one's own, how it hangs together, and what became of it. */
export const takeableOpportunities: Takeable = {
	key: 'opportunities',
	async read(tx, locale) {
		const say = opportunityWords({ locale, voice: 'person' })
		const all = await opportunitiesOf(tx, tx.account)
		const links = await linksOf(tx, tx.account)
		const values = await whatMattersToMe(tx)
		const served = new Map<string, string[]>()
		for (const { id } of all) served.set(id, await servedBy(tx, id))
		return {
			json: {
				opportunities: all.map(({ id, kind, words, meaning, touches, serves, needs, opens, writtenAt, turns }) => ({
					...{ id, kind, words, meaning, touches, serves, needs, opens, at: writtenAt.toISOString() },
					values: served.get(id) ?? [],
					turns: turns.map((turn) => ({ kind: turn.kind, words: turn.words, at: turn.madeAt.toISOString() })),
				})),
				links: links.map(({ from, kind, to }) => ({ from, kind, to })),
			},
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{all.map((one) => (
						<article key={one.id}>
							<h3 data-own-words="">
								<bdi>{one.words}</bdi>
							</h3>
							<p>
								{say(one.kind)}. {say('since', { day: dayIn(one.writtenAt, locale) })}
							</p>
							{aspects.map(
								(aspect) =>
									one[aspect] && (
										<p key={aspect}>
											{say(aspect)}: <bdi data-own-words="">{one[aspect]}</bdi>
										</p>
									),
							)}
							{values
								.filter(({ id }) => served.get(one.id)?.includes(id))
								.map(({ id, name }) => (
									<p key={id}>
										{say('serves')}: <bdi data-own-words="">{name}</bdi>
									</p>
								))}
							{one.turns.map(({ id, kind, words, madeAt }) => (
								<p key={id}>
									{say('saidOn', { day: dayIn(madeAt, locale), what: say(kind) })} <bdi data-own-words="">{words}</bdi>
								</p>
							))}
						</article>
					))}
				</section>
			),
		}
	},
}
