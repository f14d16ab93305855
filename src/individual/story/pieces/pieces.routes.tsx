import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { strengthsOf } from '../../now/index.ts'
import { isUnconfirmed } from '../moment.ts'
import { momentsICanSee } from '../moments.queries.ts'
import { myPiece, ofParts } from '../parts.ts'
import { fewest, type Kind, kinds, questions, questionsOf, sorts } from '../piece.ts'
import * as queries from '../pieces.queries.ts'
import { limitsFor, noLook, openMine, toldBy, toWriteMine } from '../reading.ts'
import { answerForm, most, wordsForm } from '../story.forms.ts'
import { answerPage, choosePage, namePage } from './piece-writing.pages.tsx'
import { PiecesPage } from './pieces.page.tsx'
import { TellingsPage } from './tellings.page.tsx'

const pieceHref = (person: string, piece: string) => routes.piece.show.href({ person, piece })
const after = (person: string, piece: string) => ({ to: `${pieceHref(person, piece)}?done=kept` })

/** The sort of what matters; nothing of anything else. */
const sortOf = (kind: Kind, says: string) =>
	kind === 'value'
		? v.picklist(sorts, says)
		: v.pipe(
				v.optional(v.string(), ''),
				v.transform(() => null),
			)

/** Whether a part of this kind can begin with a strength that somebody named in Where I am now. */
const begunByStrength = (kind: Kind): boolean => kind === 'thread' || kind === 'becoming'

/** The moments that can be put into a part: all that are the person's own. */
const momentsToPlace = async (tx: Tx) => (await momentsICanSee(tx, tx.account)).filter((one) => !isUnconfirmed(one))

