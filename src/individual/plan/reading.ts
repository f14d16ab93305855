import { recordLook } from '../../common/access-record/index.ts'
import { cameInAlone } from '../../common/accounts/index.ts'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { draftWords } from '../../common/drafts/index.ts'
import { givenToMe, type Veil } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn, isoDay, sayDay } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { anyOf } from '../../platform/lists.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { outcomesICanSee } from './outcomes.queries.ts'
import { holdOutcome, planOf, scopeOfOutcome } from './plan.queries.ts'
import { everyoneIn, type Outcome, type Party, type Plan, type Third, withWords } from './plan.ts'
import { planWords } from './plan.words.ts'

/** A plan as one reader reads it: what pages need to speak to this reader about these people. */
export type Reading = {
	plan: Plan
	reader: Reader<Plan['voice']>
	/** Whether the reader is one to whom it is open: who brings what is theirs, answers what they are asked, and says nothing else here. */
	onlyReads: boolean
	csrf: string
	say: ReturnType<typeof planWords>
	/** Who the reader calls by name on the other side: for the person whoever works with them, for all others the person. */
	name: string
	/** The practitioners who work with the person now, or for them the person; for others both. */
	others: Party[]
	/** Any one of those others, by name: "Priya", "Priya or Tom"; empty when there are none. */
	either: string
	/** What the reader calls a party: themselves "You". */
	called(id: string): string
	/** The same within a sentence: "you". */
	calledWithin(id: string): string
	hand(id: string): 'person' | 'practitioner' | 'third'
	/** Whether the reader came in by themselves: not with a card, which somebody gave them, and not together with somebody. */
	isAlone: boolean
	/** A moment's day, or a day written YYYY-MM-DD, as people say it. */
	day(moment: Date | string): string
	/** What the reader may read of an outcome: for whom it is open, names of others have become initials. */
	shown(outcome: Outcome): Outcome
	/** The veil over what is in a scope, for whom it is open; nothing, for the two hands. */
	veiled(scope: string): Veil | undefined
}

/** Who may open a page: the two hands, or also whoever it is open to. What is written is for the two hands, but for what somebody brings. */
type For = 'hands' | 'readers'

/** Opens a plan for whoever asks. Throws NotFound when there is none for them. */
export async function readPlan(tx: Tx, request: Asked, who: For = 'hands'): Promise<Reading> {
	const { person } = request.params as { person: string }
	return readingOf(tx, request, who, await planOf(tx, person))
}

async function readingOf(tx: Tx, request: Asked, who: For, found: Plan | undefined, scope?: string): Promise<Reading> {
	if (!found || !request.visitor || (found.voice === 'supporter' && who === 'hands')) throw new NotFound()
	const { plan, shown, veiled } = found.voice === 'supporter' ? await behindTheVeil(tx, found, scope) : asItIs(found)
	const reader = { locale: request.locale, voice: plan.voice } as const
	const say = planWords(reader)
	const others = plan.parties.filter((party) => party.current && party.id !== plan.me.id && party.hand !== plan.voice)
	const find = (id: string) => everyoneIn(plan).find((party) => party.id === id)
	return {
		plan,
		reader,
		onlyReads: plan.voice === 'supporter',
		csrf: request.visitor.csrf,
		say,
		name: plan.voice === 'person' ? (others[0]?.name ?? '') : plan.person.name,
		others,
		either: anyOf(
			others.map((party) => party.name),
			request.locale,
		),
		called: (id) => (id === plan.me.id ? say('you') : (find(id)?.name ?? say('someone'))),
		calledWithin: (id) => (id === plan.me.id ? say('youWithin') : (find(id)?.name ?? say('someoneWithin'))),
		hand: (id) => find(id)?.hand ?? 'third',
		isAlone: cameInAlone(request.visitor),
		day: (moment) => (typeof moment === 'string' ? sayDay(moment, request.locale) : dayIn(moment, request.locale)),
		veiled,
		// Where words have gone with whoever wrote them, a sentence of ours says so.
		shown: (outcome) => withWords(shown(outcome), (words) => words || say('wordsGone')),
	}
}

type Shown = Pick<Reading, 'plan' | 'shown' | 'veiled'>

const asItIs = (plan: Plan): Shown => ({ plan, shown: (outcome) => outcome, veiled: () => undefined })

/** A plan for somebody to whom it is open: who works or worked with the person is called as that person chose. */
async function behindTheVeil(tx: Tx, plan: Plan, scope = plan.scope): Promise<Shown> {
	const { round, veil } = await givenToMe(tx, plan.person)
	const whole = plan.within ?? plan.scope
	const { called } = veil(scope, whole)
	const hands = round.filter(({ hasWorked }) => hasWorked)
	const practitioners = hands.map(
		({ id, works }): Party => ({ id, name: called(id) ?? '', hand: 'practitioner', current: works }),
	)
	const thirds = round
		.filter(({ hasWorked }) => !hasWorked)
		.map(({ id }): Third => ({ id, name: called(id) ?? '', hand: 'third', current: false, openIn: [] }))
	return {
		plan: { ...plan, parties: [plan.person, ...practitioners], thirds },
		shown: (outcome) => withWords(outcome, veil(outcome.scope, whole).words),
		veiled: (inScope) => veil(inScope, whole),
	}
}

