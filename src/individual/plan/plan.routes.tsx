import type { FastifyInstance, FastifyRequest } from 'fastify'
import { myDrafts } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import { isoDay } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import { fieldsOf } from '../../platform/forms.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { aloneRoutes } from './alone.routes.ts'
import { asksMe } from './alone.tsx'
import { balanceRoutes } from './balance/balance.routes.tsx'
import { contributionRoutes } from './contribution.routes.tsx'
import { CameFromNow } from './from-now/from-now.page.tsx'
import { fromNowRoutes, originsOn } from './from-now/from-now.routes.tsx'
import { HistoryPage } from './history.page.tsx'
import { hopeRoutes } from './hope/hope.routes.tsx'
import { OurPlanPage } from './our-plan.page.tsx'
import { OutcomePage } from './outcome.page.tsx'
import { outcomesNow } from './outcomes.queries.ts'
import { paperRoutes } from './paper/paper.routes.tsx'
import { currentWording, hasAgreed, speakerOf } from './plan.ts'
import type { planWords } from './plan.words.ts'
import { agreeTo, withdrawAgreement, withdrawDifference } from './plan-changes.queries.ts'
import { planWriting } from './plan-writing.routes.tsx'
import { OnOutcome } from './progress/on-outcome.tsx'
import { progressRoutes, withProgress } from './progress/progress.routes.tsx'
import { lookAt, type OutcomeReading, readOutcome, readPlan } from './reading.ts'
import { KindWords, kindWordsHere } from './recognition/KindWords.tsx'
import { recognitionRoutes, toldGiven } from './recognition/recognition.routes.ts'
import { reviewRoutes } from './reviews/reviews.routes.tsx'
import { scribing } from './scribing.routes.tsx'
import { broughtRoutes } from './steps/brought.routes.tsx'
import { stepRoutes, toldOfSteps } from './steps/steps.routes.tsx'
import { stepWords } from './steps/steps.words.ts'
import { togetherRoutes } from './together.routes.tsx'
import { toldTogether } from './told-together.ts'
import { unfinishedIn } from './unfinished.ts'

type Key = Parameters<ReturnType<typeof planWords>>[0]

/** What a page says on top after an act, by the word that the act left in the address. */
const told: Readonly<Record<string, Key>> = {
	proposed: 'proposedTold',
	otherWords: 'otherWordsTold',
	agreed: 'agreementTold',
	withdrawn: 'withdrawnTold',
	difference: 'differenceTold',
	differenceGone: 'differenceGoneTold',
	turn: 'turnTold',
	bring: 'bringTold',
	ask: 'askTold',
	answer: 'answerTold',
	done: 'doneTold',
	takenBack: 'takenBackTold',
}

/** Our plan: reading it, and the acts that are one press. What is written into it is in plan-writing and contribution. */
export function planRoutes(app: FastifyInstance, ground: Ground): void {
	planWriting(app)
	fromNowRoutes(app)
	scribing(app)
	togetherRoutes(app, ground)
	aloneRoutes(app)
	contributionRoutes(app)
	reviewRoutes(app)
	paperRoutes(app)
	recognitionRoutes(app)
	balanceRoutes(app)
	stepRoutes(app)
	broughtRoutes(app)
	hopeRoutes(app)
	progressRoutes(app)

	app.get(routes.plan.show.pattern, async (request, reply) => {
		const { reading, outcomes, unfinished, kindWords } = await request.acting(async (tx) => {
			const { person } = request.params as { person: string }
			const [reading, outcomes, drafts, kindWords] = await Promise.all([
				readPlan(tx, request, 'readers'),
				outcomesNow(tx, person),
				myDrafts(tx),
				kindWordsHere(tx, person),
			])
			await lookAt(tx, reading)
			return {
				reading,
				kindWords,
				outcomes: outcomes.map(reading.shown),
				unfinished: unfinishedIn(reading, outcomes, drafts),
			}
		})
		return show(request, reply, {
			title: reading.say('tabPlan'),
			done: toldGiven(request, reading),
			body: (
				<>
					<OurPlanPage {...reading} outcomes={outcomes} unfinished={unfinished} today={isoDay(new Date())} />
					<KindWords {...reading} kindWords={kindWords} />
				</>
			),
		})
	})

	app.get(routes.outcome.show.pattern, async (request, reply) => {
		const { kindWords, ...reading } = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request, 'readers')
			await lookAt(tx, reading)
			const forHands = reading.onlyReads ? null : (
				<>
					<CameFromNow {...reading} origins={await originsOn(tx, reading)} />
					<OnOutcome {...(await withProgress(tx, reading))} />
				</>
			)
			return { ...reading, kindWords: await kindWordsHere(tx, reading.plan.person.id, reading.outcome.id), forHands }
		})
		return show(request, reply, {
			title: reading.say('tabOutcome'),
			backHref: reading.plan.within ? routes.home.href() : routes.plan.show.href({ person: reading.plan.person.id }),
			done: doneIn(request, reading) ?? toldGiven(request, reading),
			body: <OutcomePage {...reading} kindWords={kindWords} today={isoDay(new Date())} />,
		})
	})

	app.get(routes.outcome.history.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request, 'readers')
			await lookAt(tx, reading)
			return reading
		})
		return show(request, reply, {
			title: reading.say('tabHistory'),
			backHref: hrefOf(reading),
			body: <HistoryPage {...reading} />,
		})
	})

	app.post(routes.outcome.agree.pattern, async (request, reply) => {
		const { wording = '', hash = '' } = fieldsOf(request.body, ['wording', 'hash'])
		const to = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request)
			if (asksMe(reading, currentWording(reading.outcome))) throw new Overtaken(hrefOf(reading))
			if (!(await agreeTo(tx, aboutOf(reading), wording, hash))) throw new Overtaken(hrefOf(reading))
			return `${hrefOf(reading)}?done=agreed`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.outcome.withdrawAgreement.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request)
			await withdrawAgreement(tx, aboutOf(reading))
			return `${hrefOf(reading)}?done=withdrawn`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.outcome.withdrawDifference.pattern, async (request, reply) => {
		const { difference } = request.params as { difference: string }
		const to = await request.acting(async (tx) => {
			const reading = await readOutcome(tx, request)
			const own = reading.outcome.differences.find(
				(one) => one.id === difference && speakerOf(one) === reading.plan.me.id,
			)
			if (!own) throw new NotFound()
			await withdrawDifference(tx, aboutOf(reading), difference)
			return `${hrefOf(reading)}?done=differenceGone`
		})
		return reply.redirect(to, 303)
	})
}

const hrefOf = ({ plan, outcome }: OutcomeReading) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
const aboutOf = ({ plan, outcome }: OutcomeReading) => ({
	person: plan.person.id,
	scope: outcome.scope,
	outcome: outcome.id,
})

/** What was just done, in a sentence; of an agreement only what is so, for anybody can send somebody such an address. */
function doneIn(request: FastifyRequest, reading: OutcomeReading): string | undefined {
	const { say, name, outcome, plan } = reading
	const { done } = request.query as { done?: unknown }
	if ((done === 'agreed' || done === 'withdrawn') && hasAgreed(outcome, plan.me.id) !== (done === 'agreed'))
		return undefined
	const together = toldTogether(reading, done)
	if (together) return together
	if (typeof done === 'string' && Object.hasOwn(toldOfSteps, done))
		return stepWords(reading.reader)(toldOfSteps[done as keyof typeof toldOfSteps])
	const key = typeof done === 'string' && Object.hasOwn(told, done) ? told[done] : undefined
	return key && say(key, { name })
}
