import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writing } from '../../../common/drafts/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import type { Route } from '../../../platform/http/routes.ts'
import { routes } from '../../../routes.ts'
import { checkPage } from '../plan-writing.pages.tsx'
import {
	askable,
	limitsFor,
	lookAt,
	type OutcomeReading,
	readOutcome,
	refuseTaken,
	type ToBring,
	toBring,
} from '../reading.ts'
import { anotherDayForm, answerStepForm, setAsideForm, stepForm } from './steps.forms.ts'
import {
	anotherDayPage,
	answerStepPage,
	type StepReading,
	setAsidePage,
	startWith,
	writeStepPage,
} from './steps.pages.tsx'
import { sayOfStep, writeStep } from './steps.queries.ts'
import { answerTo, endOf, type Step, type StepTurn, type When } from './steps.ts'
import { stepWords } from './steps.words.ts'

const outcomeHref = ({ plan, outcome }: OutcomeReading) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
const toOf = ({ plan, outcome }: OutcomeReading) => ({
	person: plan.person.id,
	outcome: outcome.id,
	scope: outcome.scope,
})
const doneTo = (reading: OutcomeReading, done: string) => ({ to: `${outcomeHref(reading)}?done=${done}` })

/** A step of the outcome in the address, if this account may say this of it. Throws NotFound for anybody else's. */
function stepIn(
	{ outcome, plan }: OutcomeReading,
	request: FastifyRequest,
	isTheirs: (step: Step, me: string) => boolean,
): Step {
	const { step: id } = request.params as { step: string }
	const step = outcome.steps.find((one) => one.id === id)
	if (!step || !isTheirs(step, plan.me.id)) throw new NotFound()
	return step
}

const isAskedOf = (step: Step, me: string) => step.whoseId === me && step.writtenById !== me
const isDoneBy = (step: Step, me: string) =>
	step.whoseId === me && (step.writtenById === me || ['accepted', 'differently'].includes(answerTo(step)?.kind ?? ''))
const isAskedBy = (step: Step, me: string) => step.writtenById === me && step.whoseId !== me

/** Opens a form about a step; one that is answered or ended already is shown as it stands. */
const openStep =
	(isTheirs: typeof isAskedOf, isOver: (step: Step) => unknown) =>
	async (tx: Tx, request: FastifyRequest): Promise<StepReading> => {
		const reading = await toBring(tx, request)
		const step = stepIn(reading, request, isTheirs)
		if (isOver(step) && request.method === 'GET') throw new Overtaken(outcomeHref(reading))
		return { ...reading, step }
	}

/** By when, as it will be read: the day, and the words where they are not only that. */
function whenRow({ reader, day }: OutcomeReading, when: When | undefined) {
	const say = stepWords(reader)
	const said = when?.said ?? say('noHurry')
	return { key: say('when'), value: when && (when.day ? `${said} (${day(when.day)})` : said) }
}

