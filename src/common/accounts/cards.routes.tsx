import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import { dayIn } from '../../platform/days.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { makeCard, openCardOf } from './accounts.queries.ts'
import { cardWords } from './accounts.words.ts'
import { CardToGive, MakeCard } from './CardToGive.tsx'
import { hashCode, newCode } from './cards.ts'

/** For whom a card is made, and where. */
type Holder = { id: string; name: string; action: string; backHref: string; done?: string | undefined }

/** The page on which a card for somebody can be made. */
export async function showMakeCard(
	request: FastifyRequest,
	reply: FastifyReply,
	holder: Holder,
): Promise<FastifyReply> {
	const say = cardWords({ locale: request.locale, voice: 'anyone' })
	const until = await request.acting((tx) => openCardOf(tx, holder.id))
	const openUntil = until && dayIn(until, request.locale)
	const csrf = request.visitor?.csrf ?? ''
	const body = <MakeCard say={say} csrf={csrf} name={holder.name} action={holder.action} openUntil={openUntil} />
	return show(request, reply, { title: say('tab'), backHref: holder.backHref, done: holder.done, body })
}

/** Makes a card and shows it, once. */
export async function showNewCard(
	request: FastifyRequest,
	reply: FastifyReply,
	{ key, publicUrl }: { key: ServerKey; publicUrl: string },
	holder: Holder,
): Promise<FastifyReply> {
	const say = cardWords({ locale: request.locale, voice: 'anyone' })
	const code = newCode()
	const until = await request.acting((tx) => makeCard(tx, holder.id, newId(), hashCode(key, code)))
	const address = `${publicUrl}${routes.card.use.href()}`
	const csrf = request.visitor?.csrf ?? ''
	const card = { name: holder.name, code, address, until: dayIn(until, request.locale), action: holder.action, csrf }
	return show(request, reply, {
		title: say('tab'),
		backHref: holder.backHref,
		body: <CardToGive say={say} {...card} />,
	})
}
