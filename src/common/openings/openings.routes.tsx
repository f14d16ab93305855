import type { FastifyInstance } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { saveDraft } from '../drafts/index.ts'
import { show } from '../frame/index.ts'
import { leavingRoutes } from './leaving.routes.tsx'
import type { Openable } from './openable.ts'
import { whatIsThere } from './opening.flow.ts'
import { openingSteps } from './opening.routes.tsx'
import { OpeningsPage } from './openings.page.tsx'
import { closeOpening, openingsOfMine, thoseICanOpenTo } from './openings.queries.ts'
import { openingWords } from './openings.words.ts'

/** What a page says on top after an act, by the word that the act left in the address. */
const told = { opened: 'openedTold', notOpened: 'notOpenedTold', closed: 'closedTold' } as const
const isTold = (word: unknown): word is keyof typeof told => typeof word === 'string' && Object.hasOwn(told, word)

/** What a person has opened to others, for that person alone; and the way out for those to whom it is open. */
export function openingRoutes(app: FastifyInstance, openables: readonly Openable[]): void {
	openingSteps(app, openables)
	leavingRoutes(app)

	app.get(routes.openings.list.pattern, async (request, reply) => {
		const { whats, openings, me } = await request.acting(async (tx) => ({
			whats: await whatIsThere(tx, request, openables),
			openings: await openingsOfMine(tx),
			me: tx.account,
		}))
		const reader = { locale: request.locale, voice: 'person' } as const
		const say = openingWords(reader)
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			done: isTold(done) ? say(told[done]) : undefined,
			body: <OpeningsPage {...{ me, reader, whats, openings, csrf: request.visitor?.csrf ?? '', now: new Date() }} />,
		})
	})

	app.post(routes.openings.close.pattern, async (request, reply) => {
		const { person, opening: id } = request.params as { person: string; opening: string }
		await request.acting(async (tx) => {
			await whatIsThere(tx, request, openables)
			if (!(await openingsOfMine(tx)).some((one) => one.id === id)) throw new NotFound()
			await closeOpening(tx, id)
		})
		return reply.redirect(`${routes.openings.list.href({ person })}?done=closed`, 303)
	})

	app.post(routes.openings.again.pattern, async (request, reply) => {
		const { person, opening: id } = request.params as { person: string; opening: string }
		await request.acting(async (tx) => {
			await whatIsThere(tx, request, openables)
			const found = (await openingsOfMine(tx)).find((one) => one.id === id)
			if (!found) throw new NotFound()
			const known = (await thoseICanOpenTo(tx)).some((one) => one.id === found.account)
			const fields = {
				what: found.thing ? `${found.part}/${found.thing}` : found.part,
				to: known ? found.account : '',
				purpose: found.purpose,
			}
			await saveDraft(tx, { form: 'opening', about: tx.account }, fields, newId())
		})
		return reply.redirect(routes.openings.open.href({ person }), 303)
	})
}
