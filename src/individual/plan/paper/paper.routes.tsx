import type { FastifyInstance } from 'fastify'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { outcomesNow } from '../outcomes.queries.ts'
import { lookAt, readPlan } from '../reading.ts'
import { BlankPage, PaperPage } from './paper.pages.tsx'
import { paperWords } from './paper.words.ts'

/** Our plan on paper, for the two who hold it. */
export function paperRoutes(app: FastifyInstance): void {
	const read = async (tx: Tx, request: Asked) => {
		const reading = await readPlan(tx, request)
		const { locale, voice } = reading.reader
		if (voice === 'supporter') throw new NotFound()
		return { ...reading, reader: { locale, voice } as const }
	}

	app.get(routes.paper.sheet.pattern, async (request, reply) => {
		const { reading, outcomes } = await request.acting(async (tx) => {
			const reading = await read(tx, request)
			await lookAt(tx, reading)
			return { reading, outcomes: (await outcomesNow(tx, reading.plan.person.id)).map(reading.shown) }
		})
		return show(request, reply, {
			title: paperWords(reading.reader)('tab'),
			backHref: routes.plan.show.href({ person: reading.plan.person.id }),
			body: <PaperPage {...reading} outcomes={outcomes} isLarge={'large' in (request.query as object)} />,
		})
	})

	app.get(routes.paper.blank.pattern, async (request, reply) => {
		const { plan, reader } = await request.acting((tx) => read(tx, request))
		return show(request, reply, {
			title: paperWords(reader)('blankTab'),
			backHref: routes.paper.sheet.href({ person: plan.person.id }),
			body: <BlankPage reader={reader} />,
		})
	})
}
