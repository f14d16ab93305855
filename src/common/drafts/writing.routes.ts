import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as v from 'valibot'
import type { Tx } from '../../platform/database/acting.ts'
import { isId, newId } from '../../platform/database/values.ts'
import { type Errors, type Fields, fieldsOf, readFields, showable } from '../../platform/forms.ts'
import type { Route } from '../../platform/http/routes.ts'
import { type Framed, show } from '../frame/index.ts'
import { draftOf, markShared, saveDraft, throwAwayDraft } from './drafts.queries.ts'

/** What a form's page and its check page are given to show. */
export type Form = {
	/** Where it is posted. */
	action: string
	csrf: string
	/** The key of this writing: what it makes carries it as its id, so that a second press makes no second thing. */
	once: string
	/** What was typed, or kept from before. */
	fields: Fields
	errors: Errors
	/** When the writer last left this unfinished. */
	savedAt: Date | undefined
}

/**
 * Somebody writes something that others will read: the form, with what was kept of it; its answers, to check; then shared.
 * Each capability says what is its own about it; that nothing typed is lost and nothing is shared twice is the same for all.
 */
export type Writing<Context, Schema extends v.GenericSchema> = {
	route: Route
	/** The form's name among drafts. */
	form: string
	fields: readonly string[]
	/** Reads what the form is about, as the writer may see it. Throws NotFound where there is nothing for them. */
	open(tx: Tx, request: FastifyRequest): Promise<Context>
	/** Records that a page which shows what the form is about was looked at. */
	look(tx: Tx, context: Context): Promise<void>
	/** The id of what the form is about. */
	about(context: Context): string
	/** What stands in the form before anything was typed. */
	start?(context: Context): Fields
	schema(context: Context): Schema
	formPage(context: Context, form: Form): Framed
	checkPage(context: Context, form: Form, values: v.InferOutput<Schema>): Framed
	/** Shares it and says where to go; or answers a page, when somebody else was quicker, with both texts. */
	share(tx: Tx, context: Context, values: v.InferOutput<Schema>, form: Form): Promise<{ to: string } | Framed>
	/** Where the writer goes who leaves it for later. */
	later(context: Context): string
}

/** Registers the two addresses of one writing, `GET` and `POST` of its route. */
export function writing<Context, Schema extends v.GenericSchema>(
	app: FastifyInstance,
	of: Writing<Context, Schema>,
): void {
	const formFor = (request: FastifyRequest, fields: Fields, more: Partial<Form> = {}): Form => ({
		action: request.url.split('?', 1)[0] ?? '',
		csrf: request.visitor?.csrf ?? '',
		once: newId(),
		fields,
		errors: {},
		savedAt: undefined,
		...more,
	})

	app.get(of.route.pattern, async (request, reply) => {
		const page = await request.acting(async (tx) => {
			const context = await of.open(tx, request)
			await of.look(tx, context)
			const draft = await draftOf(tx, { form: of.form, about: of.about(context) })
			const begun = draft && { once: draft.once, savedAt: draft.savedAt }
			const form = formFor(request, draft?.fields ?? of.start?.(context) ?? {}, begun)
			const read = readFields(of.schema(context), form.fields)
			const checking = 'check' in (request.query as object)
			return checking && !read.errors ? of.checkPage(context, form, read.values) : of.formPage(context, form)
		})
		return show(request, reply, { ...page, isWritten: true })
	})

	app.post(of.route.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, of.fields)
		const { step, once: sent = '' } = fieldsOf(request.body, ['step', 'once'])
		const once = isId(sent) ? sent : newId()
		const isAutomatic = request.headers['x-draft'] !== undefined
		const next = await request.acting(async (tx): Promise<Next> => {
			const context = await of.open(tx, request)
			const which = { form: of.form, about: of.about(context) }
			if (isAutomatic) {
				const kept = canBeKept(fields)
				if (kept) await saveDraft(tx, which, fields, once)
				return { kept }
			}
			if (step === 'throw-away') {
				await throwAwayDraft(tx, which)
				return { to: of.later(context) }
			}
			if (step === 'later' && canBeKept(fields)) {
				await saveDraft(tx, which, fields, once)
				return { to: of.later(context) }
			}
			const form = formFor(request, fields, { once })
			return take(tx, context, form, step === 'share')
		})
		if ('kept' in next) return reply.code(next.kept ? 204 : 422).send()
		if ('to' in next) return reply.redirect(next.to, 303)
		return show(request, reply, { ...next, isWritten: true })
	})

	/** Takes what was written: back to the writer if there is something to put right, on to be checked, or shared. */
	async function take(tx: Tx, context: Context, form: Form, share: boolean): Promise<Next> {
		const which = { form: of.form, about: of.about(context) }
		const read = readFields(of.schema(context), form.fields)
		if (read.errors) {
			await of.look(tx, context)
			if (canBeKept(form.fields) && Object.values(form.fields).some((value) => value.trim())) {
				await saveDraft(tx, which, form.fields, form.once)
			}
			const shown = Object.fromEntries(Object.entries(form.fields).map(([name, words]) => [name, showable(words)]))
			return { ...of.formPage(context, { ...form, fields: shown, errors: read.errors }), status: 422, error: true }
		}
		if (!share) {
			await saveDraft(tx, which, form.fields, form.once)
			return { to: `${form.action}?check` }
		}
		const shared = await of.share(tx, context, read.values, form)
		await ('to' in shared ? markShared(tx, which, form.once) : of.look(tx, context))
		return shared
	}
}

/** After a form was posted: go there, nothing to show, or this page. */
type Next = { to: string } | { kept: boolean } | Framed

/** Whether the database can keep these very signs. */
export const canBeKept = (fields: Fields): boolean =>
	Object.values(fields).every((value) => value.isWellFormed() && !value.includes('\0') && value.length <= mostKept)

/** A draft longer than any form takes is not kept: its writer is told so when they go on. UTF-16 units. */
const mostKept = 60_000
