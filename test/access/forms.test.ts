/** Every form: from nowhere but our own page and the session it was made for, by no other method, and with no other field. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { ask, comeIn, fill } from './asking.ts'
import { assertChanges } from './changes.ts'
import { all, found, place, things } from './matrix.ts'
import { browserForms, endSession, ownActs } from './own.table.ts'
import { addressIn, recordActs } from './record.table.ts'
import { idsOf, onlyFor, openActs, planActs } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { plantThing } from './things.ts'

const ann = all.person
const forms = [...new Set(found.filter(({ method }) => method !== 'GET' && method !== 'HEAD').map(({ url }) => url))]
const token = (csrf: string) => ({ csrf })

/** The address of a form, in Ann's plan or beside it, and fields that it would take from her. */
function filled(pattern: string): { url: string; fields: Record<string, string> } {
	const ofRecord = recordActs[pattern]
	if (ofRecord) return { url: addressIn(pattern, things.ann), fields: ofRecord.fields(v7()) }
	const act = planActs[pattern]
	const own = ownActs[pattern]
	if (own) return { url: fill(pattern, own.ids ?? {}), fields: own.fields(v7()) }
	if (!act) {
		const fields = { ...openActs[pattern]?.fields, ...browserForms[pattern]?.fields }
		return { url: fill(pattern, { session: v7() }), fields }
	}
	return {
		url: fill(pattern, idsOf(things.ann, 'person', act.ids)),
		fields: act.fields(things.ann, 'person', v7()),
	}
}

test('every address that takes anything is a form of the declared table', () => {
	assert.deepEqual(
		forms.sort(),
		Object.keys({ ...openActs, ...planActs, ...ownActs, ...browserForms, ...recordActs, [endSession]: true }).sort(),
	)
	assert(found.every(({ method }) => ['GET', 'HEAD', 'POST'].includes(method)))
})

for (const pattern of forms) {
	const { url, fields } = filled(pattern)
	// Whoever reads their own record is recorded there, and nowhere else.
	const readings = recordActs[pattern] ? ['access_entry', 'access_head'] : []

	test(`POST ${pattern}: refused from elsewhere, and nothing is written`, async () => {
		const before = await print(place.underneath)
		const tokens = [token(''), token('wrong'), token(`${ann.csrf}x`), token(all['other-person'].csrf)]
		for (const wrong of openActs[pattern]?.anonymous ? [] : tokens) {
			const answer = await ask(place, ann, 'POST', url, { ...fields, ...wrong })
			assert.equal(answer.statusCode, 403, `with the token "${wrong.csrf}"`)
		}
		for (const header of [
			{ origin: 'https://elsewhere.example' },
			{ origin: 'http://localhost:3001' },
			{ origin: 'http://elsewhere.example', host: 'localhost:3000' },
			{ 'sec-fetch-site': 'cross-site' },
			{ 'sec-fetch-site': 'same-site' },
			{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
		]) {
			const answer = await ask(place, ann, 'POST', url, fields, header)
			assert.equal(answer.statusCode, 403, JSON.stringify(header))
		}
		assert.equal(await print(place.underneath), before)
	})

	test(`${pattern} by any other method, or as another kind of body: nothing is written`, async () => {
		const before = await print(place.underneath, readings)
		const query = new URLSearchParams({ ...fields, csrf: ann.csrf }).toString()
		for (const method of ['GET', 'HEAD']) {
			const answer = await ask(place, ann, method, `${url}?${query}`)
			assert([200, 303, 404].includes(answer.statusCode), method)
		}
		for (const method of ['PUT', 'PATCH', 'DELETE', 'QUERY', 'PROPFIND', 'OPTIONS', 'TRACE']) {
			const answer = await ask(place, ann, method, url, fields)
			assert([400, 403, 404, 405].includes(answer.statusCode), `${method} is answered with ${answer.statusCode}`)
		}
		const cookie = { cookie: ann.cookie }
		for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
			const payload = JSON.stringify({ ...fields, csrf: ann.csrf })
			const headers = { ...cookie, 'content-type': type }
			const answer = await place.app.inject({ method: 'POST', url, payload, headers })
			assert([400, 403, 415].includes(answer.statusCode), `${type} is answered with ${answer.statusCode}`)
		}
		assert.equal(await print(place.underneath, readings), before)
	})

	test(`a request is never another method than it says, ${pattern}`, async () => {
		const before = await print(place.underneath, readings)
		const overrides = { 'x-http-method-override': 'POST', 'x-http-method': 'POST', 'x-method-override': 'POST' }
		const answer = await place.app.inject({
			method: 'GET',
			url: `${url}?_method=POST&csrf=${ann.csrf}`,
			headers: { cookie: ann.cookie, ...overrides },
		})
		assert([200, 303, 404].includes(answer.statusCode))
		assert.equal(await print(place.underneath, readings), before)
	})
}

