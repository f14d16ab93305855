import type { Takeable } from '../../common/take-with-you/index.ts'
import { dayIn } from '../../platform/days.ts'
import { myAnswers } from './measures/measures.queries.ts'
import { saidAs } from './measures/measures.ts'
import { measures } from './measures/ons.ts'
import { livesOf, saidOf, sittingsOf, strengthsOf } from './now.queries.ts'
import { nowWords } from './now.words.ts'
import { partWords } from './parts.words.ts'

/** Where one was at each time, what was said beside it, one's strengths and one's answers to measures. */
export const takeableNow: Takeable = {
	key: 'now',
	async read(tx, locale) {
		const say = nowWords({ locale, voice: 'person' })
		const name = partWords({ locale, voice: 'anyone' })
		const lives = await livesOf(tx, tx.account)
		const partOf = (life: string) => lives.find(({ id }) => id === life)?.part ?? 'home'
		const [sittings, said] = [await sittingsOf(tx, tx.account), await saidOf(tx, tx.account)]
		const [strengths, answers] = [await strengthsOf(tx, tx.account), await myAnswers(tx)]
		const questions = measures.flatMap((measure) => measure.questions)
		return {
			json: {
				sittings: sittings.map(({ id, begunById, begunAt, together, shownAt }) => ({
					...{ id, begunBy: begunById, begunAt: begunAt.toISOString(), together },
					shownAt: shownAt?.toISOString() ?? null,
				})),
				said: said.map(({ sitting, life, author, question, words, place, rating, saidAt }) => ({
					...{ sitting, part: partOf(life), by: author, question, words, place, rating, at: saidAt.toISOString() },
				})),
				strengths: strengths.map(({ life, words, keptAt, putAwayAt }) => ({
					...{ part: partOf(life), words, at: keptAt.toISOString(), putAwayAt: putAwayAt?.toISOString() ?? null },
				})),
				answers: answers.map(({ measure, version, question, answer, words, answeredAt }) => ({
					...{ measure, version, question, answer, words, at: answeredAt.toISOString() },
				})),
			},
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{said
						.filter(({ question }) => question !== 'enough')
						.map(({ id, life, author, question, words, rating, saidAt }) => (
							<p key={id}>
								{dayIn(saidAt, locale)}. {name(partOf(life))}. {author !== tx.account && `${say('practitioner')}. `}
								{question !== 'enough' && name(question)}:{' '}
								<bdi data-own-words="">{words ?? rating ?? say('nothingSaid')}</bdi>
							</p>
						))}
					{strengths.length > 0 && <h3>{say('strengths')}</h3>}
					{strengths.map(({ id, words }) => (
						<p key={id} data-own-words="">
							<bdi>{words}</bdi>
						</p>
					))}
					{answers.length > 0 && <h3>{say('measures')}</h3>}
					{answers.map(({ id, question, answer, words, answeredAt }) => {
						const asked = questions.find((one) => one.id === question)
						return (
							<p key={id}>
								{dayIn(answeredAt, locale)}. {asked?.wording} {asked && answer !== null && saidAs(asked, answer)}{' '}
								<bdi data-own-words="">{words}</bdi>
							</p>
						)
					})}
				</section>
			),
		}
	},
}
