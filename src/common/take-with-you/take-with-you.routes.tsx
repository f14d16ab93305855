import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { render } from 'preact-render-to-string'
import * as v from 'valibot'
import { dayIn } from '../../platform/days.ts'
import { type Errors, type Fields, fieldsOf, optionalText, readFields, showable } from '../../platform/forms.ts'
import { NotSignedIn } from '../../platform/http/mistakes.ts'
import { sendPacket } from '../../platform/http/send-bytes.ts'
import { sendsFile } from '../../platform/http/uploads.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { languageOf } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { mustBeSure } from '../accounts/index.ts'
import { show } from '../frame/index.ts'
import { tellEverythingTaken } from '../messages/index.ts'
import { ChoosePage, SheetPage, TakePage } from './take-with-you.pages.tsx'
import { takeWithYouSchema as schema } from './take-with-you.schema.ts'
import { takeWords } from './take-with-you.words.ts'
import type { Json, Showable, Takeable, TakenFile } from './taken.ts'

/** The longest name on a sheet, in signs. */
const longestName = 100

/** Taking everything of mine with me, and choosing what to show to somebody. */
export function takeWithYouRoutes(app: FastifyInstance, takeables: readonly Takeable[]): void {
	app.get(routes.take.show.pattern, async (request, reply) => choosePage(request, reply, [], {}, {}))

	app.get(routes.take.schema.pattern, { config: { anyone: true } }, async (_request, reply) =>
		reply.type('application/schema+json; charset=utf-8').send(JSON.stringify(schema, null, '\t')),
	)

	app.get(routes.take.start.pattern, async (request, reply) => {
		const say = sayTo(request)
		const { isSure } = visitorOf(request)
		const body = <TakePage say={say} isSure={isSure} />
		return show(request, reply, { title: say('tab'), backHref: routes.home.href(), body })
	})

	app.get(routes.take.page.pattern, async (request, reply) => {
		mustBeSureFirst(request)
		const { parts } = await readAll(request)
		return asFile(reply, 'text/html; charset=utf-8', `${called}.html`, pageOf(request, parts))
	})

	app.get(routes.take.file.pattern, async (request, reply) => {
		mustBeSureFirst(request)
		const { parts } = await readAll(request)
		return asFile(reply, 'application/json; charset=utf-8', `${called}.json`, dataOf(request, parts))
	})

	app.get(routes.take.packet.pattern, sendsFile, async (request, reply) => {
		mustBeSureFirst(request)
		const { parts, files } = await readAll(request)
		const packed = [
			{ path: `${called}.html`, pieces: () => [Buffer.from(pageOf(request, parts))] },
			{ path: `${called}.json`, pieces: () => [Buffer.from(dataOf(request, parts))] },
			...files.map(({ path, pieces }) => ({ path, pieces: () => pieces((work) => request.acting(work)) })),
		]
		return sendPacket(request, reply, `${called}.zip`, packed)
	})

	app.post(routes.take.show.pattern, async (request, reply) => {
		const say = sayTo(request)
		const fields = fieldsOf(request.body, ['name'])
		const things = await showables(request)
		const ticked = ticksOf(request.body)
		const chosen = things.filter(({ id }) => ticked.includes(id))
		const read = readFields(sheetForm(say), fields)
		const errors = { ...read.errors, ...(chosen.length === 0 && { things: say('tickSomething') }) }
		if (read.errors || chosen.length === 0) return choosePage(request, reply, ticked, fields, errors)
		const day = dayIn(new Date(), request.locale)
		const body = <SheetPage say={say} name={read.values.name ?? ''} day={day} things={chosen} />
		return show(request, reply, { title: say('sheetTab'), body })
	})

	/** Reads everything, and tells its owner: who took it on somebody's unlocked phone is found out. */
	const readAll = (request: FastifyRequest) =>
		request.acting(async (tx) => {
			await tellEverythingTaken(tx)
			const parts: Part[] = []
			const files: TakenFile[] = []
			for (const one of takeables) {
				parts.push({ key: one.key, ...(await one.read(tx, request.locale)) })
				files.push(...((await one.files?.(tx)) ?? []))
			}
			return { parts, files }
		})

	const showables = (request: FastifyRequest): Promise<Showable[]> =>
		request.acting(async (tx) => {
			const all: Showable[] = []
			for (const one of takeables) all.push(...((await one.showable?.(tx, request.locale)) ?? []))
			return all
		})

	async function choosePage(
		request: FastifyRequest,
		reply: FastifyReply,
		chosen: readonly string[],
		fields: Fields,
		errors: Errors,
	) {
		const say = sayTo(request)
		const { csrf } = visitorOf(request)
		const isWrong = Object.keys(errors).length > 0
		const typed = { name: showable(fields.name ?? '') }
		const body = <ChoosePage {...{ say, csrf, things: await showables(request), chosen, fields: typed, errors }} />
		const backHref = routes.take.start.href()
		return show(request, reply, { title: say('showTab'), status: isWrong ? 422 : 200, error: isWrong, backHref, body })
	}
}

/** They come back to where they choose: a file that is handed over leaves the page before it on the screen. */
const mustBeSureFirst = (request: FastifyRequest) => mustBeSure(visitorOf(request), routes.take.start.href())

/** What everything is called where it is kept. */
const called = 'everything-of-mine'

type Part = { key: string; json: Json; body: ComponentChildren }

/** Everything, as a page that stands by itself. */
function pageOf(request: FastifyRequest, parts: readonly Part[]): string {
	const say = sayTo(request)
	const { areaName, name } = visitorOf(request)
	const page = render(
		<html lang={languageOf(request.locale)}>
			<head>
				<meta charset="utf-8" />
				<title>{say('all')}</title>
			</head>
			<body>
				<h1>{say('all')}</h1>
				<p>
					<bdi>{name}</bdi>
				</p>
				<p>{say('allOn', { day: dayIn(new Date(), request.locale), area: areaName })}</p>
				{parts.map(({ key, body }) => (
					<Fragment key={key}>{body}</Fragment>
				))}
			</body>
		</html>,
	)
	return `<!doctype html>${page}`
}

/** Everything, as JSON by its published schema. */
function dataOf(request: FastifyRequest, parts: readonly Part[]): string {
	const { account, name, areaName } = visitorOf(request)
	const file = {
		schema: schema.$id,
		takenAt: new Date().toISOString(),
		area: areaName,
		me: { id: account, name },
		...Object.fromEntries(parts.map(({ key, json }) => [key, json])),
	}
	return `${JSON.stringify(file, null, '\t')}\n`
}

const sheetForm = (say: ReturnType<typeof takeWords>) =>
	v.object({
		name: optionalText(longestName, {
			tooLong: say('nameTooLong', { most: longestName }),
			unreadable: say('unreadable'),
		}),
	})

/** What was ticked: one value or several under the same name. */
function ticksOf(body: unknown): string[] {
	const { things } = body as { things?: unknown }
	return [things].flat().filter((one) => typeof one === 'string')
}

const sayTo = ({ locale }: FastifyRequest) => takeWords({ locale, voice: 'anyone' })

function visitorOf({ visitor }: FastifyRequest): Visitor {
	if (!visitor) throw new NotSignedIn()
	return visitor
}

const asFile = (reply: FastifyReply, type: string, name: string, content: string) =>
	reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)
