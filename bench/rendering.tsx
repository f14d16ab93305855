import type { FastifyReply, FastifyRequest } from 'fastify'
import { show } from '../src/common/frame/index.ts'
import { OurPlanPage } from '../src/individual/plan/our-plan.page.tsx'
import { KindWords } from '../src/individual/plan/recognition/KindWords.tsx'
import { acting } from '../src/platform/database/acting.ts'
import { openPostgresql } from '../src/platform/database/open.ts'
import { isoDay } from '../src/platform/days.ts'
import type { Visitor } from '../src/platform/http/visitor.ts'
import { openLog } from '../src/platform/log.ts'
import type { BenchDatabase } from './database.ts'
import { readPlanPage } from './express/reading.ts'
import { openTemplates } from './express/templates.ts'
import { viewOf } from './express/view.ts'
import { type Figure, median } from './figures.ts'
import { idOfNth } from './seed.ts'

const visitor: Visitor = {
	area: idOfNth('area', 0),
	account: idOfNth('practitioner', 1),
	name: 'Practitioner 1',
	areaName: 'Millbrook',
	isDemonstration: true,
	standings: ['practitioner'],
	session: idOfNth('person', 2),
	assurance: 'demonstration',
	sharedDevice: false,
	isSure: false,
	isSureByCode: false,
	mustBeStronger: false,
	csrf: 'x'.repeat(43),
}
const person = idOfNth('person', 1)
const path = `/people/${person}/plan`
const batches = 15
const batch = 100

/** What rendering the plan page takes, ours and Nunjucks', in milliseconds of processor time, and how long each page is. */
type Rendering = { ours: number; nunjucks: number; characters: { ours: number; nunjucks: number } }

/** The plan page from data already read to a string, ours and Nunjucks' in turn, by processor time. */
export async function timesOfRendering({ serverUrl }: BenchDatabase): Promise<Rendering> {
	const { connections } = await openPostgresql(serverUrl, openLog('silent'))
	const read = await acting(connections, visitor, (tx) =>
		readPlanPage(tx, { params: { person }, visitor, locale: 'en', method: 'GET' }),
	)
	await connections.close()
	const { reading, outcomes, kindWords, unfinished } = read
	const templates = openTemplates()

	const ours = () =>
		sent((request, reply) =>
			show(request, reply, {
				title: reading.say('tabPlan'),
				body: (
					<>
						<OurPlanPage {...reading} outcomes={outcomes} unfinished={unfinished} today={isoDay(new Date())} />
						<KindWords {...reading} kindWords={kindWords} />
					</>
				),
			}),
		)
	const theirs = () => templates.render('plan.njk', viewOf(read, visitor))
	const times = { ours: [] as number[], theirs: [] as number[] }
	for (let round = 0; round < 2 * batches; round++) {
		times.ours.push(timeOf(ours))
		times.theirs.push(timeOf(theirs))
	}
	// The first half warms both up.
	const middle = (all: readonly number[]) => median(all.slice(batches))
	const characters = { ours: ours().length, nunjucks: theirs().length }
	return { ours: middle(times.ours), nunjucks: middle(times.theirs), characters }
}

/** Rendering alone, held against Nunjucks. */
export async function renderingFigures(database: BenchDatabase): Promise<Figure[]> {
	const { ours, nunjucks, characters } = await timesOfRendering(database)
	return [
		{
			name: 'rendering alone against Nunjucks',
			measured: nunjucks / ours,
			unit: 'times',
			bar: { atLeast: 3 },
			note: `${ours.toFixed(3)} ms of processor for ${characters.ours} characters, Nunjucks ${nunjucks.toFixed(3)} ms for ${characters.nunjucks}`,
		},
	]
}

/** The frame as a route calls it, with what it would send kept. */
function sent(answer: (request: FastifyRequest, reply: FastifyReply) => unknown): string {
	let html = ''
	const reply = {
		hasHeader: () => false,
		header: () => reply,
		code: () => reply,
		type: () => reply,
		send(text: string) {
			html = text
			return reply
		},
	}
	const server = { assets: { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' } }
	answer({ visitor, locale: 'en', url: path, server } as never as FastifyRequest, reply as never as FastifyReply)
	return html
}

/** Milliseconds of processor time that one call takes. */
function timeOf(render: () => string): number {
	const before = process.cpuUsage()
	for (let each = 0; each < batch; each++) render()
	const { user, system } = process.cpuUsage(before)
	return (user + system) / 1000 / batch
}
