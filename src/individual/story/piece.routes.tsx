import type { FastifyInstance } from 'fastify'
import { show } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { GivenToMe } from './beside/GivenToMe.tsx'
import { OpenedPage } from './beside/opened.page.tsx'
import { givenTo, lookAt, openOpened } from './beside/opened.ts'
import { momentsICanSee } from './moments.queries.ts'
import { besideStoryWords } from './opened.words.ts'
import { myPiece, ofParts } from './parts.ts'
import { PiecePage } from './pieces/piece.page.tsx'
import { placedIn, tellingsOf } from './pieces.queries.ts'
import { nowInYears, openMine, toldBy } from './reading.ts'
import { myStory } from './story.queries.ts'

/** A part of a story: as its person reads it, and as whoever it is open to does. */
export function pieceRoute(app: FastifyInstance): void {
	app.get(routes.piece.show.pattern, async (request, reply) => {
		const { person } = request.params as { person: string }
		const { done } = request.query as { done?: unknown }
		if (person !== request.visitor?.account) {
			const opened = await request.acting(async (tx) => {
				const reading = await openOpened(tx, request)
				await lookAt(tx, reading)
				return reading
			})
			const { name } = opened.person
			const sayBeside = besideStoryWords(opened.reader)
			return show(request, reply, {
				title: opened.say('tab'),
				backHref: routes.home.href(),
				done: toldBy({ given: 'given', asked: 'askedOut' } as const, sayBeside, done, { name }),
				sound: 'plays',
				body: <OpenedPage {...opened} />,
			})
		}
		const reading = await request.acting(async (tx) => {
			const mine = ofParts(openMine(tx, request))
			const piece = await myPiece(tx, request)
			const within = await placedIn(tx, mine.me, piece.id)
			return {
				...{ ...mine, piece, ...(await givenTo(tx, piece)) },
				moments: (await momentsICanSee(tx, mine.me)).filter(({ id }) => within.includes(id)),
				tellings: await tellingsOf(tx, mine.me, piece.id),
				bornYear: (await myStory(tx))?.bornYear ?? null,
			}
		})
		return show(request, reply, {
			title: reading.sayPiece('tab'),
			backHref: routes.pieces[reading.piece.kind].href(reading.here),
			done: toldBy({ kept: 'kept' } as const, reading.sayPiece, done),
			body: <PiecePage {...reading} now={nowInYears()} given={<GivenToMe {...reading} />} />,
		})
	})
}
