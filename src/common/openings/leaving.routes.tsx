import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { show } from '../frame/index.ts'
import { openedWords } from './openings.words.ts'
import { leave, toLeave } from './supporting.queries.ts'

/** Leaving a person: who supports them, or has something of theirs open, gives it back. */
export function leavingRoutes(app: FastifyInstance): void {
	app.get(routes.leave.pattern, async (request, reply) => {
		const { person } = request.params as { person: string }
		const found = await request.acting((tx) => toLeave(tx, person))
		if (!found) throw new NotFound()
		const { name } = found
		const say = openedWords({ locale: request.locale, voice: 'supporter' })
		return show(request, reply, {
			title: say('leaveTab'),
			backHref: routes.home.href(),
			body: (
				<>
					<h1>
						<bdi>{say('leaveTitle', { name })}</bdi>
					</h1>
					<ul>
						<li>{say('leaveWhat', { name })}</li>
						<li>{say('leaveTie', { name })}</li>
						<li>{say('leaveSilent', { name })}</li>
					</ul>
					<form method="post" action={routes.leave.href({ person })}>
						<input type="hidden" name="csrf" value={request.visitor?.csrf} />
						<div class="button-group">
							<Button kind="secondary" preventDoubleClick>
								{say('leaveYes')}
							</Button>
							<Button kind="secondary" href={routes.home.href()}>
								{say('leaveNo')}
							</Button>
						</div>
					</form>
				</>
			),
		})
	})

	app.post(routes.leave.pattern, async (request, reply) => {
		const { person } = request.params as { person: string }
		const left = await request.acting((tx) => leave(tx, person))
		if (!left) throw new NotFound()
		return reply.redirect(`${routes.home.href()}?done=left`, 303)
	})
}
