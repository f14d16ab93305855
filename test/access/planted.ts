/** What hangs on a thing of the proofs beside its outcome, past every policy. */
import { v7 } from 'uuid'
import type { Underneath } from '../support/place.ts'
import { hands } from './cast.ts'
import type { Thing } from './things.ts'

/** Words of the practitioner's to the person, past every policy: kept and shown to nobody; and others that are shown beside the outcome. */
export async function plantKindWords(underneath: Underneath, thing: Thing): Promise<void> {
	const { area, outcome, scope, mark, person, practitioner, kindWords } = thing
	for (const [id, words, shown] of [
		[kindWords, `Kept words of ${mark}`, false],
		[v7(), `Shown words of ${mark}`, true],
	] as const) {
		const hands = [area, id, scope, person.account, practitioner.account]
		await underneath(
			`insert into recognition (area_id, id, scope_id, person_id, given_to_id, author_id, outcome_id, beginning, words, shown_beside)
				values ($1, $2, $3, $4, $4, $5, $6, 'own', $7, $8)`,
			[...hands, outcome, words, shown],
		)
		await underneath(
			`insert into recognition_kept (area_id, recognition_id, scope_id, account_id, author_id) values ($1, $2, $3, $4, $5)`,
			hands,
		)
	}
}

/** How far each hand said yesterday that it has come, and what 5 looks like to it. */
export async function plantProgress(underneath: Underneath, thing: Thing): Promise<void> {
	const about = [thing.area, thing.outcome, thing.scope]
	for (const side of hands) {
		await underneath(
			`insert into progress_anchor (area_id, outcome_id, scope_id, id, author_id, at_5)
				values ($1, $2, $3, $4, $5, 'What 5 is for ' || $6::text)`,
			[...about, v7(), thing[side].account, thing.mark],
		)
		await underneath(
			`insert into progress_rating (area_id, outcome_id, scope_id, id, author_id, rating, words, rated_on)
				values ($1, $2, $3, $4, $5, 4, 'A number of ' || $6::text, today_here() - 1)`,
			[...about, thing[side].number, thing[side].account, thing.mark],
		)
	}
}

/** What only the person may ever see. */
export async function plantHope(underneath: Underneath, thing: Thing): Promise<void> {
	const { area, mark, outcome, person, practitioner, hope, hopeRating } = thing
	// Of what somebody said to being asked there is one row: here nothing was said yet.
	await underneath('delete from hope_asking where account_id = $1', [person.account])
	await underneath(
		`insert into hope (area_id, id, account_id, words, outcome_id, contribution_id)
			values ($1, $2, $3, 'A hope of ' || $4::text, $5, $6)`,
		[area, hope, person.account, mark, outcome, practitioner.contribution],
	)
	await underneath(
		`insert into hope_rating (area_id, id, account_id, rating, words) values ($1, $2, $3, 4, 'How hope is for ' || $4::text)`,
		[area, hopeRating, person.account, mark],
	)
}

/** Invites somebody past every policy: by text, and by a card. */
export async function plantInvitations(
	underneath: Underneath,
	{ area, mark, person, invitation, card }: Thing,
): Promise<void> {
	// So many may wait and no more: what the story had asked for makes room.
	await underneath(`delete from invitation where person_id = $1 and called not like 'Someone of mark-%'`, [
		person.account,
	])
	await underneath(
		`insert into invitation (area_id, id, person_id, called, tie, signed, way, address, address_key, nonce, code_hash, ends_at)
			select $1, w.id, $2, 'Someone of ' || $3::text, 'A friend of ' || $3::text, 'A name of ' || $3::text, w.way, w.address,
				case when w.address is not null then sha256(convert_to($3, 'UTF8')) end, sha256(convert_to(w.id::text, 'UTF8')),
				sha256(convert_to(w.id::text || 'code', 'UTF8')), now() + interval '10 days'
			from (values ($4::uuid, 'text', '+447700900000'), ($5::uuid, 'card', null)) w(id, way, address)`,
		[area, person.account, mark, invitation, card],
	)
}

/** A time of looking back that is being prepared: both have, and so each reads the other. */
export async function plantReview(underneath: Underneath, thing: Thing): Promise<void> {
	const { area, mark, planScope, person, review } = thing
	// There is one at a time.
	await underneath(
		'update review set set_aside_at = now() where person_id = $1 and held_at is null and set_aside_at is null',
		[person.account],
	)
	await underneath(`insert into review (area_id, id, scope_id, person_id, begun_by_id) values ($1, $2, $3, $4, $4)`, [
		area,
		review,
		planScope,
		person.account,
	])
	for (const side of hands) {
		await underneath(
			`insert into review_preparation (area_id, id, review_id, scope_id, account_id, good)
				values ($1, $2, $3, $4, $5, 'What was good about ' || $6::text)`,
			[area, v7(), review, planScope, thing[side].account, mark],
		)
	}
}
