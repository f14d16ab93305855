/** Who may write what: every form, sent by everyone, about every plan. Exactly the rows that should be written are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask, comeIn, fill, type Someone } from './asking.ts'
import type { Hand } from './cast.ts'
import { assertChanges } from './changes.ts'
import {
	accessOf,
	all,
	assertNotThere,
	type Cell,
	cellsOf,
	cellsToTest,
	nameOf,
	place,
	refusedHands,
	thingOf,
} from './matrix.ts'
import { browserForms, endSession, ownActs } from './own.table.ts'
import { idsOf, openActs, planActs } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { plantThing, plantThird, type Thing } from './things.ts'

const untested = cellsToTest('POST', 'PUT', 'PATCH', 'DELETE')

for (const [pattern, { ids, fields, whose }] of Object.entries(planActs)) {
	test(`POST ${pattern}`, async () => {
		const before = await print(place.underneath)
		for (const cell of cellsOf('POST', pattern)) {
			for (const hand of refusedHands(cell, whose)) {
				const sent = fields(thingOf(cell), hand, v7())
				const steps = 'step' in sent ? [sent, { ...sent, step: 'later' }] : [sent]
				for (const step of steps) {
					await assertNotThere(all[cell.who], 'POST', pattern, idsOf(thingOf(cell), hand, ids), step)
				}
			}
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of cellsOf('POST', pattern)) {
			const as = accessOf(cell, whose)
			const thing = as && (await plantThing(place.underneath, thingOf(cell).plan))
			// Who is no hand of the plan acts on what is theirs in it.
			const isThird = as === 'reader' && whose === 'readers'
			if (thing)
				await assertAct(cell, isThird ? await plantThird(place.underneath, thing, all[cell.who].account) : thing, as)
			untested.delete(nameOf(cell))
		}
	})
}

/** Writes exactly what it should, on a thing of its own so that no cell stands in another's way. */
async function assertAct(cell: Cell, thing: Thing, as: Hand | 'reader'): Promise<void> {
	const { pattern, who } = cell
	const act = planActs[pattern]
	assert(act)
	const hand = as === 'reader' ? 'person' : as
	const once = v7()
	const rows = await allRows(place.underneath)
	const url = fill(pattern, idsOf(thing, hand, act.ids))
	const answer = await ask(place, all[who], 'POST', url, act.fields(thing, hand, once))
	if (act.writes) {
		assertChanges(await changesSince(rows, place.underneath), act.writes(thing, hand, once), nameOf(cell))
	}
	await place.underneath('delete from invitation where id = any ($1)', [[once, thing.invitation, thing.card]])
	if (act.to === 'not there') return assert.equal(answer.statusCode, 404, nameOf(cell))
	if (act.to === 'card') return assert.match(answer.body, /class="card__code">[0-9A-Z-]{14}</, nameOf(cell))
	await place.underneath('update opening set closed_at = now() where id = $1', [once])
	await place.underneath(
		`delete from message where kind = 'something-new' and asked_at > now() - interval '1 hour' and account_id = $1`,
		[thing.person.account],
	)
	await place.underneath(`delete from draft where form = 'opening' and account_id = $1`, [thing.person.account])
	const ofPerson = `/people/${thing.owner}`
	const to = {
		plan: `${ofPerson}/plan`,
		outcome: `${ofPerson}/plan/outcomes/${thing.outcome}`,
		'new outcome': `${ofPerson}/plan/outcomes/${once}`,
		openings: `${ofPerson}/openings`,
		review: `${ofPerson}/plan/reviews/${thing.review}`,
		reviews: `${ofPerson}/plan/reviews`,
		open: `${ofPerson}/openings/open`,
		home: '/',
		supporters: `${ofPerson}/supporters`,
		'to check': '/invitations',
		hope: `${ofPerson}/hope`,
		progress: `${ofPerson}/plan/outcomes/${thing.outcome}/progress`,
		'new appointment': `${ofPerson}/appointments/${once}`,
		appointment: `${ofPerson}/appointments/${thing.meeting.appointment}`,
		'appointment asked for by the other': `${ofPerson}/appointments/${thing.meeting[hand === 'person' ? 'practitioner' : 'person'].asked}`,
		'other time': `${ofPerson}/appointments/${thing.meeting.appointment}/other-time`,
		'other time than what was': `${ofPerson}/appointments/${thing.meeting.past}/other-time`,
		'end of work': `${ofPerson}/end-of-work`,
		reminders: `${ofPerson}/appointments/reminders`,
	}[act.to]
	const told = act.to === 'open' ? '' : '\\?done(?:=\\w+)?'
	assert.match(answer.headers.location ?? '', new RegExp(`^${to}${told}$`), nameOf(cell))
	const next = await ask(place, all[who], 'GET', answer.headers.location ?? '')
	assert.equal(next.statusCode, 200, nameOf(cell))
	assert(
		act.to === 'open' || next.body.includes('notification-banner'),
		`${nameOf(cell)}: the next page says what was done`,
	)
}

