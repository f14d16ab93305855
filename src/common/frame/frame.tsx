import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Assets } from '../../platform/http/assets.ts'
import { allowSound } from '../../platform/http/headers.ts'
import { routes } from '../../routes.ts'
import { NotificationBanner } from '../../ui/NotificationBanner.tsx'
import { Page } from '../../ui/Page.tsx'
import { frameWords } from './frame.words.ts'

declare module 'fastify' {
	interface FastifyInstance {
		/** The addresses of the style sheet, the script and the icon. */
		assets: Assets
	}
}

/** What a page gives to its frame. */
export type Framed = {
	/** Stands in the tab and in the history, so it names nobody and nothing private. */
	title: string
	status?: number
	/** There is something to put right. */
	error?: boolean
	backHref?: string
	/** What was just done, in a sentence. */
	done?: string | undefined
	/** Somebody else than the one who is signed in holds the device while this page is shown. */
	handedOver?: boolean
	/** Something on this page is done with a passkey. */
	passkeys?: boolean
	/** Somebody writes on this page what is not kept yet. */
	isWritten?: boolean
	/** On this page somebody's voice is played, or also recorded. */
	sound?: 'plays' | 'records'
	body: VNode
}

/** How long a session lasts, unused and in any event: on one's own device, and on somebody else's. Seconds. */
const seconds = { own: { unused: 60 * 60, whole: 12 * 60 * 60 }, shared: { unused: 7 * 60, whole: 60 * 60 } } as const

/** Answers with a whole page, framed for whoever asks. */
export function show(request: FastifyRequest, reply: FastifyReply, page: Framed): FastifyReply {
	const { visitor, locale } = request
	const reader = { locale, voice: 'anyone' } as const
	const say = frameWords(reader)
	// A page of something that went wrong shows nothing of the address that was asked for; a form to put right is there.
	const isThere = page.error || (page.status ?? 200) < 400
	const path = (isThere && request.url.split('?', 1)[0]) || '/'
	const html = render(
		<Page
			reader={reader}
			title={page.title}
			error={page.error}
			backHref={page.backHref}
			nav={navigation(request, isThere ? path : '')}
			account={visitor && { name: visitor.name, signOutHref: routes.signOut.href(), csrf: visitor.csrf }}
			languageHref={routes.words.href()}
			csrf={visitor?.csrf ?? ''}
			path={path}
			notice={visitor?.isDemonstration ? say('demonstration', { area: visitor.areaName }) : undefined}
			assets={request.server.assets}
			passkeys={page.passkeys}
			records={page.sound === 'records'}
			handedOver={page.handedOver}
		>
			{page.done && <NotificationBanner type="success">{page.done}</NotificationBanner>}
			{page.body}
		</Page>,
	)
	if (page.sound) allowSound(reply, page.sound)
	// Nothing stays on the screen: the page gives way when the session has ended. Where somebody writes or speaks, it waits as
	// long as a session can last at all: whoever does for longer than a session lasts unused must not lose it.
	if (visitor && !reply.hasHeader('refresh')) {
		const { unused, whole } = visitor.sharedDevice ? seconds.shared : seconds.own
		const wait = page.isWritten || page.sound === 'records' ? whole : unused
		reply.header('refresh', `${wait};url=${routes.home.href()}?left${visitor.sharedDevice ? '=all' : ''}`)
	}
	return reply
		.code(page.status ?? 200)
		.type('text/html; charset=utf-8')
		.send(`<!doctype html>${html}`)
}

function navigation({ visitor, locale }: FastifyRequest, path: string) {
	if (!visitor) return []
	const say = frameWords({ locale, voice: 'anyone' })
	const links = [{ href: routes.home.href(), text: say('home') }]
	if (visitor.standings.includes('person')) {
		links.push({ href: routes.plan.show.href({ person: visitor.account }), text: say('ourPlan') })
	}
	return links.map((link) => ({ ...link, current: link.href === path }))
}
