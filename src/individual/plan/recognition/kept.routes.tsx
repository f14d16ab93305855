import type { FastifyInstance, FastifyRequest } from 'fastify'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { dayIn } from '../../../platform/days.ts'
import { NotFound, NotSignedIn, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor } from '../reading.ts'
import { answerPage, checkAnswerPage, type ToAnswer } from './answer.pages.tsx'
import { answerForm } from './giving.forms.ts'
import { canAnswer, KindWordsPage } from './kept.page.tsx'
import {
	answer,
	givenByMe,
	givenToMine,
	hide,
	type Kept,
	markRead,
	showBeside,
	takeBack,
} from './recognition.queries.ts'
import { canBeShown } from './recognition.ts'
import { keptWords } from './recognition.words.ts'

const mine = routes.recognition.mine.href()

/** What is said on top after each act, by the word that it left in the address. */
const told = {
	answer: 'answerTold',
	hide: 'hideTold',
	'bring-back': 'bringBackTold',
	show: 'showTold',
	'show-no-more': 'showNoMoreTold',
	'taken-back': 'takenBackTold',
	stays: 'stays',
} as const

const isTold = (done: unknown): done is keyof typeof told => typeof done === 'string' && Object.hasOwn(told, done)

/** What was given to the reader and by them: theirs alone, wherever they came from. */
export function keptRoutes(app: FastifyInstance): void {
	app.get(routes.recognition.mine.pattern, async (request, reply) => {
		const { locale, visitor } = request
		if (!visitor) throw new NotSignedIn()
		const [toMe, byMe] = await request.acting(async (tx) => {
			const given = await Promise.all([givenToMine(tx), givenByMe(tx)])
			if (given[0].some((one) => !one.isRead)) markRead(tx)
			return given
		})
		const say = keptWords({ locale, voice: 'anyone' })
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			done: isTold(done) ? say(told[done]) : undefined,
			body: (
				<KindWordsPage {...{ say, locale, toMe, byMe, csrf: visitor.csrf }} day={(moment) => dayIn(moment, locale)} />
			),
		})
	})

	app.post(routes.recognition.takeBack.pattern, async (request, reply) => {
		const { recognition } = request.params as { recognition: string }
		const done = await request.acting((tx) => takeBack(tx, recognition))
		if (done === undefined) throw new NotFound()
		return reply.redirect(`${mine}?done=${done ? 'taken-back' : 'stays'}`, 303)
	})

	/** An act of one press on what was given to the reader. */
	const press = (
		route: (typeof routes.recognition)['hide' | 'bringBack' | 'show' | 'showNoMore'],
		done: keyof typeof told,
		act: (tx: Tx, one: Kept) => Promise<void>,
	) =>
		app.post(route.pattern, async (request, reply) => {
			await request.acting(async (tx) => act(tx, await oneToMe(tx, request)))
			return reply.redirect(`${mine}?done=${done}`, 303)
		})
	press(routes.recognition.hide, 'hide', (tx, one) => hide(tx, one, true))
	press(routes.recognition.bringBack, 'bring-back', (tx, one) => hide(tx, one, false))
	press(routes.recognition.showNoMore, 'show-no-more', (tx, one) => showBeside(tx, one, false))
	press(routes.recognition.show, 'show', async (tx, one) => {
		if (!canBeShown(one)) throw new NotFound()
		if (one.isHidden) throw new Overtaken(mine)
		await showBeside(tx, one, true)
	})

	writing(app, {
		route: routes.recognition.answer,
		form: 'kind-words-answer',
		fields: ['words'],
		open: toAnswer,
		look: async () => {},
		about: ({ one }) => one.id,
		schema: ({ reader }) => answerForm(keptWords(reader), limitsFor(reader)),
		formPage: answerPage,
		checkPage: checkAnswerPage,
		async share(tx, { one }, { words }, { once }) {
			if (!(await answer(tx, one, once, words))) throw new Overtaken(mine)
			return { to: `${mine}?done=answer` }
		},
		later: () => mine,
	})
}

/** One thing that was given to the reader, and read. Throws NotFound for anything else. */
async function oneToMe(tx: Tx, request: FastifyRequest): Promise<Kept> {
	const { recognition } = request.params as { recognition: string }
	const [one] = await givenToMine(tx, recognition)
	if (!one?.isRead) throw new NotFound()
	return one
}

async function toAnswer(tx: Tx, request: FastifyRequest): Promise<ToAnswer> {
	const one = await oneToMe(tx, request)
	// What was answered is found again by a second press, and by nothing else.
	if (!canAnswer(one) && !(one.answer && request.method === 'POST')) throw new NotFound()
	return { one, reader: { locale: request.locale, voice: 'anyone' } }
}
