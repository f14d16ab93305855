import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { forgetSession, type Visitor } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { mustBeSurer } from '../accounts/index.ts'
import { show } from '../frame/index.ts'
import type { ErasureList } from './erasures.ts'
import { LeavePage, LeftBehindPage, LeftPage } from './leaving.pages.tsx'
import { leaveAlongside, whatIWroteWithThoseWhoLeft } from './leaving.queries.ts'
import { leavingWords } from './leaving.words.ts'

/** Leaving Alongside for good, and what one wrote with somebody who has. */
export function leavingRoutes(app: FastifyInstance, list: ErasureList): void {
	app.get(routes.leaving.show.pattern, async (request, reply) => {
		const visitor = visitorOf(request)
		const { csrf, standings, account } = visitor
		const isSure = visitor.isSure && !visitor.isSureByCode
		const person = standings.includes('person') ? account : undefined
		const say = sayTo(request)
		const body = <LeavePage {...{ say, csrf, isSure, person, isStaff: worksHere(visitor) }} />
		return show(request, reply, { title: say('tab'), backHref: routes.account.show.href(), body })
	})

	app.post(routes.leaving.show.pattern, async (request, reply) => {
		const visitor = visitorOf(request)
		if (worksHere(visitor)) throw new NotFound()
		mustBeSurer(visitor)
		await request.acting((tx) => leaveAlongside(tx, list))
		forgetSession(reply)
		return reply.redirect(routes.leaving.done.href(), 303)
	})

	app.get(routes.leaving.done.pattern, { config: { anyone: true } }, async (request, reply) => {
		const say = sayTo(request)
		return show(request, reply, { title: say('doneTab'), body: <LeftPage say={say} /> })
	})

	app.get(routes.leaving.behind.pattern, async (request, reply) => {
		visitorOf(request)
		const say = sayTo(request)
		const written = await request.acting(whatIWroteWithThoseWhoLeft)
		const body = <LeftBehindPage say={say} written={written} />
		return show(request, reply, { title: say('behindTab'), backHref: routes.account.show.href(), body })
	})
}

/** Whoever works for the service here leaves when their lead has ended that. */
const worksHere = ({ standings }: Visitor): boolean => standings.some((one) => one === 'practitioner' || one === 'lead')

const sayTo = ({ locale }: FastifyRequest) => leavingWords({ locale, voice: 'anyone' })

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}
