import type { FastifyInstance } from 'fastify'
import { draftWords, type Form, writing } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { fieldsOf } from '../../platform/forms.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { deletingRoutes } from './deleting.routes.tsx'
import { ratingForm, wordsForm } from './now.forms.ts'
import { linesOf, questions, type Said } from './now.ts'
import { type About, goOn, keepStrength, say, showSitting } from './now-changes.queries.ts'
import { aboutOf, lookAt, type PartReading, readPart, readSitting } from './reading.ts'
import { PartPage, questionPage, ratingPage, SittingPage } from './sitting.pages.tsx'

/** What a page says on top after an act, by the word that the act left in the address. */
const told = {
	show: 'showTold',
	close: 'closeTold',
	kept: 'keptTold',
	enough: 'enoughTold',
	more: 'moreTold',
} as const
const isTold = (word: unknown): word is keyof typeof told => typeof word === 'string' && Object.hasOwn(told, word)

const partHref = ({ person, sitting, life }: PartReading) =>
	routes.now.part.href({ person: person.id, sitting: sitting.id, life: life.id })
const rowOf = ({ person, sitting, life }: PartReading): About => ({
	...{ person: person.id, sitting: sitting.id, life: life.id, scope: life.scope },
})

const limitsFor = ({ locale }: Reader) => {
	const sayDraft = draftWords({ locale, voice: 'anyone' })
	return { tooLong: (most: number) => sayDraft('tooLong', { most }), unreadable: sayDraft('unreadable') }
}

/** What the reader said to a question in this sitting before. */
const own = ({ said, me, sitting, life }: PartReading, question: Said['question']) =>
	said.find(
		(one) => one.sitting === sitting.id && one.life === life.id && one.author === me && one.question === question,
	)

/** Opens a part for the person alone. Throws NotFound for who works with them. */
async function readOwnPart(tx: Tx, request: Asked): Promise<PartReading> {
	const reading = await readPart(tx, request)
	if (reading.reader.voice !== 'person') throw new NotFound()
	return reading
}

/** One sitting: its parts, the questions of each, who reads it, and what is kept of it. */
export function sittingRoutes(app: FastifyInstance): void {
	deletingRoutes(app)

	app.get(routes.now.sitting.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readSitting(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		const { tell, say, person } = reading
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: tell('tab'),
			backHref: routes.now.show.href({ person: person.id }),
			done: done === 'begun' ? say('begunTold', { name: person.name }) : isTold(done) ? tell(told[done]) : undefined,
			body: <SittingPage {...reading} />,
		})
	})

	app.post(routes.now.showTo.pattern, async (request, reply) => {
		const { word } = fieldsOf(request.body, ['word'])
		const to = await request.acting(async (tx) => {
			const { person, sitting, reader } = await readSitting(tx, request)
			if (reader.voice !== 'person' || (word !== 'show' && word !== 'close')) throw new NotFound()
			await showSitting(tx, sitting.id, word === 'show')
			return `${routes.now.sitting.href({ person: person.id, sitting: sitting.id })}?done=${word}`
		})
		return reply.redirect(to, 303)
	})

	app.get(routes.now.part.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readPart(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		const { tell, say: sayNow, person, sitting } = reading
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: tell('tab'),
			backHref: routes.now.sitting.href({ person: person.id, sitting: sitting.id }),
			done:
				done === 'strength'
					? sayNow('strengthKept')
					: isTold(done)
						? tell(told[done], { name: person.name })
						: undefined,
			body: <PartPage {...reading} />,
		})
	})

	/** What the questions of a part have in common: kept at once, for whoever reads it is named on the page. */
	const common = {
		look: (tx: Tx, reading: PartReading) => lookAt(tx, reading),
		about: (reading: PartReading) => aboutOf(reading),
		later: partHref,
	}
	const keptHref = (reading: PartReading) => `${partHref(reading)}?done=kept`
	const startOf = (reading: PartReading, question: Said['question']) => {
		const before = own(reading, question)
		const rating = before?.rating == null ? '' : String(before.rating)
		const isNothing = before && before.words === null && before.rating === null
		return { words: before?.words ?? '', place: before?.place ?? '', rating, nothing: isNothing ? 'yes' : '' }
	}

	for (const question of questions) {
		writing(app, {
			...common,
			route: routes.now[question],
			form: `now-${question}`,
			fields: question === 'way' ? ['words', 'place', 'nothing'] : ['words', 'nothing'],
			open: readPart,
			start: (reading) => startOf(reading, question),
			schema: ({ tell, reader }) => wordsForm(tell, limitsFor(reader)),
			formPage: questionPage(question),
			checkPage: questionPage(question),
			async share(tx, reading, { words, place }) {
				await say(tx, rowOf(reading), { question, words, place })
				return { to: keptHref(reading) }
			},
		})
	}

	writing(app, {
		...common,
		route: routes.now.rating,
		form: 'now-rating',
		fields: ['rating', 'nothing'],
		open: readOwnPart,
		start: (reading) => startOf(reading, 'rating'),
		schema: ({ tell }) => ratingForm(tell),
		formPage: ratingPage,
		checkPage: (reading: PartReading, form: Form) => ratingPage(reading, form),
		async share(tx, reading, { rating }) {
			await say(tx, rowOf(reading), { question: 'rating', rating })
			return { to: keptHref(reading) }
		},
	})

	/** A press of the person's about one part: does it, and says by which word it is told. */
	const press = (
		{ pattern }: { pattern: string },
		act: (tx: Tx, reading: PartReading, body: unknown) => Promise<string | undefined>,
	) =>
		app.post(pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await readOwnPart(tx, request)
				const done = await act(tx, reading, request.body)
				if (!done) throw new NotFound()
				return `${partHref(reading)}?done=${done}`
			})
			return reply.redirect(to, 303)
		})

	press(routes.now.enough, async (tx, reading, body) => {
		const { word } = fieldsOf(body, ['word'])
		if (word !== 'enough' && word !== 'more') return undefined
		await (word === 'enough' ? say(tx, rowOf(reading), { question: 'enough' }) : goOn(tx, rowOf(reading)))
		return word
	})

	press(routes.now.keep, async (tx, reading, body) => {
		const { line = '' } = fieldsOf(body, ['line'])
		const words = /^\d{1,4}$/.test(line) ? linesOf(own(reading, 'well')?.words ?? null)[Number(line)] : undefined
		if (!words) return undefined
		await keepStrength(tx, rowOf(reading), words)
		return 'strength'
	})
}
