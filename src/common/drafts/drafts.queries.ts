import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { jsonb } from '../../platform/database/values.ts'
import type { Fields } from '../../platform/forms.ts'

/** Drafts are kept for thirty days; `system_forget` deletes the older ones. */
const stillKept = sql<boolean>`saved_at > now() - interval '30 days'`

/** Which draft: of which form, about which thing. */
type Which = { form: string; about: string }

/** Keeps what the acting account has written so far, for nobody else to see. */
export async function saveDraft(tx: Tx, { form, about }: Which, fields: Fields): Promise<void> {
	await tx
		.insertInto('draft')
		.values({ area_id: tx.area, account_id: tx.account, form, about_id: about, fields: jsonb(fields) })
		.onConflict((conflict) =>
			conflict
				.columns(['area_id', 'account_id', 'form', 'about_id'])
				.doUpdateSet({ fields: jsonb(fields), saved_at: sql<Date>`now()` }),
		)
		.execute()
}

/** What the acting account had begun to write here, and when it was kept. */
export async function draftOf(tx: Tx, { form, about }: Which): Promise<{ fields: Fields; savedAt: Date } | undefined> {
	const found = await tx
		.selectFrom('draft')
		.select(['fields', 'saved_at'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('form', '=', form)
		.where('about_id', '=', about)
		.where(stillKept)
		.executeTakeFirst()
	return found && { fields: found.fields as Fields, savedAt: found.saved_at }
}

/** What the acting account has begun to write about any of these things and not yet shared, the latest first. */
export async function draftsAbout(
	tx: Tx,
	things: readonly string[],
): Promise<{ form: string; about: string; savedAt: Date }[]> {
	if (things.length === 0) return []
	return tx
		.selectFrom('draft')
		.select(['form', 'about_id as about', 'saved_at as savedAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where(sql<boolean>`about_id = any(${[...things]}::uuid[])`)
		.where(stillKept)
		.orderBy('saved_at', 'desc')
		.execute()
}

/** Throws a draft away: it was shared, or its writer wants it gone. */
export async function throwAwayDraft(tx: Tx, { form, about }: Which): Promise<void> {
	await tx
		.deleteFrom('draft')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('form', '=', form)
		.where('about_id', '=', about)
		.execute()
}
