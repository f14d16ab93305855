import { Voice } from '../../ui/Voice.tsx'
import { questions, type Said, voicesIn } from './now.ts'
import type { Reading } from './reading.ts'

/** What was said about one part at one time, in the voices of all who spoke: the person's first. */
export function Voices({ said, person, say, part, called, hand }: Reading & { said: readonly Said[] }) {
	return (
		<div class="two-voices">
			{voicesIn(said, person.id).map((voice) => (
				<Voice
					key={voice.author}
					hand={hand(voice.author)}
					name={called(voice.author)}
					as={hand(voice.author) === 'practitioner' ? say('practitioner') : undefined}
				>
					<dl class="said-list">
						{questions.map((question) => {
							const one = voice.said.find((each) => each.question === question)
							return (
								one && (
									<div key={question}>
										<dt>{part(question)}</dt>
										<dd>
											<Words say={say} part={part} one={one} />
										</dd>
									</div>
								)
							)
						})}
					</dl>
					<OwnNumber say={say} one={voice.said.find(({ question }) => question === 'rating')} />
				</Voice>
			))}
		</div>
	)
}

function Words({ one, say, part }: Pick<Reading, 'say' | 'part'> & { one: Said }) {
	if (one.words === null) return <p>{say('nothingSaid')}</p>
	return (
		<>
			<p class="own-words" data-own-words="" dir="auto">
				<bdi>{one.words}</bdi>
			</p>
			{one.place && (
				<p class="quiet">
					{say('placeIs')}: {part(one.place)}.
				</p>
			)}
		</>
	)
}

function OwnNumber({ one, say }: Pick<Reading, 'say'> & { one: Said | undefined }) {
	if (one?.rating == null) return null
	return <p>{say('yourNumber', { rating: one.rating })}</p>
}
