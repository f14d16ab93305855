import { type CompiledQuery, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../platform/database/acting.ts'
import type { WordingRow } from '../../platform/database/schema.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import { type Heard, noWordsLeft, type Outcome, type Wording } from './plan.ts'

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
