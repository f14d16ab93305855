import type { Takeable } from '../../../common/take-with-you/index.ts'
import { dayIn, isoDay } from '../../../platform/days.ts'
import { Said } from '../../../ui/Said.tsx'
import { wholeOf } from './KindWords.tsx'
import { givenByMe, givenToMine } from './recognition.queries.ts'
import { keptWords } from './recognition.words.ts'

/** Kind words to the acting account and from it, each whole, with its answer. */
export const takeableKindWords: Takeable = {
	key: 'kindWords',
	async read(tx, locale) {
		const say = keptWords({ locale, voice: 'anyone' })
		const [toMe, byMe] = [await givenToMine(tx), await givenByMe(tx)]
		const all = [...toMe, ...byMe].map((one) => {
			const isMine = one.authorId === tx.account
			const other = one.name ?? say(isMine ? 'toSomeone' : 'someone')
			return { ...one, isMine, other, whole: one.words === '' ? say('gone') : wholeOf(one, locale) }
		})
		return {
			json: all.map(({ isMine, other, whole, givenAt, takenBackAt, shownBeside, answer }) => ({
				...{ byMe: isMine, with: other, words: whole, shownBeside },
				at: givenAt.toISOString(),
				takenBackAt: takenBackAt?.toISOString() ?? null,
				answer: answer?.words ?? null,
			})),
			body: (
				<section>
					<h2>{say('tab')}</h2>
					{all.map(({ id, isMine, other, whole, givenAt, takenBackAt, answer }) => (
						<Said
							key={id}
							hand={isMine ? 'person' : 'third'}
							name={isMine ? say('toName', { name: other }) : other}
							date={isoDay(givenAt)}
							words={whole}
						>
							{takenBackAt && <p>{say('takenBack', { day: dayIn(takenBackAt, locale) })}</p>}
							{answer && (
								<p class="own-words" data-own-words="">
									<bdi>{answer.words}</bdi>
								</p>
							)}
						</Said>
					))}
				</section>
			),
		}
	},
}