for (const [pattern, act] of Object.entries(openActs)) {
	test(`POST ${pattern}`, async () => {
		for (const cell of cellsOf('POST', pattern)) {
			const who = await comeIn(place, cell.who)
			const rows = await allRows(place.underneath)
			const answer = await ask(place, who, 'POST', pattern, act.fields)
			const allowed = act.anonymous === true || who.account !== ''
			assert.equal(answer.statusCode, allowed ? 303 : 401, nameOf(cell))
			assert.equal(answer.headers.location, allowed ? act.to : undefined, nameOf(cell))
			assertChanges(await changesSince(rows, place.underneath), allowed ? act.writes(who) : [], nameOf(cell))
			untested.delete(nameOf(cell))
		}
	})
}

/** The same one, who has just shown that it is them: the session goes on under a new token. */
async function sure(who: Someone): Promise<Someone> {
	const shown = await ask(place, who, 'POST', '/account/sure', { to: '/account' })
	const token = shown.cookies.find(({ name }) => name === '__Host-session')?.value
	if (!token) return who
	const cookie = `__Host-session=${token}`
	const page = await ask(place, { cookie, csrf: '' }, 'GET', '/account/sessions')
	return { ...who, token, cookie, csrf: page.body.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? '' }
}

const exactly = (text: string) => new RegExp(`^${text.replaceAll(/[.?]/g, String.raw`\$&`)}$`)

test(`POST ${endSession}: one's own in another browser, and nobody else's`, async () => {
	for (const cell of cellsOf('POST', endSession)) {
		const [here, there] = [await comeIn(place, cell.who), await comeIn(place, cell.who)]
		const stranger = await comeIn(place, cell.who === 'supporter' ? 'partner' : 'supporter')
		const end = async (of: string) => {
			const session = (await sessionOf(of)) ?? v7()
			return ask(place, here, 'POST', fill(endSession, { session }), {})
		}
		assert.equal((await end(stranger.token)).statusCode, here.account ? 404 : 401, nameOf(cell))
		assert(await sessionOf(stranger.token), nameOf(cell))
		assert.equal((await end(there.token)).statusCode, here.account ? 303 : 401, nameOf(cell))
		assert.equal(await sessionOf(there.token), undefined, nameOf(cell))
		untested.delete(nameOf(cell))
	}
})

async function sessionOf(token: string): Promise<string | undefined> {
	const hash = `token_hash = sha256(convert_to($1, 'UTF8'))`
	return (await place.underneath<{ id: string }>(`select id from session where ${hash}`, [token]))[0]?.id
}

for (const [pattern, { page, fields, status = 422 }] of Object.entries(browserForms)) {
	test(`POST ${pattern}: only from a page that this browser was given, whoever is signed in`, async () => {
		const before = await print(place.underneath)
		for (const cell of cellsOf('POST', pattern)) {
			const who = all[cell.who]
			assert.equal((await ask(place, who, 'POST', pattern, fields)).statusCode, 403, nameOf(cell))
			const form = await ask(place, who, 'GET', page)
			const token = form.cookies.find(({ name }) => name === '__Host-browser')?.value
			const csrf = [...form.body.matchAll(/name="csrf" value="([\w-]+)"/g)].map(([, value]) => value ?? '')
			const cookie = [who.cookie, `__Host-browser=${token}`].filter(Boolean).join('; ')
			const own = csrf.find((one) => one !== who.csrf) ?? ''
			const answer = await ask(place, { cookie, csrf: own }, 'POST', pattern, fields)
			assert.equal(answer.statusCode, status, nameOf(cell))
			await place.underneath('delete from gate.tries')
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath), before, 'and nothing is written')
	})
}

for (const [pattern, act] of Object.entries(ownActs)) {
	test(`POST ${pattern}: for those it is for, and not there for anybody else`, async () => {
		const url = fill(pattern, act.ids ?? {})
		const [theirs, others] = [...cellsOf('POST', pattern)].reduce<[Cell[], Cell[]]>(
			([yes, no], cell) => (act.who.includes(cell.who) ? [[...yes, cell], no] : [yes, [...no, cell]]),
			[[], []],
		)
		const before = await print(place.underneath)
		for (const cell of others) {
			const answer = await ask(place, all[cell.who], 'POST', url, act.fields(v7()))
			assert.equal(answer.statusCode, all[cell.who].account ? 404 : 401, nameOf(cell))
			untested.delete(nameOf(cell))
		}
		assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
		for (const cell of theirs) {
			// Some of these end sessions or give them a new secret, so each cell has one of its own.
			const known = await comeIn(place, cell.who)
			const who = act.isSure ? await sure(known) : known
			await place.underneath('delete from gate.tries')
			const once = v7()
			const rows = act.writes && (await allRows(place.underneath))
			const answer = await ask(place, who, 'POST', url, act.fields(once))
			assert.equal(answer.statusCode, act.to === '' ? (act.status ?? 200) : 303, nameOf(cell))
			assert.match(answer.headers.location ?? '', typeof act.to === 'string' ? exactly(act.to) : act.to, nameOf(cell))
			if (act.writes && rows) {
				assertChanges(await changesSince(rows, place.underneath), act.writes(who, once), nameOf(cell))
			}
			untested.delete(nameOf(cell))
		}
	})
}

test('no cell was left out', () => {
	assert.deepEqual([...untested], [])
})
