import type { FastifyInstance } from 'fastify'
import { render } from 'preact-render-to-string'
import * as v from 'valibot'
import { type FilesStand, packedFiles } from '../../../common/files/index.ts'
import { show } from '../../../common/frame/index.ts'
import { peopleRound } from '../../../common/openings/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { type Errors, type Fields, fieldsOf, optionalText, readFields, showable } from '../../../platform/forms.ts'
import { NotSignedIn } from '../../../platform/http/mistakes.ts'
import { sendPacket } from '../../../platform/http/send-bytes.ts'
import { sendsFile } from '../../../platform/http/uploads.ts'
import { languageOf } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Fieldset } from '../../../ui/Fieldset.tsx'
import { Input } from '../../../ui/Input.tsx'
import { type Mine, openMine } from '../reading.ts'
import { asText } from './as-text.ts'
import { copyWords } from './copy.words.ts'
import { StoryToRead } from './StoryToRead.tsx'
import { storyJson } from './story-json.ts'
import { swapper } from './swap.ts'
import { readAll, withAllWords } from './whole.queries.ts'

/** So many names can be swapped in one step. */
const rows = [1, 2, 3, 4, 5, 6] as const
const fieldNames = rows.flatMap((row) => [`name${row}`, `instead${row}`])
const longest = 100

const sayTo = ({ reader }: Mine) => copyWords(reader)
type Say = ReturnType<typeof sayTo>

const swapForm = (say: Say) =>
	v.object(
		Object.fromEntries(
			fieldNames.map((name) => [
				name,
				optionalText(longest, { tooLong: say('tooLong'), unreadable: say('unreadable') }),
			]),
		),
	)

/** A copy of one's own story, as a page to print or to keep and as data, with other people's names swapped in one step. */
export function copyRoutes(app: FastifyInstance): void {
	app.get(routes.story.copy.pattern, async (request, reply) => {
		const { mine, fields } = await request.acting(async (tx) => {
			const mine = openMine(tx, request)
			const round = (await peopleRound(tx, mine.me)).slice(0, rows.length - 2)
			return { mine, fields: Object.fromEntries(round.map(({ name }, at) => [`name${at + 1}`, name])) }
		})
		return show(request, reply, choosePage(mine, fields, {}, request.visitor?.sharedDevice === true))
	})

	app.post(routes.story.copy.pattern, sendsFile, async (request, reply) => {
		const { visitor } = request
		if (!visitor) throw new NotSignedIn()
		const fields = fieldsOf(request.body, fieldNames)
		const { as } = fieldsOf(request.body, ['as'])
		const { mine, all } = await request.acting(async (tx) => ({ mine: openMine(tx, request), all: await readAll(tx) }))
		const say = sayTo(mine)
		const read = readFields(swapForm(say), fields)
		if (read.errors) {
			const typed = Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, showable(words)]))
			return show(request, reply, {
				...choosePage(mine, typed, read.errors, visitor.sharedDevice),
				status: 422,
				error: true,
			})
		}
		const { values } = read
		const swap = swapper(
			rows.map((row) => ({ name: values[`name${row}`] ?? '', instead: values[`instead${row}`] ?? '' })),
		)
		const copied = withAllWords(all, swap)
		const by = say('by', { name: visitor.name, day: dayIn(new Date(), request.locale) })
		const asFile = (type: string, name: string) =>
			reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
		const data = () => `${JSON.stringify(storyJson(copied), null, '\t')}\n`
		const body = (files: FilesStand) => (
			<>
				<h1>{say('title')}</h1>
				<p>
					<bdi>{by}</bdi>
				</p>
				<StoryToRead all={copied} locale={request.locale} files={files} />
			</>
		)
		const page = (files: FilesStand) =>
			`<!doctype html>${render(
				<html lang={languageOf(request.locale)}>
					<head>
						<meta charset="utf-8" />
						<title>{say('tab')}</title>
					</head>
					<body>{body(files)}</body>
				</html>,
			)}`
		// What is got stays on the device: on somebody else's nothing is left behind but what stands on the screen.
		const leavesNoCopy = visitor.sharedDevice && ['packet', 'file', 'text', 'data'].includes(as ?? '')
		if (leavesNoCopy) return show(request, reply, { ...choosePage(mine, {}, {}, true), status: 422 })
		if (as === 'data') return asFile('application/json; charset=utf-8', 'my-story.json').send(data())
		if (as === 'text') return asFile('text/plain; charset=utf-8', 'my-story.txt').send(asText(page('not here')))
		if (as === 'file') return asFile('text/html; charset=utf-8', 'my-story.html').send(page('not here'))
		if (as === 'packet') {
			return sendPacket(request, reply, 'my-story.zip', [
				{ path: 'my-story.html', pieces: () => [Buffer.from(page('in the packet'))] },
				{ path: 'my-story.json', pieces: () => [Buffer.from(data())] },
				...packedFiles(copied.files).map(({ path, pieces }) => ({
					path,
					pieces: () => pieces((work) => request.acting(work)),
				})),
			])
		}
		const printed = (
			<>
				<p class="not-printed">{say('print')}</p>
				{body('on our pages')}
			</>
		)
		return show(request, reply, { title: say('tab'), backHref: routes.story.copy.href(mine.here), body: printed })
	})
}

function choosePage(mine: Mine, fields: Fields, errors: Errors, isOnSharedDevice: boolean) {
	const say = sayTo(mine)
	return {
		title: say('tab'),
		backHref: routes.story.show.href(mine.here),
		body: (
			<>
				<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
				<h1>{say('heading')}</h1>
				<p>{say('hint')}</p>
				<form method="post" action={routes.story.copy.href(mine.here)} noValidate>
					<input type="hidden" name="csrf" value={mine.csrf} />
					<h2>{say('namesHeading')}</h2>
					<p>{say('namesHint')}</p>
					{rows.map((row) => (
						<Fieldset key={row} legend={`${say('name')} ${row}`}>
							{(['name', 'instead'] as const).map((half) => (
								<Input
									key={half}
									name={`${half}${row}`}
									label={say(half)}
									autocomplete="off"
									value={fields[`${half}${row}`]}
									errorMessage={errors[`${half}${row}`]}
								/>
							))}
						</Fieldset>
					))}
					{isOnSharedDevice && <p>{say('shared')}</p>}
					<div class="button-group">
						{(
							[
								['page', 'toPage'],
								['packet', 'toPacket'],
								['text', 'toText'],
								['file', 'toFile'],
								['data', 'toData'],
							] as const
						)
							.filter(([value]) => value === 'page' || !isOnSharedDevice)
							.map(([value, key]) => (
								<Button
									key={value}
									name="as"
									value={value}
									{...(value === 'page' ? {} : { kind: 'secondary' as const })}
								>
									{say(key)}
								</Button>
							))}
					</div>
				</form>
			</>
		),
	}
}
