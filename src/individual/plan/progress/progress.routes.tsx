import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { isoDay } from '../../../platform/days.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { checkPage } from '../plan-writing.pages.tsx'
import { limitsFor, lookAt, type OutcomeReading, readOutcome, toWrite } from '../reading.ts'
import { anchorsForm, progressForm } from './progress.forms.ts'
import { ProgressPage, type ProgressReading } from './progress.page.tsx'
import * as queries from './progress.queries.ts'
import { anchorsOf } from './progress.ts'
import { progressWords } from './progress.words.ts'
import { anchorsPage, progressPage } from './progress-writing.pages.tsx'

/** What the page says on top after an act, by the word that the act left in the address. */
const told = { said: 'saidTold', passed: 'passedTold', takenBack: 'takenBackTold', anchors: 'anchorsTold' } as const
type Done = keyof typeof told

const isDone = (word: unknown): word is Done => typeof word === 'string' && Object.hasOwn(told, word)
const hrefOf = ({ plan, outcome }: OutcomeReading) =>
	routes.progress.show.href({ person: plan.person.id, outcome: outcome.id })
const aboutOf = ({ plan, outcome }: OutcomeReading): queries.About => ({
	person: plan.person.id,
	scope: outcome.scope,
	outcome: outcome.id,
})

/** Reads how far an outcome has come, for one of its two hands. */
export async function withProgress<Opened extends OutcomeReading>(tx: Tx, opened: Opened) {
	const { voice, locale } = opened.reader
	if (voice === 'supporter') throw new NotFound()
	const progress = await queries.progressOf(tx, opened.outcome.id)
	const anchors = await queries.anchorsFor(tx, opened.outcome.id)
	const sayProgress = progressWords({ locale, voice })
	return { ...opened, sayProgress, progress, anchors, today: isoDay(new Date()) }
}
const readProgress = async (tx: Tx, request: Asked): Promise<ProgressReading> =>
	withProgress(tx, await readOutcome(tx, request))

/** How far an outcome has come: what each hand says for itself, and what the numbers look like in words. */
export function progressRoutes(app: FastifyInstance): void {
	app.get(routes.progress.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readProgress(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.sayProgress('tab'),
			backHref: routes.outcome.show.href({ person: reading.plan.person.id, outcome: reading.outcome.id }),
			done: isDone(done) ? reading.sayProgress(told[done]) : undefined,
			body: <ProgressPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.progress.rate,
		form: 'progress',
		fields: ['rating', 'words'],
		open: (tx, request) => toWrite(tx, request, readProgress),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: ({ sayProgress, reader }) => progressForm(sayProgress, limitsFor(reader)),
		formPage: progressPage,
		checkPage: (reading, form, { rating, words }) =>
			checkPage(reading, form, [
				{ key: reading.sayProgress('yourNumber'), value: String(rating) },
				{ key: reading.sayProgress('sayWordsLabel'), value: words, own: true },
			]),
		async share(tx, reading, said, { once }) {
			if (!(await queries.sayProgress(tx, aboutOf(reading), { id: once, ...said })))
				throw new Overtaken(hrefOf(reading))
			return { to: `${hrefOf(reading)}?done=said` }
		},
		later: (reading) => hrefOf(reading),
	})

	writing(app, {
		route: routes.progress.anchors,
		form: 'progress-words',
		fields: ['at0', 'at5', 'at10'],
		open: (tx, request) => toWrite(tx, request, readProgress),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		start({ anchors, plan }) {
			const { at0, at5, at10 } = anchorsOf(anchors, plan.me.id) ?? {}
			return { at0: at0 ?? '', at5: at5 ?? '', at10: at10 ?? '' }
		},
		schema: ({ sayProgress, reader }) => anchorsForm(sayProgress, limitsFor(reader)),
		formPage: anchorsPage,
		checkPage: (reading, form, words) =>
			checkPage(
				reading,
				form,
				(['at0', 'at5', 'at10'] as const).map((name) => ({
					...{ key: reading.sayProgress(name), value: words[name], own: true },
				})),
			),
		async share(tx, reading, words, { once }) {
			if (!(await queries.writeAnchors(tx, aboutOf(reading), { id: once, ...words })))
				throw new Overtaken(hrefOf(reading))
			return { to: `${hrefOf(reading)}?done=anchors` }
		},
		later: (reading) => hrefOf(reading),
	})

	/** A press about how far it has come, and what is then told. */
	const press = (pattern: string, act: (tx: Tx, reading: ProgressReading, request: FastifyRequest) => Promise<Done>) =>
		app.post(pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await readProgress(tx, request)
				return `${hrefOf(reading)}?done=${await act(tx, reading, request)}`
			})
			return reply.redirect(to, 303)
		})

	press(routes.progress.pass.pattern, async (tx, reading) => {
		await queries.passToday(tx, aboutOf(reading))
		return 'passed'
	})
	press(routes.progress.takeBack.pattern, async (tx, reading, { params }) => {
		const { rating } = params as { rating: string }
		const own = reading.progress.find((one) => one.id === rating && one.authorId === tx.account && one.rating !== null)
		if (!own) throw new NotFound()
		await queries.takeProgressBack(tx, aboutOf(reading), rating)
		return 'takenBack'
	})
}
