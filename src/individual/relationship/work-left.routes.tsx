import type { FastifyInstance } from 'fastify'
import { staffHere } from '../../common/areas/index.ts'
import { show } from '../../common/frame/index.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { endWorkOfStaff, workLeftByStaff } from './end-of-work.queries.ts'
import { workLeftWords } from './end-of-work.words.ts'
import { ToPlaceOfArea } from './handover/placing.pages.tsx'
import { whoIsAway, workToPlace } from './handover/placing.queries.ts'
import { leadOf, placingRoutes } from './handover/placing.routes.tsx'
import { awayWords } from './handover/placing.words.ts'

/** For a lead: work that is left where staff have gone or are away. It is counted here; a name is told only where someone is named to go on. */
export function workLeftRoutes(app: FastifyInstance): void {
	placingRoutes(app)

	app.get(routes.workLeft.show.pattern, async (request, reply) => {
		const { csrf } = leadOf(request)
		const reader = { locale: request.locale, voice: 'anyone' } as const
		const say = workLeftWords(reader)
		const { left, away, waits } = await request.acting(async (tx) => {
			const names = new Map((await staffHere(tx)).map(({ account, name }) => [account, name]))
			const nameOf = (account: string) => names.get(account) ?? ''
			const toPlace = (await workToPlace(tx)).map(({ practitioner }) => practitioner)
			return {
				left: (await workLeftByStaff(tx)).map((one) => ({ ...one, name: nameOf(one.practitioner) })),
				away: (await whoIsAway(tx)).map((one) => ({ ...one, name: nameOf(one.account) })),
				waits: [...new Set(toPlace)].map((practitioner) => ({
					...{ practitioner, name: nameOf(practitioner) },
					count: toPlace.filter((one) => one === practitioner).length,
				})),
			}
		})
		const { done } = request.query as { done?: unknown }
		const told =
			done === 'ended'
				? say('ended')
				: done === 'away' || done === 'back'
					? awayWords(reader)(`${done}Told`)
					: undefined
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.area.show.href(),
			done: told,
			body: (
				<>
					<h1>{say('heading')}</h1>
					<ToPlaceOfArea {...{ waits, away, reader, csrf }} />
					<h2>{say('goneHeading')}</h2>
					<p>{say(left.length > 0 ? 'what' : 'none')}</p>
					<ul class="staff">
						{left.map(({ practitioner, people, name }) => (
							<li key={practitioner}>
								<p>
									<bdi>{say('left', { name, count: people })}</bdi>
								</p>
								<OneButton to={routes.workLeft.end.href({ account: practitioner })} csrf={csrf} kind="secondary">
									{say('end')} <span class="visually-hidden">{say('endFor', { name })}</span>
								</OneButton>
							</li>
						))}
					</ul>
				</>
			),
		})
	})

	app.post(routes.workLeft.end.pattern, async (request, reply) => {
		leadOf(request)
		const { account } = request.params as { account: string }
		if (!(await request.acting((tx) => endWorkOfStaff(tx, account)))) throw new NotFound()
		return reply.redirect(`${routes.workLeft.show.href()}?done=ended`, 303)
	})
}
