import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import { isId, newId } from '../../platform/database/values.ts'
import { type Fields, fieldsOf, showable } from '../../platform/forms.ts'
import { Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { canBeKept, draftOf, markShared, saveDraft, throwAwayDraft } from '../drafts/index.ts'
import { type Framed, show } from '../frame/index.ts'
import type { Openable, Seen } from './openable.ts'
import { type Flow, firstOpen, makeOpening, questionsOf, readFlow, whatIsThere } from './opening.flow.ts'
import { allFields, fieldsOfQuestion, noneShown, type Question, questions } from './opening.forms.ts'
import { checkPage, questionPage } from './opening.pages.tsx'

const draftFor = (me: string) => ({ form: 'opening', about: me })
const listHref = (me: string) => routes.openings.list.href({ person: me })
const openHref = (me: string) => routes.openings.open.href({ person: me })

const questionIn = (value: unknown): Question | undefined => questions.find((question) => question === value)

/** Opening something: one question a page, then see it as they see it, then yes or no. Refusing is one press on each page. */
export function openingSteps(app: FastifyInstance, openables: readonly Openable[]): void {
	app.get(routes.openings.open.pattern, async (request, reply) => {
		const { flow, once } = await request.acting(async (tx) => {
			await whatIsThere(tx, request, openables)
			const draft = await draftOf(tx, draftFor(tx.account))
			const flow = await readFlow(tx, request, openables, draft?.fields ?? {}, new Date())
			return { flow, once: draft?.once ?? newId() }
		})
		const wanted = questionIn((request.query as { question?: unknown }).question)
		const asked = wanted && questionsOf(flow).includes(wanted) ? wanted : firstOpen(flow)
		const page = asked
			? questionPage({ ...flow, errors: {} }, { question: asked, once, csrf: csrfOf(request) })
			: await check(request, flow, once)
		return show(request, reply, { ...page, isWritten: true })
	})

	app.post(routes.openings.open.pattern, async (request, reply) => {
		const { step } = fieldsOf(request.body, ['step'])
		const next = await request.acting(async (tx): Promise<Next> => {
			await whatIsThere(tx, request, openables)
			if (step === 'stop') {
				await throwAwayDraft(tx, draftFor(tx.account))
				return { to: `${listHref(tx.account)}?done=notOpened` }
			}
			return step === 'yes' ? sayYes(tx, request, openables) : answer(tx, request, openables)
		})
		if ('kept' in next) return reply.code(next.kept ? 204 : 422).send()
		if ('to' in next) return reply.redirect(next.to, 303)
		return show(request, reply, { ...next, isWritten: true })
	})
}

/** Opens what the page that was checked said; if it cannot be so any more, asks again and keeps the answers. */
async function sayYes(tx: Tx, request: FastifyRequest, openables: readonly Openable[]): Promise<Next> {
	const once = onceIn(request)
	const which = draftFor(tx.account)
	const flow = await readFlow(tx, request, openables, fieldsOf(request.body, allFields), new Date())
	if (!flow.answers) {
		if (canBeKept(flow.fields)) await saveDraft(tx, which, flow.fields, once)
		return putRight(request, flow, once, firstOpen(flow))
	}
	await makeOpening(tx, flow, once)
	await markShared(tx, which, once)
	return { to: `${listHref(tx.account)}?done=opened` }
}

/** Keeps the answer to one question, and goes on to the next. */
async function answer(tx: Tx, request: FastifyRequest, openables: readonly Openable[]): Promise<Next> {
	const once = onceIn(request)
	const which = draftFor(tx.account)
	const question = questionIn(fieldsOf(request.body, ['question']).question)
	const before = (await draftOf(tx, which))?.fields ?? {}
	const answered = merged(before, question ? answersTo(request, question) : {})
	const fields = withNames(request, await readFlow(tx, request, openables, answered, new Date()), question)
	const kept = canBeKept(fields)
	if (kept) await saveDraft(tx, which, fields, once)
	if (request.headers['x-draft'] !== undefined) return { kept }
	const flow = await readFlow(tx, request, openables, fields, new Date())
	const wrong = question && fieldsOfQuestion[question].some((field) => flow.errors[field])
	return wrong ? putRight(request, flow, once, question) : { to: openHref(tx.account) }
}

const onceIn = ({ body }: FastifyRequest): string => {
	const { once = '' } = fieldsOf(body, ['once'])
	return isId(once) ? once : newId()
}

/** After a press: go there, nothing to show, or this page. */
type Next = { to: string } | { kept: boolean } | Framed

const csrfOf = ({ visitor }: FastifyRequest): string => visitor?.csrf ?? ''

const answersTo = ({ body }: FastifyRequest, question: Question): Fields =>
	question === 'names' ? {} : fieldsOf(body, fieldsOfQuestion[question])

/** Answers put together with those before. Whose names may be seen is asked anew, where it is about something else. */
function merged(before: Fields, answered: Fields): Fields {
	const isSame = ['what', 'to'].every((name) => !(name in answered) || answered[name] === before[name])
	return { ...before, ...answered, names: isSame ? (before.names ?? '') : '' }
}

/** The answers with the names that were ticked. */
function withNames({ body }: FastifyRequest, { fields, found }: Flow, question: Question | undefined): Fields {
	if (question !== 'names') return fields
	const ticks = fieldsOf(
		body,
		found.map(({ id }) => `show-${id}`),
	)
	const shown = found.filter(({ id }) => ticks[`show-${id}`])
	return { ...fields, names: shown.map(({ id }) => id).join(' ') || noneShown }
}

/** The question again with what to put right, and everything that was typed. */
function putRight(request: FastifyRequest, flow: Flow, once: string, question: Question = 'what'): Framed {
	const fields = Object.fromEntries(Object.entries(flow.fields).map(([name, words]) => [name, showable(words)]))
	const page = questionPage({ ...flow, fields }, { question, once, csrf: csrfOf(request) })
	return { ...page, status: 422, error: true }
}

/** See it as they see it: the very pages that the other's session would get, and then yes or no. */
async function check(request: FastifyRequest, flow: Flow, once: string): Promise<Framed> {
	const { visitor } = request
	const { what, to, me } = flow
	if (!visitor || !what || !to) throw new Overtaken(openHref(me))
	const seen = await request.seeingAs<Seen[]>({
		as: to.id,
		async change(tx) {
			// Who was to see it may have left between two moments: then the questions are asked again.
			const now = await readFlow(tx, request, [what.openable], flow.fields, new Date())
			if (!now.answers) throw new Overtaken(openHref(me))
			await makeOpening(tx, now, newId())
		},
		see: (tx) =>
			what.openable.see(
				tx,
				{
					method: 'GET',
					locale: request.locale,
					visitor: { ...visitor, account: to.id, name: to.name, standings: [] },
				},
				{ person: me, thing: what.thing?.id ?? null },
			),
	})
	return checkPage(flow, { once, csrf: csrfOf(request), seen })
}
