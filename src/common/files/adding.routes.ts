import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Tx } from '../../platform/database/acting.ts'
import { isId, newId } from '../../platform/database/values.ts'
import type { Ground as Doors } from '../../platform/doors.ts'
import { type Errors, type Fields, fieldsOf, optionalText, readFields, showable } from '../../platform/forms.ts'
import type { Route } from '../../platform/http/routes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import { takesUpload } from '../../platform/http/uploads.ts'
import { keyedHash } from '../../platform/server-key.ts'
import { type Framed, show } from '../frame/index.ts'
import { keptBy } from './files.queries.ts'
import { inMegabytes, type Kind, mostBytes, mostInAll, mostInAnHour, mostWords } from './files.ts'
import { fileWords } from './files.words.ts'
import { type About, type Acts, type Problem, type Received, receive } from './receiving.ts'

/** What the page of a form for a file is given to show. */
export type AddForm = { action: string; csrf: string; once: string; fields: Fields; errors: Errors }

/**
 * Somebody adds a photo or a voice note to something of theirs. Each capability says what is its own about it; how a file
 * comes, and that nothing half-done stays, is the same for all.
 */
export type Adding<Context> = {
	route: Route
	kind: Kind
	/** Reads what it is about, as its owner. Throws NotFound where the acting account cannot add anything. */
	open(tx: Tx, request: FastifyRequest): Promise<Context>
	/** With what it stands: the kind of thing, which one, and the scope that this is in. */
	about(context: Context): Omit<About, 'once'>
	page(context: Context, form: AddForm): Framed
	/** What else belongs to keeping it, in the same act, such as the record. Throws where what it is about has gone meanwhile. */
	also?(tx: Tx, context: Context, file: string): Promise<void>
	/** Where it leads. */
	to(context: Context): string
}

/** What adding needs beside the request: to count what somebody sends. */
export type Ground = Pick<Doors, 'system' | 'key'>

/** Registers the two addresses of adding one kind of file, `GET` and `POST` of its route. */
export function adding<Context>(app: FastifyInstance, { system, key }: Ground, of: Adding<Context>): void {
	const formFor = (request: FastifyRequest, more: Partial<AddForm> = {}): AddForm => ({
		action: request.url.split('?', 1)[0] ?? '',
		csrf: request.visitor?.csrf ?? '',
		once: newId(),
		fields: {},
		errors: {},
		...more,
	})

	app.get(of.route.pattern, async (request, reply) => {
		const context = await request.acting((tx) => of.open(tx, request))
		return show(request, reply, of.page(context, formFor(request)))
	})

	app.post(of.route.pattern, takesUpload, async (request, reply) => {
		const { once: sent = '' } = fieldsOf(request.body, ['once'])
		const once = isId(sent) ? sent : newId()
		const { context, before } = await request.acting(async (tx) => ({
			context: await of.open(tx, request),
			before: await keptBy(tx, once),
		}))
		if (before) return reply.redirect(of.to(context), 303)
		const found = await take(request, { ...of.about(context), once }, (tx, file) =>
			of.also ? of.also(tx, context, file) : Promise.resolve(),
		)
		if (!found) return reply.redirect(of.to(context), 303)
		return again(request, reply, context, { once, errors: found })
	})

	/** Takes the file and its words, and keeps them; or says what there is to put right, and then nothing of it is here. */
	async function take(
		request: FastifyRequest,
		about: About,
		also: (tx: Tx, file: string) => Promise<void>,
	): Promise<Errors | undefined> {
		const { upload, visitor } = request
		const wrong = async (problem: Problem | 'tooOften') => {
			// What was typed behind the file is to stand on the page again.
			await upload?.rest()
			return { file: sentenceOf(request, of.kind, problem) }
		}
		const announced = Number(request.headers['content-length'] ?? 0)
		if (announced > mostBytes[of.kind] + roomForFields) return wrong('tooLarge')
		if (!upload) return wrong('nothing')
		const limit = { key: keyedHash(key, 'file', visitor?.account ?? ''), most: mostInAnHour, minutes: 60 }
		if (!(await mayTry(system, [limit])).allowed) return wrong('tooOften')
		const acts: Acts = (work) => request.acting(work)
		const received = await receive(acts, upload, of.kind, about)
		if (typeof received === 'string') return wrong(received)
		const read = readFields(wordsForm(request), fieldsOf(await restOf(upload, received), ['words']))
		if (read.errors) {
			await received.drop()
			return read.errors
		}
		const problem = await received.keep(read.values.words, also).catch(async (error: { code?: unknown }) => {
			await received.drop()
			// Of two presses at once the other one has kept it.
			if (error.code !== alreadyThere) throw error
			return undefined
		})
		return problem && wrong(problem)
	}

	function again(request: FastifyRequest, reply: FastifyReply, context: Context, form: Partial<AddForm>) {
		const { words = '' } = fieldsOf(request.body, ['words'])
		const page = of.page(context, formFor(request, { ...form, fields: { words: showable(words) } }))
		return show(request, reply, { ...page, status: 422, error: true })
	}
}

/** What the database says of a second row with the same key. */
const alreadyThere = '23505'

/** Bytes of a form beside its file. */
const roomForFields = 256 * 1024

/** The fields of the whole form; where it cannot be read to its end, nothing of the file stays. */
async function restOf(upload: NonNullable<FastifyRequest['upload']>, received: Received) {
	try {
		return await upload.rest()
	} catch (error) {
		await received.drop()
		throw error
	}
}

function wordsForm({ locale }: FastifyRequest) {
	const say = fileWords({ locale, voice: 'anyone' })
	const says = { tooLong: say('wordsTooLong', { most: mostWords }), unreadable: say('wordsUnreadable') }
	return v.object({ words: optionalText(mostWords, says) })
}

/** What there is to put right about a file, in one sentence. */
function sentenceOf({ locale }: FastifyRequest, kind: Kind, problem: Problem | 'tooOften'): string {
	const say = fileWords({ locale, voice: 'anyone' })
	switch (problem) {
		case 'tooLarge':
			return say(`${kind}TooLarge`, { most: inMegabytes(mostBytes[kind]) })
		case 'full':
			return say('full', { most: inMegabytes(mostInAll) })
		case 'nothing':
		case 'unreadable':
			return say(`${kind}_${problem}`)
		default:
			return say(problem)
	}
}
