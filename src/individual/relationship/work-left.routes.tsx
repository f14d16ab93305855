import type { FastifyInstance, FastifyRequest } from 'fastify'
import { staffHere } from '../../common/areas/index.ts'
import { show } from '../../common/frame/index.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { endWorkOfStaff, workLeftByStaff } from './end-of-work.queries.ts'
import { workLeftWords } from './end-of-work.words.ts'

/** For a lead: ends the work of staff who are not here any more. With whom they worked is told to no lead. */
export function workLeftRoutes(app: FastifyInstance): void {
	app.get(routes.workLeft.show.pattern, async (request, reply) => {
		const { csrf } = leadOf(request)
		const say = workLeftWords({ locale: request.locale, voice: 'anyone' })
		const left = await request.acting(async (tx) => {
			const names = new Map((await staffHere(tx)).map(({ account, name }) => [account, name]))
			return (await workLeftByStaff(tx)).map((one) => ({ ...one, name: names.get(one.practitioner) ?? '' }))
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.area.show.href(),
			done: done === 'ended' ? say('ended') : undefined,
			body: (
				<>
					<h1>{say('heading')}</h1>
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

function leadOf({ visitor }: FastifyRequest) {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('lead')) throw new NotFound()
	return visitor
}
