import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { recordChange } from '../../../common/access-record/index.ts'
import { whatIsPassedOn } from '../../../common/areas/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { fieldsOf, optionalText } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import type { Beside } from '../given.ts'
import { besideStoryWords } from '../opened.words.ts'
import { myPiece, ofParts } from '../parts.ts'
import { isOpenable, type Piece } from '../piece.ts'
import { limitsFor, noLook, openMine, toWriteMine } from '../reading.ts'
import { answerForm, most } from '../story.forms.ts'
import { namesOfAccounts } from '../story.queries.ts'
import * as queries from './beside.queries.ts'
import {
	checkPutPage,
	fieldsOfPutting,
	type Putting,
	putPage,
	replyPage,
	type ToPutBeside,
} from './beside-writing.pages.tsx'
import { lookAt, openOpened, readersOf } from './opened.ts'

const pieceHref = (person: string, piece: string) => routes.piece.show.href({ person, piece })

/** A part of a story as its person reads it and as whoever it is open to does, and what they give each other about it. */
export function besideRoutes(app: FastifyInstance): void {
	for (const putting of ['words', 'answers'] as const) {
		writing(app, {
			route: putting === 'words' ? routes.piece.beside : routes.piece.witness,
			form: `story-beside-${putting}`,
			fields: fieldsOfPutting[putting],
			open: (tx, request) => toPut(tx, request, putting),
			look: (tx, reading) => lookAt(tx, reading),
			about: ({ piece }) => piece.id,
			schema: (reading) => putForm(reading, putting),
			formPage: (reading, form) => putPage(reading, form, putting),
			checkPage: (reading, form) => checkPutPage(reading, form, putting),
			async share(tx, { person, piece }, given, { once }) {
				const href = pieceHref(person.id, piece.id)
				if (!(await queries.putBeside(tx, person.id, piece, once, given))) throw new Overtaken(href)
				await recordChange(tx, { people: [person.id], what: 'story_beside', thing: piece.id })
				return { to: `${href}?done=given` }
			},
			later: ({ person, piece }) => pieceHref(person.id, piece.id),
		})
	}

	writing(app, {
		route: routes.piece.reply,
		form: 'story-reply',
		fields: ['words'],
		async open(tx, request) {
			const mine = ofParts(await toWriteMine(tx, request))
			const piece = await myPiece(tx, request)
			const beside = await givenOne(tx, request, piece)
			const names = await namesOfAccounts(tx, [beside.author])
			return { ...mine, piece, beside, name: names.get(beside.author) ?? '' }
		},
		look: noLook,
		about: ({ beside }) => beside.id,
		start: ({ beside }) => ({ words: beside.reply ?? '' }),
		schema: ({ reader }) => answerForm(most.answer, limitsFor(reader)),
		formPage: replyPage,
		checkPage: replyPage,
		async share(tx, { me, piece, beside }, { words }) {
			await queries.takeBeside(tx, beside.id, { reply: words })
			return { to: `${pieceHref(me, piece.id)}?done=kept` }
		},
		later: ({ me, piece }) => pieceHref(me, piece.id),
	})

	app.post(routes.piece.keep.pattern, async (request, reply) => {
		const { word = '' } = fieldsOf(request.body, ['word'])
		const to = await request.acting(async (tx) => {
			openMine(tx, request)
			const piece = await myPiece(tx, request)
			const { id } = await givenOne(tx, request, piece)
			if (!['keep', 'hide', 'show'].includes(word)) throw new NotFound()
			await queries.takeBeside(tx, id, { kept: word === 'keep', hidden: word === 'hide' })
			return `${pieceHref(tx.account, piece.id)}?done=kept`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.piece.ask.pattern, async (request, reply) => {
		const { account = '', ask } = fieldsOf(request.body, ['account', 'ask'])
		const to = await request.acting(async (tx) => {
			openMine(tx, request)
			const piece = await myPiece(tx, request)
			const readers = await readersOf(tx, piece)
			if (!isOpenable(piece) || !readers.some(({ id }) => id === account)) throw new NotFound()
			await queries.askWitness(tx, piece, account, ask === 'yes')
			return `${pieceHref(tx.account, piece.id)}?done=kept`
		})
		return reply.redirect(to, 303)
	})
}

/** Opens what somebody puts something beside. Throws NotFound for who neither works with the person nor is asked. */
async function toPut(tx: Tx, request: Asked, putting: Putting): Promise<ToPutBeside> {
	const opened = await openOpened(tx, request)
	if (putting === 'words' ? !opened.works : !opened.isWitness) throw new NotFound()
	return { ...opened, passedOn: await whatIsPassedOn(tx) }
}

function putForm({ reader }: ToPutBeside, putting: Putting) {
	const say = besideStoryWords(reader)
	const { tooLong, unreadable } = limitsFor(reader)
	const one = optionalText(most.answer, { tooLong: tooLong(most.answer), unreadable })
	return v.pipe(
		v.object({ words: one, heard: one, touched: one, reminds: one, will: one }),
		v.forward(
			v.check((given) => putting === 'answers' || given.words !== null, say('enterWords')),
			['words'],
		),
		v.forward(
			v.check(
				({ heard, touched, reminds, will }) => putting === 'words' || (heard ?? touched ?? reminds ?? will) !== null,
				say('enterOne'),
			),
			['heard'],
		),
	)
}

async function givenOne(tx: Tx, request: Asked, piece: Piece): Promise<Beside> {
	const { beside: wanted } = request.params as { beside: string }
	const found = (await queries.besideOf(tx, tx.account, piece.id)).find(({ id }) => id === wanted)
	if (!found) throw new NotFound()
	return found
}
