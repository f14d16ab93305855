import type { Takeable } from '../../../common/take-with-you/index.ts'
import { sayDay } from '../../../platform/days.ts'
import { planOf } from '../plan.queries.ts'
import { progressInMyPlan } from './progress.queries.ts'
import { progressWords } from './progress.words.ts'

/** How far the outcomes of one's own plan have come, in the numbers and words of both hands. */
export const takeableProgress: Takeable = {
	key: 'progress',
	async read(tx, locale) {
		const plan = await planOf(tx, tx.account)
		const { numbers, anchors } = await progressInMyPlan(tx)
		const say = progressWords({ locale, voice: 'person' })
		const called = (id: string) =>
			id === tx.account ? say('you') : (plan?.parties.find((party) => party.id === id)?.name ?? '')
		return {
			json: {
				numbers: numbers.map(({ outcome, authorId, rating, words, day, takenBackAt }) => ({
					...{ outcome, by: authorId, rating, words, day },
					takenBackAt: takenBackAt?.toISOString() ?? null,
				})),
				anchors: anchors.map(({ outcome, authorId, at0, at5, at10, writtenAt }) => ({
					...{ outcome, by: authorId, at0, at5, at10, at: writtenAt.toISOString() },
				})),
			},
			body: (
				<section>
					<h2>{say('onePart')}</h2>
					{numbers.map(({ id, authorId, rating, words, day }) => (
						<p key={id}>
							{sayDay(day, locale)} <bdi>{called(authorId)}</bdi>: {rating ?? say('notToday')}{' '}
							{words && <bdi data-own-words="">{words}</bdi>}
						</p>
					))}
					{anchors.map(({ id, authorId, at0, at5, at10 }) => (
						<p key={id}>
							<bdi>{called(authorId)}</bdi>:{' '}
							<bdi data-own-words="">
								{[at0 && `0: ${at0}`, at5 && `5: ${at5}`, at10 && `10: ${at10}`].filter(Boolean).join(' ')}
							</bdi>
						</p>
					))}
				</section>
			),
		}
	},
}
