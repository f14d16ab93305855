import type { Outcome } from './plan.ts'
import type { OutcomeReading } from './reading.ts'
import { aloneWords, besideWords } from './together.words.ts'

/** What is told after an act, by the word that the act left in the address; and what must be so, for anybody can send somebody such an address. */
type Told<Key> = Readonly<Record<string, { key: Key; isSo(outcome: Outcome, me: string): boolean }>>

const heardIn = ({ wordings, differences }: Outcome) =>
	[...wordings, ...differences].flatMap(({ heard }) => heard ?? [])

const toPerson: Told<'stillTold' | 'ownTold' | 'disownTold'> = {
	stillAgree: {
		key: 'stillTold',
		isSo: ({ agreements }, me) =>
			agreements.some((one) => one.accountId === me && one.saidAloneAt !== null && one.withdrawnAt === null),
	},
	own: { key: 'ownTold', isSo: (outcome, me) => heardIn(outcome).some((one) => one.fromId === me && one.confirmedAt) },
	notOwn: {
		key: 'disownTold',
		isSo: (outcome, me) => heardIn(outcome).some((one) => one.fromId === me && one.disownedAt),
	},
}

const toPractitioner: Told<'togetherTold' | 'togetherOwnTold' | 'notNowTold' | 'writeDownTold'> = {
	together: {
		key: 'togetherTold',
		isSo: ({ agreements }, me) => agreements.some((one) => one.togetherWithId === me && one.withdrawnAt === null),
	},
	togetherOwn: {
		key: 'togetherOwnTold',
		isSo: (outcome, me) => heardIn(outcome).some((one) => one.confirmedWithId === me),
	},
	notNow: { key: 'notNowTold', isSo: () => true },
	writtenDown: { key: 'writeDownTold', isSo: (outcome) => heardIn(outcome).length > 0 },
}

/** What was just done together, alone or as a scribe, in a sentence. */
export function toldTogether({ reader, outcome, plan }: OutcomeReading, done: unknown): string | undefined {
	const { locale, voice } = reader
	const find = <Key>(all: Told<Key>): Key | undefined => {
		const found = typeof done === 'string' && Object.hasOwn(all, done) ? all[done] : undefined
		return found?.isSo(outcome, plan.me.id) ? found.key : undefined
	}
	const own = voice === 'person' ? find(toPerson) : undefined
	const theirs = voice === 'practitioner' ? find(toPractitioner) : undefined
	if (own) return aloneWords({ locale, voice: 'person' })(own)
	return theirs && besideWords({ locale, voice: 'practitioner' })(theirs, { name: plan.person.name })
}
