import type { FastifyInstance } from 'fastify'
import { show } from '../../common/frame/index.ts'
import { isId, newId } from '../../platform/database/values.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { BetweenPage, OverTimePage } from './between.page.tsx'
import { LifePage } from './life.page.tsx'
import { measureRoutes } from './measures/measures.routes.tsx'
import { NowPage } from './now.page.tsx'
import { beginSitting, putStrengthAway } from './now-changes.queries.ts'
import { lookAt, readLife, readNow } from './reading.ts'
import { deletingWords } from './saying.words.ts'
import { sittingRoutes } from './sitting.routes.tsx'

/** Where somebody is now: reading it, beginning to say it, comparing two times. */
export function nowRoutes(app: FastifyInstance): void {
	app.get(routes.now.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readNow(tx, request, 'readers')
			// To whom one part is open, that alone is there.
			if (reading.reader.voice === 'supporter' && !reading.whole) throw new NotFound()
			await lookAt(tx, reading)
			return reading
		})
		const { done } = request.query as { done?: unknown }
		const { say, reader, person } = reading
		return show(request, reply, {
			title: say('tab'),
			backHref: reader.voice === 'practitioner' ? routes.person.href({ person: person.id }) : routes.home.href(),
			done:
				done === 'deleted'
					? deletingWords({ locale: request.locale, voice: 'person' })('told')
					: done === 'away'
						? say('putAwayTold')
						: undefined,
			body: <NowPage {...reading} />,
		})
	})

	app.post(routes.now.begin.pattern, async (request, reply) => {
		const { how, once = '' } = fieldsOf(request.body, ['how', 'once'])
		const id = isId(once) ? once : newId()
		const person = await request.acting(async (tx) => {
			const { person } = await readNow(tx, request)
			if (how !== 'alone' && how !== 'together') throw new NotFound()
			if (!(await beginSitting(tx, person.id, { id, together: how === 'together' }))) throw new NotFound()
			return person.id
		})
		return reply.redirect(`${routes.now.sitting.href({ person, sitting: id })}?done=begun`, 303)
	})

	app.get(routes.now.life.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readLife(tx, request, 'readers')
			await lookAt(tx, reading)
			return reading
		})
		const { say, reader, person, whole } = reading
		const back =
			reader.voice !== 'supporter' || whole ? routes.now.show.href({ person: person.id }) : routes.home.href()
		return show(request, reply, { title: say('tab'), backHref: back, body: <LifePage {...reading} /> })
	})

	app.get(routes.now.overTime.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readNow(tx, request)
			await lookAt(tx, reading)
			return reading
		})
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.now.show.href({ person: reading.person.id }),
			body: <OverTimePage {...reading} />,
		})
	})

	app.get(routes.now.between.pattern, async (request, reply) => {
		const asked = request.query as { from?: unknown; to?: unknown }
		const { reading, from, to } = await request.acting(async (tx) => {
			const reading = await readNow(tx, request)
			const find = (id: unknown) => reading.sittings.find((one) => one.id === id)
			const [one, other] = [find(asked.from) ?? reading.sittings.at(-1), find(asked.to) ?? reading.sittings[0]]
			if (!one || !other) throw new NotFound()
			await lookAt(tx, reading)
			// The earlier first, whichever way they were given.
			const [from, to] = one.begunAt <= other.begunAt ? [one, other] : [other, one]
			return { reading, from, to }
		})
		return show(request, reply, {
			title: reading.say('betweenTab'),
			backHref: routes.now.show.href({ person: reading.person.id }),
			body: <BetweenPage {...reading} from={from} to={to} />,
		})
	})

	app.post(routes.now.putAway.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { person, reader } = await readNow(tx, request)
			const { strength } = request.params as { strength: string }
			if (reader.voice !== 'person' || !(await putStrengthAway(tx, strength))) throw new NotFound()
			return `${routes.now.show.href({ person: person.id })}?done=away`
		})
		return reply.redirect(to, 303)
	})

	sittingRoutes(app)
	measureRoutes(app)
}
