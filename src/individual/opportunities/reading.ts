import { recordLook } from '../../common/access-record/index.ts'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { draftWords } from '../../common/drafts/index.ts'
import { givenToMe } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Reader } from '../../platform/words.ts'
import { whatMattersToMe } from '../story/index.ts'
import { linksOf, opportunitiesOf, servedBy, whoseOpportunities, withinOf } from './opportunities.queries.ts'
import { type Link, type Opportunity, withWords } from './opportunities.ts'
import { opportunityWords } from './opportunities.words.ts'

/** Somebody's opportunities as they read them, or as those read them to whom they are open. */
export type Reading = {
	person: { id: string; name: string }
	reader: Reader<'person' | 'supporter'>
	csrf: string
	say: ReturnType<typeof opportunityWords>
	/** The scope of them all, where that is there for the reader. */
	whole: string | null
	all: Opportunity[]
	links: Link[]
	day(moment: Date): string
}

/** Opens somebody's opportunities for whoever asks. Throws NotFound where there are none for them. */
export async function readOpportunities(tx: Tx, { params, visitor, locale }: Asked): Promise<Reading> {
	const { person: id } = params as { person: string }
	const whose = await whoseOpportunities(tx, id)
	const mine = id === tx.account
	if (!whose || !visitor || (mine && !visitor.standings.includes('person'))) throw new NotFound()
	const all = await opportunitiesOf(tx, id)
	if (!mine && all.length === 0 && !whose.whole) throw new NotFound()
	const reader = { locale, voice: mine ? 'person' : 'supporter' } as const
	return {
		...{ person: { id, name: whose.name }, reader, csrf: visitor.csrf, whole: whose.whole },
		say: opportunityWords(reader),
		all: mine ? all : await veiled(tx, whose, whose.whole, all),
		links: await linksOf(tx, id),
		day: (moment) => dayIn(moment, locale),
	}
}

/** The same with the names of others made initials, as the person chose. */
async function veiled(tx: Tx, person: { id: string; name: string }, whole: string | null, all: Opportunity[]) {
	const { veil } = await givenToMe(tx, person)
	const shown: Opportunity[] = []
	for (const one of all) {
		const over = veil(one.scope, whole ?? (await withinOf(tx, one.scope)))
		shown.push(withWords(one, over.words))
	}
	return shown
}

/** One opportunity among the others. */
export type OneReading = Reading & {
	one: Opportunity
	/** What matters to the person, and what of that it serves: for the person alone. */
	values: { id: string; name: string }[]
	served: string[]
}

/** Opens one of them. Throws NotFound where there is none for whoever asks. */
export async function readOne(tx: Tx, request: Asked): Promise<OneReading> {
	const reading = await readOpportunities(tx, request)
	const { opportunity } = request.params as { opportunity: string }
	const one = reading.all.find(({ id }) => id === opportunity)
	if (!one) throw new NotFound()
	const isMine = reading.reader.voice === 'person'
	return { ...reading, one, values: isMine ? await whatMattersToMe(tx) : [], served: await servedBy(tx, one.id) }
}

/** Opened to write in, by the person alone, with what has to be known before. */
export type ToWrite<Opened> = Opened & { reader: Reader<'person'>; passedOn: string }

/** Throws NotFound for whoever only reads. */
export async function toWrite<Opened extends Reading>(tx: Tx, opened: Opened): Promise<ToWrite<Opened>> {
	const { locale, voice } = opened.reader
	if (voice !== 'person') throw new NotFound()
	return { ...opened, reader: { locale, voice }, passedOn: await whatIsPassedOn(tx) }
}

/** Records that they, or one of them, were looked at: in the same transaction, or nothing is shown. */
export const lookAt = (tx: Tx, reading: Reading | OneReading): Promise<void> =>
	recordLook(tx, {
		people: [reading.person.id],
		what: 'opportunity',
		thing: 'one' in reading ? reading.one.id : reading.person.id,
	})

/** What forms here say about texts that are too long or cannot be kept. */
export function limitsFor({ locale }: Reader) {
	const say = draftWords({ locale, voice: 'anyone' })
	return (most: number) => ({ tooLong: say('tooLong', { most }), unreadable: say('unreadable') })
}
