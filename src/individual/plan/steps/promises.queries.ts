import { sql } from 'kysely'
import { givenToMe } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'

/** Of a step `s`: nobody has answered, and the question stands. */
export const isUnanswered = sql<boolean>`not exists (select from step_turn n where n.area_id = s.area_id
	and n.step_id = s.id and n.kind in ('accepted', 'differently', 'declined', 'taken_back'))`

/** Something that somebody has promised and not yet done: for whose plan, or of the acting account's own plan by whom. */
export type OpenPromise = {
	person: string
	name: string
	outcome: string
	words: string
	byDay: string | null
	/** By when, in the words in which it was said. */
	said: string | null
}

/** What the acting account has promised where it is one of the two hands, soonest first, what has no day last. */
export async function myOpenPromises(tx: Tx): Promise<OpenPromise[]> {
	const { rows } = await sql<OpenPromise>`
		select a.id as person, a.name, o.id as outcome, p.words, p.day as "byDay", p.said
		from open_promise p
			join outcome o on o.area_id = p.area_id and o.id = p.outcome_id
			join account a on a.area_id = o.area_id and a.id = o.person_id
		where p.area_id = ${tx.area}::uuid and p.by_id = ${tx.account}::uuid and p.scope_id = any ((select scopes_i_write_in())::uuid[])
		order by p.day nulls last, p.at limit 100`.execute(tx)
	return rows
}

/**
 * What those who work or worked with the acting account have promised in its own plan and not done by the day they said.
 *
 * @param today YYYY-MM-DD
 */
export async function promisesLateForMe(tx: Tx, today: string): Promise<OpenPromise[]> {
	const { rows } = await sql<OpenPromise>`
		select o.person_id as person, a.name, o.id as outcome, p.words, p.day as "byDay", p.said
		from open_promise p
			join outcome o on o.area_id = p.area_id and o.id = p.outcome_id
			join account a on a.area_id = p.area_id and a.id = p.by_id
		where p.area_id = ${tx.area}::uuid
			and p.outcome_id = any (array(select m.id from outcome m where m.area_id = ${tx.area}::uuid and m.person_id = ${tx.account}::uuid))
			and p.by_id <> o.person_id and p.day < ${today}::date
			and exists (select from working_relationship r where r.area_id = ${tx.area}::uuid
				and r.person_id = ${tx.account}::uuid and r.practitioner_id = p.by_id)
		order by p.day, p.at limit 100`.execute(tx)
	return rows
}

/** Somebody who opened something to the acting account asks it something there: how much waits, about which outcome. */
type AskedThere = { person: string; name: string; outcome: string; count: number }

/** What the acting account was asked, and what it has promised, where it is one to whom something is open. */
export type Bringing = { asked: AskedThere[]; promised: OpenPromise[] }

/** What waits for the acting account's answer, and what it has promised, in what is open to it; names of others as they are shown to it. */
export async function whatIBringNow(tx: Tx): Promise<Bringing> {
	const onlyOpen = sql`o.scope_id = any ((select scopes_i_bring_in())::uuid[]) and o.scope_id <> all ((select scopes_i_write_in())::uuid[])`
	const [asked, promised] = await Promise.all([
		sql<AskedThere>`
			select * from (
				select o.person_id as person, a.name, o.id as outcome,
					((select count(*) from contribution_request r where r.area_id = o.area_id and r.outcome_id = o.id
						and r.asked_of_id = ${tx.account}::uuid and r.answered_at is null and r.taken_back_at is null)
					+ (select count(*) from step s where s.area_id = o.area_id and s.outcome_id = o.id
						and s.whose_id = ${tx.account}::uuid and s.written_by_id <> s.whose_id and ${isUnanswered}))::integer as count
				from outcome o join account a on a.area_id = o.area_id and a.id = o.person_id
				where o.area_id = ${tx.area}::uuid and ${onlyOpen}
			) asked where count > 0 order by name, outcome`.execute(tx),
		sql<OpenPromise & { scope: string; within: string | null }>`
			select a.id as person, a.name, o.id as outcome, p.words, p.day as "byDay", p.said, o.scope_id as scope, s.within_id as within
			from open_promise p
				join outcome o on o.area_id = p.area_id and o.id = p.outcome_id
				join scope s on s.area_id = o.area_id and s.id = o.scope_id
				join account a on a.area_id = o.area_id and a.id = o.person_id
			where p.area_id = ${tx.area}::uuid and p.by_id = ${tx.account}::uuid and ${onlyOpen}
			order by p.day nulls last, p.at limit 100`.execute(tx),
	])
	const veils = new Map<string, Awaited<ReturnType<typeof givenToMe>>['veil']>()
	for (const { person, name } of promised.rows) {
		if (!veils.has(person)) veils.set(person, (await givenToMe(tx, { id: person, name })).veil)
	}
	return {
		asked: asked.rows,
		promised: promised.rows.map(({ scope, within, ...one }) => ({
			...one,
			words: veils.get(one.person)?.(scope, within).words(one.words) ?? '',
			said: one.said && (veils.get(one.person)?.(scope, within).words(one.said) ?? ''),
		})),
	}
}
