import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { whatIsPassedOn } from '../areas/index.ts'
import { writing } from '../drafts/index.ts'
import { show } from '../frame/index.ts'
import { recordOfQuestion, recordReading } from './access-record.queries.ts'
import { wordsForm } from './question.forms.ts'
import {
	type Asking,
	answerCheckPage,
	answerPage,
	askCheckPage,
	askPage,
	QuestionPage,
	type QuestionReading,
} from './question.pages.tsx'
import { questionWords } from './question.words.ts'
import { askAbout, giveAnswer, questionICanSee } from './questions.queries.ts'
import { entryOfMine, whoIsIn } from './record.queries.ts'
import { entryNumber } from './record.ts'

/** Asking about an entry of one's own record, and answering. */
export function questionRoutes(app: FastifyInstance): void {
	writing(app, {
		route: routes.record.ask,
		form: 'ask-about-a-look',
		fields: ['words'],
		open: openEntry,
		look: async (tx) => recordReading(tx),
		about: ({ id }) => id,
		schema: ({ reader }) => wordsForm(reader, questionWords(reader)('enterQuestion')),
		formPage: askPage,
		checkPage: (asking, form, { words }) => askCheckPage(asking, form, words),
		async share(tx, { me, entry }, { words }, { once }) {
			const here = { person: me }
			if (!(await askAbout(tx, entry.number, { id: once, words }))) {
				throw new Overtaken(routes.record.show.href(here))
			}
			return { to: `${routes.record.question.href({ ...here, question: once })}?done=asked` }
		},
		later: ({ me }) => routes.record.show.href({ person: me }),
	})

	app.get(routes.record.question.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await openQuestion(tx, request)
			recordOfQuestion(tx, reading.question.id, 'looked')
			return reading
		})
		const say = questionWords(reading.reader)
		return show(request, reply, {
			title: say('tab'),
			backHref:
				reading.reader.voice === 'person' ? routes.record.show.href({ person: reading.me }) : routes.home.href(),
			done: doneIn(request, reading),
			body: <QuestionPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.record.answer,
		form: 'answer-about-a-look',
		fields: ['words'],
		async open(tx, request) {
			const reading = await openQuestion(tx, request)
			if (reading.reader.voice === 'person') throw new NotFound()
			return reading
		},
		look: async (tx, { question }) => recordOfQuestion(tx, question.id, 'looked'),
		about: ({ question }) => question.id,
		schema: ({ reader }) => wordsForm(reader, questionWords(reader)('enterAnswer')),
		formPage: answerPage,
		checkPage: (reading, form, { words }) => answerCheckPage(reading, form, words),
		async share(tx, { question }, { words }, { once }) {
			const href = routes.record.question.href({ person: question.person, question: question.id })
			if (!(await giveAnswer(tx, question, { id: once, words }))) throw new Overtaken(href)
			return { to: `${href}?done=answered` }
		},
		later: ({ question }) => routes.record.question.href({ person: question.person, question: question.id }),
	})
}

/** An entry of the reader's own record, by somebody else, to ask about. Throws NotFound for any other. */
async function openEntry(tx: Tx, request: Asked): Promise<Asking> {
	const { person, entry: id } = request.params as { person: string; entry: string }
	const number = tx.account === person ? entryNumber(person, id) : undefined
	const entry = number === undefined ? undefined : await entryOfMine(tx, number)
	if (!entry) throw new NotFound()
	const [who, passedOn] = await Promise.all([whoIsIn(tx, [entry]), whatIsPassedOn(tx)])
	return {
		me: person,
		id,
		entry,
		who: who.get(entry.byId),
		reader: { locale: request.locale, voice: 'person' },
		passedOn,
	}
}

/** A question for the one who asked it, the one it is about, or a lead. Throws NotFound for anybody else. */
async function openQuestion(tx: Tx, request: Asked): Promise<QuestionReading> {
	const { person, question: id } = request.params as { person: string; question: string }
	const question = await questionICanSee(tx, person, id)
	if (!question || !request.visitor) throw new NotFound()
	const { standings } = request.visitor
	return {
		question,
		me: tx.account,
		reader: { locale: request.locale, voice: tx.account === person ? 'person' : 'asked' },
		mustAnswer: standings.includes('practitioner') || standings.includes('lead'),
		passedOn: await whatIsPassedOn(tx),
	}
}

/** What was just done, in a sentence; only what is so, for anybody can send somebody such an address. */
function doneIn(request: FastifyRequest, { reader, question, me }: QuestionReading): string | undefined {
	const { done } = request.query as { done?: unknown }
	const say = questionWords(reader)
	if (done === 'asked' && reader.voice === 'person') return say('askedTold')
	if (done === 'answered' && question.answers.some(({ author }) => author === me)) return say('answeredTold')
	return undefined
}
