import type { FastifyInstance } from 'fastify'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import { thoseICanOpenTo } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { isId } from '../../../platform/database/values.ts'
import { type Fields, fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { opportunitiesOf } from '../../opportunities/index.ts'
import { outcomesICanSee } from '../outcomes.queries.ts'
import { limitsFor, type Reading, readPlan, toWrite } from '../reading.ts'
import { thingsIn } from './beside.tsx'
import { besideForm, besideOf, hopeForm, rateForm } from './hope.forms.ts'
import { HopePage } from './hope.page.tsx'
import * as queries from './hope.queries.ts'
import type { Hope } from './hope.ts'
import { hopeWords } from './hope.words.ts'
import { besidePage, hopePage, ratePage, type ToHope } from './hope-writing.pages.tsx'

/** What the page says on top after an act, by the word that the act left in the address. */
const told = {
	rated: 'rated',
	hoped: 'hoped',
	put: 'put',
	came_true: 'cameTrueTold',
	let_go: 'letGoTold',
	never: 'neverTold',
	again: 'againTold',
	deleted: 'hopeDeleted',
} as const
type Done = keyof typeof told

const isDone = (word: unknown): word is Done => typeof word === 'string' && Object.hasOwn(told, word)
const home = ({ plan }: Reading) => routes.hope.show.href({ person: plan.person.id })
const after = (reading: Reading, done: Done) => ({ to: `${home(reading)}?done=${done}` })

/** Opens one's own hope; it is nobody else's, and nothing of it stands in any record. Throws NotFound for everybody else. */
async function openHope(tx: Tx, request: Asked) {
	const { person } = request.params as { person: string }
	if (person !== tx.account) throw new NotFound()
	const reading = await readPlan(tx, request)
	const sayHope = hopeWords({ locale: reading.reader.locale, voice: 'person' })
	const outcomes = (await outcomesICanSee(tx, person)).map(reading.shown)
	return { ...reading, sayHope, outcomes }
}

/** The same to write in, with what can stand beside a hope: those who support me or work with me now are whom I know here. */
async function toHope(tx: Tx, request: Asked): Promise<ToHope> {
	const opened = await toWrite(tx, request, openHope)
	const known = (await thoseICanOpenTo(tx)).filter(({ tie }) => tie === 'supporter' || tie === 'practitioner')
	return { ...opened, things: thingsIn(opened.outcomes, opened), known, coulds: await opportunitiesOf(tx, tx.account) }
}

async function toPutBeside(tx: Tx, request: Asked): Promise<ToHope & { hope: Hope }> {
	const reading = await toHope(tx, request)
	const { hope: id } = request.params as { hope: string }
	const hope = (await queries.myHopes(tx)).find((one) => one.id === id)
	if (!hope) throw new NotFound()
	if (hope.endedAt) throw new Overtaken(home(reading))
	return { ...reading, hope }
}

/** Nobody else looks at one's own hope. */
const noLook = async () => {}
const values = (of: readonly { value: string }[]) => of.map(({ value }) => value)
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)
const besideFields = ['beside', 'thing', 'known', 'somebody', 'could', 'opportunity']

/** One's own hope: how it is, what one hopes for, and whether home asks. */
export function hopeRoutes(app: FastifyInstance): void {
	app.get(routes.hope.show.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => ({
			...(await openHope(tx, request)),
			ratings: await queries.myHopeRatings(tx),
			hopes: await queries.myHopes(tx),
			asking: await queries.askingOfMe(tx),
		}))
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.sayHope('tab'),
			backHref: routes.home.href(),
			done: isDone(done) ? reading.sayHope(told[done]) : undefined,
			body: <HopePage {...reading} />,
		})
	})

	writing(app, {
		route: routes.hope.rate,
		form: 'hope-rating',
		fields: ['rating', 'words'],
		open: toHope,
		look: noLook,
		about: ({ plan }) => plan.scope,
		schema: ({ sayHope, reader }) => rateForm(sayHope, limitsFor(reader)),
		formPage: ratePage,
		checkPage: ratePage,
		async share(tx, reading, said, { once }) {
			if (!(await queries.rateHope(tx, { id: once, ...said }))) throw new Overtaken(home(reading))
			return after(reading, 'rated')
		},
		later: (reading) => home(reading),
	})

	writing(app, {
		route: routes.hope.write,
		form: 'hope',
		fields: ['words', ...besideFields],
		open: toHope,
		look: noLook,
		about: ({ plan }) => plan.scope,
		schema: ({ sayHope, reader, things, known, coulds }) =>
			hopeForm(sayHope, limitsFor(reader), values(things), ids(known), ids(coulds)),
		formPage: hopePage,
		checkPage: hopePage,
		async share(tx, reading, { words, ...beside }, { once }) {
			if (!(await queries.writeHope(tx, once, words, besideOf(beside)))) throw new Overtaken(home(reading))
			return after(reading, 'hoped')
		},
		later: (reading) => home(reading),
	})

	writing(app, {
		route: routes.hope.beside,
		form: 'beside-hope',
		fields: besideFields,
		open: toPutBeside,
		look: noLook,
		about: ({ hope }) => hope.id,
		start: ({ hope }) => startOf(hope),
		schema: ({ sayHope, reader, things, known, coulds }) =>
			besideForm(sayHope, limitsFor(reader), values(things), ids(known), ids(coulds)),
		formPage: besidePage,
		checkPage: besidePage,
		async share(tx, reading, beside) {
			if (!(await queries.putBeside(tx, reading.hope.id, besideOf(beside)))) throw new Overtaken(home(reading))
			return after(reading, 'put')
		},
		later: (reading) => home(reading),
	})

	/** A press about one's own hope: what it does, and what is then told; nothing, where there is no such thing. */
	const press = (
		{ pattern }: { pattern: string },
		act: (tx: Tx, ids: Record<string, string>, fields: Fields) => Promise<Done | 'not_now' | undefined>,
	) =>
		app.post(pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await openHope(tx, request)
				const done = await act(
					tx,
					request.params as Record<string, string>,
					fieldsOf(request.body, ['word', 'ending', 'rating']),
				)
				if (!done) throw new NotFound()
				return done === 'not_now' ? `${routes.home.href()}?done=${done}` : after(reading, done).to
			})
			return reply.redirect(to, 303)
		})

	press(routes.hope.asking, async (tx, _, { word }) => {
		if (word !== 'not_now' && word !== 'never' && word !== 'again') return undefined
		await queries.answerAsking(tx, word)
		return word
	})
	press(routes.hope.end, async (tx, { hope = '' }, { ending }) => {
		if (ending !== 'came_true' && ending !== 'let_go') return undefined
		return (await queries.endHope(tx, hope, ending)) ? ending : undefined
	})
	press(routes.hope.delete, async (tx, { hope = '' }) => ((await queries.deleteHope(tx, hope)) ? 'deleted' : undefined))
	press(routes.hope.deleteRating, async (tx, _, { rating = '' }) =>
		isId(rating) && (await queries.deleteRating(tx, rating)) ? 'deleted' : undefined,
	)
}

/** What the form begins with: what stands beside the hope now. */
function startOf({ outcome, contribution, known, somebody, opportunity, could }: Hope): Fields {
	if (outcome) return { beside: 'plan', thing: contribution ? `${outcome}/${contribution}` : outcome }
	if (known) return { beside: 'known', known: known.id }
	if (somebody) return { beside: 'somebody', somebody }
	if (could) return { beside: 'could', could: could.id }
	return opportunity ? { beside: 'opportunity', opportunity } : { beside: 'nothing' }
}
