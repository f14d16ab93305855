import type { FastifyInstance } from 'fastify'
import { dayIn, sayDay } from '../../platform/days.ts'
import type { System } from '../../platform/doors.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { AreaMessagesPage } from './area-messages.page.tsx'
import { messagesOfMyArea, tryAgain } from './messages.queries.ts'
import { messageWords } from './messages.words.ts'
import { type Channel, channels } from './messenger.ts'
import { OutboxPage } from './outbox.page.tsx'

type Parts = { system: System; key: ServerKey; publicUrl: string; setUp: readonly Channel[] }

/** What a lead sees of messages, and the outbox of a demonstration. */
export function messageRoutes(app: FastifyInstance, { system, key, publicUrl, setUp }: Parts): void {
	app.get(routes.messages.ofArea.pattern, async (request, reply) => {
		const { visitor, locale } = request
		const counted = await request.acting(async (tx) => {
			if (!visitor?.standings.includes('lead')) throw new NotFound()
			return messagesOfMyArea(tx)
		})
		const say = messageWords({ locale, voice: 'anyone' })
		return show(request, reply, {
			title: say('title'),
			done: 'done' in (request.query as object) ? say('triedAgain') : undefined,
			backHref: routes.home.href(),
			body: (
				<AreaMessagesPage
					say={say}
					day={(day) => sayDay(day, locale)}
					csrf={visitor?.csrf ?? ''}
					counted={counted}
					notSetUp={channels.filter((channel) => !setUp.includes(channel))}
					isDemonstration={visitor?.isDemonstration ?? false}
				/>
			),
		})
	})

	app.post(routes.messages.tryAgain.pattern, async (request, reply) => {
		if (!request.visitor?.standings.includes('lead')) throw new NotFound()
		await request.acting(tryAgain)
		return reply.redirect(`${routes.messages.ofArea.href()}?done=again`, 303)
	})

	app.get(routes.demo.outbox.pattern, async (request, reply) => {
		const areas = await system('system_areas')
		if (!areas.some((area) => area.is_demonstration)) throw new NotFound()
		const messages = await system('system_outbox')
		const say = messageWords({ locale: request.locale, voice: 'anyone' })
		const day = (moment: Date) => dayIn(moment, request.locale)
		return show(request, reply, {
			title: say('outboxTitle'),
			body: <OutboxPage say={say} day={day} messages={messages} serverKey={key} publicUrl={publicUrl} />,
		})
	})
}
