import type { FastifyInstance, FastifyRequest } from 'fastify'
import { show } from '../../../common/frame/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { NotFound, NotSignedIn } from '../../../platform/http/mistakes.ts'
import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { OneButton } from '../../../ui/OneButton.tsx'
import { type HandedToMe, takeWorkOver, workHandedToMe } from './handover.queries.ts'
import { handoverWriteWords } from './handover.words.ts'

/** A practitioner takes work over that a colleague has handed to them. */
export function takingOverRoutes(app: FastifyInstance): void {
	app.get(routes.handover.takeOver.pattern, async (request, reply) => {
		const { csrf, locale } = practitionerOf(request)
		const { handover } = request.params as { handover: string }
		const handed = (await request.acting(workHandedToMe)).find(({ id }) => id === handover)
		if (!handed) throw new NotFound()
		const say = handoverWriteWords({ locale, voice: 'practitioner' })
		return show(request, reply, {
			title: say('takeTab'),
			backHref: routes.home.href(),
			body: (
				<>
					<h1>
						<bdi>{say('takeTitle', { name: handed.name })}</bdi>
					</h1>
					<p>
						<bdi>{say('takeWhat', { name: handed.name })}</bdi>
					</p>
					{handed.canBegin ? (
						<OneButton to={routes.handover.takeOver.href({ handover })} csrf={csrf}>
							{say('takeYes')}
						</OneButton>
					) : (
						<p>
							<bdi>{say('takeWait', { name: handed.name, day: dayIn(handed.beginsAt, locale) })}</bdi>
						</p>
					)}
				</>
			),
		})
	})

	app.post(routes.handover.takeOver.pattern, async (request, reply) => {
		practitionerOf(request)
		const { handover } = request.params as { handover: string }
		const person = await request.acting((tx) => takeWorkOver(tx, handover))
		if (!person) throw new NotFound()
		return reply.redirect(routes.person.href({ person }), 303)
	})
}

function practitionerOf({ visitor, locale }: FastifyRequest) {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('practitioner')) throw new NotFound()
	return { csrf: visitor.csrf, locale }
}

/** On a practitioner's home: whose work they are asked to take over. */
export function HandedOnHome({ handed, locale }: { handed: readonly HandedToMe[]; locale: Locale }) {
	const say = handoverWriteWords({ locale, voice: 'practitioner' })
	return handed.map(({ id, name, fromName }) => (
		<p key={id}>
			<bdi>{say('askedHome', { name, from: fromName })}</bdi>{' '}
			<a class="act-link" href={routes.handover.takeOver.href({ handover: id })}>
				{say('look')}
				<span class="visually-hidden">: {name}</span>
			</a>
		</p>
	))
}
