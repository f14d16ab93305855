import type { FastifyInstance, FastifyRequest } from 'fastify'
import { whatIsPassedOn } from '../../../common/areas/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import type { Route } from '../../../platform/http/routes.ts'
import { routes } from '../../../routes.ts'
import { limitsFor, lookAt, type OutcomeReading, type Reading, readOutcome, readPlan } from '../reading.ts'
import { giveForm } from './giving.forms.ts'
import { checkGivingPage, type Giving, givePage } from './giving.pages.tsx'
import { give, whoICanThank } from './recognition.queries.ts'
import { beginningsFor } from './recognition.ts'
import { recognitionWords } from './recognition.words.ts'

/** Where the reader came from: the outcome it is about, or the plan. */
function hrefOf(reading: Reading | OutcomeReading): string {
	const person = reading.plan.person.id
	return 'outcome' in reading
		? routes.outcome.show.href({ person, outcome: reading.outcome.id })
		: routes.plan.show.href({ person })
}

/** Opens what is to be said something about, for whoever it is open to. Throws NotFound where there is nobody to say it to. */
async function toGive(tx: Tx, request: FastifyRequest, reading: Reading | OutcomeReading): Promise<Giving> {
	const { plan } = reading
	const isPerson = plan.voice === 'person'
	const whom = isPerson ? await whoICanThank(tx) : [plan.person]
	const backHref = hrefOf(reading)
	// Whoever was to be thanked may have left while the thanks were written: then the words are given back.
	if (whom.length === 0) throw request.method === 'POST' ? new Overtaken(backHref) : new NotFound()
	return { ...reading, whom, passedOn: await whatIsPassedOn(tx), backHref }
}

const aboutOf = (giving: Giving) =>
	'outcome' in giving
		? { scope: giving.outcome.scope, outcome: giving.outcome.id }
		: { scope: giving.plan.scope, outcome: null }

/** Giving: about one outcome, or about nothing in particular. */
export function givingRoutes(app: FastifyInstance): void {
	const giving = (
		route: Route,
		form: string,
		read: (tx: Tx, request: FastifyRequest) => Promise<Reading | OutcomeReading>,
	) =>
		writing(app, {
			route,
			form,
			fields: ['to', 'beginning', 'words'],
			open: async (tx, request) => toGive(tx, request, await read(tx, request)),
			look: (tx, reading) => lookAt(tx, reading),
			about: (context) => aboutOf(context).outcome ?? aboutOf(context).scope,
			schema: ({ reader, plan, whom }) =>
				giveForm(recognitionWords(reader), limitsFor(reader), {
					whom: whom.map(({ id }) => id),
					beginnings: beginningsFor(plan.voice === 'person'),
				}),
			formPage: givePage,
			checkPage: checkGivingPage,
			async share(tx, context, values, { once }) {
				const about = { ...aboutOf(context), person: context.plan.person.id }
				if (!(await give(tx, { ...about, ...values, id: once }))) throw new Overtaken(context.backHref)
				return { to: `${context.backHref}?done=kindWords` }
			},
			later: ({ backHref }) => backHref,
		})
	giving(routes.recognition.give, 'kind-words', (tx, request) => readPlan(tx, request, 'readers'))
	giving(routes.recognition.giveAbout, 'kind-words', (tx, request) => readOutcome(tx, request, 'readers'))
}

/** What a plan or an outcome says on top after something was given there; to be shown where it was. */
export function toldGiven(request: FastifyRequest, { plan, reader }: Reading): string | undefined {
	const { done } = request.query as { done?: unknown }
	return done === 'kindWords' ? recognitionWords(reader)('given', { name: plan.person.name }) : undefined
}