/** The names of all columns, a few at a time as a form can hold, each with a value that is right for none of them. */
const columns = await place.underneath<{ name: string }>(
	`select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
)
const strange = columns.map(
	({ name }) => [name, /(^|_)id$/.test(name) ? idOf('joseph') : '2001-01-01T00:00:00Z'] as const,
)
const atATime = 30
const someStrange = Array.from({ length: Math.ceil(strange.length / atATime) }, (_, at) =>
	strange.slice(at * atATime, (at + 1) * atATime),
)
const inCode = { 'author-id': idOf('joseph'), authorId: idOf('joseph'), __proto__: 'x', constructor: 'x' }

for (const [pattern, act] of Object.entries(planActs).filter(([, { whose }]) => whose !== 'leavers')) {
	test(`POST ${pattern} with every column's name as a field: only its own fields count`, async () => {
		for (const some of someStrange) {
			const thing = await plantThing(place.underneath, 'ann')
			const once = v7()
			await place.underneath('delete from draft')
			// Who is told something new is not told again on the same day.
			await place.underneath('delete from message')
			await place.underneath('update sign_in_card set ended_at = now()')
			const rows = await allRows(place.underneath)
			const hand = onlyFor[pattern] ?? 'person'
			const own = act.fields(thing, hand, once)
			// What is a field of a form too is not strange to it.
			const more = some.filter(([name]) => !['why', 'words', 'kind', 'answer', 'reason'].includes(name))
			const url = fill(pattern, idsOf(thing, hand, act.ids))
			const answer = await ask(place, all[hand], 'POST', url, { ...Object.fromEntries(more), ...inCode, ...own })
			assert.equal(answer.statusCode, act.to === 'card' ? 200 : act.to === 'not there' ? 404 : 303)
			const changes = await changesSince(rows, place.underneath)
			assertChanges(changes, act.writes?.(thing, hand, once) ?? [], pattern)
			await place.underneath('update opening set closed_at = now() where id = $1', [once])
			await place.underneath('delete from invitation where id = any ($1)', [[once, thing.invitation, thing.card]])
			const written = JSON.stringify(changes)
			assert(!written.includes('2001-01-01'), 'no time or word of the strange ones is written')
			assert(!written.includes(idOf('joseph')), 'no id of the strange ones is written')
		}
	})
}

for (const [url, act] of Object.entries(openActs)) {
	test(`POST ${url} with every column's name as a field: only its own fields count`, async () => {
		for (const some of someStrange) {
			const who = await comeIn(place, 'person')
			const rows = await allRows(place.underneath)
			const answer = await ask(place, who, 'POST', url, { ...Object.fromEntries(some), ...inCode, ...act.fields })
			assert.equal(answer.statusCode, 303)
			const changes = await changesSince(rows, place.underneath)
			assertChanges(changes, act.writes(who), url)
			assert(!JSON.stringify(changes).includes('2001-01-01'))
		}
	})
}
