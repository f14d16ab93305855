import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askBeside, type OneAct, waysBeside } from '../../common/accounts/index.ts'
import { type Framed, show } from '../../common/frame/index.ts'
import { deviceOf, refusedBeside } from '../../common/handing/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Ground } from '../../platform/doors.ts'
import { type Errors, fieldsOf } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { lookAt, readOutcome } from './reading.ts'
import { changedPage, handOverPage } from './together.page.tsx'
import { agreeTogether, ownTogether } from './together.queries.ts'
import { type HandedOver, handedOver } from './together.ts'

const oneAct = ({ plan, act, thing, hash }: HandedOver): OneAct => ({
	person: plan.person.id,
	act,
	thing: thing.id,
	hash,
})

/** Opens what a practitioner hands over. Throws NotFound for everyone else, the person included: they say yes on their own device. */
async function readHanded(tx: Tx, request: FastifyRequest): Promise<HandedOver> {
	const reading = await readOutcome(tx, request)
	const handed = handedOver(reading, (request.params as { thing: string }).thing)
	if (!handed || reading.reader.voice !== 'practitioner') throw new NotFound()
	return handed
}

/** Sitting together on one device: the practitioner hands it over, and the person says yes by what only they know or hold. */
export function togetherRoutes(app: FastifyInstance, ground: Ground): void {
	app.get(routes.outcome.together.pattern, async (request, reply) => {
		const handed = await request.acting(async (tx) => {
			const handed = await readHanded(tx, request)
			await lookAt(tx, handed)
			return handed
		})
		if (handed.state === 'done') return reply.redirect(doneHref(handed), 303)
		return show(request, reply, await pageOf(request, reply, handed, {}))
	})

	app.post(routes.outcome.beginTogether.pattern, async (request, reply) => {
		const handed = await request.acting((tx) => readHanded(tx, request))
		if (handed.state !== 'open') throw new NotFound()
		return askBeside(ground, deviceOf(request, reply), oneAct(handed))
	})

	app.post(routes.outcome.together.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, ['secret', 'credential', 'hash'])
		const handed = await request.acting((tx) => readHanded(tx, request))
		if (handed.state === 'done') return reply.redirect(doneHref(handed), 303)
		const isTheSame = handed.hash.toString('hex') === fields.hash
		if (handed.state === 'changed' || !isTheSame) return shown(request, reply, handed, changedPage(handed))
		const refused = await refusedBeside(ground, request, reply, oneAct(handed), fields)
		if (refused) {
			const page = await pageOf(request, reply, handed, refused.errors)
			return shown(request, reply, handed, { ...page, status: refused.status })
		}
		const { now, isWritten } = await request.acting((tx) => write(tx, request))
		return isWritten ? reply.redirect(doneHref(now), 303) : shown(request, reply, now, changedPage(now))
	})

	/** Writes the yes, where the words that were shown still stand. */
	async function write(tx: Tx, request: FastifyRequest) {
		const now = await readHanded(tx, request)
		const about = { person: now.plan.person.id, outcome: now.outcome.id, thing: now.thing.id }
		const { session = '' } = request.visitor ?? {}
		const take = now.act === 'agree' ? agreeTogether : ownTogether
		const isWritten = now.state === 'done' || (now.state === 'open' && (await take(tx, about, session)))
		return { now, isWritten }
	}

	async function shown(request: FastifyRequest, reply: FastifyReply, handed: HandedOver, page: Framed) {
		await request.acting((tx) => lookAt(tx, handed))
		return show(request, reply, page)
	}

	async function pageOf(
		request: FastifyRequest,
		reply: FastifyReply,
		handed: HandedOver,
		errors: Errors,
	): Promise<Framed> {
		if (handed.state === 'changed') return changedPage(handed)
		return handOverPage(handed, await waysBeside(ground, deviceOf(request, reply), handed.plan.person.id), errors)
	}
}

const doneHref = ({ plan, outcome, act }: HandedOver): string => {
	const done = act === 'agree' ? 'together' : 'togetherOwn'
	return `${routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })}?done=${done}`
}
