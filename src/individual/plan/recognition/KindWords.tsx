import type { Tx } from '../../../platform/database/acting.ts'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Said } from '../../../ui/Said.tsx'
import type { OutcomeReading, Reading } from '../reading.ts'
import { givenWith, type Named, whoICanThank } from './recognition.queries.ts'
import { canTakeBack } from './recognition.ts'
import { beginningWords, recognitionWords } from './recognition.words.ts'

/** What stands with an outcome or a plan: what the reader gave, what the person shows, and whether the reader can give more. */
export type KindWordsHere = { given: Named[]; canGive: boolean }

/** Reads what stands with an outcome, or with the plan as a whole, as the acting account may read it. */
export async function kindWordsHere(tx: Tx, person: string, outcome = ''): Promise<KindWordsHere> {
	const [given, thankable] = await Promise.all([
		givenWith(tx, person, outcome),
		person === tx.account ? whoICanThank(tx) : undefined,
	])
	return { given, canGive: !thankable || thankable.length > 0 }
}

/** Kind words beside an outcome, or at the end of the plan, and a plain way to give some. */
export function KindWords({ kindWords, ...reading }: (Reading | OutcomeReading) & { kindWords: KindWordsHere }) {
	const { plan, reader } = reading
	const { given, canGive } = kindWords
	if (given.length === 0 && !canGive) return null
	const say = recognitionWords(reader)
	const person = plan.person.id
	const href =
		'outcome' in reading
			? routes.recognition.giveAbout.href({ person, outcome: reading.outcome.id })
			: routes.recognition.give.href({ person })
	return (
		<section>
			<h2>{say('heading')}</h2>
			{given.map((one) => (
				<OneOfThem key={one.id} {...reading} one={one} />
			))}
			{canGive && (
				<p>
					<Button href={href} kind="secondary">
						{say('give')}
					</Button>
				</p>
			)}
		</section>
	)
}

function OneOfThem({ one, ...reading }: Reading & { one: Named }) {
	const { plan, reader, day, hand } = reading
	const say = recognitionWords(reader)
	const isMine = one.authorId === plan.me.id
	const { answer } = one
	return (
		<Said
			hand={hand(one.authorId)}
			name={giverOf(reading, one)}
			as={isMine && one.name && one.givenToId !== plan.person.id ? say('toName', { name: one.name }) : undefined}
			date={isoDay(one.givenAt)}
			words={wordsOf(reading, one)}
		>
			{isMine && (
				<>
					{answer && (
						<>
							<p>{say('answerOn', { day: day(answer.answeredAt) })}</p>
							<p class="own-words" data-own-words="" dir="auto">
								<bdi>{answer.words}</bdi>
							</p>
						</>
					)}
					{canTakeBack(one) && (
						<p>
							<a class="act-link" href={routes.recognition.mine.href()}>
								{say('toTakeBack')}
							</a>
						</p>
					)}
				</>
			)}
		</Said>
	)
}

/** Who gave it, as this reader knows them: someone close to the person, where the reader may not know who that is. */
function giverOf({ plan, reader, called, veiled }: Reading, one: Named): string {
	if (one.authorId === plan.me.id || plan.parties.some(({ id }) => id === one.authorId)) return called(one.authorId)
	const veil = veiled(one.scope)
	const name = veil ? veil.called(one.authorId) : one.name
	return name ?? recognitionWords(reader)('someoneKnown', { name: plan.person.name })
}

function wordsOf({ plan, reader, veiled, say }: Reading, one: Named): string {
	if (one.words === '') return say('wordsGone')
	const words = one.authorId === plan.me.id ? one.words : (veiled(one.scope)?.words(one.words) ?? one.words)
	return wholeOf({ ...one, words }, reader.locale)
}

/** The sentence as it was given: its beginning, and the giver's words. */
export const wholeOf = (
	{ beginning, words }: Pick<Named, 'beginning' | 'words'>,
	locale: Reading['reader']['locale'],
) => (beginning === 'own' ? words : `${beginningWords({ locale, voice: 'anyone' })(beginning)} ${words}`)
