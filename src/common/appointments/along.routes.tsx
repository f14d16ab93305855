import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import { momentIn } from '../../platform/days.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { ComingAlongPage } from './along.page.tsx'
import { recordLookAlong, sayWhetherICome, whereIComeAlong } from './along.queries.ts'
import { alongWords } from './appointments.words.ts'

/** Where somebody is asked to come along: reading that one time and place, and saying whether they come. */
export function comingAlongRoutes(app: FastifyInstance): void {
	app.get(routes.comingAlong.pattern, async (request, reply) => {
		const asked = await request.acting(async (tx) => {
			const asked = await readAsked(tx, request)
			recordLookAlong(tx, asked.id)
			return asked
		})
		const say = alongWords({ locale: request.locale, voice: 'anyone' })
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			done: done === 'yes' && asked.answer === 'yes' ? say('yesTold', { name: asked.name }) : undefined,
			body: (
				<ComingAlongPage
					{...{ say, asked }}
					csrf={request.visitor?.csrf ?? ''}
					when={(moment) => momentIn(moment, request.locale)}
				/>
			),
		})
	})

	app.post(routes.comingAlong.pattern, async (request, reply) => {
		const { answer } = fieldsOf(request.body, ['answer'])
		const to = await request.acting(async (tx) => {
			const asked = await readAsked(tx, request)
			const here = routes.comingAlong.href({ company: asked.id })
			if (answer !== 'yes' && answer !== 'no') return here
			if (!(await sayWhetherICome(tx, asked, answer))) throw new NotFound()
			return answer === 'yes' ? `${here}?done=yes` : `${routes.home.href()}?done=cannotCome`
		})
		return reply.redirect(to, 303)
	})
}

/** What an address names, if the visitor is asked to come along to it. */
async function readAsked(tx: Tx, request: FastifyRequest) {
	const { company } = request.params as { company: string }
	const asked = (await whereIComeAlong(tx)).find(({ id }) => id === company)
	if (!asked) throw new NotFound()
	return asked
}
