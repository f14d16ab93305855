import { dayIn } from '../../platform/days.ts'
import type { Takeable } from '../take-with-you/index.ts'
import { allMyMessages, sentToThoseWhoLeft } from './conversation.queries.ts'
import { conversationWords } from './conversation.words.ts'
import { hoursOf } from './hours.queries.ts'

/** What I wrote with others, and when I said that I read. */
export const takeableConversations: Takeable = {
	key: 'conversations',
	async read(tx, locale) {
		const say = conversationWords({ locale, voice: 'person' })
		const [all, left] = [await allMyMessages(tx), await sentToThoseWhoLeft(tx)]
		const hours = (await hoursOf(tx, [tx.account])).get(tx.account)
		return {
			json: {
				messages: all.map(({ person, with: other, authorId, words, sentAt, takenBackAt }) => ({
					...{ person, with: other, by: authorId, words, at: sentAt.toISOString() },
					takenBackAt: takenBackAt?.toISOString() ?? null,
				})),
				withThoseWhoLeft: left.map(({ words, at }) => ({ words, at: at.toISOString() })),
				hours: hours ? { reads: hours.reads, reached: hours.reached } : null,
			},
			body: (
				<section>
					<h2>{say('tab')}</h2>
					{all.length + left.length === 0 && <p>{say('nothing')}</p>}
					{all.map(({ id, words, sentAt }) => (
						<p key={id}>
							{dayIn(sentAt, locale)}: {words === null ? say('takenBack') : <bdi data-own-words="">{words}</bdi>}
						</p>
					))}
					{left.map(({ words, at }) => (
						<p key={at.getTime()}>
							{dayIn(at, locale)}: <bdi data-own-words="">{words}</bdi>
						</p>
					))}
					{hours && (
						<p data-own-words="">
							<bdi>{[hours.reads, hours.reached].filter(Boolean).join(' ')}</bdi>
						</p>
					)}
				</section>
			),
		}
	},
}
