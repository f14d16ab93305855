import type { FastifyInstance } from 'fastify'
import { hoursOf } from '../../../common/conversation/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor, lookAt, readBetween, toWrite, worksNow } from '../between.tsx'
import { otherWordsForm, proposeForm } from './expectations.forms.ts'
import { type ExpectationReading, ExpectationsPage } from './expectations.page.tsx'
import {
	agreeToExpectation,
	expectationsOf,
	proposeExpectation,
	proposeOther,
	takeBackHand,
} from './expectations.queries.ts'
import { currentWords, type Expectation } from './expectations.ts'
import { expectationWords } from './expectations.words.ts'
import {
	expectationsHref,
	otherWordsCheck,
	otherWordsPage,
	proposeCheck,
	proposePage,
	withs,
} from './expectations-writing.pages.tsx'

const look = lookAt('expectation')

async function readExpectations(tx: Tx, request: Asked): Promise<ExpectationReading> {
	const between = await readBetween(tx, request)
	const { person, reader, ties } = between
	const practitioners = ties.filter(({ now }) => now).map(({ practitioner }) => practitioner)
	return {
		...between,
		say: expectationWords(reader),
		all: await expectationsOf(tx, person.id),
		hours: await hoursOf(tx, practitioners),
	}
}

type One = ExpectationReading & { one: Expectation; name: string }

/** One that the address names, of the reader with somebody who works with them still. */
async function readOne(tx: Tx, request: Asked): Promise<One> {
	const reading = await readExpectations(tx, request)
	const { expectation: id } = request.params as { expectation: string }
	const one = reading.all.find((each) => each.id === id)
	const tie = one && worksNow(reading).find(({ practitioner }) => practitioner === one.with)
	if (!one || ![one.person, one.with].includes(tx.account)) throw new NotFound()
	if (!tie) throw new Overtaken(expectationsHref(reading))
	return { ...reading, one, name: reading.reader.voice === 'person' ? tie.name : reading.person.name }
}

/** What two can expect of each other: proposed by either, standing when both have agreed to the same words. */
export function expectationRoutes(app: FastifyInstance): void {
	app.get(routes.expectations.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readExpectations(tx, request)
			await look(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.person.href({ person: reading.person.id }),
			done: toldOf(reading, done),
			body: <ExpectationsPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.expectations.propose,
		form: 'expectation',
		fields: ['with', 'ofWhom', 'words'],
		async open(tx, request) {
			const reading = await readExpectations(tx, request)
			if (withs(reading).length === 0) {
				throw request.method === 'POST' ? new Overtaken(expectationsHref(reading)) : new NotFound()
			}
			return toWrite(tx, reading)
		},
		look: (tx, reading) => look(tx, reading),
		about: ({ person }) => person.id,
		schema: (reading) =>
			proposeForm(
				reading.say,
				limitsFor(reading.reader),
				withs(reading).map(({ id }) => id),
			),
		formPage: proposePage,
		checkPage: proposeCheck,
		async share(tx, reading, proposed, { once }) {
			await proposeExpectation(tx, { id: once, person: reading.person.id, ...proposed })
			return { to: `${expectationsHref(reading)}?done=proposed` }
		},
		later: (reading) => expectationsHref(reading),
	})

	writing(app, {
		route: routes.expectations.otherWords,
		form: 'expectation-words',
		fields: ['words', 'after'],
		open: async (tx, request) => toWrite(tx, await readOne(tx, request)),
		look: (tx, reading) => look(tx, reading),
		about: ({ one }) => one.id,
		start: ({ one }) => ({ words: currentWords(one).words, after: String(currentWords(one).number) }),
		schema: ({ say, reader }) => otherWordsForm(say, limitsFor(reader)),
		formPage: otherWordsPage,
		checkPage: otherWordsCheck,
		async share(tx, reading, { words }, { once, fields }) {
			const other = { wording: once, after: Number(fields.after), words }
			if (!(await proposeOther(tx, reading.one, other))) throw new Overtaken(expectationsHref(reading))
			return { to: `${expectationsHref(reading)}?done=proposed` }
		},
		later: (reading) => expectationsHref(reading),
	})

	app.post(routes.expectations.agree.pattern, async (request, reply) => {
		const { wording = '', hash = '' } = fieldsOf(request.body, ['wording', 'hash'])
		const to = await request.acting(async (tx) => {
			const reading = await readOne(tx, request)
			const stands = currentWords(reading.one)
			if (stands.id !== wording || stands.hash !== hash) throw new Overtaken(expectationsHref(reading))
			await agreeToExpectation(tx, reading.one, stands)
			return `${expectationsHref(reading)}?done=agreed`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.expectations.takeBack.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const reading = await readOne(tx, request)
			await takeBackHand(tx, reading.one)
			return `${expectationsHref(reading)}?done=takenBack`
		})
		return reply.redirect(to, 303)
	})
}

const told = { proposed: 'proposedTold', agreed: 'agreedTold', takenBack: 'takenBackTold' } as const

function toldOf(reading: ExpectationReading, done: unknown): string | undefined {
	const name = withs(reading)[0]?.name ?? ''
	return typeof done === 'string' && Object.hasOwn(told, done)
		? reading.say(told[done as keyof typeof told], { name })
		: undefined
}
