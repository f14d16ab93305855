import type { FastifyInstance } from 'fastify'
import { writing } from '../../common/drafts/index.ts'
import { Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { withStrengths } from './from-now/strengths.tsx'
import { differForm, otherWordsForm, proposeForm, turnForm } from './plan.forms.ts'
import { currentWording, lastNumber, turnsOpen } from './plan.ts'
import { makeTurn, proposeOtherWords, proposeOutcome, seeDifferently } from './plan-changes.queries.ts'
import { checkPage, differPage, otherWordsPage, overtakenPage, proposePage, turnPage } from './plan-writing.pages.tsx'
import { limitsFor, lookAt, type OutcomeReading, readOutcome, readPlan, refuseTaken, toWrite } from './reading.ts'

const outcomeHref = ({ plan, outcome }: OutcomeReading) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
const aboutOf = ({ plan, outcome }: OutcomeReading) => ({
	person: plan.person.id,
	scope: outcome.scope,
	outcome: outcome.id,
})

/** What is written in a plan: an outcome, other words for it, how one sees it, how it stands. */
export function planWriting(app: FastifyInstance): void {
	writing(app, {
		route: routes.plan.propose,
		form: 'propose',
		fields: ['words'],
		open: async (tx, request) => withStrengths(tx, await toWrite(tx, request, readPlan)),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ plan }) => plan.scope,
		schema: ({ say, reader }) => proposeForm(say, limitsFor(reader)),
		formPage: proposePage,
		checkPage: (reading, form, { words }) =>
			checkPage(reading, form, [{ key: reading.say('proposeTitle', { name: reading.name }), value: words, own: true }]),
		async share(tx, { plan }, { words }, { once }) {
			const about = { person: plan.person.id, scope: plan.scope, outcome: once }
			if (!(await proposeOutcome(tx, about, words)))
				throw new Overtaken(routes.plan.show.href({ person: plan.person.id }))
			return { to: `${routes.outcome.show.href({ person: plan.person.id, outcome: once })}?done=proposed` }
		},
		later: ({ plan }) => routes.plan.show.href({ person: plan.person.id }),
	})

	writing(app, {
		route: routes.outcome.otherWords,
		form: 'other-words',
		fields: ['words', 'after'],
		open: (tx, request) => toWrite(tx, request, readOutcome),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		start: ({ outcome }) => {
			return { words: currentWording(outcome).words, after: String(lastNumber(outcome)) }
		},
		schema: ({ say, reader }) => otherWordsForm(say, limitsFor(reader)),
		formPage: otherWordsPage,
		checkPage: (reading, form, { words }) =>
			checkPage(reading, form, [{ key: reading.say('otherWordsTitle'), value: words, own: true }]),
		async share(tx, reading, { words, after }, form) {
			const stands = await proposeOtherWords(tx, aboutOf(reading), { wording: form.once, after, words })
			return stands ? { to: `${outcomeHref(reading)}?done=otherWords` } : overtakenPage(reading, form)
		},
		later: outcomeHref,
	})

	writing(app, {
		route: routes.outcome.seeDifferently,
		form: 'see-differently',
		fields: ['reason'],
		open: (tx, request) => toWrite(tx, request, readOutcome),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: ({ say, reader }) => differForm(say, limitsFor(reader)),
		formPage: differPage,
		checkPage: (reading, form, { reason }) =>
			checkPage(reading, form, [{ key: reading.say('differTitle'), value: reason, own: true }]),
		async share(tx, reading, { reason }, { once }) {
			if (!(await seeDifferently(tx, aboutOf(reading), { id: once, reason }))) await refuseTaken(tx, reading, once)
			return { to: `${outcomeHref(reading)}?done=difference` }
		},
		later: outcomeHref,
	})

	writing(app, {
		route: routes.outcome.turn,
		form: 'turn',
		fields: ['kind', 'why', 'inTheWay', 'whoseJob'],
		open: (tx, request) => toWrite(tx, request, readOutcome),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: ({ say, reader }) => turnForm(say, limitsFor(reader)),
		formPage: turnPage,
		checkPage: (reading, form, turn) =>
			checkPage(reading, form, [
				{ key: reading.say('turnTitle'), value: reading.say(`tell_${turn.kind}`) },
				{ key: reading.say('why'), value: 'why' in turn ? turn.why : null, own: true },
				{ key: reading.say('inTheWay'), value: 'inTheWay' in turn ? turn.inTheWay : null, own: true },
				{ key: reading.say('whoseJob'), value: 'whoseJob' in turn ? turn.whoseJob : null, own: true },
			]),
		async share(tx, reading, turn, { once }) {
			const { outcome } = reading
			const again = outcome.turns.some((one) => one.id === once)
			if (!again && !turnsOpen(outcome).includes(turn.kind)) throw new Overtaken(outcomeHref(reading))
			const made = await makeTurn(tx, aboutOf(reading), {
				id: once,
				kind: turn.kind,
				why: 'why' in turn ? turn.why : null,
				inTheWay: 'inTheWay' in turn ? turn.inTheWay : null,
				whoseJob: 'whoseJob' in turn ? turn.whoseJob : null,
			})
			if (!made) await refuseTaken(tx, reading, once)
			return { to: `${outcomeHref(reading)}?done=turn` }
		},
		later: outcomeHref,
	})
}
