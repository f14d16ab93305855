import { sql } from 'kysely'
import { recordChange } from '../../../common/access-record/index.ts'
import { tellSomethingNew } from '../../../common/messages/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import { currentWords, type Expectation, type ExpectationHand, type ExpectationWording } from './expectations.ts'

/** What a person and those who work with them can expect of each other, as far as the acting account may read it. */
export async function expectationsOf(tx: Tx, person: string): Promise<Expectation[]> {
	const [all, wordings, hands] = await Promise.all([
		tx
			.selectFrom('expectation')
			.select(['id', 'person_id as person', 'with_id as with', 'of_whom as ofWhom'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('proposed_at')
			.orderBy('id')
			.execute(),
		tx
			.selectFrom('expectation_wording')
			.select(['expectation_id as of', 'id', 'number', 'words', 'author_id as authorId', 'written_at as writtenAt'])
			.select(sql<string>`encode(words_hash, 'hex')`.as('hash'))
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('number')
			.execute(),
		tx
			.selectFrom('expectation_agreement')
			.select(['expectation_id as of', 'wording_id as wordingId', 'account_id as accountId'])
			.select(['agreed_at as agreedAt', 'withdrawn_at as withdrawnAt'])
			.where('area_id', '=', tx.area)
			.where('person_id', '=', person)
			.orderBy('agreed_at')
			.execute(),
	])
	return all.flatMap((one) => {
		const [first, ...more]: ExpectationWording[] = wordings.filter(({ of }) => of === one.id)
		const under: ExpectationHand[] = hands.filter(({ of }) => of === one.id)
		return first ? [{ ...one, wordings: [first, ...more], hands: under }] : []
	})
}

type Two = { person: string; with: string }

/** Proposes what can be expected, with the acting account's hand under it. The id is the form's; a second press proposes nothing. */
export async function proposeExpectation(
	tx: Tx,
	{ id, person, with: other, ofWhom, words }: Two & Pick<Expectation, 'id' | 'ofWhom'> & { words: string },
): Promise<void> {
	const made = await tx
		.insertInto('expectation')
		.values({
			...{ area_id: tx.area, id, person_id: person, with_id: other, of_whom: ofWhom, proposed_by_id: tx.account },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows === 0n) return
	await writeWords(tx, { id, person, with: other }, { wording: newId(), number: 1, words })
	await tell(tx, { person, with: other })
}

/**
 * Puts other words beside those that stand, with the acting account's hand under them. The id of the words is the form's.
 *
 * @returns false when other words have come to stand meanwhile: nothing is written
 */
export async function proposeOther(
	tx: Tx,
	of: Expectation,
	{ wording, after, words }: { wording: string; after: number; words: string },
): Promise<boolean> {
	const isMine = of.wordings.some(({ id, authorId }) => id === wording && authorId === tx.account)
	if (currentWords(of).number !== after) return isMine
	if (!(await writeWords(tx, of, { wording, number: after + 1, words }))) return isMine
	await tell(tx, of)
	return true
}

async function writeWords(
	tx: Tx,
	of: Two & { id: string },
	{ wording, number, words }: { wording: string; number: number; words: string },
): Promise<boolean> {
	const keys = { area_id: tx.area, expectation_id: of.id, person_id: of.person, with_id: of.with }
	const made = await tx
		.insertInto('expectation_wording')
		.values({ ...keys, id: wording, number, words, author_id: tx.account })
		.onConflict((conflict) => conflict.doNothing())
		.returning('words_hash')
		.executeTakeFirst()
	if (!made) return false
	await tx
		.insertInto('expectation_agreement')
		.values({ ...keys, id: newId(), wording_id: wording, words_hash: made.words_hash, account_id: tx.account })
		.execute()
	return true
}

/** Agrees, by the acting account's own hand, to exactly these words. A second press changes nothing. */
export async function agreeToExpectation(tx: Tx, of: Expectation, wording: ExpectationWording): Promise<void> {
	const made = await tx
		.insertInto('expectation_agreement')
		.values({
			...{ area_id: tx.area, id: newId(), expectation_id: of.id, person_id: of.person, with_id: of.with },
			...{ wording_id: wording.id, words_hash: Buffer.from(wording.hash, 'hex'), account_id: tx.account },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows !== 0n) await tell(tx, of)
}

/** Takes back the acting account's hand from under all words of it. */
export async function takeBackHand(tx: Tx, of: Expectation): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('expectation_agreement')
		.set({ withdrawn_at: sql<Date>`now()` })
		.where('area_id', '=', tx.area)
		.where('expectation_id', '=', of.id)
		.where('account_id', '=', tx.account)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst()
	if (numUpdatedRows > 0n) await tell(tx, of)
}

/** Records the change, and lets the other of the two know that there is something new. */
async function tell(tx: Tx, { person, with: other }: Two): Promise<void> {
	await recordChange(tx, { people: [person], what: 'expectation', thing: person })
	await tellSomethingNew(tx, tx.account === person ? other : person)
}
