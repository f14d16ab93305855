import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Openable } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor, lookAt, readBetween, toWrite, worksNow } from '../between.tsx'
import { HandoverPage, type HandoverReading } from './handover.page.tsx'
import {
	handoversOf,
	nameWhoComes,
	notesOf,
	sayOfNote,
	sayOfWhoComes,
	whoCouldTakeOver,
	writeNote,
} from './handover.queries.ts'
import { type Note, standingOf, waiting } from './handover.ts'
import { handoverWords } from './handover.words.ts'
import {
	type Correcting,
	correctCheck,
	correctPage,
	handoverHref,
	namePage,
	noteCheck,
	notePage,
	sayToSay,
	sayToWrite,
	wordsForm,
} from './handover-writing.pages.tsx'
import { passingRoutes } from './passing.routes.tsx'
import { takingOverRoutes } from './taking-over.routes.tsx'
import { sayOfThemWords } from './who-comes.words.ts'

const look = lookAt('handover')

async function readHandover(tx: Tx, request: Asked, as?: 'person' | 'practitioner'): Promise<HandoverReading> {
	const between = await readBetween(tx, request, as)
	const { id } = between.person
	return {
		...between,
		say: handoverWords(between.reader),
		notes: await notesOf(tx, id),
		handovers: await handoversOf(tx, id),
	}
}

/** A note that the address names, for the person. */
async function readNote(tx: Tx, request: Asked): Promise<HandoverReading & { note: Note }> {
	const reading = await readHandover(tx, request, 'person')
	const { note: id } = request.params as { note: string }
	const note = reading.notes.find((one) => one.id === id)
	if (!note) throw new NotFound()
	return { ...reading, note }
}

/** Whom the person's word on a note is told to: its writer, while they work together. */
const tellsOf = (reading: HandoverReading, note: Note): string[] =>
	worksNow(reading).flatMap(({ practitioner }) => (practitioner === note.authorId ? practitioner : []))

/** When someone else takes over: notes that count by the person's word alone, who comes, and what stays open. */
export function handoverRoutes(app: FastifyInstance, openables: readonly Openable[]): void {
	passingRoutes(app, openables)
	takingOverRoutes(app)

	app.get(routes.handover.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readHandover(tx, request)
			await look(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.person.href({ person: reading.person.id }),
			done: toldOf(reading, done),
			body: <HandoverPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.handover.write,
		form: 'handover-note',
		fields: ['words'],
		open: async (tx, request) => toWrite(tx, await readHandover(tx, request, 'practitioner')),
		look: (tx, reading) => look(tx, reading),
		about: ({ person }) => person.id,
		start: ({ notes, me }) => ({ words: notes.findLast(({ authorId }) => authorId === me)?.words ?? '' }),
		schema: (reading) => wordsForm(sayToWrite(reading)('enterWords'), limitsFor(reading.reader)),
		formPage: notePage,
		checkPage: noteCheck,
		async share(tx, reading, { words }, { once }) {
			const number = Math.max(
				0,
				...reading.notes.filter(({ authorId }) => authorId === tx.account).map((n) => n.number),
			)
			await writeNote(tx, reading.person.id, { id: once, number, words })
			return { to: `${handoverHref(reading)}?done=wrote` }
		},
		later: (reading) => handoverHref(reading),
	})

	writing(app, {
		route: routes.handover.correct,
		form: 'handover-word',
		fields: ['words'],
		open: async (tx, request): Promise<Correcting> => toWrite(tx, await readNote(tx, request)),
		look: (tx, reading) => look(tx, reading),
		about: ({ note }) => note.id,
		schema: (reading) => wordsForm(sayToSay(reading)('enterWords'), limitsFor(reading.reader)),
		formPage: correctPage,
		checkPage: correctCheck,
		async share(tx, reading, { words }, { once }) {
			const { note } = reading
			await sayOfNote(tx, note, { kind: 'corrected', words, id: once }, tellsOf(reading, note))
			return { to: `${handoverHref(reading)}?done=said` }
		},
		later: (reading) => handoverHref(reading),
	})

	app.post(routes.handover.say.pattern, async (request, reply) => {
		const { kind } = fieldsOf(request.body, ['kind'])
		const to = await request.acting(async (tx) => {
			const reading = await readNote(tx, request)
			const { note } = reading
			if (kind !== 'read' && kind !== 'accepted' && kind !== 'set_aside') throw new NotFound()
			// What has its word already is not said to be read after that.
			if (kind === 'read' && standingOf(note) !== 'written') throw new Overtaken(handoverHref(reading))
			if (standingOf(note) !== kind) await sayOfNote(tx, note, { kind }, tellsOf(reading, note))
			return `${handoverHref(reading)}?done=said`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.handover.answer.pattern, async (request, reply) => {
		const { answer } = fieldsOf(request.body, ['answer'])
		const { handover: id } = request.params as { handover: string }
		const to = await request.acting(async (tx) => {
			const reading = await readHandover(tx, request, 'person')
			const one = waiting(reading.handovers).find((each) => each.id === id)
			if (!one || (answer !== 'fine' && answer !== 'not_them')) throw new NotFound()
			const tells = worksNow(reading).flatMap(({ practitioner }) => (practitioner === one.from ? practitioner : []))
			if (one.answer !== answer && !(await sayOfWhoComes(tx, id, answer, tells))) {
				throw new Overtaken(handoverHref(reading))
			}
			return `${handoverHref(reading)}?done=answered`
		})
		return reply.redirect(to, 303)
	})

	writing(app, {
		route: routes.handover.name,
		form: 'handover-name',
		fields: ['to'],
		async open(tx, request) {
			const reading = await readHandover(tx, request, 'practitioner')
			const working = worksNow(reading).map(({ practitioner }) => practitioner)
			const colleagues = (await whoCouldTakeOver(tx)).filter(
				({ id }) => !working.includes(id) && id !== reading.person.id,
			)
			return { ...reading, colleagues }
		},
		look: (tx, reading) => look(tx, reading),
		about: ({ person }) => person.id,
		schema: (reading) =>
			v.object({
				to: v.picklist(
					reading.colleagues.map(({ id }) => id),
					sayToWrite(reading)('choose'),
				),
			}),
		formPage: namePage,
		checkPage: namePage,
		async share(tx, reading, { to }, { once }) {
			await nameWhoComes(tx, reading.person.id, once, to)
			return { to: `${handoverHref(reading)}?done=named` }
		},
		later: (reading) => handoverHref(reading),
	})
}

function toldOf(reading: HandoverReading, done: unknown): string | undefined {
	const { name } = reading.person
	if (reading.reader.voice === 'person') {
		if (done === 'answered') return sayOfThemWords({ locale: reading.reader.locale, voice: 'person' })('told')
		return done === 'said' ? sayToSay(reading)('told') : undefined
	}
	if (done === 'wrote') return sayToWrite(reading)('wroteTold', { name })
	return done === 'named' ? sayToWrite(reading)('namedTold', { name }) : undefined
}
