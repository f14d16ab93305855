import { type ComponentChildren, toChildArray } from 'preact'
import { isoDay } from '../../platform/days.ts'
import { Said } from '../../ui/Said.tsx'
import { type Agreement, type Difference, speakerOf, type Wording } from './plan.ts'
import { nameOf, type Reading } from './reading.ts'
import { togetherWords } from './together.words.ts'

type Told = Pick<Reading, 'plan' | 'reader' | 'say' | 'called' | 'hand' | 'day'>

/** The words exactly as they were written, under the mark and name of whose they are; of what was only heard, by whom. */
export function Words({ wording, ...told }: Told & { wording: Wording }) {
	return <Theirs {...told} one={wording} words={wording.words} />
}

/** How somebody sees it, in the same way. */
export function View({ view, ...told }: Told & { view: Difference; children?: ComponentChildren }) {
	return <Theirs {...told} one={view} words={view.reason} />
}

type TheirsProps = Told & { one: Wording | Difference; words: string; children?: ComponentChildren }

function Theirs({ one, words, children, ...told }: TheirsProps) {
	const speaker = speakerOf(one)
	const after = toChildArray(children)
	return (
		<Said hand={told.hand(speaker)} name={told.called(speaker)} date={isoDay(one.writtenAt)} words={words}>
			{(one.heard || after.length > 0) && (
				<>
					{one.heard && <p>{heardLine(told, one)}</p>}
					{after}
				</>
			)}
		</Said>
	)
}

/** Who wrote words down, as they heard them or from paper, and what the one whose they are has said of that. */
function heardLine(told: Pick<Told, 'plan' | 'reader' | 'say' | 'day'>, { authorId, heard }: Wording | Difference) {
	const sayTogether = togetherWords(told.reader)
	if (!heard) return ''
	const { paperDay, confirmedAt, confirmedWithId, disownedAt } = heard
	const who = { by: nameOf(told, authorId), name: nameOf(told, heard.fromId) }
	const said = disownedAt ?? confirmedAt
	const written = paperDay
		? sayTogether('writtenOnPaper', { ...who, day: told.day(paperDay) })
		: sayTogether(said ? 'writtenDown' : 'writtenAsHeard', who)
	if (!said) return `${written} ${sayTogether('notConfirmed')}`
	const day = told.day(said)
	if (disownedAt) return `${written} ${sayTogether('notOwn', { ...who, day })}`
	if (!confirmedWithId) return `${written} ${sayTogether('own', { ...who, day })}`
	return `${written} ${sayTogether('ownTogether', { ...who, day, other: nameOf(told, confirmedWithId) })}`
}

/** That a yes was given together, and whether the same was said alone since. */
export function togetherLine(told: Pick<Told, 'plan' | 'reader' | 'say' | 'day'>, one: Agreement): string | undefined {
	if (!one.togetherWithId) return undefined
	const who = {
		other: nameOf(told, one.togetherWithId),
		name: nameOf(told, one.accountId),
		day: told.day(one.agreedAt),
	}
	const sayTogether = togetherWords(told.reader)
	if (!one.saidAloneAt) return sayTogether('togetherOpen', who)
	return sayTogether('togetherSaid', { ...who, alone: told.day(one.saidAloneAt) })
}
