import type { ComponentChildren } from 'preact'
import { recordLook } from '../../common/access-record/index.ts'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { draftWords, type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn, isoDay, sayDay } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Reader } from '../../platform/words.ts'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { betweenWords } from './between.words.ts'
import { personICanSee, type Tie, whoWorksWith } from './relationship.queries.ts'

/** How a person and those who work with them work together, as one of the two hands reads it. */
export type Between = {
	person: { id: string; name: string }
	me: string
	reader: Reader<'person' | 'practitioner'>
	csrf: string
	sayBetween: ReturnType<typeof betweenWords>
	/** Who works or worked with the person, those who do now first. */
	ties: Tie[]
	/** What the reader calls somebody: themselves "You". */
	called(id: string): string
	hand(id: string): 'person' | 'practitioner'
	/** A moment's day, or a day written YYYY-MM-DD, as people say it. */
	day(moment: Date | string): string
	/** YYYY-MM-DD */
	today: string
}

/** Opens what is between a person and who works with them, or for one of the two alone. Throws NotFound for anybody else. */
export async function readBetween(
	tx: Tx,
	{ params, visitor, locale }: Asked,
	as?: 'person' | 'practitioner',
): Promise<Between> {
	const { person: id } = params as { person: string }
	const person = await personICanSee(tx, id)
	if (!person || !visitor) throw new NotFound()
	const reader = { locale, voice: id === tx.account ? 'person' : 'practitioner' } as const
	if (as && as !== reader.voice) throw new NotFound()
	const sayBetween = betweenWords(reader)
	const ties = await whoWorksWith(tx, id)
	const nameOf = (account: string) =>
		account === id ? person.name : ties.find(({ practitioner }) => practitioner === account)?.name
	return {
		...{ person, me: tx.account, reader, csrf: visitor.csrf, sayBetween, ties },
		called: (account) => (account === tx.account ? sayBetween('you') : nameOf(account) || sayBetween('someoneLeft')),
		hand: (account) => (account === id ? 'person' : 'practitioner'),
		day: (moment) => (typeof moment === 'string' ? sayDay(moment, locale) : dayIn(moment, locale)),
		today: isoDay(new Date()),
	}
}

/** Those who work with the person now. */
export const worksNow = ({ ties }: Pick<Between, 'ties'>): Tie[] => ties.filter(({ now }) => now)

/** Opened to write in, with what would have to be passed on. */
export type ToWrite<Opened> = Opened & { passedOn: string }

/** Adds what must be known before writing. */
export const toWrite = async <Opened extends Between>(tx: Tx, opened: Opened): Promise<ToWrite<Opened>> => ({
	...opened,
	passedOn: await whatIsPassedOn(tx),
})

/** Records that something of how they work together was looked at: in the same transaction, or nothing is shown. */
export const lookAt =
	(what: 'order' | 'expectation' | 'check_in' | 'handover') =>
	(tx: Tx, { person }: Between): Promise<void> =>
		recordLook(tx, { people: [person.id], what, thing: person.id })

/** What forms here say about texts that are too long, cannot be kept, or are no day. */
export function limitsFor(reader: Reader) {
	const say = draftWords({ locale: reader.locale, voice: 'anyone' })
	return {
		tooLong: (length: number) => say('tooLong', { most: length }),
		unreadable: say('unreadable'),
		day: say('emptyDay'),
	}
}
export type Limits = ReturnType<typeof limitsFor>

/** Somebody's own words within a line of ours. */
export const Own = ({ children }: { children: string }) => (
	<bdi class="own-words" data-own-words="" dir="auto">
		{children}
	</bdi>
)

type Checked = {
	title: string
	rows: Parameters<typeof SummaryList>[0]['rows']
	/** Who reads it when it is shared; nobody, where that is said otherwise. */
	to?: string
	share: ComponentChildren
	children?: ComponentChildren
}

/** What was written, to look at once more before somebody else reads it. */
export function checkPage(between: Between, form: Form, { title, rows, to, share, children }: Checked): Framed {
	const { sayBetween, reader } = between
	return {
		title,
		backHref: form.action,
		body: (
			<>
				<h1>{sayBetween('check')}</h1>
				{to !== undefined && (
					<p>
						<bdi>{to ? sayBetween('checkHint', { name: to }) : sayBetween('checkNobody')}</bdi>
					</p>
				)}
				<SummaryList rows={rows} />
				{children}
				<FormParts.Share form={form} reader={reader}>
					{share}
				</FormParts.Share>
			</>
		),
	}
}
