/** Words for what can be expected; new words never overwrite older ones. */
export type ExpectationWording = {
	id: string
	number: number
	words: string
	/** The SHA-256 of the words, in hex. */
	hash: string
	authorId: string
	writtenAt: Date
}

/** One hand under words. */
export type ExpectationHand = { wordingId: string; accountId: string; agreedAt: Date; withdrawnAt: Date | null }

/** What can be expected of a person, or of who works with them: it stands when both have agreed to the same words. */
export type Expectation = {
	id: string
	person: string
	with: string
	ofWhom: 'person' | 'practitioner'
	/** The newest last. */
	wordings: [ExpectationWording, ...ExpectationWording[]]
	hands: ExpectationHand[]
}

export const currentWords = ({ wordings }: Expectation): ExpectationWording => wordings.at(-1) ?? wordings[0]

/** Whether this account's hand stands under these words. */
export const hasAgreedTo = ({ hands }: Expectation, wording: ExpectationWording, account: string): boolean =>
	hands.some((hand) => hand.wordingId === wording.id && hand.accountId === account && hand.withdrawnAt === null)

/** The newest words under which both hands stand. */
export const wordsAgreed = (one: Expectation): ExpectationWording | undefined =>
	one.wordings.findLast((wording) => [one.person, one.with].every((account) => hasAgreedTo(one, wording, account)))

/** Whether nobody's hand stands under any of its words: whoever put theirs there has taken it back. */
export const isLetGo = ({ hands }: Expectation): boolean => hands.every(({ withdrawnAt }) => withdrawnAt !== null)

/** Whether its newest words wait for this account's hand. */
export const waitsFor = (one: Expectation, account: string): boolean =>
	!isLetGo(one) && !hasAgreedTo(one, currentWords(one), account)
