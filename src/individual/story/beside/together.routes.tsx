import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askBeside, type OneAct, type WaysBeside, waysBeside } from '../../../common/accounts/index.ts'
import { type Framed, show } from '../../../common/frame/index.ts'
import { deviceOf, handingWords, refusedBeside, YesOrNo } from '../../../common/handing/index.ts'
import { tellSomethingNew } from '../../../common/messages/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import type { Ground } from '../../../platform/doors.ts'
import { type Errors, fieldsOf } from '../../../platform/forms.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Own } from '../moment.parts.tsx'
import type { Moment } from '../moment.ts'
import { ownMomentTogether } from '../moments.queries.ts'
import { openScribing, type Scribing } from './scribing.routes.tsx'

/** Words that their scribe hands to the person on the scribe's device. */
type Handed = Scribing & { moment: Moment; one: OneAct; csrf: string; other: string }

async function openHanded(tx: Tx, request: FastifyRequest): Promise<Handed> {
	const scribing = await openScribing(tx, request)
	const { moment: wanted } = request.params as { moment: string }
	const moment = scribing.waiting.find(({ id }) => id === wanted)
	if (!moment || !request.visitor) throw new NotFound()
	const hash = createHash('sha256')
		.update(moment.words ?? '')
		.digest()
	const one = { person: scribing.person.id, act: 'own', thing: moment.id, hash } as const
	return { ...scribing, moment, one, csrf: request.visitor.csrf, other: request.visitor.name }
}

/** The person says on their scribe's device that words are theirs, by what only they know or hold. Nobody is signed in by it. */
export function storyTogetherRoutes(app: FastifyInstance, ground: Ground): void {
	const ways = (request: FastifyRequest, reply: FastifyReply, { person }: Handed) =>
		waysBeside(ground, deviceOf(request, reply), person.id)

	app.get(routes.story.together.pattern, async (request, reply) => {
		const handed = await request.acting((tx) => openHanded(tx, request))
		return show(request, reply, handOverPage(handed, await ways(request, reply, handed), {}))
	})

	app.post(routes.story.beginTogether.pattern, async (request, reply) => {
		const { one } = await request.acting((tx) => openHanded(tx, request))
		return askBeside(ground, deviceOf(request, reply), one)
	})

	app.post(routes.story.together.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, ['secret', 'credential', 'hash'])
		const handed = await request.acting((tx) => openHanded(tx, request))
		if (handed.one.hash.toString('hex') !== fields.hash) throw new NotFound()
		const refused = await refusedBeside(ground, request, reply, handed.one, fields)
		if (refused) {
			const page = handOverPage(handed, await ways(request, reply, handed), refused.errors)
			return show(request, reply, { ...page, status: refused.status, error: true })
		}
		const isTheirs = await request.acting(async (tx) => {
			const { moment } = await openHanded(tx, request)
			if (!(await ownMomentTogether(tx, moment.id, request.visitor?.session ?? ''))) return false
			await tellSomethingNew(tx, handed.person.id)
			return true
		})
		if (!isTheirs) throw new NotFound()
		return reply.redirect(`${routes.story.writeDown.href({ person: handed.person.id })}?done=together`, 303)
	})
}

/** What is handed over: it speaks to the person, on another's device. */
function handOverPage({ person, moment, one, csrf, other, reader }: Handed, ways: WaysBeside, errors: Errors): Framed {
	const say = handingWords({ locale: reader.locale, voice: 'person' })
	const who = { name: person.name, other }
	const here = { person: person.id, moment: moment.id }
	return {
		title: say('tab'),
		handedOver: true,
		passkeys: ways.passkey,
		body: (
			<>
				<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
				<h1>
					<bdi>{say('headingOwn', who)}</bdi>
				</h1>
				<div class="handed-over">
					<Own>{moment.words ?? ''}</Own>
				</div>
				<p>
					<bdi>{say('whose', who)}</bdi>
				</p>
				<p>{say('once')}</p>
				<p>{say('onlyYours')}</p>
				<YesOrNo
					{...{ say, who, ways, errors, csrf, hash: one.hash, person: person.id, yes: say('yesOwn') }}
					to={routes.story.together.href(here)}
					begin={routes.story.beginTogether.href(here)}
					no={`${routes.story.writeDown.href({ person: person.id })}?done=notNow`}
				/>
			</>
		),
	}
}
