import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { writing } from '../../common/drafts/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { optionalDay } from '../../platform/forms.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { differForm, otherWordsForm, proposeForm } from './plan.forms.ts'
import { currentWording, isUnconfirmed, lastNumber } from './plan.ts'
import { proposeOtherWords, proposeOutcome, seeDifferently } from './plan-changes.queries.ts'
import { checkPage, overtakenPage } from './plan-writing.pages.tsx'
import {
	limitsFor,
	lookAt,
	type OutcomeReading,
	type Reading,
	readOutcome,
	readPlan,
	refuseTaken,
	type ToWrite,
	toWrite,
} from './reading.ts'
import { sayScribe, writeDownPage, writeDownViewPage } from './scribing.pages.tsx'

const outcomeHref = ({ plan, outcome }: OutcomeReading) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
const aboutOf = ({ plan, outcome }: OutcomeReading) => ({
	person: plan.person.id,
	scope: outcome.scope,
	outcome: outcome.id,
})

/** Opens what a practitioner writes down for the person; for the person it is not there, who writes in their own name. */
async function toWriteDown<Opened extends Reading>(
	tx: Tx,
	request: Asked,
	open: (tx: Tx, request: Asked) => Promise<Opened>,
) {
	const opened = await toWrite(tx, request, open)
	if (opened.reader.voice !== 'practitioner') throw new NotFound()
	return opened
}

/** What a practitioner writes down as they hear the person say it: an outcome, other words for it, how they see it. */
export function scribing(app: FastifyInstance): void {
	writing(app, {
		route: routes.plan.writeDown,
		form: 'write-down',
		fields: ['words', 'paperDay'],
		open: (tx, request) => toWriteDown(tx, request, readPlan),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ plan }) => plan.scope,
		schema: (reading) => onPaper(proposeForm(sayEmpty(reading), limitsFor(reading.reader)), reading),
		formPage: (reading, form) => writeDownPage(reading, form),
		checkPage: (reading, form, { words, paperDay }) =>
			checkPage(reading, form, [
				{ key: sayScribe(reading, 'writeDownTitle'), value: words, own: true },
				{ key: sayScribe(reading, 'onPaperKey'), value: paperDay && reading.day(paperDay) },
			]),
		async share(tx, { plan }, { words, paperDay }, { once }) {
			const person = plan.person.id
			if (!(await proposeOutcome(tx, { person, scope: plan.scope, outcome: once }, words, { from: person, paperDay })))
				throw new Overtaken(routes.plan.show.href({ person }))
			return { to: `${routes.outcome.show.href({ person, outcome: once })}?done=writtenDown` }
		},
		later: ({ plan }) => routes.plan.show.href({ person: plan.person.id }),
	})

	writing(app, {
		route: routes.outcome.writeDown,
		form: 'write-down-words',
		fields: ['words', 'after', 'paperDay'],
		open: (tx, request) => toWriteDown(tx, request, readOutcome),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		start: ({ outcome }) => ({ words: beginsWith(outcome), after: String(lastNumber(outcome)) }),
		schema: (reading) => onPaper(otherWordsForm(sayEmpty(reading), limitsFor(reading.reader)), reading),
		formPage: (reading: ToWrite<OutcomeReading>, form) => writeDownPage(reading, form),
		checkPage: (reading, form, { words, paperDay }) =>
			checkPage(reading, form, [
				{ key: sayScribe(reading, 'writeDownTitle'), value: words, own: true },
				{ key: sayScribe(reading, 'onPaperKey'), value: paperDay && reading.day(paperDay) },
			]),
		async share(tx, reading, { words, after, paperDay }, form) {
			const heard = { from: reading.plan.person.id, paperDay }
			const stands = await proposeOtherWords(tx, aboutOf(reading), { wording: form.once, after, words, heard })
			return stands ? { to: `${outcomeHref(reading)}?done=writtenDown` } : overtakenPage(reading, form)
		},
		later: outcomeHref,
	})

	writing(app, {
		route: routes.outcome.writeDownView,
		form: 'write-down-view',
		fields: ['reason', 'paperDay'],
		open: (tx, request) => toWriteDown(tx, request, readOutcome),
		look: (tx, reading) => lookAt(tx, reading),
		about: ({ outcome }) => outcome.id,
		schema: (reading) => onPaper(differForm(sayEmpty(reading), limitsFor(reading.reader)), reading),
		formPage: writeDownViewPage,
		checkPage: (reading, form, { reason, paperDay }) =>
			checkPage(reading, form, [
				{ key: sayScribe(reading, 'writeDownViewTitle'), value: reason, own: true },
				{ key: sayScribe(reading, 'onPaperKey'), value: paperDay && reading.day(paperDay) },
			]),
		async share(tx, reading, { reason, paperDay }, { once }) {
			const heard = { from: reading.plan.person.id, paperDay }
			if (!(await seeDifferently(tx, aboutOf(reading), { id: once, reason, heard })))
				await refuseTaken(tx, reading, once)
			return { to: `${outcomeHref(reading)}?done=writtenDown` }
		},
		later: outcomeHref,
	})
}

/** The same form with the day on which the words were written on paper, which is not to come. */
function onPaper<Entries extends v.ObjectEntries>(form: v.ObjectSchema<Entries, undefined>, reading: Reading) {
	const { today, day } = limitsFor(reading.reader)
	const paperDay = v.pipe(
		optionalDay('1900-01-01', { unreadable: day, past: day }),
		v.check((given) => given === null || given <= today, sayScribe(reading, 'paperDayToCome')),
	)
	return v.object({ ...form.entries, paperDay })
}

/** What is said where nothing was written. */
const sayEmpty = (reading: Reading) => () => sayScribe(reading, 'enterHeard')

/** The words that stand, to go on from: those that the scribe wrote down before, or nothing. */
function beginsWith(outcome: OutcomeReading['outcome']): string {
	const now = currentWording(outcome)
	return isUnconfirmed(now) ? now.words : ''
}
