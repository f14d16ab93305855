import type { FastifyInstance } from 'fastify'
import { recordChange, recordLook } from '../../../common/access-record/index.ts'
import { ask, contributionWords } from '../../../common/contributions/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { keepOrigin, type Origin, originsOf, type WouldHelp, wouldHelp } from '../../now/index.ts'
import { askPage } from '../contribution.pages.tsx'
import { outcomesNow } from '../outcomes.queries.ts'
import { askForm, proposeForm } from '../plan.forms.ts'
import { isAtRest } from '../plan.ts'
import { proposeOutcome } from '../plan-changes.queries.ts'
import { checkPage, proposePage } from '../plan-writing.pages.tsx'
import {
	askable,
	limitsFor,
	lookAt,
	type OutcomeReading,
	type Reading,
	readOutcome,
	readPlan,
	refuseTaken,
	toWrite,
} from '../reading.ts'
import { type FromNow, FromNowPage } from './from-now.page.tsx'
import { fromNowWords } from './from-now.words.ts'
import { withStrengths } from './strengths.tsx'

/** What would help, with the plan that it may come into. Throws NotFound for whoever may not read it. */
async function withHelp<Opened extends Reading>(tx: Tx, request: Asked, opened: Opened) {
	const { said } = request.params as { said: string }
	const help = await wouldHelp(tx, opened.plan.person.id, said)
	if (!help) throw new NotFound()
	return { ...opened, help }
}

/** Whoever looks at the plan here looks at where the person is, too. */
async function look(tx: Tx, reading: Reading & { help: WouldHelp }): Promise<void> {
	await lookAt(tx, reading)
	await recordLook(tx, { people: [reading.plan.person.id], what: 'now', thing: reading.help.sitting })
}

/** Where this outcome, or what is asked for in it, came from. */
export async function originsOn(tx: Tx, { plan, outcome }: OutcomeReading): Promise<Origin[]> {
	const requests = outcome.requests.map(({ id }) => id)
	const origins = await originsOf(tx, plan.person.id)
	return origins.filter((one) => one.outcome === outcome.id || (one.request && requests.includes(one.request)))
}

const startHref = ({ plan, help }: Pick<FromNow, 'plan' | 'help'>) =>
	routes.fromNow.show.href({ person: plan.person.id, said: help.id })

/** From what would help into the plan: through its own forms, with the words filled in and where they came from kept. */
export function fromNowRoutes(app: FastifyInstance): void {
	const open = async (tx: Tx, request: Asked): Promise<FromNow> =>
		withStrengths(tx, await withHelp(tx, request, await toWrite(tx, request, readPlan)))

	app.get(routes.fromNow.show.pattern, async (request, reply) => {
		const { reading, outcomes } = await request.acting(async (tx) => {
			const reading = await open(tx, request)
			await look(tx, reading)
			const outcomes = (await outcomesNow(tx, reading.plan.person.id)).map(reading.shown)
			return { reading, outcomes: outcomes.filter((outcome) => !isAtRest(outcome)) }
		})
		const { person } = reading.plan
		const { sitting, life } = reading.help
		return show(request, reply, {
			title: fromNowWords(reading.reader)('tab'),
			backHref: routes.now.part.href({ person: person.id, sitting, life }),
			body: <FromNowPage {...reading} outcomes={outcomes} />,
		})
	})

	writing(app, {
		route: routes.fromNow.propose,
		form: 'propose-from-now',
		fields: ['words'],
		open,
		look: (tx, reading) => look(tx, reading),
		about: ({ help }) => help.id,
		start: ({ help }) => ({ words: help.words }),
		schema: ({ say, reader }) => proposeForm(say, limitsFor(reader)),
		formPage: (reading, form) => proposePage(reading, form),
		checkPage: (reading, form, { words }) =>
			checkPage(reading, form, [{ key: reading.say('proposeTitle', { name: reading.name }), value: words, own: true }]),
		async share(tx, { plan, help }, { words }, { once }) {
			const about = { person: plan.person.id, scope: plan.scope, outcome: once }
			if (!(await proposeOutcome(tx, about, words))) throw new Overtaken(startHref({ plan, help }))
			await keepOrigin(tx, plan.person.id, help, { outcome: once })
			return { to: `${routes.outcome.show.href({ person: plan.person.id, outcome: once })}?done=proposed` }
		},
		later: (reading) => startHref(reading),
	})

	writing(app, {
		route: routes.fromNow.ask,
		form: 'ask-from-now',
		fields: ['askedOf', 'kind', 'words'],
		async open(tx, request) {
			const reading = await withHelp(tx, request, await toWrite(tx, request, readOutcome))
			if (askable(reading).length === 0)
				throw request.method === 'POST' ? new Overtaken(startHref(reading)) : new NotFound()
			return reading
		},
		look: (tx, reading) => look(tx, reading),
		about: ({ help }) => help.id,
		start: ({ help }) => ({ words: help.words }),
		schema: (reading) =>
			askForm(
				reading.say,
				limitsFor(reading.reader),
				askable(reading).map((party) => party.id),
			),
		formPage: (reading, form) => askPage(reading, form),
		checkPage: (reading, form, { askedOf, kind, words }) =>
			checkPage(reading, form, [
				{ key: reading.say('askWhom'), value: reading.called(askedOf) },
				{
					key: reading.say('kind'),
					value: contributionWords({ locale: reading.reader.locale, voice: 'anyone' })(kind),
				},
				{ key: reading.say('requestWhat'), value: words, own: true },
			]),
		async share(tx, reading, what, { once }) {
			const { plan, outcome, help } = reading
			const person = plan.person.id
			if (await ask(tx, { outcome: outcome.id, scope: outcome.scope }, { id: once, ...what })) {
				await recordChange(tx, { people: [person], what: 'request', thing: outcome.id })
				await keepOrigin(tx, person, help, { request: once })
			} else await refuseTaken(tx, reading, once)
			return { to: `${routes.outcome.show.href({ person, outcome: outcome.id })}?done=ask` }
		},
		later: (reading) => startHref(reading),
	})
}
