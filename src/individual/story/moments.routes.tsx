import type { FastifyInstance } from 'fastify'
import { writing } from '../../common/drafts/index.ts'
import { filesTold, filesWith } from '../../common/files/index.ts'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { fieldsOf } from '../../platform/forms.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import type { Route } from '../../platform/http/routes.ts'
import { routes } from '../../routes.ts'
import { MomentPage } from './moment.page.tsx'
import { namesOf } from './moment.parts.tsx'
import { isUnconfirmed, type Moment } from './moment.ts'
import { lengthOf, sayingPage, tellPage, whenPage } from './moment-writing.pages.tsx'
import * as queries from './moments.queries.ts'
import { piecesWith } from './pieces.queries.ts'
import { limitsFor, noLook, openMine, toldBy, toWriteMine } from './reading.ts'
import { answerForm, most, wordsForm } from './story.forms.ts'
import { fieldsOfSaid, saidOf, whenFields, whenForm } from './when.forms.ts'
import { sayWhenTo } from './when.words.ts'

/** What the page of a moment says on top after an act, by the word that the act left in the address. */
const told = { kept: 'kept', own: 'ownTold', folded: 'foldedTold', unfolded: 'unfoldedTold' } as const

const momentHref = (person: string, moment: string) => routes.moment.show.href({ person, moment })

/** A moment of the acting account's own. What it has not yet said is its own is not in its story. */
export async function mineOf(tx: Tx, request: Asked): Promise<Moment> {
	const { person, moment } = request.params as { person: string; moment: string }
	const found = await queries.momentOf(tx, person, moment)
	if (!found || isUnconfirmed(found)) throw new NotFound()
	return found
}

/** Moments: told, said more of, folded away, deleted. */
export function momentRoutes(app: FastifyInstance): void {
	for (const hoped of [false, true]) {
		writing(app, {
			route: hoped ? routes.story.hoped : routes.story.write,
			form: hoped ? 'story-hoped' : 'story-moment',
			fields: ['words'],
			async open(tx, request) {
				const mine = await toWriteMine(tx, request)
				return { ...mine, isFirst: (await queries.momentsICanSee(tx, mine.me)).length === 0 }
			},
			look: noLook,
			about: ({ me }) => me,
			schema: ({ say, reader }) => wordsForm(most.words, say('enterWords'), limitsFor(reader)),
			formPage: (reading, form) => tellPage(reading, form, hoped),
			checkPage: (reading, form) => tellPage(reading, form, hoped),
			async share(tx, { me, here }, { words }, { once }) {
				const isKept = await queries.writeMoment(tx, {
					id: once,
					person: me,
					words,
					hoped,
					heardBy: null,
					paperDay: null,
				})
				if (!isKept) throw new Overtaken(routes.story.show.href(here))
				return { to: `${momentHref(me, once)}?done=kept` }
			},
			later: ({ here }) => routes.story.show.href(here),
		})
	}

	for (const saying of queries.sayings) {
		writing(app, {
			route: routes.moment[saying],
			form: `story-moment-${saying}`,
			fields: ['words'],
			open: async (tx, request) => ({ ...(await toWriteMine(tx, request)), moment: await mineOf(tx, request) }),
			look: noLook,
			about: ({ moment }) => moment.id,
			start: ({ moment }) => ({ words: moment[saying] ?? '' }),
			schema: ({ say, reader, moment }) =>
				saying === 'words' && !moment.title
					? wordsForm(most.words, say('enterWords'), limitsFor(reader))
					: answerForm(lengthOf(saying), limitsFor(reader)),
			formPage: (reading, form) => sayingPage(reading, form, saying),
			checkPage: (reading, form) => sayingPage(reading, form, saying),
			async share(tx, { me, moment }, { words }) {
				const isBare = saying === 'title' && words === null && moment.words === null
				if (!isBare) await queries.sayOfMoment(tx, moment.id, saying, words)
				return { to: `${momentHref(me, moment.id)}?done=kept` }
			},
			later: ({ me, moment }) => momentHref(me, moment.id),
		})
	}

	writing(app, {
		route: routes.moment.when,
		form: 'story-moment-when',
		fields: whenFields,
		async open(tx, request) {
			const [mine, moment] = [await toWriteMine(tx, request), await mineOf(tx, request)]
			const others = (await queries.momentsICanSee(tx, mine.me)).filter(
				(one) => one.id !== moment.id && !isUnconfirmed(one),
			)
			return { ...mine, moment, others }
		},
		look: noLook,
		about: ({ moment }) => moment.id,
		start: ({ moment }) => fieldsOfSaid(moment),
		schema: ({ say, others }) =>
			whenForm(
				say,
				others.map(({ id }) => id),
			),
		formPage: whenPage,
		checkPage: whenPage,
		async share(tx, { me, moment }, chosen) {
			await queries.sayWhenOf(tx, moment.id, saidOf(chosen))
			return { to: `${momentHref(me, moment.id)}?done=kept` }
		},
		later: ({ me, moment }) => momentHref(me, moment.id),
	})

	app.get(routes.moment.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const mine = openMine(tx, request)
			const moment = await mineOf(tx, request)
			const beside = moment.beside ? await queries.momentOf(tx, mine.me, moment.beside) : undefined
			const sayWhen = sayWhenTo('person', mine.reader.locale)
			const when = sayWhen(moment, namesOf(beside ? [beside] : [], mine.say))
			const files = await filesWith(tx, [moment.id])
			return { ...mine, moment, when, files, pieces: await piecesWith(tx, mine.me, moment.id) }
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.say('tabMoment'),
			backHref: routes.story.show.href(reading.here),
			done: toldBy(told, reading.say, done) ?? filesTold(request.query, request.locale),
			sound: 'plays',
			body: <MomentPage {...reading} />,
		})
	})

	/** A press about a moment of one's own: what it does, and where it leads. */
	const press = ({ pattern }: Route, act: (tx: Tx, request: Asked & { body: unknown }) => Promise<string>) =>
		app.post(pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				openMine(tx, request)
				return act(tx, request)
			})
			return reply.redirect(to, 303)
		})

	press(routes.moment.hard, async (tx, request) => {
		const { hard } = fieldsOf(request.body, ['hard'])
		const moment = await mineOf(tx, request)
		if (hard !== 'yes' && hard !== 'no') throw new NotFound()
		await queries.foldMoment(tx, moment.id, hard === 'yes')
		return `${momentHref(tx.account, moment.id)}?done=${hard === 'yes' ? 'folded' : 'unfolded'}`
	})
	press(routes.moment.own, async (tx, request) => {
		const { moment = '' } = request.params as { moment?: string }
		const { isAlone } = openMine(tx, request)
		const found = await queries.momentOf(tx, tx.account, moment)
		if (!found?.heardBy || !isAlone || !request.visitor) throw new NotFound()
		if (isUnconfirmed(found)) await queries.ownMoment(tx, moment, request.visitor.session)
		return `${momentHref(tx.account, moment)}?done=own`
	})
	press(routes.moment.delete, async (tx, request) => {
		const { moment = '' } = request.params as { moment?: string }
		if (!(await queries.deleteMoment(tx, moment))) throw new NotFound()
		return `${routes.story.show.href({ person: tx.account })}?done=deleted`
	})
}
