/** Who may write what: every form but those in an outcome, sent by everyone, about every plan. Exactly the rows that should be written are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask, comeIn, fill, type Someone } from './asking.ts'
import { assertChanges } from './changes.ts'
import { all, type Cell, cellsOf, cellsToTest, nameOf, place } from './matrix.ts'
import { browserForms, endSession, ownActs } from './own.table.ts'
import { isInOutcome, testPlanActs } from './plan-acts.ts'
import { openActs } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'

const untested = new Set(
	[...cellsToTest('POST', 'PUT', 'PATCH', 'DELETE')].filter((cell) => !isInOutcome(cell.split(' ')[1] ?? '')),
)

testPlanActs((pattern) => !isInOutcome(pattern), untested)

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
		const [known, there] = [await comeIn(place, cell.who), await comeIn(place, cell.who)]
		const here = known.account ? await sure(known) : known
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
