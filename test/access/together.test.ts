/** With every check of the program left out: only what a person showed lets somebody else's device say yes in their name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { acting, type Tx } from '../../src/platform/database/acting.ts'
import { openPlace } from '../support/place.ts'
import { comeIn, type Someone } from './asking.ts'
import { plantThing } from './things.ts'

const place = await openPlace()
const { underneath, system } = place
const [ann, priya, callum, hannah] = [
	await comeIn(place, 'person'),
	await comeIn(place, 'practitioner'),
	await comeIn(place, 'other-practitioner'),
	await comeIn(place, 'former-practitioner'),
]

const refused = '42501'
/** Runs one statement as this account: the first value it gave, or the code with which it was refused. */
async function attempt(me: Someone, statement: string): Promise<unknown> {
	try {
		return await acting(place.connections, me, async (tx: Tx) => {
			const { rows } = await sql.raw<Record<string, unknown>>(statement).execute(tx)
			return Object.values(rows[0] ?? {})[0]
		})
	} catch (error) {
		return (error as { code?: string }).code ?? String(error)
	}
}

const tokenHash = async ({ token }: Someone) =>
	Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
async function sessionOf(who: Someone): Promise<string> {
	const [found] = await underneath<{ id: string }>('select id from session where token_hash = $1', [
		await tokenHash(who),
	])
	assert(found)
	return found.id
}
const sessions = { ann: await sessionOf(ann), priya: await sessionOf(priya), callum: await sessionOf(callum) }

const plant = () => plantThing(underneath, 'ann')
type Thing = Awaited<ReturnType<typeof plant>>
const hashOf = (thing: Thing) => Buffer.from(thing.hash, 'hex')
/** What happens when Ann has shown, beside this one, that it is her. */
const prove = async (
	beside: Someone,
	thing: Thing,
	of = thing.wording,
	hash = hashOf(thing),
	act: 'agree' | 'own' = 'agree',
) => system('system_tried_beside', await tokenHash(beside), ann.account, true, act, of, hash)
const agree = (me: Someone, session: string, thing: Thing) =>
	attempt(me, `select agree_together('${v7()}', '${session}', '${thing.wording}')`)
const agreed = async (thing: Thing) =>
	(await underneath('select id from agreement where wording_id = $1 and account_id = $2', [thing.wording, ann.account]))
		.length

test('a practitioner writes no yes of the person’s, whatever they put into it', async () => {
	const thing = await plant()
	const columns = 'area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id'
	const values = `'${thing.area}', '${v7()}', '${thing.outcome}', '${thing.scope}', '${thing.wording}', '\\x${thing.hash}'`
	for (const statement of [
		`insert into agreement (${columns}) values (${values}, '${ann.account}')`,
		`insert into agreement (${columns}, together_with_id) values (${values}, '${ann.account}', '${priya.account}')`,
		`insert into agreement (${columns}, together_with_id) values (${values}, '${priya.account}', '${ann.account}')`,
		`update agreement set said_alone_at = now() where id = '${thing.together}'`,
		`update wording set confirmed_at = now() where id = '${thing.wording}'`,
		`update difference set confirmed_at = now() where id = '${thing.heard}'`,
		`insert into gate.one_act select * from gate.one_act`,
		`select use_one_act('${sessions.priya}', '${ann.account}', 'agree', '${thing.wording}', '\\x${thing.hash}')`,
		`select system_tried_beside('\\x00', '${ann.account}', true, 'agree', '${thing.wording}', '\\x${thing.hash}')`,
	]) {
		assert.equal(await attempt(priya, statement), refused, statement)
	}
	assert.equal(await agreed(thing), 0)
})

test('only the proof that the person has just made is a yes of theirs: once, in that session, to those words', async () => {
	const [thing, other] = [await plant(), await plant()]
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'without any')
	await prove(priya, other)
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'for other words')
	await prove(priya, thing, thing.wording, hashOf(other))
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'for another hash')
	await prove(priya, thing, thing.wording, hashOf(thing), 'own')
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'for another act')
	await prove(priya, thing)
	assert.equal(await agree(callum, sessions.callum, thing), refused, 'by somebody else')
	assert.equal(await agree(callum, sessions.priya, thing), refused, 'by somebody else, in that session')
	assert.equal(await agree(priya, sessions.ann, thing), refused, 'in another session')
	assert.equal(await agree(ann, sessions.priya, thing), refused, 'by the person')
	await underneath(`update gate.one_act set ends_at = now() - interval '1 second'`)
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'a minute later')
	assert.equal(await agreed(thing), 0)
	await prove(priya, thing)
	assert.equal(await agree(priya, sessions.priya, thing), true)
	assert.equal(await agree(priya, sessions.priya, thing), refused, 'a second time')
	assert.equal(await agreed(thing), 1)
})