/** The steps of an outcome: writing one, answering one that somebody else wrote, and what its own one says of it. */
export function stepRoutes(app: FastifyInstance): void {
	writing(app, {
		route: routes.step.write,
		form: 'step',
		fields: ['words', 'whose', 'when'],
		open: toBring,
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: (reading) =>
			stepForm(stepWords(reading.reader), limitsFor(reading.reader), [
				reading.plan.me.id,
				...askable(reading).map(({ id }) => id),
			]),
		formPage: writeStepPage,
		checkPage: (reading, form, { words, whose, when }) =>
			checkPage(reading, form, [
				{ key: stepWords(reading.reader)('title'), value: words, own: true },
				{ key: stepWords(reading.reader)('whose'), value: reading.called(whose) },
				whenRow(reading, when),
			]),
		async share(tx, reading, { words, whose, when }, { once }) {
			if (!(await writeStep(tx, toOf(reading), { id: once, words, whose, ...when })))
				await refuseTaken(tx, reading, once)
			return doneTo(reading, whose === reading.plan.me.id ? 'step' : 'stepAsked')
		},
		later: (reading) => outcomeHref(reading),
	})

	writing(app, {
		route: routes.step.answer,
		form: 'answer-step',
		fields: ['answer', 'words', 'why', 'when'],
		open: openStep(isAskedOf, answerTo),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ step }) => step.id,
		start: startWith,
		schema: ({ reader, say }) => {
			const sayOfSteps = stepWords(reader)
			return answerStepForm((key) => (key === 'chooseAnswer' ? say(key) : sayOfSteps(key)), limitsFor(reader))
		},
		formPage: answerStepPage,
		checkPage: (reading, form, answer) =>
			checkPage(reading, form, [
				{
					key: stepWords(reading.reader)('askedFirst', { name: reading.called(reading.step.writtenById) }),
					value: reading.step.words,
					own: true,
				},
				{ key: reading.say('answerTitle'), value: reading.say(answer.answer) },
				{ key: stepWords(reading.reader)('otherWords'), value: 'words' in answer ? answer.words : null, own: true },
				whenRow(reading, 'when' in answer ? answer.when : undefined),
				{ key: reading.say('answerWhy'), value: 'why' in answer ? answer.why : null, own: true },
			]),
		async share(tx, reading, answer, { once }) {
			const { step } = reading
			const words = 'words' in answer ? answer.words : 'why' in answer ? answer.why : null
			await saysOnce(
				tx,
				reading,
				answerTo(step),
				() =>
					sayOfStep(tx, toOf(reading), step, {
						...{ id: once, kind: answer.answer, words },
						...('when' in answer && answer.when),
					}),
				once,
			)
			return doneTo(reading, 'stepAnswer')
		},
		later: (reading) => outcomeHref(reading),
	})

	writing(app, {
		route: routes.step.anotherDay,
		form: 'another-day',
		fields: ['when'],
		open: openStep(isDoneBy, endOf),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ step }) => step.id,
		schema: ({ reader }) => anotherDayForm(limitsFor(reader)),
		formPage: anotherDayPage,
		checkPage: (reading, form, { when }) => checkPage(reading, form, [whenRow(reading, when)]),
		async share(tx, reading, { when }, { once }) {
			const { step } = reading
			if (endOf(step)) throw new Overtaken(outcomeHref(reading))
			if (!(await sayOfStep(tx, toOf(reading), step, { id: once, kind: 'another_day', ...when })))
				await refuseTaken(tx, reading, once)
			return doneTo(reading, 'stepDay')
		},
		later: (reading) => outcomeHref(reading),
	})

	writing(app, {
		route: routes.step.setAside,
		form: 'set-aside',
		fields: ['why'],
		open: openStep(isDoneBy, endOf),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ step }) => step.id,
		schema: ({ reader }) => setAsideForm(limitsFor(reader)),
		formPage: setAsidePage,
		checkPage: (reading, form, { why }) =>
			checkPage(reading, form, [
				{ key: stepWords(reading.reader)('setAside'), value: reading.step.words, own: true },
				{ key: reading.say('why'), value: why, own: true },
			]),
		async share(tx, reading, { why }, { once }) {
			const { step } = reading
			await saysOnce(
				tx,
				reading,
				endOf(step),
				() => sayOfStep(tx, toOf(reading), step, { id: once, kind: 'set_aside', words: why }),
				once,
			)
			return doneTo(reading, 'stepAside')
		},
		later: (reading) => outcomeHref(reading),
	})

	press(routes.step.done, 'stepDone', isDoneBy, 'done', endOf)
	press(routes.step.takeBack, 'stepBack', isAskedBy, 'taken_back', answerTo)

	/** An act of one press; a second press finds it done, and is no mistake. */
	function press(
		route: Route,
		done: string,
		isTheirs: typeof isAskedOf,
		kind: 'done' | 'taken_back',
		said: (step: Step) => StepTurn | undefined,
	): void {
		app.post(route.pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await readOutcome(tx, request, 'readers')
				const step = stepIn(reading, request, isTheirs)
				const before = said(step)
				if (before && before.kind !== kind) throw new Overtaken(outcomeHref(reading))
				if (!before) await sayOfStep(tx, toOf(reading), step, { id: newId(), kind })
				return doneTo(reading, done).to
			})
			return reply.redirect(to, 303)
		})
	}
}

/** Says what can be said once: the same form again is no mistake; after anything else it is too late. */
async function saysOnce(
	tx: Tx,
	reading: ToBring<OutcomeReading>,
	before: StepTurn | undefined,
	says: () => Promise<boolean>,
	once: string,
): Promise<void> {
	if (before && before.id !== once) throw new Overtaken(outcomeHref(reading))
	if (!before && !(await says())) await refuseTaken(tx, reading, once)
}

/** What the page of an outcome says on top after an act on a step, by the word that the act left in the address. */
export const toldOfSteps = {
	step: 'writeTold',
	stepAsked: 'writeAskTold',
	stepAnswer: 'answerTold',
	stepDay: 'anotherDayTold',
	stepDone: 'doneTold',
	stepAside: 'setAsideTold',
	stepBack: 'takenBackTold',
} as const satisfies Record<string, Parameters<ReturnType<typeof stepWords>>[0]>
