import { cameInAlone } from '../../common/accounts/index.ts'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { draftWords } from '../../common/drafts/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Reader } from '../../platform/words.ts'
import { storyWords } from './story.words.ts'

/** A story as its person alone reads it. */
export type Mine = {
	me: string
	/** Whose story it is, for an address. */
	here: { person: string }
	reader: Reader<'person'>
	csrf: string
	isAlone: boolean
	say: ReturnType<typeof storyWords>
	day(moment: Date): string
}

/** Opens the acting account's own story; nothing of it stands in any record. Throws NotFound for everybody else. */
export function openMine(tx: Tx, request: Asked): Mine {
	const { person } = request.params as { person: string }
	const { visitor, locale } = request
	if (person !== tx.account || !visitor?.standings.includes('person')) throw new NotFound()
	const reader = { locale, voice: 'person' } as const
	return {
		...{ me: person, here: { person }, reader, csrf: visitor.csrf, isAlone: cameInAlone(visitor) },
		say: storyWords(reader),
		day: (moment) => dayIn(moment, locale),
	}
}

/** A story to write in, with what a practitioner would have to pass on: it stands before anything is typed. */
export type ToWrite = { passedOn: string }

/** The same to write in. */
export const toWriteMine = async (tx: Tx, request: Asked): Promise<Mine & ToWrite> => ({
	...openMine(tx, request),
	passedOn: await whatIsPassedOn(tx),
})

/** Nobody else looks at one's own story. */
export const noLook = async (): Promise<void> => {}

/** What forms here say about texts that are too long or cannot be kept. */
export function limitsFor({ locale }: Pick<Reader, 'locale'>) {
	const say = draftWords({ locale, voice: 'anyone' })
	return { tooLong: (length: number) => say('tooLong', { most: length }), unreadable: say('unreadable') }
}

/** What a page says on top after an act, by the word that the act left in the address; nothing for any other word. */
export function toldBy<Key extends string>(
	told: Readonly<Record<string, Key>>,
	say: (key: Key, values?: Record<string, string>) => string,
	done: unknown,
	values?: Record<string, string>,
): string | undefined {
	const key = typeof done === 'string' && Object.hasOwn(told, done) ? told[done] : undefined
	return key && say(key, values)
}

/** Today, in years with their parts. */
export function nowInYears(now = new Date()): number {
	const year = now.getUTCFullYear()
	const [begins, ends] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
	return year + (now.getTime() - begins) / (ends - begins)
}
