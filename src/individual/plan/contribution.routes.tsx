import type { FastifyInstance } from 'fastify'
import { recordChange } from '../../common/access-record/index.ts'
import {
	answerRequest,
	ask,
	bring,
	type ContributionRequest,
	contributionWords,
	isWaiting,
	settle,
	takeBackRequest,
} from '../../common/contributions/index.ts'
import { writing } from '../../common/drafts/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { answerPage, askPage, bringPage } from './contribution.pages.tsx'
import { answerForm, askForm, bringForm } from './plan.forms.ts'
import { checkPage } from './plan-writing.pages.tsx'
import {
	askable,
	limitsFor,
	lookAt,
	type OutcomeReading,
	readOutcome,
	refuseTaken,
	toBring,
	toWrite,
} from './reading.ts'

const outcomeHref = ({ plan, outcome }: OutcomeReading) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
const toOf = ({ outcome }: OutcomeReading) => ({ outcome: outcome.id, scope: outcome.scope })
const changed = (tx: Tx, { plan, outcome }: OutcomeReading, what: 'contribution' | 'request') =>
	recordChange(tx, { people: [plan.person.id], what, thing: outcome.id })

/** A request that was put to the reader, open or answered. Throws NotFound for anybody else's. */
async function readRequest(tx: Tx, request: Asked) {
	const reading = await toBring(tx, request)
	const { request: id } = request.params as { request: string }
	const found = reading.outcome.requests.find((one) => one.id === id && one.askedOfId === reading.plan.me.id)
	if (!found) throw new NotFound()
	if (!isWaiting(found) && request.method === 'GET') throw new Overtaken(outcomeHref(reading))
	return { ...reading, asked: found }
}

/** What each party brings to an outcome: offered by themselves, asked of another, answered, done, taken back. */
export function contributionRoutes(app: FastifyInstance): void {
	writing(app, {
		route: routes.contribution.bring,
		form: 'bring',
		fields: ['kind', 'words', 'byDay'],
		open: toBring,
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: ({ say, reader }) => bringForm(say, limitsFor(reader)),
		formPage: bringPage,
		checkPage: (reading, form, { kind, words, byDay }) =>
			checkPage(reading, form, [
				{ key: reading.say('kind'), value: kindIn(reading, kind) },
				{ key: reading.say('bringTitle'), value: words, own: true },
				{ key: reading.say('when'), value: byDay && reading.day(byDay) },
			]),
		async share(tx, reading, what, { once }) {
			if (await bring(tx, toOf(reading), { id: once, ...what })) await changed(tx, reading, 'contribution')
			else await refuseTaken(tx, reading, once)
			return { to: `${outcomeHref(reading)}?done=bring` }
		},
		later: (reading) => outcomeHref(reading),
	})

	writing(app, {
		route: routes.contribution.ask,
		form: 'ask',
		fields: ['askedOf', 'kind', 'words'],
		async open(tx, request) {
			const reading = await toWrite(tx, request, readOutcome)
			// Whoever was to be asked may have left while the question was written: then its words are given back.
			if (askable(reading).length === 0)
				throw request.method === 'POST' ? new Overtaken(outcomeHref(reading)) : new NotFound()
			return reading
		},
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: (reading) =>
			askForm(
				reading.say,
				limitsFor(reading.reader),
				askable(reading).map((party) => party.id),
			),
		formPage: askPage,
		checkPage: (reading, form, { askedOf, kind, words }) =>
			checkPage(reading, form, [
				{ key: reading.say('askWhom'), value: reading.called(askedOf) },
				{ key: reading.say('kind'), value: kindIn(reading, kind) },
				{ key: reading.say('requestWhat'), value: words, own: true },
			]),
		async share(tx, reading, what, { once }) {
			if (await ask(tx, toOf(reading), { id: once, ...what })) await changed(tx, reading, 'request')
			else await refuseTaken(tx, reading, once)
			return { to: `${outcomeHref(reading)}?done=ask` }
		},
		later: (reading) => outcomeHref(reading),
	})

	writing(app, {
		route: routes.contribution.answer,
		form: 'answer',
		fields: ['answer', 'words', 'why', 'byDay'],
		open: readRequest,
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ asked }) => asked.id,
		schema: ({ say, reader }) => answerForm(say, limitsFor(reader)),
		formPage: (reading, form) => answerPage(reading, reading.asked, form),
		checkPage: (reading, form, answer) =>
			checkPage(reading, form, [
				{
					key: reading.say('wasAsked', { name: reading.called(reading.asked.askedById) }),
					value: reading.asked.words,
					own: true,
				},
				{ key: reading.say('answerTitle'), value: reading.say(answer.answer) },
				{ key: reading.say('bringTitle'), value: 'words' in answer ? answer.words : null, own: true },
				{ key: reading.say('when'), value: 'byDay' in answer && answer.byDay ? reading.day(answer.byDay) : null },
				{ key: reading.say('answerWhy'), value: 'why' in answer ? answer.why : null, own: true },
			]),
		async share(tx, reading, answer, { once }) {
			const { asked } = reading
			const again = asked.answer === answer.answer && asked.answerWords === wordsOf(answer)
			if (!again) await giveAnswer(tx, reading, asked, answer, once)
			return { to: `${outcomeHref(reading)}?done=answer` }
		},
		later: (reading) => outcomeHref(reading),
	})

	app.post(routes.contribution.done.pattern, async (request, reply) => {
		const to = await request.acting((tx) => settleOwn(tx, request, 'done_at', 'done'))
		return reply.redirect(to, 303)
	})
	app.post(routes.contribution.takeBack.pattern, async (request, reply) => {
		const to = await request.acting((tx) => settleOwn(tx, request, 'taken_back_at', 'takenBack'))
		return reply.redirect(to, 303)
	})
	app.post(routes.contribution.takeBackRequest.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request)
			const { request: id } = request.params as { request: string }
			const own = reading.outcome.requests.find((one) => one.id === id && one.askedById === reading.plan.me.id)
			if (!own) throw new NotFound()
			if (isWaiting(own)) {
				if (!(await takeBackRequest(tx, id))) throw new Overtaken(outcomeHref(reading))
				await changed(tx, reading, 'request')
			} else if (own.answeredAt) throw new Overtaken(outcomeHref(reading))
			return `${outcomeHref(reading)}?done=takenBack`
		})
		return reply.redirect(to, 303)
	})
}

