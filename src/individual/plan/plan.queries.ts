import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Party, Plan, Third } from './plan.ts'

const now = sql<boolean | null>`is_now(tie.began_at, tie.ended_at)`

const planOrWithin = (one: boolean) =>
	writtenOnce((tx, { person, within }: { person: string; within: string }) =>
		tx
			.selectFrom('scope')
			.innerJoin('account as person', (join) =>
				join.onRef('person.area_id', '=', 'scope.area_id').onRef('person.id', '=', 'scope.person_id'),
			)
			.leftJoin('working_relationship as tie', (join) =>
				join.onRef('tie.area_id', '=', 'scope.area_id').onRef('tie.person_id', '=', 'scope.person_id'),
			)
			.leftJoin('account as practitioner', (join) =>
				join.onRef('practitioner.area_id', '=', 'tie.area_id').onRef('practitioner.id', '=', 'tie.practitioner_id'),
			)
			.select([
				'scope.id as scope',
				'scope.within_id as within',
				sql<boolean>`scope.id = any ((select scopes_i_write_in())::uuid[])`.as('mine'),
				'person.name as person_name',
				'practitioner.id as practitioner_id',
				'practitioner.name as practitioner_name',
				now.as('now'),
				sql<{ id: string; name: string; open_in: string[] }[]>`(
					select coalesce(jsonb_agg(third), '[]') from thirds_in(${person}::uuid) third)`.as('thirds'),
			])
			.where('scope.area_id', '=', tx.area)
			.where('scope.person_id', '=', person)
			.where('scope.part', '=', 'plan')
			.$if(!one, (query) => query.where('scope.within_id', 'is', null))
			.$if(one, (query) => query.where('scope.id', '=', within))
			.orderBy(now, 'desc')
			.orderBy('tie.began_at', 'desc')
			.compile(),
	)

const wholePlan = planOrWithin(false)
const withinPlan = planOrWithin(true)

/**
 * Whose plan it is and who has a hand in it, as far as the acting account may know. Whoever only reads knows none but the
 * person from here: who else has a hand in it is behind the veil of what was opened.
 *
 * @param within the scope of the one outcome that is read, for whom the plan is not open as a whole
 * @returns undefined when there is no such plan, or none that is open to the acting account
 */
export async function planOf(tx: Tx, person: string, within = ''): Promise<Plan | undefined> {
	const rows = await tx.ask((within ? withinPlan : wholePlan)(tx, { person, within }))
	const first = rows[0]
	if (!first) return undefined
	const owner: Party = { id: person, name: first.person_name, hand: 'person', current: true }
	const practitioners = new Map<string, Party>()
	for (const row of rows) {
		if (!row.practitioner_id || !row.practitioner_name || practitioners.has(row.practitioner_id)) continue
		practitioners.set(row.practitioner_id, {
			id: row.practitioner_id,
			name: row.practitioner_name,
			hand: 'practitioner',
			current: row.now ?? false,
		})
	}
	const parties = [owner, ...practitioners.values()]
	const me = parties.find((party) => party.id === tx.account)
	const reader: Party = me ?? { id: tx.account, name: '', hand: 'third', current: true }
	const voice = !first.mine || reader.hand === 'third' ? 'supporter' : reader.hand
	const thirds = first.thirds.map(({ id, name, open_in: openIn }): Third => {
		return { id, name, hand: 'third', current: openIn.length > 0, openIn }
	})
	return { person: owner, scope: first.scope, within: first.within, me: reader, voice, parties, thirds }
}

/** The scope of one outcome, as far as the acting account may know. */
export async function scopeOfOutcome(tx: Tx, person: string, outcome: string): Promise<string | undefined> {
	const found = await tx
		.selectFrom('outcome')
		.select('scope_id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', person)
		.where('id', '=', outcome)
		.executeTakeFirst()
	return found?.scope_id
}

/** Lets changes of one outcome take turns until this act is over, so that each knows what the one before it did. */
export async function holdOutcome(tx: Tx, person: string, outcome: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${outcome}, 0))`.execute(tx)
	// Whoever had its turn before may have set the outcome apart: then it is in a scope that the act did not know as it began.
	await sql`select begin_act(${person}::uuid)`.execute(tx)
}

/** Gives an outcome of the acting account's own plan a scope of its own, if it has none yet, and says which. */
export async function setApart(tx: Tx, plan: string, outcome: string): Promise<string> {
	await holdOutcome(tx, tx.account, outcome)
	const now = await scopeOfOutcome(tx, tx.account, outcome)
	if (now !== undefined && now !== plan) return now
	const scope = newId()
	await tx
		.insertInto('scope')
		.values({ area_id: tx.area, id: scope, person_id: tx.account, part: 'plan', within_id: plan })
		.execute()
	// From here on the act may write in the new scope too.
	await sql`select begin_act(${tx.account}::uuid)`.execute(tx)
	await tx
		.updateTable('outcome')
		.set({ scope_id: scope })
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.where('id', '=', outcome)
		.execute()
	return scope
}
