import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ground } from '../../platform/doors.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { forgetEndedSession } from '../../platform/http/visitor.ts'
import { locales } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { AccessibilityPage, FrontDoorPage, HelpNowPage, YourInformationPage } from './front-door.pages.tsx'
import { frontDoorWords } from './front-door.words.ts'

const sayTo = (request: FastifyRequest) => frontDoorWords({ locale: request.locale, voice: 'anyone' })

/** The front door, for whoever is signed out at `/`. */
export async function showFrontDoor(request: FastifyRequest, reply: FastifyReply, ground: Ground) {
	const say = sayTo(request)
	const areas = await ground.system('system_areas')
	const { left } = request.query as { left?: unknown }
	if (left !== undefined) forgetEndedSession(request, reply, left === 'all')
	return show(request, reply, {
		title: say('tab'),
		done: left === undefined ? undefined : say('left'),
		body: (
			<FrontDoorPage
				say={say}
				demonstration={areas.some((area) => area.is_demonstration)}
				embedded={ground.kind === 'embedded'}
			/>
		),
	})
}

/** Pages that anyone can read, and the choice of words. */
export function frontDoorRoutes(app: FastifyInstance): void {
	app.get(routes.yourInformation.pattern, { config: { anyone: true } }, async (request, reply) => {
		const say = sayTo(request)
		const { visitor } = request
		const person = visitor?.standings.includes('person') ? visitor.account : undefined
		return show(request, reply, { title: say('infoTab'), body: <YourInformationPage say={say} person={person} /> })
	})
	app.get(routes.accessibility.pattern, { config: { anyone: true } }, async (request, reply) => {
		const say = sayTo(request)
		return show(request, reply, { title: say('accessTab'), body: <AccessibilityPage say={say} /> })
	})
	app.get(routes.helpNow.pattern, { config: { anyone: true } }, async (request, reply) => {
		const say = sayTo(request)
		return show(request, reply, { title: say('helpTab'), body: <HelpNowPage say={say} /> })
	})

	app.post(routes.words.pattern, { config: { anonymousForm: true } }, async (request, reply) => {
		const { locale = '', back = '/' } = fieldsOf(request.body, ['locale', 'back'])
		if (Object.hasOwn(locales, locale)) {
			reply.setCookie('__Host-words', locale, {
				path: '/',
				httpOnly: true,
				secure: true,
				sameSite: 'lax',
				maxAge: 31_536_000,
			})
		}
		// Only a path of our own: "//elsewhere" would be another site.
		return reply.redirect(/^\/(?:[\w-][\w/-]*)?$/.test(back) ? back : '/', 303)
	})
}
