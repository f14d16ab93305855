import type { Json, Showable, Takeable } from '../../common/take-with-you/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { dayIn, isoDay, sayDay } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { Day } from '../../ui/Day.tsx'
import { toSayAlone } from './awaited.ts'
import { OneEvent } from './history.page.tsx'
import { historyOf } from './history.ts'
import { outcomesICanSee } from './outcomes.queries.ts'
import { planOf } from './plan.queries.ts'
import {
	agreedWording,
	agreementsTo,
	currentWording,
	everyoneIn,
	type Heard,
	type Outcome,
	type Plan,
	proposerOf,
	standingOf,
} from './plan.ts'
import { planWords } from './plan.words.ts'
import { type Step, stateOf, wordsOfStep } from './steps/steps.ts'
import { togetherLine } from './words.tsx'

/** Our plan, as the person takes it along: every word in it and whose it is. */
export const takeablePlan: Takeable = {
	key: 'plan',
	async read(tx, locale) {
		const mine = await readMine(tx)
		return { json: mine ? jsonOf(mine) : null, body: <PlanToRead {...(mine ?? nothing)} locale={locale} /> }
	},
	async showable(tx, locale) {
		const mine = await readMine(tx)
		return (mine?.outcomes ?? []).flatMap((outcome) => showableOf(outcome, tx.account, locale))
	},
}

type Mine = { plan: Plan | undefined; outcomes: Outcome[] }
const nothing: Mine = { plan: undefined, outcomes: [] }

async function readMine(tx: Tx): Promise<(Mine & { plan: Plan }) | undefined> {
	const plan = await planOf(tx, tx.account)
	return plan && { plan, outcomes: await outcomesICanSee(tx, tx.account) }
}

const moment = (at: Date | null): string | null => at?.toISOString() ?? null

/** From whom words were heard that somebody wrote down, and what they said of it. */
const heardJson = (heard: Heard | null): Json =>
	heard && {
		...{ from: heard.fromId, onPaper: heard.paperDay, confirmedWith: heard.confirmedWithId },
		confirmedAt: moment(heard.confirmedAt),
		notTheirsAt: moment(heard.disownedAt),
	}

const jsonOf = ({ plan, outcomes }: Mine & { plan: Plan }): Json => ({
	people: everyoneIn(plan).map(({ id, name }) => ({ id, name })),
	outcomes: outcomes.map((one) => ({
		id: one.id,
		proposedBy: proposerOf(one) ?? null,
		proposedAt: moment(one.proposedAt),
		wordings: one.wordings.map(({ id, number, words, authorId, writtenAt, heard }) => ({
			...{ id, number, words, by: authorId },
			at: moment(writtenAt),
			heard: heardJson(heard),
		})),
		agreements: one.agreements.map(({ wordingId, accountId, agreedAt, withdrawnAt, togetherWithId, saidAloneAt }) => ({
			...{ wording: wordingId, by: accountId, togetherWith: togetherWithId },
			saidAloneAt: moment(saidAloneAt),
			at: moment(agreedAt),
			takenBackAt: moment(withdrawnAt),
		})),
		differences: one.differences.map(({ authorId, reason, writtenAt, withdrawnAt, heard }) => ({
			...{ by: authorId, words: reason },
			heard: heardJson(heard),
			at: moment(writtenAt),
			takenBackAt: moment(withdrawnAt),
		})),
		turns: one.turns.map(({ kind, authorId, madeAt, why, inTheWay, whoseJob }) => ({
			...{ kind, by: authorId, why, inTheWay, whoseJob },
			at: moment(madeAt),
		})),
		contributions: one.contributions.map(({ broughtById, kind, words, offeredAt, doneAt }) => ({
			...{ by: broughtById, kind, words },
			at: moment(offeredAt),
			doneAt: moment(doneAt),
		})),
		requests: one.requests.map(({ askedById, askedOfId, kind, words, askedAt, answer }) => ({
			...{ by: askedById, of: askedOfId, kind, words, answer },
			at: moment(askedAt),
		})),
		steps: one.steps.map(stepJson),
	})),
})

const stepJson = ({ whoseId, writtenById, words, said, day, writtenAt, turns }: Step): Json => ({
	...{ whose: whoseId, by: writtenById, words, said, day },
	at: moment(writtenAt),
	turns: turns.map((one) => ({
		...{ kind: one.kind, by: one.authorId, words: one.words, said: one.said, day: one.day },
		at: moment(one.madeAt),
	})),
})

function PlanToRead({ plan, outcomes, locale }: Mine & { locale: Locale }) {
	const say = planWords({ locale, voice: 'person' })
	const find = (id: string) => plan && everyoneIn(plan).find((party) => party.id === id)
	const reading = plan && {
		...{ plan, say, reader: { locale, voice: 'person' } as const },
		day: (moment: Date | string) => (typeof moment === 'string' ? sayDay(moment, locale) : dayIn(moment, locale)),
		called: (id: string) => (id === plan.me.id ? say('you') : (find(id)?.name ?? say('someone'))),
		calledWithin: (id: string) => (id === plan.me.id ? say('youWithin') : (find(id)?.name ?? say('someoneWithin'))),
		hand: (id: string) => find(id)?.hand ?? ('third' as const),
	}
	return (
		<section>
			<h2>{say('tabPlan')}</h2>
			{reading &&
				outcomes.map((outcome) => (
					<article key={outcome.id}>
						<h3>
							<bdi>{currentWording(outcome).words}</bdi>
						</h3>
						<p>{say(standingOf(outcome).standing)}</p>
						{agreementsTo(outcome, agreedWording(outcome) ?? currentWording(outcome)).map((one) => {
							const line = togetherLine(reading, one)
							return line && <p key={one.id}>{line}</p>
						})}
						{historyOf(outcome).map((event, at) => (
							<div key={`${event.at.getTime()}-${at}`}>
								<p>
									<Day date={isoDay(event.at)} />
								</p>
								<OneEvent {...reading} event={event} />
							</div>
						))}
					</article>
				))}
		</section>
	)
}

/** What one could show of an outcome: words agreed to alone and how they stand, and what the person has done for it. */
function showableOf(outcome: Outcome, me: string, locale: Locale): Showable[] {
	const say = planWords({ locale, voice: 'person' })
	const agreed = agreedWording(outcome)
	const { standing } = standingOf(outcome)
	const isShown =
		agreed && toSayAlone(outcome, me).length === 0 && ['agreed', 'under_way', 'reached'].includes(standing)
	const done = [
		...outcome.contributions.filter(({ broughtById, doneAt }) => broughtById === me && doneAt),
		...outcome.steps
			.filter((step) => step.whoseId === me && stateOf(step) === 'done')
			.map((step) => ({ id: step.id, words: wordsOfStep(step) })),
	]
	return [
		...(isShown ? [{ id: agreed.id, words: agreed.words, how: say(standing) }] : []),
		...done.map(({ id, words }) => ({ id, words, how: say('done') })),
	]
}
