import { type CompiledQuery, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../platform/database/acting.ts'
import type { WordingRow } from '../../platform/database/schema.ts'
import { newId } from '../../platform/database/values.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import { type Heard, noWordsLeft, type Outcome, type Party, type Plan, type Third, type Wording } from './plan.ts'

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

/** Every outcome or one, each with everything said about it; or every one as it is now: without what is done, answered, or was before. */
type Which = 'every' | 'one' | 'now'

const outcomesOf = (which: Which) =>
	writtenOnce((tx, { person, outcome }: { person: string; outcome: string }) =>
		tx
			.selectFrom('outcome as o')
			.select((outer) => [
				'o.id',
				'o.scope_id',
				'o.proposed_by_id',
				'o.proposed_at',
				jsonArrayFrom(
					outer
						.selectFrom('wording as w')
						.select(['w.id', 'w.number', 'w.words', sql<string>`encode(w.words_hash, 'hex')`.as('hash')])
						.select(['w.author_id', 'w.written_at', 'w.heard_from_id', 'w.paper_day'])
						.select(['w.confirmed_at', 'w.confirmed_with_id', 'w.disowned_at'])
						.whereRef('w.area_id', '=', 'o.area_id')
						.whereRef('w.outcome_id', '=', 'o.id')
						.orderBy('w.number'),
				).as('wordings'),
				jsonArrayFrom(
					outer
						.selectFrom('agreement as a')
						.select(['a.id', 'a.wording_id', 'a.account_id', 'a.agreed_at', 'a.withdrawn_at'])
						.select(['a.together_with_id', 'a.said_alone_at'])
						.whereRef('a.area_id', '=', 'o.area_id')
						.whereRef('a.outcome_id', '=', 'o.id')
						.orderBy('a.agreed_at'),
				).as('agreements'),
				jsonArrayFrom(
					outer
						.selectFrom('difference as d')
						.select(['d.id', 'd.author_id', 'd.reason', 'd.written_at', 'd.withdrawn_at'])
						.select(['d.heard_from_id', 'd.paper_day', 'd.confirmed_at', 'd.confirmed_with_id', 'd.disowned_at'])
						.whereRef('d.area_id', '=', 'o.area_id')
						.whereRef('d.outcome_id', '=', 'o.id')
						.orderBy('d.written_at'),
				).as('differences'),
				jsonArrayFrom(
					outer
						.selectFrom('turn as t')
						.select(['t.id', 't.kind', 't.why', 't.in_the_way', 't.whose_job', 't.author_id', 't.made_at'])
						.whereRef('t.area_id', '=', 'o.area_id')
						.whereRef('t.outcome_id', '=', 'o.id')
						.$if(which !== 'now', (query) => query.orderBy('t.made_at'))
						.$if(which === 'now', (query) => query.orderBy('t.made_at', 'desc').limit(1)),
				).as('turns'),
				jsonArrayFrom(
					outer
						.selectFrom('contribution as c')
						.select(['c.id', 'c.brought_by_id', 'c.kind', 'c.words', 'c.by_day', 'c.request_id'])
						.select(['c.offered_at', 'c.done_at', 'c.taken_back_at'])
						.whereRef('c.area_id', '=', 'o.area_id')
						.whereRef('c.outcome_id', '=', 'o.id')
						.$if(which === 'now', (query) => query.where('c.done_at', 'is', null).where('c.taken_back_at', 'is', null))
						.orderBy('c.offered_at'),
				).as('contributions'),
				jsonArrayFrom(
					outer
						.selectFrom('contribution_request as r')
						.select(['r.id', 'r.asked_by_id', 'r.asked_of_id', 'r.kind', 'r.words', 'r.asked_at'])
						.select(['r.answer', 'r.answer_words', 'r.answered_at', 'r.taken_back_at'])
						.whereRef('r.area_id', '=', 'o.area_id')
						.whereRef('r.outcome_id', '=', 'o.id')
						.$if(which === 'now', (query) =>
							query.where('r.answered_at', 'is', null).where('r.taken_back_at', 'is', null),
						)
						.orderBy('r.asked_at'),
				).as('requests'),
				jsonArrayFrom(
					outer
						.selectFrom('step as s')
						.select(['s.id', 's.whose_id', 's.written_by_id', 's.words', 's.said', 's.day', 's.written_at'])
						.select((step) =>
							jsonArrayFrom(
								step
									.selectFrom('step_turn as n')
									.select(['n.id', 'n.kind', 'n.words', 'n.said', 'n.day', 'n.author_id', 'n.made_at'])
									.whereRef('n.area_id', '=', 's.area_id')
									.whereRef('n.step_id', '=', 's.id')
									.orderBy('n.made_at'),
							).as('turns'),
						)
						.whereRef('s.area_id', '=', 'o.area_id')
						.whereRef('s.outcome_id', '=', 'o.id')
						.$if(which === 'now', (query) =>
							query.where((where) =>
								where.not(
									where.exists(
										where
											.selectFrom('step_turn as end')
											.select('end.id')
											.whereRef('end.area_id', '=', 's.area_id')
											.whereRef('end.step_id', '=', 's.id')
											.where('end.kind', 'in', ['done', 'set_aside', 'declined', 'taken_back']),
									),
								),
							),
						)
						.orderBy('s.written_at'),
				).as('steps'),
			])
			.where('o.area_id', '=', tx.area)
			.where('o.person_id', '=', person)
			.$if(which === 'one', (query) => query.where('o.id', '=', outcome))
			.orderBy('o.proposed_at')
			.compile(),
	)
const everyOutcome = outcomesOf('every')
const oneOutcome = outcomesOf('one')
const everyOutcomeNow = outcomesOf('now')

/** The outcomes of a person's plan that the acting account may see, oldest first, each with everything said about it. */
export async function outcomesICanSee(tx: Tx, person: string, only = ''): Promise<Outcome[]> {
	return outcomesIn(await tx.ask((only ? oneOutcome : everyOutcome)(tx, { person, outcome: only })), person)
}

/**
 * The same outcomes as they are now: of what happened to each only the last turn, of promises, questions and steps those that
 * are open. What it costs does not grow with the years.
 */
export async function outcomesNow(tx: Tx, person: string): Promise<Outcome[]> {
	return outcomesIn(await tx.ask(everyOutcomeNow(tx, { person, outcome: '' })), person)
}

type OutcomeRow = ReturnType<typeof everyOutcome> extends CompiledQuery<infer Row> ? Row : never

function outcomesIn(rows: readonly OutcomeRow[], person: string): Outcome[] {
	return rows.map((row) => ({
		id: row.id,
		scope: row.scope_id,
		person,
		proposedById: row.proposed_by_id,
		proposedAt: row.proposed_at,
		wordings:
			row.wordings.length > 0
				? row.wordings.map(wordingOf)
				: [noWordsLeft(row.id, row.proposed_by_id, row.proposed_at)],
		agreements: row.agreements.map((one) => ({
			id: one.id,
			wordingId: one.wording_id,
			accountId: one.account_id,
			agreedAt: when(one.agreed_at),
			withdrawnAt: perhaps(one.withdrawn_at),
			togetherWithId: one.together_with_id,
			saidAloneAt: perhaps(one.said_alone_at),
		})),
		differences: row.differences.map((one) => ({
			id: one.id,
			authorId: one.author_id,
			reason: one.reason,
			writtenAt: when(one.written_at),
			withdrawnAt: perhaps(one.withdrawn_at),
			heard: heardIn(one),
		})),
		turns: row.turns.map((one) => ({
			id: one.id,
			kind: one.kind,
			why: one.why,
			inTheWay: one.in_the_way,
			whoseJob: one.whose_job,
			authorId: one.author_id,
			madeAt: when(one.made_at),
		})),
		contributions: row.contributions.map((one) => ({
			id: one.id,
			broughtById: one.brought_by_id,
			kind: one.kind,
			words: one.words,
			byDay: one.by_day,
			requestId: one.request_id,
			offeredAt: when(one.offered_at),
			doneAt: perhaps(one.done_at),
			takenBackAt: perhaps(one.taken_back_at),
		})),
		requests: row.requests.map((one) => ({
			id: one.id,
			askedById: one.asked_by_id,
			askedOfId: one.asked_of_id,
			kind: one.kind,
			words: one.words,
			askedAt: when(one.asked_at),
			answer: one.answer,
			answerWords: one.answer_words,
			answeredAt: perhaps(one.answered_at),
			takenBackAt: perhaps(one.taken_back_at),
		})),
		steps: row.steps.map((one) => ({
			id: one.id,
			whoseId: one.whose_id,
			writtenById: one.written_by_id,
			words: one.words,
			said: one.said,
			day: one.day,
			writtenAt: when(one.written_at),
			turns: one.turns.map(({ id, kind, words, said, day, author_id: authorId, made_at }) => ({
				...{ id, kind, words, said, day, authorId },
				madeAt: when(made_at),
			})),
		})),
	}))
}

/** Lets changes of one outcome take turns until this act is over, so that each knows what the one before it did. */
export async function holdOutcome(tx: Tx, person: string, outcome: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${outcome}, 0))`.execute(tx)
	// Whoever had its turn before may have set the outcome apart: then it is in a scope that the act did not know as it began.
	await sql`select begin_act(${person}::uuid)`.execute(tx)
}

type AsWritten = HeardRow &
	Pick<Selectable<WordingRow>, 'id' | 'number' | 'words' | 'author_id'> & { hash: string; written_at: Date | string }

const wordingOf = (one: AsWritten): Wording => ({
	id: one.id,
	number: one.number,
	words: one.words,
	hash: one.hash,
	authorId: one.author_id,
	writtenAt: when(one.written_at),
	heard: heardIn(one),
})

type HeardRow = Pick<Selectable<WordingRow>, 'heard_from_id' | 'paper_day' | 'confirmed_with_id'> &
	Record<'confirmed_at' | 'disowned_at', Date | string | null>

const heardIn = ({ heard_from_id, paper_day, confirmed_at, confirmed_with_id, disowned_at }: HeardRow): Heard | null =>
	heard_from_id === null
		? null
		: {
				fromId: heard_from_id,
				paperDay: paper_day,
				confirmedAt: perhaps(confirmed_at),
				confirmedWithId: confirmed_with_id,
				disownedAt: perhaps(disowned_at),
			}

/** Times inside JSON arrive as text. */
const when = (time: Date | string): Date => new Date(time)
const perhaps = (time: Date | string | null): Date | null => (time === null ? null : new Date(time))

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
