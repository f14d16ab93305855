import type { Openable, Seen } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { isoDay } from '../../platform/days.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { HistoryPage } from './history.page.tsx'
import { OurPlanPage } from './our-plan.page.tsx'
import { OutcomePage } from './outcome.page.tsx'
import { outcomesICanSee, outcomesNow } from './outcomes.queries.ts'
import { planOf, setApart } from './plan.queries.ts'
import { agreedWording, currentWording, handsIn, withWords } from './plan.ts'
import { planWords } from './plan.words.ts'
import { readOutcome, readPlan } from './reading.ts'
import { KindWords, kindWordsHere } from './recognition/KindWords.tsx'

/** Our plan as something that the person can open: the whole of it, or one outcome. */
export const openablePlan: Openable = {
	part: 'plan',
	sharedAtWork: true,
	says(locale) {
		const say = planWords({ locale, voice: 'person' })
		const theirs = planWords({ locale, voice: 'supporter' })
		return {
			whole: say('openWhole'),
			wholeHint: say('openWholeHint'),
			also: `${say('openAlso')} ${say('openAsk')}`,
			theirWhole: (name) => theirs('heading', { name }),
			theirSingle: (name) => theirs('openedSingle', { name }),
		}
	},
	href: ({ person, thing }) =>
		thing ? routes.outcome.show.href({ person, outcome: thing }) : routes.plan.show.href({ person }),
	scopeOf: async (tx, person) => (await planOf(tx, person))?.scope,
	async things(tx, person) {
		const outcomes = await outcomesICanSee(tx, person)
		return outcomes.map((outcome) => ({
			id: outcome.id,
			scope: outcome.scope,
			words: (agreedWording(outcome) ?? currentWording(outcome)).words,
		}))
	},
	async setApart(tx, person, outcome) {
		const plan = await planOf(tx, person)
		if (!plan) throw new NotFound()
		return setApart(tx, plan.scope, outcome)
	},
	async namesIn(tx, person, thing) {
		const outcomes = await outcomesICanSee(tx, person, thing ?? undefined)
		const texts: string[] = []
		for (const outcome of outcomes) {
			withWords(outcome, (words) => {
				texts.push(words)
				return words
			})
		}
		// In a whole plan it also stands who works with the person.
		const plan = await planOf(tx, person)
		const current = plan?.parties.filter((party) => party.current).map(({ id }) => id) ?? []
		return { texts, hands: [...outcomes.flatMap(handsIn), ...current] }
	},
	async see(tx, asked, { person, thing }) {
		if (thing) return seeOutcome(tx, { ...asked, params: { person, outcome: thing } })
		const request = { ...asked, params: { person } }
		const reading = await readPlan(tx, request, 'readers')
		const outcomes = await outcomesNow(tx, person)
		const pages: Seen[] = [
			{
				title: reading.say('tabPlan'),
				body: (
					<>
						<OurPlanPage
							{...reading}
							outcomes={outcomes.map(reading.shown)}
							unfinished={[]}
							today={isoDay(new Date())}
						/>
						<KindWords {...reading} kindWords={await kindWordsHere(tx, reading.plan.person.id)} />
					</>
				),
			},
		]
		for (const { id } of outcomes) pages.push(...(await seeOutcome(tx, { ...asked, params: { person, outcome: id } })))
		return pages
	},
}

async function seeOutcome(tx: Tx, asked: Asked): Promise<Seen[]> {
	const reading = await readOutcome(tx, asked, 'readers')
	const about = currentWording(reading.outcome).words
	const kindWords = await kindWordsHere(tx, reading.plan.person.id, reading.outcome.id)
	const body = <OutcomePage {...reading} kindWords={kindWords} today={isoDay(new Date())} />
	return [
		{ title: reading.say('tabOutcome'), about, body },
		{ title: reading.say('tabHistory'), about, body: <HistoryPage {...reading} /> },
	]
}
