import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { isUnanswered } from './steps/promises.queries.ts'

/** How much waits for the acting account's own word in one person's plan; `own` is what only the person can say: the same alone, and whether words are theirs. */
export type Waiting = { person: string; name: string; agreements: number; answers: number; own: number }

/** Where the acting account's agreement or answer is waited for: counts by person, never anybody's words. */
export async function waitingForMe(tx: Tx): Promise<Waiting[]> {
	const { rows } = await sql<Waiting>`
		with mine as materialized (
			select a.id, a.name,
				not coalesce(last.kind in ('reached', 'set_aside', 'cannot_be_done_now'), false) and coalesce(current.words <> '', false)
					and (select count(*) from agreement g where g.area_id = o.area_id and g.outcome_id = o.id
						and g.account_id = ${tx.account}::uuid and g.wording_id = current.id) = 0 as agreement,
				(select count(*) from agreement g where g.area_id = o.area_id and g.outcome_id = o.id
					and g.account_id = ${tx.account}::uuid and g.together_with_id is not null and g.said_alone_at is null
					and g.withdrawn_at is null)
				+ (select count(*) from wording w where w.area_id = o.area_id and w.outcome_id = o.id
					and w.heard_from_id = ${tx.account}::uuid and w.confirmed_at is null and w.disowned_at is null)
				+ (select count(*) from difference d where d.area_id = o.area_id and d.outcome_id = o.id
					and d.heard_from_id = ${tx.account}::uuid and d.confirmed_at is null and d.disowned_at is null
					and d.withdrawn_at is null) as own,
				(select count(*) from contribution_request r
					where r.area_id = o.area_id and r.outcome_id = o.id and r.asked_of_id = ${tx.account}::uuid
						and r.answered_at is null and r.taken_back_at is null)
				+ (select count(*) from step s
					where s.area_id = o.area_id and s.outcome_id = o.id and s.whose_id = ${tx.account}::uuid
						and s.written_by_id <> s.whose_id and ${isUnanswered}) as asked
			from account a join outcome o on o.area_id = a.area_id and o.person_id = a.id
				left join lateral (select t.kind from turn t
					where t.area_id = o.area_id and t.outcome_id = o.id order by t.made_at desc limit 1) last on true
				left join lateral (select w.id, w.words from wording w
					where w.area_id = o.area_id and w.outcome_id = o.id and w.disowned_at is null
					order by w.number desc limit 1) current on true
			where a.area_id = ${tx.area}::uuid and o.scope_id = any ((select scopes_i_write_in())::uuid[])
		)
		select id as person, name, count(*) filter (where agreement)::integer as agreements, sum(asked)::integer as answers,
			sum(own)::integer as own
		from mine group by id, name having count(*) filter (where agreement) + sum(asked) + sum(own) > 0`.execute(tx)
	return rows
}

/** Whether there is anything yet in the plan that is about the acting account itself. */
export async function myPlanHasBegun(tx: Tx): Promise<boolean> {
	const found = await tx
		.selectFrom('outcome')
		.select('id')
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.limit(1)
		.executeTakeFirst()
	return found !== undefined
}
