import type { FastifyInstance } from 'fastify'
import { show } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { outcomesICanSee } from '../outcomes.queries.ts'
import { lookAt, readPlan } from '../reading.ts'
import { kindWordsIn } from './balance.queries.ts'
import { actsOf } from './balance.ts'
import { balanceWords } from './balance.words.ts'
import { WhoWorksPage } from './who-works.page.tsx'

/** Acts of the last so many days are what is done now. */
const now = 91 * 24 * 60 * 60_000

/** Who works to support what stands in a plan: for its two hands. */
export function balanceRoutes(app: FastifyInstance): void {
	app.get(routes.plan.whoWorks.pattern, async (request, reply) => {
		const { reading, acts } = await request.acting(async (tx) => {
			const reading = await readPlan(tx, request)
			await lookAt(tx, reading)
			const person = reading.plan.person.id
			const outcomes = await outcomesICanSee(tx, person)
			const kindWords = await kindWordsIn(tx, person)
			const acts = [
				...outcomes.flatMap((outcome) => actsOf(outcome, reading.hand)),
				...kindWords.map((one) => ({ ...one, kind: 'kindWords' as const, hand: reading.hand(one.who) })),
			]
			return { reading, acts: acts.sort((one, other) => one.at.getTime() - other.at.getTime()) }
		})
		return show(request, reply, {
			title: balanceWords({ locale: request.locale, voice: 'person' })('tab'),
			backHref: routes.plan.show.href({ person: reading.plan.person.id }),
			body: <WhoWorksPage {...reading} acts={acts} monthsAgo={new Date(Date.now() - now)} />,
		})
	})
}