/** The parts of one's own story: made, named, answered, told, and which moments lie in them. */
export function pieceRoutes(app: FastifyInstance): void {
	for (const kind of kinds) {
		app.get(routes.pieces[kind].pattern, async (request, reply) => {
			const reading = await request.acting(async (tx) => {
				const mine = ofParts(openMine(tx, request))
				const strengths = begunByStrength(kind) ? await strengthsOf(tx, mine.me) : []
				return {
					...mine,
					kind,
					strengths: strengths.filter(({ putAwayAt }) => !putAwayAt),
					pieces: (await queries.piecesICanSee(tx, mine.me)).filter((one) => one.kind === kind),
				}
			})
			const { done } = request.query as { done?: unknown }
			return show(request, reply, {
				title: reading.sayPiece('tab'),
				backHref: routes.story.show.href(reading.here),
				done: toldBy({ deleted: 'deleted' } as const, reading.sayPiece, done),
				body: <PiecesPage {...reading} />,
			})
		})

		writing(app, {
			route: routes.newPiece[kind],
			form: `story-${kind}`,
			fields: ['words', 'sort'],
			async open(tx, request) {
				const { strength } = request.query as { strength?: unknown }
				const strengths = begunByStrength(kind) && strength ? await strengthsOf(tx, tx.account) : []
				const begun = strengths.find(({ id }) => id === strength)?.words ?? ''
				return { ...ofParts(await toWriteMine(tx, request)), kind, begun }
			},
			look: noLook,
			about: ({ me }) => me,
			start: ({ begun }) => ({ words: begun.slice(0, most.name) }),
			schema: ({ sayPiece, reader }) =>
				v.object({
					...wordsForm(most.name, sayPiece('enterName'), limitsFor(reader)).entries,
					sort: sortOf(kind, sayPiece('chooseSort')),
				}),
			formPage: (reading, form) => namePage(reading, form),
			checkPage: (reading, form) => namePage(reading, form),
			async share(tx, { me, here }, { words, sort }, { once }) {
				const isMade = await queries.makePiece(tx, { id: once, kind, name: words, sort })
				if (!isMade) throw new Overtaken(routes.pieces[kind].href(here))
				return after(me, once)
			},
			later: ({ here }) => routes.pieces[kind].href(here),
		})
	}

	const open = async (tx: Tx, request: Asked) => {
		const mine = ofParts(await toWriteMine(tx, request))
		const piece = await myPiece(tx, request)
		return { ...mine, piece }
	}

	writing(app, {
		route: routes.piece.name,
		form: 'story-part-name',
		fields: ['words', 'sort'],
		async open(tx, request) {
			const reading = await open(tx, request)
			return { ...reading, kind: reading.piece.kind }
		},
		look: noLook,
		about: ({ piece }) => piece.id,
		start: ({ piece }) => ({ words: piece.name, sort: piece.sort ?? '' }),
		schema: ({ sayPiece, reader, kind }) =>
			v.object({
				...wordsForm(most.name, sayPiece('enterName'), limitsFor(reader)).entries,
				sort: sortOf(kind, sayPiece('chooseSort')),
			}),
		formPage: (reading, form) => namePage(reading, form),
		checkPage: (reading, form) => namePage(reading, form),
		async share(tx, { me, piece }, { words, sort }) {
			await queries.sayOfPiece(tx, piece.id, { name: words, sort })
			return after(me, piece.id)
		},
		later: ({ me, piece }) => pieceHref(me, piece.id),
	})

	for (const question of questions) {
		writing(app, {
			route: routes.piece[question],
			form: `story-part-${question}`,
			fields: ['words'],
			async open(tx, request) {
				const reading = await open(tx, request)
				if (!questionsOf[reading.piece.kind].includes(question)) throw new NotFound()
				return reading
			},
			look: noLook,
			about: ({ piece }) => piece.id,
			start: ({ piece }) => ({ words: piece[question] ?? '' }),
			schema: ({ reader }) => answerForm(most.answer, limitsFor(reader)),
			formPage: (reading, form) => answerPage(reading, form, question),
			checkPage: (reading, form) => answerPage(reading, form, question),
			async share(tx, { me, piece }, { words }) {
				await queries.sayOfPiece(tx, piece.id, { [question]: words })
				return after(me, piece.id)
			},
			later: ({ me, piece }) => pieceHref(me, piece.id),
		})
	}

	const openChapter = async (tx: Tx, request: Asked) => {
		const reading = await open(tx, request)
		if (reading.piece.kind !== 'chapter') throw new NotFound()
		return { ...reading, tellings: await queries.tellingsOf(tx, reading.me, reading.piece.id) }
	}

	writing(app, {
		route: routes.piece.tell,
		form: 'story-telling',
		fields: ['words'],
		open: openChapter,
		look: noLook,
		about: ({ piece }) => piece.id,
		start: ({ tellings }) => ({ words: tellings.at(-1)?.words ?? '' }),
		schema: ({ sayPiece, reader }) => wordsForm(most.words, sayPiece('enterTelling'), limitsFor(reader)),
		formPage: (reading, form) => answerPage(reading, form, 'tell'),
		checkPage: (reading, form) => answerPage(reading, form, 'tell'),
		async share(tx, { me, piece }, { words }, { once }) {
			if (!(await queries.tellPiece(tx, piece, once, words))) throw new Overtaken(pieceHref(me, piece.id))
			return after(me, piece.id)
		},
		later: ({ me, piece }) => pieceHref(me, piece.id),
	})

	app.get(routes.piece.tellings.pattern, async (request, reply) => {
		const reading = await request.acting((tx) => openChapter(tx, request))
		const { tellings, here, piece } = reading
		const { one, other } = request.query as { one?: unknown; other?: unknown }
		const find = (id: unknown, at: number) => tellings.find((telling) => telling.id === id) ?? tellings.at(at)
		const chosen = [find(one, -2), find(other, -1)] as const
		if (!chosen[0] || !chosen[1]) throw new NotFound()
		return show(request, reply, {
			title: reading.sayPiece('tabTellings'),
			backHref: routes.piece.show.href({ ...here, piece: piece.id }),
			body: <TellingsPage {...reading} chosen={[chosen[0], chosen[1]]} />,
		})
	})

	app.post(routes.piece.tellings.pattern, async (request, reply) => {
		const { telling = '' } = fieldsOf(request.body, ['telling'])
		const to = await request.acting(async (tx) => {
			const { me, piece, tellings } = await openChapter(tx, request)
			if (!tellings.some(({ id }) => id === telling)) throw new NotFound()
			await queries.deleteTelling(tx, piece.id, telling)
			return after(me, piece.id).to
		})
		return reply.redirect(to, 303)
	})

	const openPlaces = async (tx: Tx, request: Asked) => {
		const mine = ofParts(openMine(tx, request))
		return { ...mine, piece: await myPiece(tx, request), moments: await momentsToPlace(tx) }
	}

	app.get(routes.piece.moments.pattern, async (request, reply) => {
		const page = await request.acting(async (tx) => {
			const reading = await openPlaces(tx, request)
			return choosePage(reading, await queries.placedIn(tx, reading.me, reading.piece.id))
		})
		return show(request, reply, page)
	})

	app.post(routes.piece.moments.pattern, async (request, reply) => {
		const next = await request.acting(async (tx) => {
			const reading = await openPlaces(tx, request)
			const { piece, moments, me, sayPiece } = reading
			const ticked = ticksOf(request.body)
			const chosen = moments.map(({ id }) => id).filter((id) => ticked.includes(id))
			if (chosen.length > 0 && chosen.length < fewest(piece.kind)) {
				return choosePage(reading, chosen, sayPiece('chooseTwo'))
			}
			await queries.placeIn(tx, piece, chosen)
			return after(me, piece.id)
		})
		return 'to' in next ? reply.redirect(next.to, 303) : show(request, reply, next)
	})

	app.post(routes.piece.delete.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { here } = openMine(tx, request)
			const piece = await myPiece(tx, request)
			await queries.deletePiece(tx, piece)
			return `${routes.pieces[piece.kind].href(here)}?done=deleted`
		})
		return reply.redirect(to, 303)
	})
}

/** What was ticked: one value or several under the same name. */
function ticksOf(body: unknown): string[] {
	const { moments } = (body ?? {}) as { moments?: unknown }
	return [moments].flat().filter((one) => typeof one === 'string')
}
