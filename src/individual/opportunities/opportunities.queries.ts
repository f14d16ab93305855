import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import type { Aspect, Kind, Link, Opportunity, Turn } from './opportunities.ts'

/** Whose opportunities they are, if any of them are there for the acting account: its own, or open to it. */
export async function whoseOpportunities(tx: Tx, person: string) {
	return tx
		.selectFrom('account as a')
		.leftJoin('scope as s', (join) =>
			join
				.onRef('s.area_id', '=', 'a.area_id')
				.onRef('s.person_id', '=', 'a.id')
				.on('s.part', '=', 'opportunities')
				.on('s.within_id', 'is', null),
		)
		.select(['a.id', 'a.name', 's.id as whole'])
		.where('a.area_id', '=', tx.area)
		.where('a.id', '=', person)
		.executeTakeFirst()
}

/** The scope that one's opportunities lie within, for whom one of them is open alone. */
export async function withinOf(tx: Tx, scope: string): Promise<string | null> {
	const found = await tx
		.selectFrom('scope')
		.select('within_id')
		.where('area_id', '=', tx.area)
		.where('id', '=', scope)
		.executeTakeFirst()
	return found?.within_id ?? null
}

/** A person's opportunities that the acting account may read, oldest first. */
export async function opportunitiesOf(tx: Tx, person: string): Promise<Opportunity[]> {
	const rows = await tx
		.selectFrom('opportunity')
		.select(['id', 'scope_id as scope', 'kind', 'words', 'written_at as writtenAt'])
		.select(['meaning', 'touches', 'serves', 'needs', 'opens'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('written_at')
		.execute()
	const turns = await tx
		.selectFrom('opportunity_turn')
		.select(['id', 'opportunity_id as opportunity', 'kind', 'words', 'made_at as madeAt'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('made_at')
		.execute()
	return rows.map((row) => ({ ...row, turns: turns.filter(({ opportunity }) => opportunity === row.id) }))
}

/** How they hang together, as far as the acting account may read both ends. */
export async function linksOf(tx: Tx, person: string): Promise<Link[]> {
	return tx
		.selectFrom('opportunity_link')
		.select(['id', 'from_id as from', 'kind', 'to_id as to'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.orderBy('made_at')
		.execute()
}

const changed = (tx: Tx, thing: string) => recordChange(tx, { people: [tx.account], what: 'opportunity', thing })

/** Writes down an opportunity of the acting account's own. Answers false when the id stands for something else. */
export async function writeOpportunity(
	tx: Tx,
	one: { id: string; kind: Kind; words: string; meaning: string | null },
): Promise<boolean> {
	const { rows } = await sql<{ scope: string | null }>`
		select scope_of_my_opportunities(${newId()}::uuid) as scope`.execute(tx)
	const scope = rows[0]?.scope
	if (!scope) return false
	const made = await tx
		.insertInto('opportunity')
		.values({ area_id: tx.area, scope_id: scope, person_id: tx.account, ...one })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows) await changed(tx, one.id)
	return (await opportunitiesOf(tx, tx.account)).some(({ id }) => id === one.id)
}

/** Says more about an opportunity of the acting account's own, or says it otherwise. */
export async function sayMore(tx: Tx, id: string, said: Record<Aspect, string | null>): Promise<void> {
	await tx
		.updateTable('opportunity')
		.set(said)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', id)
		.execute()
	await changed(tx, id)
}

/** Says what became of it. A second press says it once. */
export async function makeTurn(
	tx: Tx,
	{ id: opportunity, scope }: Opportunity,
	turn: Pick<Turn, 'id' | 'kind' | 'words'>,
): Promise<void> {
	const made = await tx
		.insertInto('opportunity_turn')
		.values({
			...{ area_id: tx.area, opportunity_id: opportunity, scope_id: scope, person_id: tx.account },
			...{ author_id: tx.account, ...turn },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows) await changed(tx, opportunity)
}

/** Ties two of them together; what is tied so already stays. */
export async function link(tx: Tx, from: Opportunity, kind: Link['kind'], to: Opportunity): Promise<void> {
	const made = await tx
		.insertInto('opportunity_link')
		.values({
			...{ area_id: tx.area, id: newId(), person_id: tx.account, kind },
			...{ from_id: from.id, from_scope_id: from.scope, to_id: to.id, to_scope_id: to.scope },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst()
	if (made.numInsertedOrUpdatedRows) await changed(tx, from.id)
}

/** Deletes an opportunity, or a link, of the acting account's own for good. Answers false when there is none such. */
export async function deleteOwn(tx: Tx, table: 'opportunity' | 'opportunity_link', id: string): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom(table)
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', id)
		.executeTakeFirst()
	if (numDeletedRows > 0n) await changed(tx, id)
	return numDeletedRows > 0n
}

/** Gives an opportunity of the acting account's own a scope of its own, if it has none yet, and says which. */
export async function setApart(tx: Tx, whole: string, opportunity: string): Promise<string> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${opportunity}, 0))`.execute(tx)
	const own = (await opportunitiesOf(tx, tx.account)).find(({ id }) => id === opportunity)
	if (own && own.scope !== whole) return own.scope
	const scope = newId()
	await tx
		.insertInto('scope')
		.values({ area_id: tx.area, id: scope, person_id: tx.account, part: 'opportunities', within_id: whole })
		.execute()
	// From here on the act may write in the new scope too.
	await sql`select begin_act(${tx.account}::uuid)`.execute(tx)
	await tx
		.updateTable('opportunity')
		.set({ scope_id: scope })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', opportunity)
		.execute()
	return scope
}

/** Which of what matters to the acting account an opportunity of its own serves. */
export async function servedBy(tx: Tx, opportunity: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('opportunity_serves')
		.select('piece_id as value')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('opportunity_id', '=', opportunity)
		.execute()
	return rows.map(({ value }) => value)
}

/** Says which of these an opportunity of the acting account's own serves, and that it serves no other. */
export async function chooseServed(tx: Tx, opportunity: string, values: readonly string[]): Promise<void> {
	const where = { area_id: tx.area, opportunity_id: opportunity, person_id: tx.account }
	await tx
		.deleteFrom('opportunity_serves')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('opportunity_id', '=', opportunity)
		.execute()
	if (values.length > 0) {
		await tx
			.insertInto('opportunity_serves')
			.values(values.map((value) => ({ ...where, piece_id: value })))
			.execute()
	}
	await changed(tx, opportunity)
}
