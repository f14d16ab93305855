import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { VoiceLine } from '../../../ui/Voice.tsx'
import { wholeOf } from './KindWords.tsx'
import type { Kept } from './recognition.queries.ts'
import { keptWords } from './recognition.words.ts'

/** The newest kind words in a person's home, in one line, and the way to all of them. */
export function KindWordsOnHome({ newest, locale }: { newest: Kept | undefined; locale: Locale }) {
	const say = keptWords({ locale, voice: 'anyone' })
	const name = newest?.name ?? say('someone')
	return (
		<section>
			{newest && (
				<>
					<h2>{say('homeHeading')}</h2>
					<p>
						<VoiceLine hand={newest.isByPractitioner ? 'practitioner' : 'third'}>
							{newest.isRead ? (
								<>
									{name}: <span data-own-words="">{wholeOf(newest, locale)}</span>
								</>
							) : (
								say('homeNew', { name })
							)}
						</VoiceLine>
					</p>
				</>
			)}
			<p>
				<a class="act-link" href={routes.recognition.mine.href()}>
					{say(newest && !newest.isRead ? 'homeRead' : 'toAll')}
				</a>
			</p>
		</section>
	)
}

/** The way to one's kind words, from every other home. */
export function ToKindWords({ locale }: { locale: Locale }) {
	return (
		<p>
			<a class="act-link" href={routes.recognition.mine.href()}>
				{keptWords({ locale, voice: 'anyone' })('toOwn')}
			</a>
		</p>
	)
}
