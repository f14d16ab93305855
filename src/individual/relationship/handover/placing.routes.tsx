import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { staffHere } from '../../../common/areas/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { dayIn, isoDay } from '../../../platform/days.ts'
import { optionalDay } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, NotSignedIn, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { awayPage, PeopleToPlace, type Placing, placePage, type SayingAway } from './placing.pages.tsx'
import { placeWork, sayAway, sayBack, whoIsAway, workToPlace } from './placing.queries.ts'
import { awayWords, placingWords } from './placing.words.ts'

/** For a lead: names who goes on with the people of somebody who has gone or is away. Of each person they read a name and a day. */
export function placingRoutes(app: FastifyInstance): void {
	app.get(routes.workLeft.people.pattern, async (request, reply) => {
		leadOf(request)
		const { account } = request.params as { account: string }
		const say = placingWords({ locale: request.locale, voice: 'anyone' })
		const found = await request.acting(async (tx) => ({
			name: (await staffHere(tx)).find((one) => one.account === account)?.name,
			people: (await workToPlace(tx)).filter(({ practitioner }) => practitioner === account),
		}))
		if (found.name === undefined) throw new NotFound()
		const { done } = request.query as { done?: unknown }
		const placed = found.people.find(({ tie }) => tie === done)
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.workLeft.show.href(),
			done: placed && say('placedTold', { name: placed.name }),
			body: (
				<PeopleToPlace
					{...{ say, name: found.name, people: found.people, day: (moment) => dayIn(moment, request.locale) }}
				/>
			),
		})
	})

	writing(app, {
		route: routes.workLeft.place,
		form: 'place-work',
		fields: ['to'],
		async open(tx, request): Promise<Placing> {
			leadOf(request)
			const { tie } = request.params as { tie: string }
			const one = (await workToPlace(tx)).find((each) => each.tie === tie)
			if (!one) throw new NotFound()
			const reader = { locale: request.locale, voice: 'anyone' } as const
			const away = (await whoIsAway(tx)).map(({ account }) => account)
			const colleagues = (await practitionersHere(tx)).filter(
				({ id }) => id !== one.practitioner && id !== tx.account && !away.includes(id),
			)
			return { reader, say: placingWords(reader), one, colleagues }
		},
		look: async () => {},
		about: ({ one }) => one.tie,
		schema: ({ say, colleagues }) =>
			v.object({
				to: v.picklist(
					colleagues.map(({ id }) => id),
					say('choose'),
				),
			}),
		formPage: placePage,
		checkPage: placePage,
		async share(tx, { one }, { to }, { once }) {
			const back = routes.workLeft.people.href({ account: one.practitioner })
			if (!(await placeWork(tx, { id: once, tie: one.tie, to }))) throw new Overtaken(back)
			return { to: `${back}?done=${one.tie}` }
		},
		later: ({ one }) => routes.workLeft.people.href({ account: one.practitioner }),
	})

	writing(app, {
		route: routes.workLeft.away,
		form: 'away',
		fields: ['who', 'until'],
		async open(tx, request): Promise<SayingAway> {
			leadOf(request)
			const reader = { locale: request.locale, voice: 'anyone' } as const
			const colleagues = (await practitionersHere(tx)).filter(({ id }) => id !== tx.account)
			return { reader, say: awayWords(reader), colleagues, me: tx.account }
		},
		look: async () => {},
		about: ({ me }) => me,
		schema: ({ say, colleagues }) =>
			v.object({
				who: v.picklist(
					colleagues.map(({ id }) => id),
					say('chooseWho'),
				),
				until: v.pipe(
					optionalDay(isoDay(new Date()), { unreadable: say('enterDay'), past: say('enterDay') }),
					v.string(say('enterDay')),
					v.check((day) => day <= aYearFrom(new Date()), say('tooFar')),
				),
			}),
		formPage: awayPage,
		checkPage: awayPage,
		async share(tx, _, { who, until }, { once }) {
			await sayAway(tx, { id: once, account: who, until })
			return { to: `${routes.workLeft.show.href()}?done=away` }
		},
		later: () => routes.workLeft.show.href(),
	})

	app.post(routes.workLeft.back.pattern, async (request, reply) => {
		const { visitor } = request
		if (!visitor) throw new NotSignedIn()
		const { account } = request.params as { account: string }
		const isLead = visitor.standings.includes('lead')
		if (!isLead && visitor.account !== account) throw new NotFound()
		if (!(await request.acting((tx) => sayBack(tx, account)))) throw new NotFound()
		return reply.redirect(isLead ? `${routes.workLeft.show.href()}?done=back` : routes.home.href(), 303)
	})
}

/** YYYY-MM-DD, a year after a moment. */
const aYearFrom = (moment: Date): string => isoDay(new Date(moment.getTime() + 365 * 24 * 60 * 60_000))

const practitionersHere = async (tx: Tx) =>
	(await staffHere(tx))
		.filter(({ kind, endedAt }) => kind === 'practitioner' && (!endedAt || endedAt > new Date()))
		.map(({ account, name }) => ({ id: account, name }))

/** Throws for anybody but a lead. */
export function leadOf({ visitor }: Asked | FastifyRequest) {
	if (!visitor) throw new NotSignedIn()
	if (!visitor.standings.includes('lead')) throw new NotFound()
	return visitor
}