/** One outcome as one reader reads it. */
export type OutcomeReading = Reading & { outcome: Outcome }

/** Opens one outcome for whoever asks. Throws NotFound when there is none for them. */
export async function readOutcome(tx: Tx, request: Asked, who: For = 'hands'): Promise<OutcomeReading> {
	const { person, outcome } = request.params as { person: string; outcome: string }
	if (request.method === 'POST') await holdOutcome(tx, person, outcome)
	const plan = (await planOf(tx, person)) ?? (who === 'readers' ? await planAround(tx, person, outcome) : undefined)
	const [found] = plan ? await outcomesICanSee(tx, person, outcome) : []
	if (!found) throw new NotFound()
	const reading = await readingOf(tx, request, who, plan, found.scope)
	return { ...reading, outcome: reading.shown(found) }
}

/** The plan as far as it stands round one outcome, for somebody to whom no more is open. */
async function planAround(tx: Tx, person: string, outcome: string): Promise<Plan | undefined> {
	const scope = await scopeOfOutcome(tx, person, outcome)
	return scope ? planOf(tx, person, scope) : undefined
}

/** What forms here say about texts that are too long, cannot be kept, or are no day. */
export function limitsFor(reader: Reader) {
	const say = draftWords({ locale: reader.locale, voice: 'anyone' })
	return {
		tooLong: (length: number) => say('tooLong', { most: length }),
		unreadable: say('unreadable'),
		day: say('emptyDay'),
		pastDay: say('pastDay'),
		today: isoDay(new Date()),
	}
}

/** A plan, or an outcome of it, opened to write in: with what would have to be passed on, which stands beside every form. */
export type ToWrite<Opened> = Opened & { passedOn: string; reader: Reader<'person' | 'practitioner'> }

/** The same for whoever may bring something: the two hands, and those to whom it is open. */
export type ToBring<Opened> = Opened & { passedOn: string }

/** Opens what is to be written about together with what must be known before writing. Throws NotFound for who only reads. */
export async function toWrite<Opened extends Reading>(
	tx: Tx,
	request: Asked,
	open: (tx: Tx, request: Asked) => Promise<Opened>,
): Promise<ToWrite<Opened>> {
	const opened = await open(tx, request)
	const { locale, voice } = opened.reader
	if (voice === 'supporter') throw new NotFound()
	return { ...opened, reader: { locale, voice }, passedOn: await whatIsPassedOn(tx) }
}

/** Opens an outcome for somebody who brings something to it, with what must be known before writing. */
export async function toBring(tx: Tx, request: Asked): Promise<ToBring<OutcomeReading>> {
	return { ...(await readOutcome(tx, request, 'readers')), passedOn: await whatIsPassedOn(tx) }
}

/** Who else reads what the reader writes, as far as they may know: who works on it now, and those to whom it is open. */
export function whoReads(reading: Reading | OutcomeReading): Party[] {
	const { plan, others } = reading
	const scopes = 'outcome' in reading ? [plan.scope, reading.outcome.scope] : [plan.scope]
	const open = plan.thirds.filter(({ id, openIn }) => id !== plan.me.id && openIn.some((one) => scopes.includes(one)))
	return [...others, ...open.filter(({ id }) => !others.some((other) => other.id === id))]
}

/** Whom the reader can ask to bring something to an outcome; to whom it is only open, they ask nobody. */
export const askable = (reading: OutcomeReading): Party[] => (reading.onlyReads ? [] : whoReads(reading))

/** What anybody who reads the plan is called in it, the reader too: where a sentence tells of several. */
export const nameOf = ({ plan, say }: Pick<Reading, 'plan' | 'say'>, id: string): string =>
	everyoneIn(plan).find((party) => party.id === id)?.name ?? say('someone')

/** Records that the plan, or one outcome of it, was looked at: in the same transaction, or nothing is shown. */
export async function lookAt(tx: Tx, reading: Reading | OutcomeReading): Promise<void> {
	const people = [reading.plan.person.id]
	if ('outcome' in reading) await recordLook(tx, { people, what: 'outcome', thing: reading.outcome.id })
	else await recordLook(tx, { people, what: 'plan', thing: reading.plan.scope })
}

/**
 * Refuses a form whose id already stands for something else. A second press finds what the first one made, and is no such
 * form. Throws Overtaken, which gives back what was typed.
 */
export async function refuseTaken(tx: Tx, { plan, outcome }: OutcomeReading, id: string): Promise<void> {
	const [now] = await outcomesICanSee(tx, plan.person.id, outcome.id)
	const mine = now && [
		...now.contributions.map((one) => [one.id, one.broughtById]),
		...now.requests.map((one) => [one.id, one.askedById]),
		...now.differences.map((one) => [one.id, one.authorId]),
		...now.turns.map((one) => [one.id, one.authorId]),
		...now.steps.map((one) => [one.id, one.writtenById]),
		...now.steps.flatMap(({ turns }) => turns.map((one) => [one.id, one.authorId])),
	]
	if (!mine?.some(([made, by]) => made === id && by === plan.me.id)) {
		throw new Overtaken(routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }))
	}
}
