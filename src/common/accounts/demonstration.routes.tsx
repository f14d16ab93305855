import type { FastifyInstance } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { beginSession, deviceLabel } from '../../platform/http/visitor.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { accountWords } from './accounts.words.ts'
import { DemonstrationPage } from './demonstration.page.tsx'

/** Coming in as one of the invented people, where there is a demonstration; elsewhere these addresses do not exist. */
export function demonstrationRoutes(app: FastifyInstance, system: System): void {
	app.get(routes.demo.people.pattern, async (request, reply) => {
		const people = await system('system_demonstration_accounts')
		if (people.length === 0) throw new NotFound()
		const say = accountWords({ locale: request.locale, voice: 'anyone' })
		return show(request, reply, { title: say('demoTitle'), body: <DemonstrationPage people={people} say={say} /> })
	})

	app.post(routes.demo.signIn.pattern, { config: { anonymousForm: true } }, async (request, reply) => {
		const { account = '' } = fieldsOf(request.body, ['account'])
		if (!/^[a-z-]{1,60}$/.test(account)) throw new NotFound()
		const device = deviceLabel(request.headers['user-agent'])
		const begun = await beginSession(request, reply, system, async (tokenHash) => {
			const rows = await system('system_start_demonstration_session', account, newId(), tokenHash, device)
			return rows.length > 0
		})
		if (!begun) throw new NotFound()
		return reply.redirect(routes.home.href(), 303)
	})
}