test('no proof is made beside somebody who does not work with the person now, and nothing is told', async () => {
	const thing = await plant()
	const events = () => underneath('select id from sign_in_event')
	const before = await events()
	for (const other of [ann, callum, hannah]) {
		assert.deepEqual(await prove(other, thing), [])
		assert.deepEqual(await system('system_secret_beside', await tokenHash(other), ann.account), [])
		assert.deepEqual(await system('system_passkeys_beside', await tokenHash(other), ann.account), [])
	}
	assert.deepEqual(await events(), before)
	assert.deepEqual(await underneath('select * from gate.one_act where thing_id = $1', [thing.wording]), [])
	assert.equal((await system('system_secret_beside', await tokenHash(priya), ann.account)).length, 1)
	await underneath('update session set ends_at = now() where id = $1', [sessions.callum])
})

test('when other words stand, or these were disowned, the proof is of no use', async () => {
	const thing = await plant()
	await prove(priya, thing)
	await underneath(
		`insert into wording (area_id, id, outcome_id, scope_id, number, words, author_id)
			select area_id, $1, outcome_id, scope_id, 3, 'Newer', author_id from wording where id = $2`,
		[v7(), thing.wording],
	)
	assert.equal(await agree(priya, sessions.priya, thing), false)
	assert.equal(await agreed(thing), 0)
})

test('the same is said alone by the one who said yes, in a session of their own, and by nobody else', async () => {
	const thing = await plant()
	const say = (me: Someone, session: string) => attempt(me, `select say_alone('${thing.together}', '${session}')`)
	assert.equal(await say(priya, sessions.priya), false)
	assert.equal(await say(priya, sessions.ann), refused)
	assert.equal(await say(ann, sessions.priya), refused)
	for (const how of ['card', 'together']) {
		await underneath('update session set assurance = $1 where id = $2', [how, sessions.ann])
		assert.equal(await say(ann, sessions.ann), refused, how)
		assert.equal(await attempt(ann, `select own_words('${thing.heard}', '${sessions.ann}')`), refused, how)
	}
	await underneath(`update session set assurance = 'secret' where id = $1`, [sessions.ann])
	assert.equal(await say(ann, sessions.ann), true)
	assert.equal(await say(ann, sessions.ann), false)
})

test('whether words are theirs is said by the one they were heard from, once, and nobody hears words from anyone else', async () => {
	const thing = await plant()
	const own = (me: Someone, session: string) => attempt(me, `select own_words('${thing.heard}', '${session}')`)
	assert.equal(await own(priya, sessions.priya), false)
	assert.equal(await attempt(priya, `select disown_words('${thing.heard}')`), false)
	assert.equal(await attempt(priya, `select own_together('${sessions.priya}', '${thing.heard}')`), refused)
	const takeBack = (me: Someone) =>
		attempt(me, `update difference set withdrawn_at = now() where id = '${thing.heard}' returning 'taken back'`)
	assert.equal(await own(ann, sessions.ann), true)
	assert.equal(await takeBack(priya), undefined, 'it is no longer the scribe’s to take back')
	assert.equal(await takeBack(ann), 'taken back')
	assert.equal(await attempt(ann, `select disown_words('${thing.heard}')`), false)
	const write = (me: Someone, from: string) =>
		attempt(
			me,
			`insert into difference (area_id, id, outcome_id, scope_id, author_id, reason, heard_from_id)
				values ('${thing.area}', '${v7()}', '${thing.outcome}', '${thing.scope}', '${me.account}', 'Heard', '${from}')`,
		)
	assert.equal(await write(priya, ann.account), undefined)
	assert.equal(await write(priya, callum.account), '23503', 'from somebody whose plan it is not')
	assert.equal(await write(ann, ann.account), '23514', 'from oneself')
})
