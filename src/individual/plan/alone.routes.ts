import type { FastifyInstance } from 'fastify'
import { cameInAlone } from '../../common/accounts/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import type { Route } from '../../platform/http/routes.ts'
import { routes } from '../../routes.ts'
import { type OutcomeReading, readOutcome } from './reading.ts'
import { disownWords, ownWords, sayAlone } from './together.queries.ts'

type About = { person: string; outcome: string; thing: string }

/** What only the person says, one press each: that they still agree, alone; and whether words that were written down are theirs. */
export function aloneRoutes(app: FastifyInstance): void {
	act(routes.outcome.sayAlone, 'stillAgree', {
		find: ({ outcome, plan }, { agreement }) =>
			outcome.agreements.find((one) => one.id === agreement && one.accountId === plan.me.id && one.togetherWithId),
		isAlone: true,
		isDone: ({ outcome }, { thing }) => outcome.agreements.some((one) => one.id === thing && one.saidAloneAt),
		write: sayAlone,
	})
	act(routes.outcome.ownWords, 'own', {
		find: heardFromMe,
		isAlone: true,
		isDone: ({ outcome }, { thing }) => heardIn(outcome).some((one) => one.id === thing && one.heard?.confirmedAt),
		write: ownWords,
	})
	act(routes.outcome.disownWords, 'notOwn', {
		find: heardFromMe,
		isAlone: false,
		isDone: ({ outcome }, { thing }) => heardIn(outcome).some((one) => one.id === thing && one.heard?.disownedAt),
		write: disownWords,
	})

	function act(route: Route, done: string, { find, isAlone, isDone, write }: Act): void {
		app.post(route.pattern, async (request, reply) => {
			const { visitor } = request
			if (!visitor) throw new NotFound()
			const to = await request.acting(async (tx) => {
				const reading = await readOutcome(tx, request)
				const { plan, outcome } = reading
				const thing = find(reading, request.params as Record<string, string>)
				if (!thing || plan.me.hand !== 'person' || (isAlone && !cameInAlone(visitor))) throw new NotFound()
				const href = routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
				const about = { person: plan.person.id, outcome: outcome.id, thing: thing.id }
				const again = isDone(reading, about)
				if (!again && !(await write(tx, about, visitor.session))) throw new Overtaken(href)
				return `${href}?done=${done}`
			})
			return reply.redirect(to, 303)
		})
	}
}

type Act = {
	/** The thing in the address, if it is one of the reader's own to speak about. */
	find(reading: OutcomeReading, params: Record<string, string>): { id: string } | undefined
	/** Only for somebody who came in by themselves. */
	isAlone: boolean
	/** Whether the same was said before: a second press is no mistake. */
	isDone(reading: OutcomeReading, about: About): unknown
	write(tx: Tx, about: About, session: string): Promise<boolean>
}

const heardIn = ({ wordings, differences }: OutcomeReading['outcome']) => [...wordings, ...differences]

const heardFromMe: Act['find'] = ({ outcome, plan }, { thing }) =>
	heardIn(outcome).find((one) => one.id === thing && one.heard?.fromId === plan.me.id)
