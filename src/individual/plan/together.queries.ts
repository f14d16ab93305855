import { sql } from 'kysely'
import { recordChange } from '../../common/access-record/index.ts'
import { tellSomethingNew } from '../../common/messages/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'

/** Whose plan, which outcome of it, and the thing in it that is meant: words, a view, or a yes. */
type About = { person: string; outcome: string; thing: string }

/** Asks a function of the database whether it did what only it may do. */
async function done(tx: Tx, call: ReturnType<typeof sql<{ done: boolean }>>): Promise<boolean> {
	const { rows } = await call.execute(tx)
	return rows[0]?.done === true
}

/**
 * Writes down the yes that the person has just given in this session of the acting account's, and tells them where they chose.
 * The database takes it for the proof that they made, and refuses it without.
 *
 * @returns false when other words stand now: nothing is written
 */
export async function agreeTogether(tx: Tx, { person, thing }: About, session: string): Promise<boolean> {
	const agreed = await done(tx, sql`select agree_together(${newId()}, ${session}, ${thing}) as done`)
	if (agreed) await tellSomethingNew(tx, person)
	return agreed
}

/** The same for a view that the acting account wrote down: the person has just said that it is theirs. */
export async function ownTogether(tx: Tx, { person, thing }: About, session: string): Promise<boolean> {
	const owned = await done(tx, sql`select own_together(${session}, ${thing}) as done`)
	if (owned) await tellSomethingNew(tx, person)
	return owned
}

/** Says alone what the acting account agreed to together. False when it has said so before, or has taken it back. */
export async function sayAlone(tx: Tx, { person, outcome, thing }: About, session: string): Promise<boolean> {
	const said = await done(tx, sql`select say_alone(${thing}, ${session}) as done`)
	if (said) await recordChange(tx, { people: [person], what: 'agreement', thing: outcome })
	return said
}

/** Says that words which somebody wrote down are the acting account's own. False when it has said before whether they are. */
export async function ownWords(tx: Tx, { person, outcome, thing }: About, session: string): Promise<boolean> {
	const owned = await done(tx, sql`select own_words(${thing}, ${session}) as done`)
	if (owned) await recordChange(tx, { people: [person], what: 'own_words', thing: outcome })
	return owned
}

/** Says that they are not. */
export async function disownWords(tx: Tx, { person, outcome, thing }: About): Promise<boolean> {
	const disowned = await done(tx, sql`select disown_words(${thing}) as done`)
	if (disowned) await recordChange(tx, { people: [person], what: 'own_words', thing: outcome })
	return disowned
}
