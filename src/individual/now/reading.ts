import { recordLook } from '../../common/access-record/index.ts'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { givenToMe, openingsOfMine, type Veil } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { allOf } from '../../platform/lists.ts'
import type { Reader } from '../../platform/words.ts'
import type { Hand } from '../../ui/Voice.tsx'
import { whoWorksWith } from '../relationship/index.ts'
import {
	livesOf,
	saidOf,
	sittingsOf,
	strengthsOf,
	type Whose,
	wholeScope,
	whosePicture,
	withinOf,
} from './now.queries.ts'
import type { Life, Said, Sitting, Strength } from './now.ts'
import { nowWords } from './now.words.ts'
import { partWords } from './parts.words.ts'
import { sayingWords } from './saying.words.ts'

/** Where somebody is now, as one reader reads it. */
export type Reading = {
	person: { id: string; name: string }
	me: string
	reader: Reader<Whose['voice']>
	csrf: string
	say: ReturnType<typeof nowWords>
	part: ReturnType<typeof partWords>
	/** The scope of the whole, where that is there for the reader. */
	whole: string | undefined
	lives: Life[]
	sittings: Sitting[]
	said: Said[]
	strengths: Strength[]
	/** Who works with the person now. */
	working: { id: string; name: string }[]
	/** What the reader calls whoever said something: themselves "You". */
	called(id: string): string
	hand(id: string): Hand
	day(moment: Date): string
}

/** Who may open a page: the person and who works with them, or also those to whom it is open. */
type For = 'hands' | 'readers'

/** Opens where somebody is now for whoever asks. Throws NotFound where there is nothing for them. */
export async function readNow(tx: Tx, request: Asked, who: For = 'hands', life?: string): Promise<Reading> {
	const { person: id } = request.params as { person: string }
	const { visitor, locale } = request
	const whose = await whosePicture(tx, id)
	if (!whose || !visitor || (whose.voice === 'person' && !visitor.standings.includes('person'))) throw new NotFound()
	const { voice, ...person } = whose
	if (voice === 'supporter' && who === 'hands') throw new NotFound()
	const reader = { locale, voice } as const
	const say = nowWords(reader)
	const whole = await wholeScope(tx, id)
	const lives = await livesOf(tx, id)
	const shown = await asShown(tx, whose, whole, lives)
	const working = shown.ties.filter((tie) => tie.now)
	const names = new Map(shown.ties.map((tie) => [tie.id, tie.name]))
	return {
		...{ person, me: tx.account, reader, csrf: visitor.csrf, say, whole, lives, working },
		part: partWords({ locale, voice: 'anyone' }),
		sittings: await sittingsOf(tx, id),
		said: (await saidOf(tx, id, life)).map(shown.said),
		strengths: (await strengthsOf(tx, id)).map(shown.strength),
		called: (who) => (who === tx.account ? say('you') : who === id ? person.name : names.get(who) || say('someone')),
		hand: (who) => (who === id ? 'person' : 'practitioner'),
		day: (moment) => dayIn(moment, locale),
	}
}

type Shown = {
	ties: { id: string; name: string; now: boolean }[]
	said(one: Said): Said
	strength(one: Strength): Strength
}

/** Who works or worked with the person, and the words as this reader may read them: for whom it is open, names become initials. */
async function asShown(tx: Tx, whose: Whose, whole: string | undefined, lives: Life[]): Promise<Shown> {
	if (whose.voice !== 'supporter') {
		const ties = await whoWorksWith(tx, whose.id)
		return {
			ties: ties.map((tie) => ({ id: tie.practitioner, name: tie.name, now: tie.now })),
			said: (one) => one,
			strength: (one) => one,
		}
	}
	const { round, veil } = await givenToMe(tx, whose)
	const veils = new Map<string, Veil>()
	for (const { id, scope } of lives) veils.set(id, veil(scope, whole ?? (await withinOf(tx, scope))))
	const first = [...veils.values()][0]
	const veiled = (life: string, words: string) => veils.get(life)?.words(words) ?? words
	return {
		ties: round.map(({ id, works }) => ({ id, name: first?.called(id) ?? '', now: works })),
		said: (one) => ({ ...one, words: one.words && veiled(one.life, one.words) }),
		strength: (one) => ({ ...one, words: veiled(one.life, one.words) }),
	}
}

/** One part of somebody's life, over all the times that they spoke of it. */
export type LifeReading = Reading & { life: Life }

/** Opens one part. Throws NotFound where there is none for whoever asks. */
export async function readLife(tx: Tx, request: Asked, who: For = 'hands'): Promise<LifeReading> {
	const { life: id } = request.params as { life: string }
	const reading = await readNow(tx, request, who, id)
	const life = reading.lives.find((one) => one.id === id)
	if (!life) throw new NotFound()
	return { ...reading, life, strengths: reading.strengths.filter((one) => one.life === id) }
}

/** One sitting, for the two hands, with what is asked in it. */
export type SittingReading = Reading & {
	reader: Reader<'person' | 'practitioner'>
	tell: ReturnType<typeof sayingWords>
	sitting: Sitting
	/** Who else reads what the person opened of this, by the scope that it is in. */
	openTo(scope: string): string
	/** Those who work with the person, by name. */
	workers: string
}

/** Opens one sitting. Throws NotFound where there is none for whoever asks. */
export async function readSitting(tx: Tx, request: Asked): Promise<SittingReading> {
	const reading = await readNow(tx, request)
	const { sitting: id } = request.params as { sitting: string }
	const sitting = reading.sittings.find((one) => one.id === id)
	const { locale, voice } = reading.reader
	if (!sitting || voice === 'supporter') throw new NotFound()
	const reader = { locale, voice } as const
	const open = voice === 'person' ? (await openingsOfMine(tx)).filter(({ holds }) => holds) : []
	return {
		...reading,
		reader,
		tell: sayingWords(reader),
		sitting,
		workers: allOf(
			reading.working.filter((one) => one.id !== reading.me).map(({ name }) => name),
			locale,
		),
		openTo: (scope) => {
			const to = open.filter((one) => one.scope === scope || one.scope === reading.whole)
			return allOf([...new Set(to.map(({ name }) => name))], locale)
		},
	}
}

/** One part in one sitting, with what has to be known before anything is written. */
export type PartReading = SittingReading & { life: Life; passedOn: string }

/** Opens one part in one sitting. Throws NotFound where there is none for whoever asks. */
export async function readPart(tx: Tx, request: Asked): Promise<PartReading> {
	const reading = await readSitting(tx, request)
	const { life: id } = request.params as { life: string }
	const life = reading.lives.find((one) => one.id === id)
	if (!life) throw new NotFound()
	return { ...reading, life, passedOn: await whatIsPassedOn(tx) }
}

/** The id by which a draft about one part in one sitting is found: both tell themselves apart by these ends. */
export const aboutOf = ({ sitting, life }: { sitting: Sitting; life: Life }): string =>
	sitting.id.slice(0, 24) + life.id.slice(24)

/** Records that where somebody is now was looked at: in the same transaction, or nothing is shown. */
export const lookAt = (tx: Tx, reading: Reading | SittingReading | LifeReading): Promise<void> => {
	const thing = 'sitting' in reading ? reading.sitting.id : 'life' in reading ? reading.life.id : reading.person.id
	return recordLook(tx, { people: [reading.person.id], what: 'now', thing })
}
