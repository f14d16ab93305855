import type { Takeable } from '../../../common/take-with-you/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { dayIn } from '../../../platform/days.ts'
import { planOf } from '../plan.queries.ts'
import { type Preparation, preparationsFor, type Review, reviewsOf, whatIPrepared } from './reviews.queries.ts'
import { reviewWords } from './reviews.words.ts'

const parts = ['good', 'hard', 'other'] as const

/** How one looked back together: each time, and what both wrote for it, as far as one may read it. */
export const takeableReviews: Takeable = {
	key: 'reviews',
	async read(tx, locale) {
		const plan = await planOf(tx, tx.account)
		const say = reviewWords({ locale, voice: 'person' })
		const mine = plan ? await withPreparations(tx, await reviewsOf(tx, plan.scope)) : []
		const prepared = await whatIPrepared(tx)
		const called = (id: string) => plan?.parties.find((party) => party.id === id)?.name ?? ''
		return {
			json: {
				together: mine.map(({ review, preparations }) => ({
					...{ begunBy: review.begunById, begunAt: review.begunAt.toISOString(), forDay: review.forDay },
					heldAt: review.heldAt?.toISOString() ?? null,
					setAsideAt: review.setAsideAt?.toISOString() ?? null,
					prepared: preparations.map(({ accountId, writtenAt, good, hard, other }) => ({
						...{ by: accountId, good, hard, other, at: writtenAt.toISOString() },
					})),
				})),
				withThoseWhoLeft: prepared.map(({ words, at }) => ({ words, at: at.toISOString() })),
			},
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{mine.map(({ review, preparations }) => (
						<article key={review.id}>
							<h3>
								{review.heldAt
									? say('heldOn', { day: dayIn(review.heldAt, locale) })
									: say('begunName', { name: called(review.begunById), day: dayIn(review.begunAt, locale) })}
							</h3>
							{preparations.map((one) => (
								<Prepared key={one.accountId} one={one} name={called(one.accountId)} say={say} />
							))}
						</article>
					))}
					{prepared.map(({ words, at }) => (
						<p key={at.getTime()} data-own-words="">
							<bdi>{words}</bdi>
						</p>
					))}
				</section>
			),
		}
	},
}

function Prepared({ one, name, say }: { one: Preparation; name: string; say: ReturnType<typeof reviewWords> }) {
	return (
		<>
			<h4>
				<bdi>{name}</bdi>
			</h4>
			{parts.map(
				(part) =>
					one[part] && (
						<p key={part}>
							{say(part)}: <bdi data-own-words="">{one[part]}</bdi>
						</p>
					),
			)}
		</>
	)
}

async function withPreparations(tx: Tx, reviews: Review[]) {
	const all = await preparationsFor(tx, ...reviews.map(({ id }) => id))
	return reviews.map((review) => ({ review, preparations: all.filter((one) => one.review === review.id) }))
}
