import type { FastifyInstance } from 'fastify'
import { show } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { BroughtPage } from './brought.page.tsx'
import { whatIBrought } from './brought.queries.ts'
import { broughtWords } from './brought.words.ts'

/** What somebody brought where it is closed to them now. */
export function broughtRoutes(app: FastifyInstance): void {
	app.get(routes.brought.pattern, async (request, reply) => {
		const { locale } = request
		const closed = (await request.acting(whatIBrought)).filter(({ isOpen }) => !isOpen)
		return show(request, reply, {
			title: broughtWords({ locale, voice: 'anyone' })('tab'),
			backHref: routes.home.href(),
			body: <BroughtPage closed={closed} locale={locale} />,
		})
	})
}
