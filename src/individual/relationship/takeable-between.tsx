import { meetingsThatWere } from '../../common/appointments/index.ts'
import type { Json, Takeable } from '../../common/take-with-you/index.ts'
import { dayIn } from '../../platform/days.ts'
import { betweenWords } from './between.words.ts'
import { checkInsOf } from './check-ins/check-ins.queries.ts'
import { expectationsOf } from './expectations/expectations.queries.ts'
import { handoversOf, notesOf } from './handover/handover.queries.ts'
import { conditionsOf } from './order/order.queries.ts'

const at = (moment: Date) => moment.toISOString()
const perhapsAt = (moment: Date | null | undefined) => moment?.toISOString() ?? null

type Line = { id: string; day: Date; words: string }

/** How I and those who work with me work together: what the order asks, what we can expect, how meetings were, what was handed over. */
export const takeableBetween: Takeable = {
	key: 'workingTogether',
	async read(tx, locale) {
		const me = tx.account
		const say = betweenWords({ locale, voice: 'person' })
		const [conditions, expectations] = [await conditionsOf(tx, me), await expectationsOf(tx, me)]
		const [said, meetings, notes] = [
			await checkInsOf(tx, me),
			await meetingsThatWere(tx, { person: me }),
			await notesOf(tx, me),
		]
		const metAt = (time: string) => meetings.find((met) => met.time === time)?.startsAt
		const order = conditions.flatMap(({ wordings, remarks }) => wordings.map((one) => ({ one, remarks })))
		const lines: Record<'order' | 'expectations' | 'checkIns' | 'handover', Line[]> = {
			order: order.map(({ one }) => ({ id: one.id, day: one.writtenAt, words: one.words || say('wordsGone') })),
			expectations: expectations.flatMap(({ wordings }) =>
				wordings.map(({ id, writtenAt, words }) => ({ id, day: writtenAt, words })),
			),
			checkIns: said.flatMap(({ time, accountId, change }) =>
				change ? [{ id: `${time} ${accountId}`, day: metAt(time) ?? new Date(0), words: change }] : [],
			),
			handover: notes.flatMap(({ id, writtenAt, words, said: word }) => [
				{ id, day: writtenAt, words },
				...word.flatMap((one) => (one.words ? [{ id: one.id, day: one.saidAt, words: one.words }] : [])),
			]),
		}
		const json: Json = {
			order: order.map(({ one, remarks }) => ({
				...{ condition: one.condition, number: one.number, words: one.words, by: one.authorId, at: at(one.writtenAt) },
				...{ fromDay: one.fromDay, untilDay: one.untilDay },
				said: remarks
					.filter(({ wording }) => wording === one.id)
					.map(({ kind, words, saidAt, answers }) => ({
						...{ kind, words, at: at(saidAt) },
						answers: answers.map((answer) => ({ by: answer.authorId, words: answer.words, at: at(answer.answeredAt) })),
					})),
			})),
			expectations: expectations.map(({ with: other, ofWhom, wordings, hands }) => ({
				...{ with: other, ofWhom },
				wordings: wordings.map(({ words, authorId, writtenAt }) => ({ words, by: authorId, at: at(writtenAt) })),
				hands: hands.map(({ wordingId, accountId, agreedAt, withdrawnAt }) => ({
					words: wordings.find(({ id }) => id === wordingId)?.words ?? '',
					...{ by: accountId, at: at(agreedAt), takenBackAt: perhapsAt(withdrawnAt) },
				})),
			})),
			checkIns: said.map(({ time, accountId, notThisTime, change, ...answers }) => ({
				...{ by: accountId, metAt: perhapsAt(metAt(time)), notThisTime, change, answers },
			})),
			handover: notes.map(({ authorId, number, words, writtenAt, said: word }) => ({
				...{ by: authorId, number, words, at: at(writtenAt) },
				said: word.map((one) => ({ kind: one.kind, words: one.words, at: at(one.saidAt) })),
			})),
			named: (await handoversOf(tx, me)).map(({ from, to, byLead, saidAt, answer, begunAt }) => ({
				...{ from, to, byLead, at: at(saidAt), answer, begunAt: perhapsAt(begunAt) },
			})),
		}
		return {
			json,
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{(['order', 'expectations', 'checkIns', 'handover'] as const)
						.filter((part) => lines[part].length > 0)
						.map((part) => (
							<div key={part}>
								<h3>{say(part)}</h3>
								{lines[part].map(({ id, day, words }) => (
									<p key={id}>
										{dayIn(day, locale)}: <bdi data-own-words="">{words}</bdi>
									</p>
								))}
							</div>
						))}
				</section>
			),
		}
	},
}
