import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { whatIsPassedOn } from '../../../common/areas/index.ts'
import { draftWords, writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { isId } from '../../../platform/database/values.ts'
import { dayIn } from '../../../platform/days.ts'
import { fieldsOf, optionalText } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import type { Say } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { answerPage, answersTo, MeasuresPage, type MeasuresReading, mostWords, routeOf } from './measures.pages.tsx'
import { answer, deleteAnswer, myAnswers } from './measures.queries.ts'
import { againFrom, type Question } from './measures.ts'
import { measureWords } from './measures.words.ts'
import { measures } from './ons.ts'

const told = { kept: 'kept', deleted: 'deleted' } as const
const isTold = (word: unknown): word is keyof typeof told => typeof word === 'string' && Object.hasOwn(told, word)

/** Opens one's own answers; they are nobody else's, and stand in no record. Throws NotFound for everybody else. */
async function readMeasures(tx: Tx, { params, visitor, locale }: Asked): Promise<MeasuresReading> {
	const { person } = params as { person: string }
	if (person !== tx.account || !visitor?.standings.includes('person')) throw new NotFound()
	const reader = { locale, voice: 'person' } as const
	return {
		...{ me: tx.account, csrf: visitor.csrf, reader, say: measureWords(reader), now: new Date() },
		answers: await myAnswers(tx),
		passedOn: await whatIsPassedOn(tx),
		day: (moment) => dayIn(moment, locale),
	}
}

/** An answer of those there are, or "I would rather not say", which is kept as no number. */
function answerForm(say: Say<'choose'>, { responses }: Question, limits: { tooLong: string; unreadable: string }) {
	const values = Array.isArray(responses)
		? responses.map(({ value }) => String(value))
		: Array.from({ length: 11 }, (_, number) => String(number))
	return v.object({
		answer: v.pipe(
			v.picklist(['rather', ...values], say('choose')),
			v.transform((chosen) => (chosen === 'rather' ? null : Number(chosen))),
		),
		words: optionalText(mostWords, limits),
	})
}

/** One's own answers to measures: for the person alone. */
export function measureRoutes(app: FastifyInstance): void {
	const listHref = ({ me }: MeasuresReading) => routes.measures.list.href({ person: me })

	app.get(routes.measures.list.pattern, async (request, reply) => {
		const reading = await request.acting((tx) => readMeasures(tx, request))
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.now.show.href({ person: reading.me }),
			done: isTold(done) ? reading.say(told[done]) : undefined,
			body: <MeasuresPage {...reading} />,
		})
	})

	for (const measure of measures) {
		for (const question of measure.questions) {
			writing(app, {
				route: routeOf(question),
				form: `measure-${question.id}`,
				fields: ['answer', 'words'],
				open: async (tx, request) => ({ ...(await readMeasures(tx, request)), measure, question }),
				look: async () => {},
				about: ({ me }) => me,
				schema: ({ say, reader }) => {
					const sayDraft = draftWords({ locale: reader.locale, voice: 'anyone' })
					const limits = { tooLong: sayDraft('tooLong', { most: mostWords }), unreadable: sayDraft('unreadable') }
					return answerForm(say, question, limits)
				},
				formPage: answerPage,
				checkPage: answerPage,
				async share(tx, reading, said, { once }) {
					const before = answersTo(reading.answers, measure, question)
					const isAgain = before.some(({ id }) => id === once)
					// An answer to how the last week was is not asked for twice in it.
					if (!isAgain && againFrom(measure, before, reading.now)) throw new Overtaken(listHref(reading))
					if (!(await answer(tx, measure, { id: once, question: question.id, ...said }))) {
						throw new Overtaken(listHref(reading))
					}
					return { to: `${listHref(reading)}?done=kept` }
				},
				later: listHref,
			})
		}
	}

	app.post(routes.measures.delete.pattern, async (request, reply) => {
		const { answer: id = '' } = fieldsOf(request.body, ['answer'])
		const to = await request.acting(async (tx) => {
			const reading = await readMeasures(tx, request)
			if (!isId(id) || !(await deleteAnswer(tx, id))) throw new NotFound()
			return `${listHref(reading)}?done=deleted`
		})
		return reply.redirect(to, 303)
	})
}
