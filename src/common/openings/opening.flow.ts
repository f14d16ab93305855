import type { Tx } from '../../platform/database/acting.ts'
import { type Errors, type Fields, readFields } from '../../platform/forms.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Locale, Reader } from '../../platform/words.ts'
import { whatIsPassedOn } from '../areas/index.ts'
import { draftWords } from '../drafts/index.ts'
import { isNamedIn, type Named } from './names.ts'
import type { Openable, Thing } from './openable.ts'
import {
	type Answers,
	allFields,
	fieldsOfQuestion,
	howLongOf,
	openingForm,
	type Question,
	questions,
} from './opening.forms.ts'
import { type Known, openingsOfMine, openTo, peopleRound, thoseICanOpenTo } from './openings.queries.ts'
import type { Opening } from './openings.ts'
import { openingWords } from './openings.words.ts'

/** Something that can be opened, as one choice: a whole part, or one thing of it. */
export type What = { value: string; openable: Openable; part: string; thing: Thing | null }

/** An opening being made: what was answered so far, and what can be. */
export type Flow = {
	me: string
	reader: Reader<'person'>
	say: ReturnType<typeof openingWords>
	fields: Fields
	whats: What[]
	what: What | undefined
	tos: Known[]
	to: Known | undefined
	/** Who is named in what is to be opened, but for the two whom it is between. */
	found: Named[]
	works: boolean
	passedOn: string
	/** When the same was opened to the same before, and still is. */
	openSince: Date | undefined
	errors: Errors
	/** All answers, where nothing is left to answer or to put right. */
	answers: Answers | undefined
}

/** What there is for the acting account to open. Throws NotFound for whoever asks about somebody else, or has nothing. */
export async function whatIsThere(tx: Tx, request: Asked, openables: readonly Openable[]): Promise<What[]> {
	const { person } = request.params as { person: string }
	if (person !== tx.account) throw new NotFound()
	const whats: What[] = []
	for (const openable of openables) {
		const part = await openable.scopeOf(tx, tx.account)
		if (!part) continue
		const things = await openable.things(tx, tx.account)
		if (!openable.onlyThings) whats.push({ value: openable.part, openable, part, thing: null })
		whats.push(...things.map((thing) => ({ value: `${openable.part}/${thing.id}`, openable, part, thing })))
	}
	if (whats.length === 0) throw new NotFound()
	return whats
}

/** What an opening is about: the part as the person calls it, or the words of the one thing. Nothing where that is there no more. */
export function whatOf(
	whats: readonly What[],
	{ part, thing }: Pick<Opening, 'part' | 'thing'>,
	locale: Locale,
): string | undefined {
	const found = whats.find((what) => what.openable.part === part && (what.thing?.id ?? null) === thing)
	return found?.thing?.words ?? found?.openable.says(locale).whole
}

/** Reads what was answered so far. */
export async function readFlow(
	tx: Tx,
	request: Asked,
	openables: readonly Openable[],
	given: Fields,
	now: Date,
): Promise<Flow> {
	const reader = { locale: request.locale, voice: 'person' } as const
	const say = openingWords(reader)
	const whats = await whatIsThere(tx, request, openables)
	const fields = Object.fromEntries(allFields.map((name) => [name, given[name] ?? '']))
	const what = whats.find(({ value }) => value === fields.what)
	const known = await thoseICanOpenTo(tx)
	const tos = known.filter(({ tie }) => !(tie === 'practitioner' && (what ?? whats[0])?.openable.sharedAtWork))
	const to = tos.find(({ id }) => id === fields.to)
	const found = what && to ? await namesFound(tx, what, to, fields.purpose ?? '') : []
	const works = known.some(({ tie }) => tie === 'practitioner')
	const form = openingForm(
		say,
		draftWords({ locale: reader.locale, voice: 'anyone' }),
		{ whats: whats.map(({ value }) => value), tos, found, works, isDayAsked: fields.until === 'day' },
		now,
	)
	const read = readFields(form, fields)
	const before =
		to && what && (await openingsOfMine(tx)).find((one) => one.holds && isOf(one, what) && one.account === to.id)
	return {
		...{ me: tx.account, reader, say, fields, whats, what, tos, to, found, works },
		passedOn: await whatIsPassedOn(tx),
		openSince: before?.openedAt,
		errors: read.errors ?? {},
		answers: read.values,
	}
}

const isOf = (one: { scope: string; thing: string | null }, { part, thing }: What): boolean =>
	thing ? one.thing === thing.id : one.scope === part

/** The people round the acting account who are named in what it would open, in words or as a hand in it. */
async function namesFound(tx: Tx, { openable, thing }: What, to: Known, purpose: string): Promise<Named[]> {
	const { texts, hands } = await openable.namesIn(tx, tx.account, thing?.id ?? null)
	const round = await peopleRound(tx, tx.account)
	return round.filter((one) => one.id !== to.id && (hands.includes(one.id) || isNamedIn([...texts, purpose], one)))
}

/** The first question that still waits for its answer; none, when all are answered. */
export const firstOpen = ({ errors }: Flow): Question | undefined =>
	questions.find((question) => fieldsOfQuestion[question].some((field) => errors[field]))

/** The questions that there are to ask here: about names only where there are some. */
export const questionsOf = ({ found }: Flow): Question[] =>
	questions.filter((question) => question !== 'names' || found.length > 0)

/** Makes the opening that was answered for. Answers false when it is there already. */
export async function makeOpening(tx: Tx, flow: Flow, id: string): Promise<boolean> {
	const { what, to, answers } = flow
	if (!what || !to || !answers) throw new Error('An opening is made of answers.')
	const { openable, part, thing } = what
	const scope = thing ? await openable.setApart(tx, tx.account, thing.id) : part
	return openTo(tx, {
		...{ id, scope, thing: thing?.id ?? null, account: to.id, purpose: answers.purpose },
		...howLongOf(answers),
		namesShown: answers.names,
	})
}
