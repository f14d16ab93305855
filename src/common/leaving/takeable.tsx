import type { Takeable } from '../take-with-you/index.ts'
import { LeftBehindWords } from './leaving.pages.tsx'
import { whatIWroteWithThoseWhoLeft } from './leaving.queries.ts'
import { leavingWords } from './leaving.words.ts'

/** What I wrote in plans of people who have left: mine still. */
export const takeableLeftBehind: Takeable = {
	key: 'withThoseWhoLeft',
	async read(tx, locale) {
		const say = leavingWords({ locale, voice: 'anyone' })
		const written = await whatIWroteWithThoseWhoLeft(tx)
		return {
			json: written.map(({ kind, words, at }) => ({ kind, words, at: at.toISOString() })),
			body: (
				<section>
					<h2>{say('behindHeading')}</h2>
					{written.length === 0 ? <p>{say('behindNothing')}</p> : <LeftBehindWords say={say} written={written} />}
				</section>
			),
		}
	},
}
