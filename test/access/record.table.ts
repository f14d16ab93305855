/** The addresses of the record of access, which are not for the two hands of a plan but for the person and those they ask. */

import { questionWords } from '../../src/common/access-record/question.words.ts'
import { recordWords } from '../../src/common/access-record/record.words.ts'
import { fill } from './asking.ts'
import { type ActorName, type PlanName, plans } from './cast.ts'
import { added } from './changes.ts'
import type { Change } from './rows.ts'
import type { Thing } from './things.ts'

/** What somebody is to the record of one person: theirs; asked about what they did; a lead of the area. */
export type Part = 'person' | 'asked' | 'lead'

/** Which part an actor has in the record of the person whose plan this is; Ruth leads in Rivermouth only, and the one whom nobody may see has asked nothing. */
export function partOf(plan: PlanName, who: ActorName): Part | undefined {
	if (plans[plan].person === who) return 'person'
	if (plans[plan].practitioner === who) return 'asked'
	return who === 'lead' && plan !== 'iris' && plan !== 'nobody' ? 'lead' : undefined
}

type Page = { for: Part[]; shows(thing: Thing): string[]; looks(thing: Thing): { what: string; thing_id: string } }
type RecordAct = {
	for: Part[]
	fields(once: string): Record<string, string>
	writes(thing: Thing, by: string, once: string): Change[]
}

const say = recordWords({ locale: 'en', voice: 'person' })
const ask = questionWords({ locale: 'en', voice: 'person' })
const answer = questionWords({ locale: 'en', voice: 'asked' })
const asks = ({ mark }: Thing) => `A look that ${mark} asks about`
const theRecord = ({ person }: Thing) => ({ what: 'record', thing_id: person.account })
const theQuestion = ({ question }: Thing) => ({ what: 'question', thing_id: question })

const ofRecord = '/people/:person/record'
const ofEntry = `${ofRecord}/entries/:entry/ask`
const ofQuestion = `${ofRecord}/questions/:question`

export const recordPages: Record<string, Page> = {
	[ofRecord]: { for: ['person'], shows: (thing) => [say('heading'), asks(thing)], looks: theRecord },
	[`${ofRecord}/what-you-did`]: { for: ['person'], shows: () => [say('ownHeading')], looks: theRecord },
	[ofEntry]: { for: ['person'], shows: () => [ask('askTitle')], looks: theRecord },
	[ofQuestion]: { for: ['person', 'asked', 'lead'], shows: (thing) => [asks(thing)], looks: theQuestion },
	[`${ofQuestion}/answer`]: {
		for: ['asked', 'lead'],
		shows: (thing) => [asks(thing), answer('answerTitle')],
		looks: theQuestion,
	},
}

/** What is changed of a question stands in the record of the one who asked, and nothing typed is left. */
const recorded = (thing: Thing, by: string, once: string, question: string): Change[] => [
	added('draft', { account_id: by, once }),
	added('access_entry', {
		...{ person_id: thing.person.account, by_id: by, act: 'changed', what: 'question', thing_id: question },
	}),
	{ table: 'access_head', how: 'changed', columns: { hash: true, number: true } },
]

export const recordActs: Record<string, RecordAct> = {
	[ofEntry]: {
		for: ['person'],
		fields: (once) => ({ step: 'share', once, words: 'Why was that?' }),
		writes: (thing, by, once) => [
			...recorded(thing, by, once, once),
			added('record_question', {
				...{ id: once, words: 'Why was that?', person_id: by, entry_number: thing.entry },
				...{ asked_of_id: thing.practitioner.account, entry_act: 'looked', entry_what: 'plan' },
			}),
		],
	},
	[`${ofQuestion}/answer`]: {
		for: ['asked', 'lead'],
		fields: (once) => ({ step: 'share', once, words: 'This is why.' }),
		writes: (thing, by, once) => [
			...recorded(thing, by, once, thing.question),
			added('record_answer', { id: once, words: 'This is why.', author_id: by, question_id: thing.question }),
		],
	},
}

/** Every address of the record, for the tables that are not about it. */
export const recordTable: Readonly<Record<string, unknown>> = { ...recordPages, ...recordActs }

/** The ids that stand in an address about the record of a thing's person. */
export const recordIds = ({ person, entry, question }: Thing): Record<string, string> => ({
	person: person.account,
	entry: person.account.slice(0, 24) + entry.toString(16).padStart(12, '0'),
	question,
})

export const addressIn = (pattern: string, thing: Thing): string => fill(pattern, recordIds(thing))
