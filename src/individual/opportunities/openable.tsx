import type { Openable, Seen } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { OpportunitiesPage, OpportunityPage } from './opportunities.pages.tsx'
import { opportunitiesOf, setApart, whoseOpportunities } from './opportunities.queries.ts'
import { withWords } from './opportunities.ts'
import { opportunityWords } from './opportunities.words.ts'
import { readOne, readOpportunities } from './reading.ts'

const wholeOf = async (tx: Tx, person: string) => (await whoseOpportunities(tx, person))?.whole ?? undefined

/** What could be somebody's as something that they can open: all of it, or one. */
export const openableOpportunities: Openable = {
	part: 'opportunities',
	sharedAtWork: false,
	says(locale) {
		const say = opportunityWords({ locale, voice: 'person' })
		const theirs = opportunityWords({ locale, voice: 'supporter' })
		return {
			whole: say('openWhole'),
			wholeHint: say('openWholeHint'),
			also: say('openAlso'),
			theirWhole: (name) => theirs('openedWhole', { name }),
			theirSingle: (name) => theirs('openedSingle', { name }),
		}
	},
	href: ({ person, thing }) =>
		thing ? routes.opportunities.show.href({ person, opportunity: thing }) : routes.opportunities.list.href({ person }),
	scopeOf: wholeOf,
	things: (tx, person) => opportunitiesOf(tx, person),
	async setApart(tx, person, opportunity) {
		const whole = await wholeOf(tx, person)
		if (!whole) throw new NotFound()
		return setApart(tx, whole, opportunity)
	},
	async namesIn(tx, person, thing) {
		const texts: string[] = []
		for (const one of (await opportunitiesOf(tx, person)).filter(({ id }) => !thing || id === thing)) {
			withWords(one, (words) => {
				texts.push(words)
				return words
			})
		}
		return { texts, hands: [] }
	},
	async see(tx, asked, { person, thing }) {
		if (thing) return [await seeOne(tx, { ...asked, params: { person, opportunity: thing } })]
		const reading = await readOpportunities(tx, { ...asked, params: { person } })
		const pages: Seen[] = [{ title: reading.say('tab'), body: <OpportunitiesPage {...reading} /> }]
		for (const { id } of reading.all) {
			pages.push(await seeOne(tx, { ...asked, params: { person, opportunity: id } }))
		}
		return pages
	},
}

async function seeOne(tx: Tx, asked: Asked): Promise<Seen> {
	const reading = await readOne(tx, asked)
	return { title: reading.say('tab'), about: reading.one.words, body: <OpportunityPage {...reading} /> }
}
