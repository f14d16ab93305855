import type { FastifyInstance } from 'fastify'
import { writing } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { fieldsOf } from '../../platform/forms.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { moreForm, turnForm, writeForm } from './opportunities.forms.ts'
import { OpportunitiesPage, OpportunityPage, type Untied } from './opportunities.pages.tsx'
import { chooseServed, deleteOwn, link, makeTurn, sayMore, writeOpportunity } from './opportunities.queries.ts'
import { aspects, linkKinds, turnsFor } from './opportunities.ts'
import { limitsFor, lookAt, type OneReading, type Reading, readOne, readOpportunities, toWrite } from './reading.ts'
import { morePage, turnPage, writePage } from './writing.pages.tsx'

/** What a page says on top after an act, by the word that the act left in the address. */
const told = {
	written: 'written',
	said: 'said',
	turned: 'turned',
	linked: 'linked',
	unlinked: 'unlinked',
	deleted: 'deleted',
} as const
const isTold = (word: unknown): word is keyof typeof told => typeof word === 'string' && Object.hasOwn(told, word)
const doneIn = (query: unknown, { say }: Reading) => {
	const { done } = query as { done?: unknown }
	return isTold(done) ? say(told[done]) : undefined
}

const listHref = ({ person }: Reading) => routes.opportunities.list.href({ person: person.id })
const oneHref = ({ person, one }: OneReading) =>
	routes.opportunities.show.href({ person: person.id, opportunity: one.id })
const noLook = async () => {}

/** What could be somebody's: written down, thought through, tied together, and what became of it. */
export function opportunityRoutes(app: FastifyInstance): void {
	const openOne = async (tx: Tx, request: Asked) => toWrite(tx, await readOne(tx, request))

	app.get(routes.opportunities.list.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readOpportunities(tx, request)
			// To whom one is open, that alone is there.
			if (reading.reader.voice === 'supporter' && !reading.whole) throw new NotFound()
			await lookAt(tx, reading)
			return reading
		})
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.home.href(),
			done: doneIn(request.query, reading),
			body: <OpportunitiesPage {...reading} />,
		})
	})

	app.get(routes.opportunities.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readOne(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: reading.whole ? listHref(reading) : routes.home.href(),
			done: doneIn(request.query, reading),
			body: <OpportunityPage {...reading} />,
		})
	})

	writing(app, {
		route: routes.opportunities.write,
		form: 'opportunity',
		fields: ['words', 'kind', 'meaning'],
		open: async (tx, request) => toWrite(tx, await readOpportunities(tx, request)),
		look: noLook,
		about: ({ person }) => person.id,
		schema: ({ say, reader }) => writeForm(say, limitsFor(reader)),
		formPage: writePage,
		checkPage: writePage,
		async share(tx, reading, said, { once }) {
			if (!(await writeOpportunity(tx, { id: once, ...said }))) throw new Overtaken(listHref(reading))
			return {
				to: `${routes.opportunities.show.href({ person: reading.person.id, opportunity: once })}?done=written`,
			}
		},
		later: (reading) => listHref(reading),
	})

	writing(app, {
		route: routes.opportunities.more,
		form: 'opportunity-more',
		fields: aspects,
		open: openOne,
		look: noLook,
		about: ({ one }) => one.id,
		start: ({ one }) => Object.fromEntries(aspects.map((aspect) => [aspect, one[aspect] ?? ''])),
		schema: ({ reader }) => moreForm(limitsFor(reader)),
		formPage: morePage,
		checkPage: morePage,
		async share(tx, reading, said) {
			await sayMore(tx, reading.one.id, said)
			return { to: `${oneHref(reading)}?done=said` }
		},
		later: (reading) => oneHref(reading),
	})

	writing(app, {
		route: routes.opportunities.turn,
		form: 'opportunity-turn',
		fields: ['kind', 'words'],
		open: openOne,
		look: noLook,
		about: ({ one }) => one.id,
		schema: ({ say, reader }) => turnForm(say, limitsFor(reader), ['came_about', 'closed', 'let_go', 'open_again']),
		formPage: turnPage,
		checkPage: turnPage,
		async share(tx, reading, { kind, words }, { once }) {
			const again = reading.one.turns.some(({ id }) => id === once)
			if (!again && !turnsFor(reading.one).includes(kind)) throw new Overtaken(oneHref(reading))
			await makeTurn(tx, reading.one, { id: once, kind, words })
			return { to: `${oneHref(reading)}?done=turned` }
		},
		later: (reading) => oneHref(reading),
	})

	app.post(routes.opportunities.link.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, ['kind', 'to'])
		const next = await request.acting(async (tx): Promise<{ to: string } | (OneReading & { untied: Untied })> => {
			const reading = await openOne(tx, request)
			const kind = linkKinds.find((one) => one === fields.kind)
			const other = reading.all.find(({ id }) => id === fields.to && id !== reading.one.id)
			if (!kind || !other) return { ...reading, untied: { fields, error: reading.say('chooseLink') } }
			await link(tx, reading.one, kind, other)
			return { to: `${oneHref(reading)}?done=linked` }
		})
		if ('to' in next) return reply.redirect(next.to, 303)
		return show(request, reply, {
			title: next.say('tab'),
			backHref: listHref(next),
			status: 422,
			error: true,
			body: <OpportunityPage {...next} />,
		})
	})

	app.post(routes.opportunities.serves.pattern, async (request, reply) => {
		const { values } = (request.body ?? {}) as { values?: unknown }
		const to = await request.acting(async (tx) => {
			const reading = await openOne(tx, request)
			const ticked = [values].flat()
			const chosen = reading.values.map(({ id }) => id).filter((id) => ticked.includes(id))
			await chooseServed(tx, reading.one.id, chosen)
			return `${oneHref(reading)}?done=said`
		})
		return reply.redirect(to, 303)
	})

	for (const [route, table, done] of [
		[routes.opportunities.delete, 'opportunity', 'deleted'],
		[routes.opportunities.unlink, 'opportunity_link', 'unlinked'],
	] as const) {
		app.post(route.pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await toWrite(tx, await readOpportunities(tx, request))
				const { opportunity, link } = request.params as { opportunity?: string; link?: string }
				if (!(await deleteOwn(tx, table, opportunity ?? link ?? ''))) throw new NotFound()
				return `${listHref(reading)}?done=${done}`
			})
			return reply.redirect(to, 303)
		})
	}
}
