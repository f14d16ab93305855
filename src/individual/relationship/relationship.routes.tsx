import type { FastifyInstance } from 'fastify'
import { recordLook } from '../../common/access-record/index.ts'
import { show } from '../../common/frame/index.ts'
import { dayIn } from '../../platform/days.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { PersonPage } from './person.page.tsx'
import { personICanSee, whoWorksWith } from './relationship.queries.ts'
import { relationshipWords } from './relationship.words.ts'

/** The page of one person, for themselves and for the practitioner who works alongside. */
export function relationshipRoutes(app: FastifyInstance): void {
	app.get(routes.person.pattern, async (request, reply) => {
		const { person: id } = request.params as { person: string }
		const { person, ties, mine, me } = await request.acting(async (tx) => {
			const person = await personICanSee(tx, id)
			if (!person) throw new NotFound()
			await recordLook(tx, { people: [id], what: 'person', thing: id })
			return { person, ties: await whoWorksWith(tx, id), mine: tx.account === id, me: tx.account }
		})
		const say = relationshipWords({ locale: request.locale, voice: mine ? 'person' : 'practitioner' })
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			body: (
				<PersonPage
					{...{ person, ties, mine, me, say }}
					locale={request.locale}
					day={(moment) => dayIn(moment, request.locale)}
				/>
			),
		})
	})
}
