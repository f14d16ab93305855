import type { FastifyInstance } from 'fastify'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor, lookAt, readBetween, toWrite, worksNow } from '../between.tsx'
import { answerForm, conditionForm, remarkForm } from './order.forms.ts'
import { OrderPage, type OrderReading } from './order.page.tsx'
import { answerRemark, conditionsOf, remarkOn, writeCondition } from './order.queries.ts'
import { type Condition, isOver, standing } from './order.ts'
import { orderWords } from './order.words.ts'
import {
	answerCheck,
	answerPage,
	conditionCheck,
	conditionPage,
	orderHref,
	remarkCheck,
	remarkPage,
	sayToSay,
	sayToWrite,
} from './order-writing.pages.tsx'

const look = lookAt('order')

async function readOrder(tx: Tx, request: Asked, as?: 'person' | 'practitioner'): Promise<OrderReading> {
	const between = await readBetween(tx, request, as)
	return { ...between, say: orderWords(between.reader), conditions: await conditionsOf(tx, between.person.id) }
}

/** One condition that the address names, and that is not over. */
async function readCondition(tx: Tx, request: Asked, as: 'person' | 'practitioner') {
	const reading = await readOrder(tx, request, as)
	const { condition: id } = request.params as { condition: string }
	const condition = reading.conditions.find((one) => one.id === id)
	if (!condition) throw new NotFound()
	if (isOver(condition, reading.today)) throw new Overtaken(orderHref(reading))
	return { ...(await toWrite(tx, reading)), condition }
}

/** What a form begins with: the words that stand, and which these are. */
function startOf(condition: Condition) {
	const { words, fromDay, untilDay, number } = standing(condition)
	return { words, fromDay: fromDay ?? '', untilDay: untilDay ?? '', after: String(number) }
}

/** What the order asks: written by who works with the person, read and remarked on by the person. */
export function orderRoutes(app: FastifyInstance): void {
	app.get(routes.order.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readOrder(tx, request)
			await look(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.person.href({ person: reading.person.id }),
			done: toldOf(reading, done),
			body: <OrderPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.order.write,
		form: 'order',
		fields: ['words', 'fromDay', 'untilDay'],
		open: async (tx, request) => toWrite(tx, await readOrder(tx, request, 'practitioner')),
		look: (tx, reading) => look(tx, reading),
		about: ({ person }) => person.id,
		schema: (reading) => conditionForm(sayToWrite(reading), limitsFor(reading.reader)),
		formPage: conditionPage,
		checkPage: conditionCheck,
		async share(tx, reading, asks, { once }) {
			if (!(await writeCondition(tx, reading.person.id, once, asks))) throw new Overtaken(orderHref(reading))
			return { to: `${orderHref(reading)}?done=wrote` }
		},
		later: (reading) => orderHref(reading),
	})

	writing(app, {
		route: routes.order.rewrite,
		form: 'order-again',
		fields: ['words', 'fromDay', 'untilDay', 'after'],
		open: (tx, request) => readCondition(tx, request, 'practitioner'),
		look: (tx, reading) => look(tx, reading),
		about: ({ condition }) => condition.id,
		start: ({ condition }) => startOf(condition),
		schema: (reading) => conditionForm(sayToWrite(reading), limitsFor(reading.reader)),
		formPage: (reading, form) => conditionPage(reading, form),
		checkPage: (reading, form, asks) => conditionCheck(reading, form, asks),
		async share(tx, reading, asks, { once, fields }) {
			const { condition } = reading
			const after = { condition: condition.id, number: Number(fields.after), stands: standing(condition).number }
			if (!(await writeCondition(tx, reading.person.id, once, asks, after))) throw new Overtaken(orderHref(reading))
			return { to: `${orderHref(reading)}?done=wrote` }
		},
		later: (reading) => orderHref(reading),
	})

	writing(app, {
		route: routes.order.say,
		form: 'order-remark',
		fields: ['kind', 'words'],
		open: (tx, request) => readCondition(tx, request, 'person'),
		look: (tx, reading) => look(tx, reading),
		about: ({ condition }) => condition.id,
		schema: (reading) => remarkForm(sayToSay(reading), limitsFor(reading.reader)),
		formPage: remarkPage,
		checkPage: (reading, form, remark) => remarkCheck(reading, form, remark),
		async share(tx, reading, remark, { once }) {
			const about = { id: once, condition: reading.condition.id, wording: standing(reading.condition).id }
			const tells = worksNow(reading).map(({ practitioner }) => practitioner)
			await remarkOn(tx, about, remark, tells)
			return { to: `${orderHref(reading)}?done=said` }
		},
		later: (reading) => orderHref(reading),
	})

	writing(app, {
		route: routes.order.answer,
		form: 'order-answer',
		fields: ['words'],
		async open(tx, request) {
			const reading = await readOrder(tx, request, 'practitioner')
			const { remark: id } = request.params as { remark: string }
			const remark = reading.conditions.flatMap(({ remarks }) => remarks).find((one) => one.id === id)
			if (!remark) throw new NotFound()
			return { ...(await toWrite(tx, reading)), remark }
		},
		look: (tx, reading) => look(tx, reading),
		about: ({ remark }) => remark.id,
		schema: (reading) => answerForm(sayToWrite(reading), limitsFor(reading.reader)),
		formPage: answerPage,
		checkPage: (reading, form, answer) => answerCheck(reading, form, answer),
		async share(tx, reading, { words }, { once }) {
			await answerRemark(tx, reading.person.id, { id: once, remark: reading.remark.id, words })
			return { to: `${orderHref(reading)}?done=answered` }
		},
		later: (reading) => orderHref(reading),
	})
}

function toldOf(reading: OrderReading, done: unknown): string | undefined {
	const { name } = reading.person
	if (reading.reader.voice === 'person') return done === 'said' ? sayToSay(reading)('told') : undefined
	if (done === 'wrote') return sayToWrite(reading)('wroteTold', { name })
	return done === 'answered' ? sayToWrite(reading)('answeredTold', { name }) : undefined
}
