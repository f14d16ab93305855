import { sql } from 'kysely'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import type { Invitation, Way } from './invitations.ts'

/** Everything that the acting account ever asked for, the latest first; of each, what it shows is the same whatever came of it. */
export async function invitationsOfMine(tx: Tx) {
	return tx
		.selectFrom('invitation')
		.select(['id', 'called', 'tie', 'signed', 'way', 'address', 'asked_at as askedAt', 'ends_at as endsAt'])
		.select(['taken_back_at as takenBackAt', 'accepted_at as acceptedAt'])
		.select(sql<boolean>`taken_back_at is null and accepted_at is null and ends_at > now()`.as('isOpen'))
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.orderBy('asked_at', 'desc')
		.orderBy('id', 'desc')
		.execute()
}

/** Those by whom somebody can still come in. */
export async function openInvitationsOfMine(tx: Tx): Promise<Invitation[]> {
	return (await invitationsOfMine(tx)).filter(({ isOpen }) => isOpen)
}

/** Those who support or supported the acting account; who does now comes first. */
export async function supportersOfMine(tx: Tx) {
	const now = sql<boolean>`is_now(s.began_at, s.ended_at)`
	return tx
		.selectFrom('supporting as s')
		.innerJoin('account as a', (join) => join.onRef('a.area_id', '=', 's.area_id').onRef('a.id', '=', 's.supporter_id'))
		.select(['s.id', 'a.name', 's.began_at as beganAt', 's.ended_at as endedAt', now.as('now')])
		.where('s.area_id', '=', tx.area)
		.where('s.person_id', '=', tx.account)
		.orderBy(now, 'desc')
		.orderBy('s.began_at', 'desc')
		.execute()
}

/** A code as the database keeps it: what it is worked out from, and by what it is found. */
type Kept = { nonce: Uint8Array; codeHash: Uint8Array }

type New = Kept & {
	id: string
	called: string
	tie: string
	signed: string
	way: Way
	address: string | null
	addressKey: Uint8Array | null
}

/** Invites somebody, by the acting account's own hand. `again`: the form was sent before; `many`: as many wait as may. */
export async function invite(tx: Tx, one: New): Promise<'made' | 'again' | 'many'> {
	const { rows } = await sql<{ made: 'made' | 'again' | 'many' }>`select invite_supporter(
		${one.id}::uuid, ${one.called}, ${one.tie}, ${one.signed}, ${one.way}, ${one.address}, ${one.addressKey}::bytea,
		${one.nonce}::bytea, ${one.codeHash}::bytea) as made`.execute(tx)
	return rows[0]?.made ?? 'many'
}

/** A new card for an invitation of the acting account's: until when it works. Nothing, when there is none that is open. */
export async function renewCard(tx: Tx, id: string, { nonce, codeHash }: Kept): Promise<Date | undefined> {
	const { rows } = await sql<{ until: Date | null }>`
		select renew_invitation_card(${id}::uuid, ${nonce}::bytea, ${codeHash}::bytea) as until`.execute(tx)
	return rows[0]?.until ?? undefined
}

/** Takes back an invitation of the acting account's. False when there is none that is open. */
export async function takeBack(tx: Tx, id: string): Promise<boolean> {
	const { rows } = await sql<{ done: boolean }>`select take_back_invitation(${id}::uuid) as done`.execute(tx)
	return rows[0]?.done === true
}

/** An invitation that waits for the check of the acting account. */
export type ToCheck = {
	id: string
	person: string
	/** What the person is called. */
	name: string
	called: string
	tie: string
	/** The name that the one invited would read. */
	signed: string
	way: Exclude<Way, 'card'>
	address: string
	askedAt: Date
}

/** What waits for the check of the acting account, the oldest first. */
export async function invitationsToCheck(tx: Tx): Promise<ToCheck[]> {
	const { rows } = await sql<ToCheck>`
		select id, person_id as person, name, called, tie, signed, way, address, asked_at as "askedAt" from invitations_to_check()`.execute(
		tx,
	)
	return rows
}

/** Records in the person's record, with the commit, that the acting account looked at an invitation that it checks. */
export function recordLookAtInvitation(tx: Tx, id: string): void {
	tx.withTheCommit(sql`select record_look_at_invitation(${id}::uuid)`.compile(tx))
}

/** Keeps what was found; the message goes out, where it may. False: it waits no more. Nothing of it is in the person's record. */
export async function decide(tx: Tx, id: string, found: string): Promise<boolean> {
	const { rows } = await sql<{ done: boolean }>`
		select check_invitation(${id}::uuid, ${found}, ${newId()}::uuid) as done`.execute(tx)
	return rows[0]?.done === true
}

/** Whether the acting account has checked this one: a second press finds it so. */
export async function haveChecked(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('invitation_check')
		.select('invitation_id')
		.where('area_id', '=', tx.area)
		.where('invitation_id', '=', id)
		.where('checked_by_id', '=', tx.account)
		.executeTakeFirst()
	return found !== undefined
}

/** Comes in with the acting account. False: nobody can by this code, or it is one's own, or of another area. */
export async function accept(tx: Tx, codeHash: Uint8Array): Promise<boolean> {
	const { rows } = await sql<{ person: string | null }>`
		select accept_invitation(${codeHash}::bytea, ${newId()}::uuid, ${newId()}::uuid) as person`.execute(tx)
	return Boolean(rows[0]?.person)
}
