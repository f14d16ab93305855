import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import type { ContactRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'
import type { Locale } from '../../platform/words.ts'

/** A contact as its owner sees it; `awaits` when a code is on its way there. */
export type Contact = Pick<ContactRow, 'id' | 'kind' | 'value'> & {
	isConfirmed: boolean
	isChosen: boolean
	awaits: boolean
}

/** My contacts, in the order in which I added them. */
export async function myContacts(tx: Tx): Promise<Contact[]> {
	const mine = await tx
		.selectFrom('contact')
		.select(['id', 'kind', 'value', 'confirmed_at', 'chosen_at'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.orderBy('added_at')
		.orderBy('id')
		.execute()
	const code = await tx
		.selectFrom('code')
		.select('contact_id')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('purpose', '=', 'confirm')
		.where('asked_at', '>', sql<Date>`now() - interval '10 minutes'`)
		.orderBy('asked_at', 'desc')
		.executeTakeFirst()
	return mine.map(({ id, kind, value, confirmed_at, chosen_at }) => ({
		...{ id, kind, value, isConfirmed: confirmed_at !== null, isChosen: chosen_at !== null },
		awaits: confirmed_at === null && code?.contact_id === id,
	}))
}

type New = Pick<ContactRow, 'id' | 'kind' | 'value'> & { locale: Locale }

/** Adds a contact of mine under this id. False when I have it, or have too many: nothing is written. */
export async function addContact(tx: Tx, { id, kind, value, locale }: New): Promise<boolean> {
	const { rows } = await sql<{ added: boolean }>`
		select add_contact(${id}::uuid, ${kind}, ${value}, ${locale}, ${newId()}::uuid) as added`.execute(tx)
	return rows[0]?.added ?? false
}

/** Says that it is safe to write to this contact of mine. False when there is none, or it is not confirmed. */
export async function chooseContact(tx: Tx, id: string): Promise<boolean> {
	const { rows } = await sql<{ chosen: boolean }>`
		select choose_contact(${id}::uuid, ${newId()}::uuid) as chosen`.execute(tx)
	return rows[0]?.chosen ?? false
}

/** Removes a contact of mine. False when there is none. */
export async function removeContact(tx: Tx, id: string): Promise<boolean> {
	const { rows } = await sql<{ removed: boolean }>`
		select remove_contact(${id}::uuid, ${newId()}::uuid, ${newId()}::uuid) as removed`.execute(tx)
	return rows[0]?.removed ?? false
}
