import type { FastifyInstance } from 'fastify'
import { writing } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import { isoDay } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { routes } from '../../routes.ts'
import { besideRoutes } from './beside/beside.routes.tsx'
import { scribingRoutes } from './beside/scribing.routes.tsx'
import { takingOutRoutes } from './beside/taking-out.routes.tsx'
import { storyTogetherRoutes } from './beside/together.routes.tsx'
import { copyRoutes } from './copy/copy.routes.tsx'
import { momentFileRoutes } from './moment-files.routes.tsx'
import { momentsICanSee } from './moments.queries.ts'
import { momentRoutes } from './moments.routes.tsx'
import { pieceRoute } from './piece.routes.tsx'
import { pieceRoutes } from './pieces/pieces.routes.tsx'
import { limitsFor, noLook, nowInYears, openMine, toldBy, toWriteMine } from './reading.ts'
import { bornForm, calmForm } from './story.forms.ts'
import { StoryPage } from './story.page.tsx'
import { myStory, namesOfAccounts, sayOfStory } from './story.queries.ts'
import { BreathePage, bornPage, calmPage, HarmPage } from './whole.pages.tsx'

const told = { paused: 'paused', deleted: 'deletedTold', born: 'bornKept' } as const

/** My story, and everything within it. */
export function storyRoutes(app: FastifyInstance, ground: Ground): void {
	app.get(routes.story.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const mine = openMine(tx, request)
			const moments = await momentsICanSee(tx, mine.me)
			const scribes = moments.flatMap(({ heardBy, confirmedAt }) => (heardBy && !confirmedAt ? [heardBy] : []))
			return { ...mine, moments, whole: await myStory(tx), scribes: await namesOfAccounts(tx, scribes) }
		})
		const { done, years } = request.query as { done?: unknown; years?: unknown }
		const from = typeof years === 'string' && /^\d{4}$/.test(years) ? Number(years) : undefined
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.home.href(),
			done: toldBy(told, reading.say, done),
			body: <StoryPage {...reading} years={from} now={nowInYears()} />,
		})
	})

	writing(app, {
		route: routes.story.born,
		form: 'story-born',
		fields: ['year'],
		open: async (tx, request) => ({ ...(await toWriteMine(tx, request)), whole: await myStory(tx) }),
		look: noLook,
		about: ({ me }) => me,
		start: ({ whole }) => ({ year: whole?.bornYear ? String(whole.bornYear) : '' }),
		schema: ({ say }) => bornForm(say, Number(isoDay(new Date()).slice(0, 4))),
		formPage: bornPage,
		checkPage: bornPage,
		async share(tx, { here }, { year }) {
			await sayOfStory(tx, { born_year: year })
			return { to: `${routes.story.show.href(here)}?done=born` }
		},
		later: ({ here }) => routes.story.show.href(here),
	})

	writing(app, {
		route: routes.story.calm,
		form: 'story-calm',
		fields: ['calms', 'rings'],
		open: async (tx, request) => ({ ...(await toWriteMine(tx, request)), whole: await myStory(tx) }),
		look: noLook,
		about: ({ me }) => me,
		start: ({ whole }) => ({ calms: whole?.calms ?? '', rings: whole?.rings ?? '' }),
		schema: ({ reader }) => calmForm(limitsFor(reader)),
		formPage: calmPage,
		checkPage: calmPage,
		async share(tx, { here }, said) {
			await sayOfStory(tx, said)
			return { to: `${routes.story.breathe.href(here)}?done=kept` }
		},
		later: ({ here }) => routes.story.breathe.href(here),
	})

	app.get(routes.story.breathe.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => ({ ...openMine(tx, request), whole: await myStory(tx) }))
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tab'),
			backHref: routes.story.show.href(reading.here),
			done: toldBy({ kept: 'calmKept' } as const, reading.say, done),
			body: <BreathePage {...reading} />,
		})
	})

	app.get(routes.story.harm.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => openMine(tx, request))
		const backHref = routes.story.show.href(reading.here)
		return show(request, reply, { title: reading.say('tab'), backHref, body: <HarmPage {...reading} /> })
	})

	momentRoutes(app)
	momentFileRoutes(app, ground)
	pieceRoutes(app)
	pieceRoute(app)
	besideRoutes(app)
	scribingRoutes(app)
	storyTogetherRoutes(app, ground)
	takingOutRoutes(app)
	copyRoutes(app)
}
