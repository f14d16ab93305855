import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { jsonb } from '../../platform/database/values.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Fields } from '../../platform/forms.ts'

/** Drafts are kept for thirty days; `system_forget` deletes the older ones. */
const stillKept = sql<boolean>`saved_at > now() - interval '30 days' and shared_at is null`

/** Which draft: of which form, about which thing. */
type Which = { form: string; about: string }

/** Keeps what the acting account has written so far under this key, for nobody else to see; what was shared stays shared. */
export async function saveDraft(tx: Tx, { form, about }: Which, fields: Fields, once: string): Promise<void> {
	const draft = { fields: jsonb(fields), once, shared_at: null }
	await tx
		.insertInto('draft')
		.values({ area_id: tx.area, account_id: tx.account, form, about_id: about, ...draft })
		.onConflict((conflict) =>
			conflict
				.columns(['area_id', 'account_id', 'form', 'about_id'])
				.doUpdateSet({ ...draft, saved_at: sql<Date>`now()` })
				.where(sql<boolean>`draft.shared_at is null or draft.once <> excluded.once`),
		)
		.execute()
}

/** Leaves of a draft no more than that what was written under this key is shared. */
export async function markShared(tx: Tx, { form, about }: Which, once: string): Promise<void> {
	const shared = { fields: jsonb({}), once, shared_at: sql<Date>`now()` }
	await tx
		.insertInto('draft')
		.values({ area_id: tx.area, account_id: tx.account, form, about_id: about, ...shared })
		.onConflict((conflict) =>
			conflict
				.columns(['area_id', 'account_id', 'form', 'about_id'])
				.doUpdateSet({ ...shared, saved_at: sql<Date>`now()` }),
		)
		.execute()
}

/** What the acting account had begun to write here, under which key, and when it was kept. */
export async function draftOf(
	tx: Tx,
	{ form, about }: Which,
): Promise<{ fields: Fields; once: string; savedAt: Date } | undefined> {
	const found = await tx
		.selectFrom('draft')
		.select(['fields', 'once', 'saved_at'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('form', '=', form)
		.where('about_id', '=', about)
		.where(stillKept)
		.executeTakeFirst()
	return found && { fields: found.fields as Fields, once: found.once, savedAt: found.saved_at }
}

const draftsOf = writtenOnce((tx) =>
	tx
		.selectFrom('draft')
		.select(['form', 'about_id as about', 'fields', 'saved_at as savedAt'])
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where(stillKept)
		.orderBy('saved_at', 'desc')
		.compile(),
)

/** Everything that the acting account has begun to write and not yet shared, the latest first. */
export async function myDrafts(tx: Tx): Promise<{ form: string; about: string; fields: Fields; savedAt: Date }[]> {
	const rows = await tx.ask(draftsOf(tx, {}))
	return rows.map((row) => ({ ...row, fields: row.fields as Fields }))
}

/** Throws a draft away, as its writer wants. */
export async function throwAwayDraft(tx: Tx, { form, about }: Which): Promise<void> {
	await tx
		.deleteFrom('draft')
		.where('area_id', '=', tx.area)
		.where('account_id', '=', tx.account)
		.where('form', '=', form)
		.where('about_id', '=', about)
		.execute()
}
