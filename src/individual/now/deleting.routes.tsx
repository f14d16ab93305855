import type { FastifyInstance } from 'fastify'
import { throwAwayDraft } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { questions } from './now.ts'
import { deleteSitting } from './now-changes.queries.ts'
import { aboutOf, readSitting, type SittingReading } from './reading.ts'
import { deletingWords } from './saying.words.ts'

/** Deleting one sitting: its owner, after one question, at once. */
export function deletingRoutes(app: FastifyInstance): void {
	app.get(routes.now.delete.pattern, async (request, reply) => {
		const { person, sitting, reader, csrf, day, tell } = await request.acting((tx) => readOwn(tx, request))
		const say = deletingWords({ locale: reader.locale, voice: 'person' })
		const here = { person: person.id, sitting: sitting.id }
		return show(request, reply, {
			title: tell('tab'),
			backHref: routes.now.sitting.href(here),
			body: (
				<>
					<h1>{say('title', { day: day(sitting.begunAt) })}</h1>
					<p>{say('goes')}</p>
					<p>{say('stays')}</p>
					<OneButton to={routes.now.delete.href(here)} csrf={csrf}>
						{say('yes')}
					</OneButton>
					<p>
						<a class="act-link" href={routes.now.sitting.href(here)}>
							{say('no')}
						</a>
					</p>
				</>
			),
		})
	})

	app.post(routes.now.delete.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { person, sitting, lives } = await readOwn(tx, request)
			for (const about of lives.map((life) => aboutOf({ sitting, life }))) {
				for (const question of [...questions, 'rating']) await throwAwayDraft(tx, { form: `now-${question}`, about })
			}
			await deleteSitting(tx, sitting.id)
			return `${routes.now.show.href({ person: person.id })}?done=deleted`
		})
		return reply.redirect(to, 303)
	})
}

/** Opens a sitting for the person alone. Throws NotFound for who works with them. */
async function readOwn(tx: Tx, request: Asked): Promise<SittingReading> {
	const reading = await readSitting(tx, request)
	if (reading.reader.voice !== 'person') throw new NotFound()
	return reading
}