const kindIn = ({ reader }: OutcomeReading, kind: ContributionRequest['kind']) =>
	contributionWords({ locale: reader.locale, voice: 'anyone' })(kind)

type Answer =
	| { answer: 'accepted'; byDay: string | null }
	| { answer: 'differently'; words: string; byDay: string | null }
	| { answer: 'declined'; why: string | null }

const wordsOf = (answer: Answer): string | null =>
	answer.answer === 'declined' ? answer.why : answer.answer === 'differently' ? answer.words : null

/** Answers a request; a yes of either kind is at once a contribution of the one who says it. */
async function giveAnswer(tx: Tx, reading: OutcomeReading, asked: ContributionRequest, answer: Answer, id: string) {
	const words = wordsOf(answer)
	if (!(await answerRequest(tx, asked.id, answer.answer, words))) throw new Overtaken(outcomeHref(reading))
	if (answer.answer !== 'declined') {
		const made = await bring(tx, toOf(reading), {
			id,
			kind: asked.kind,
			words: words ?? asked.words,
			byDay: answer.byDay,
			request: asked.id,
		})
		if (!made) await refuseTaken(tx, reading, id)
	}
	await changed(tx, reading, 'request')
}

/** Settles a promise of the reader's own; a second press finds it settled. Throws NotFound for anybody else's. */
async function settleOwn(tx: Tx, request: Asked, how: 'done_at' | 'taken_back_at', told: string): Promise<string> {
	const reading = await readOutcome(tx, request, 'readers')
	const { contribution: id } = request.params as { contribution: string }
	const own = reading.outcome.contributions.find((one) => one.id === id && one.broughtById === reading.plan.me.id)
	if (!own) throw new NotFound()
	if (await settle(tx, id, how)) await changed(tx, reading, 'contribution')
	else if ((how === 'done_at' ? own.doneAt : own.takenBackAt) === null) throw new Overtaken(outcomeHref(reading))
	return `${outcomeHref(reading)}?done=${told}`
}
