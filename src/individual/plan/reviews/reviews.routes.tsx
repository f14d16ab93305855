import type { FastifyInstance } from 'fastify'
import { recordLook } from '../../../common/access-record/index.ts'
import { writing } from '../../../common/drafts/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { isId, newId } from '../../../platform/database/values.ts'
import { isoDay } from '../../../platform/days.ts'
import { fieldsOf, readFields, showable } from '../../../platform/forms.ts'
import { Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { outcomesICanSee } from '../outcomes.queries.ts'
import type { Outcome } from '../plan.ts'
import { limitsFor, lookAt, toWrite } from '../reading.ts'
import { DaysPage } from './days.page.tsx'
import { between, endOf } from './days.ts'
import { type LookingBack, type ReviewReading, readBack, readReview } from './reading-back.ts'
import { beginForm, daysForm, prepareForm } from './reviews.forms.ts'
import { prepareCheckPage, preparePage, ReviewPage, ReviewsPage } from './reviews.pages.tsx'
import { beginReview, closeReview, isToCome, prepare, reviewsOf } from './reviews.queries.ts'

/** What a page says on top after an act, by the word that the act left in the address. */
const told = { begun: 'begunTold', held: 'heldTold', left: 'setAsideTold', prepared: 'preparedTold' } as const
const isTold = (word: unknown): word is keyof typeof told => typeof word === 'string' && Object.hasOwn(told, word)

const listHref = ({ plan }: LookingBack) => routes.reviews.list.href({ person: plan.person.id })
const reviewHref = ({ plan, review }: ReviewReading) =>
	routes.reviews.show.href({ person: plan.person.id, review: review.id })
const ofPlan = ({ plan }: LookingBack) => ({ person: plan.person.id, scope: plan.scope })

/** Looking back on a plan together, and on how it read on any day. */
export function reviewRoutes(app: FastifyInstance): void {
	const readList = async (tx: Tx, back: LookingBack) => ({ back, reviews: await reviewsOf(tx, back.plan.scope) })

	app.get(routes.reviews.list.pattern, async (request, reply) => {
		const { back, reviews } = await request.acting(async (tx) => {
			const back = await readBack(tx, request)
			await lookAt(tx, back)
			return readList(tx, back)
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: back.tell('tab'),
			backHref: routes.plan.show.href({ person: back.plan.person.id }),
			done: isTold(done) ? back.tell(told[done]) : undefined,
			body: <ReviewsPage {...back} reviews={reviews} fields={{}} errors={{}} once={newId()} />,
		})
	})

	app.post(routes.reviews.list.pattern, async (request, reply) => {
		const fields = fieldsOf(request.body, ['forDay'])
		const { once = '' } = fieldsOf(request.body, ['once'])
		const id = isId(once) ? once : newId()
		const next = await request.acting(async (tx) => {
			const back = await readBack(tx, request)
			const read = readFields(beginForm(limitsFor(back.reader)), fields)
			if (read.errors) return { ...(await readList(tx, back)), errors: read.errors }
			const review = await beginReview(tx, ofPlan(back), { id, forDay: read.values.forDay })
			return { to: `${routes.reviews.show.href({ person: back.plan.person.id, review })}?done=begun` }
		})
		if ('to' in next) return reply.redirect(next.to, 303)
		const { back, reviews, errors } = next
		const typed = { forDay: showable(fields.forDay ?? '') }
		return show(request, reply, {
			title: back.tell('tab'),
			backHref: routes.plan.show.href({ person: back.plan.person.id }),
			status: 422,
			error: true,
			body: <ReviewsPage {...back} reviews={reviews} fields={typed} errors={errors} once={id} />,
		})
	})

	app.get(routes.reviews.show.pattern, async (request, reply) => {
		const { reading, outcomes, last } = await request.acting(async (tx) => {
			const reading = await readReview(tx, request)
			const { id: thing, begunAt } = reading.review
			await recordLook(tx, { people: [reading.plan.person.id], what: 'review', thing })
			const earlier = (await reviewsOf(tx, reading.plan.scope)).filter(({ heldAt }) => heldAt && heldAt < begunAt)
			const outcomes = (await outcomesICanSee(tx, reading.plan.person.id)).map(reading.shown)
			return { reading, outcomes, last: earlier[0]?.heldAt ?? undefined }
		})
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.tell('tab'),
			backHref: listHref(reading),
			done: isTold(done) ? reading.tell(told[done]) : undefined,
			body: <ReviewPage {...reading} outcomes={outcomes} last={last} now={new Date()} />,
		})
	})

	writing(app, {
		route: routes.reviews.prepare,
		form: 'prepare-review',
		fields: ['good', 'hard', 'other'],
		open: async (tx, request) => {
			const reading = await toWrite(tx, request, readReview)
			if (!isToCome(reading.review)) throw new Overtaken(reviewHref(reading))
			return reading
		},
		look: (tx, { plan, review }) => recordLook(tx, { people: [plan.person.id], what: 'review', thing: review.id }),
		about: ({ review }) => review.id,
		start: ({ preparations, plan }) => {
			const mine = preparations.find(({ accountId }) => accountId === plan.me.id)
			return { good: mine?.good ?? '', hard: mine?.hard ?? '', other: mine?.other ?? '' }
		},
		schema: ({ tell, reader }) => prepareForm(tell, limitsFor(reader)),
		formPage: preparePage,
		checkPage: prepareCheckPage,
		async share(tx, reading, prepared, { once }) {
			const about = { ...ofPlan(reading), review: reading.review.id }
			if (!(await prepare(tx, about, { ...prepared, id: once }))) throw new Overtaken(reviewHref(reading))
			return { to: `${reviewHref(reading)}?done=prepared` }
		},
		later: reviewHref,
	})

	for (const [route, how] of [
		[routes.reviews.hold, 'held'],
		[routes.reviews.setAside, 'set_aside'],
	] as const) {
		app.post(route.pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await readReview(tx, request)
				const { review } = reading
				await closeReview(tx, { ...ofPlan(reading), review: review.id }, how)
				if (how === 'held') return `${reviewHref(reading)}?done=held`
				return `${listHref(reading)}?done=left`
			})
			return reply.redirect(to, 303)
		})
	}

	app.get(routes.reviews.between.pattern, async (request, reply) => {
		const asked = request.query as { from?: unknown; to?: unknown }
		const text = (value: unknown) => (typeof value === 'string' ? value : '')
		const page = await request.acting(async (tx) => {
			const back = await readBack(tx, request)
			await lookAt(tx, back)
			const outcomes = (await outcomesICanSee(tx, back.plan.person.id)).map(back.shown)
			const isAsked = 'from' in asked || 'to' in asked
			const fields = isAsked ? { from: text(asked.from), to: text(asked.to) } : daysSince(outcomes)
			const read = readFields(daysForm(back.tell, limitsFor(back.reader)), fields)
			if (read.errors) return { ...(await readList(tx, back)), fields, errors: read.errors }
			const { from, to } = read.values
			return { back, from, to, all: between(outcomes, endOf(from), endOf(to)) }
		})
		const { back } = page
		if ('errors' in page) {
			const typed = { from: showable(page.fields.from), to: showable(page.fields.to) }
			return show(request, reply, {
				title: back.tell('tab'),
				backHref: listHref(back),
				status: 422,
				error: true,
				body: <ReviewsPage {...back} reviews={page.reviews} fields={typed} errors={page.errors} once={newId()} />,
			})
		}
		const { from, to, all } = page
		return show(request, reply, {
			title: back.tell('daysTab'),
			backHref: listHref(back),
			body: <DaysPage {...back} {...{ from, to, all }} />,
		})
	})
}

/** From the day on which the plan began until today, where no days were named. */
const daysSince = ([first]: readonly Outcome[]) => {
	const to = isoDay(new Date())
	return { from: first ? isoDay(first.proposedAt) : to, to }
}
