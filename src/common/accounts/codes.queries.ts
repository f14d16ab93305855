import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'

export type CodeContact = { id: string; value: string }

/** Where codes go by which I come in; nothing where codes are off. */
export async function myCodeContact(tx: Tx): Promise<CodeContact | undefined> {
	return tx
		.selectFrom('code_contact as k')
		.innerJoin('contact as c', (join) => join.onRef('c.area_id', '=', 'k.area_id').onRef('c.id', '=', 'k.contact_id'))
		.select(['c.id', 'c.value'])
		.where('k.area_id', '=', tx.area)
		.where('k.account_id', '=', tx.account)
		.executeTakeFirst()
}

/** My contacts that can take codes: confirmed, and no address for letters. */
export async function myContactsForCodes(tx: Tx): Promise<CodeContact[]> {
	return tx
		.selectFrom('contact')
		.select(['id', 'value'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('confirmed_at', 'is not', null)
		.where('kind', '<>', 'letter')
		.orderBy('added_at')
		.orderBy('id')
		.execute()
}

/** Lets codes that go to this contact of mine open the door. False when it can take none, or I must come in by more. */
export async function turnOnCodes(tx: Tx, contact: string): Promise<boolean> {
	const { rows } = await sql<{ on: boolean }>`
		select turn_on_codes(${contact}::uuid, ${newId()}::uuid) as on`.execute(tx)
	return rows[0]?.on ?? false
}

/** From now on no code opens anything of mine. */
export async function turnOffCodes(tx: Tx): Promise<void> {
	await sql`select turn_off_codes()`.execute(tx)
}

/** Whether my area wants more of me than a secret or a code, because I work for it. */
export async function iMustBeStrong(tx: Tx): Promise<boolean> {
	const { rows } = await sql<{ strong: boolean }>`select i_must_be_strong() as strong`.execute(tx)
	return rows[0]?.strong ?? false
}

/** Where codes go by which I can show that it is me; nowhere, where I must show more. */
export async function codesForMe(tx: Tx): Promise<CodeContact | undefined> {
	const [codeTo, mustBeStrong] = await Promise.all([myCodeContact(tx), iMustBeStrong(tx)])
	return mustBeStrong ? undefined : codeTo
}
