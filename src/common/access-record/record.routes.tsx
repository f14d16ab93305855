import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn } from '../../platform/days.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { show } from '../frame/index.ts'
import { recordReading } from './access-record.queries.ts'
import { questionRoutes } from './question.routes.tsx'
import { answeredSince, questionsAbout } from './questions.queries.ts'
import { RecordPage, type RecordReading, type Thing } from './record.page.tsx'
import { afterAll, myRecord, whoIsIn } from './record.queries.ts'
import { daysOf, pageOf } from './record.ts'
import { recordWords } from './record.words.ts'

/** Tells things by their ids in their own words and where they are, as far as the reader can see them. */
export type TellThings = (tx: Tx, person: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Thing>>

/** The most entries on one page; whole days of them. */
const most = 100

/** Reading one's own record of access, and asking about what stands in it. */
export function recordRoutes(app: FastifyInstance, tell: TellThings): void {
	questionRoutes(app)

	for (const [route, own] of [
		[routes.record.show, false],
		[routes.record.own, true],
	] as const) {
		app.get(route.pattern, async (request, reply) => {
			const reading = await readRecord(request, own, tell)
			return show(request, reply, {
				title: reading.say(own ? 'ownTab' : 'tab'),
				backHref: own ? routes.record.show.href({ person: reading.me }) : routes.home.href(),
				body: <RecordPage {...reading} />,
			})
		})
	}
}

/** Reads one page of the reader's own record, and records that. Anybody else's is not there. */
async function readRecord(request: FastifyRequest, own: boolean, tell: TellThings): Promise<RecordReading> {
	const { locale } = request
	const { person } = request.params as { person: string }
	const from = beforeIn(request)
	return request.acting(async (tx) => {
		if (tx.account !== person) throw new NotFound()
		const { entries, before } = pageOf(await myRecord(tx, own, from ?? afterAll, most + 1), most)
		const [newest, oldest] = [entries[0]?.number ?? 0, entries.at(-1)?.number ?? 0]
		const [who, things, questions, answered] = await Promise.all([
			whoIsIn(tx, entries),
			tell(tx, person, [...new Set(entries.map(({ thing }) => thing))]),
			own ? [] : questionsAbout(tx, oldest, newest),
			own ? [] : answeredSince(tx),
		])
		recordReading(tx)
		return {
			me: person,
			locale,
			own,
			days: daysOf(entries),
			who,
			things,
			questions,
			answered,
			before,
			isLater: from !== undefined,
			say: recordWords({ locale, voice: 'person' }),
			day: (moment) => dayIn(moment, locale),
		}
	})
}

/** Before which entry a page begins, by its address; anything else is the newest. */
function beforeIn(request: FastifyRequest): number | undefined {
	const { before } = request.query as { before?: unknown }
	return typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined
}
