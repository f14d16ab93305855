/** Every form: from nowhere but our own page and the session it was made for, by no other method, and with no other field. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask, fill } from './asking.ts'
import { all, found, place, things } from './matrix.ts'
import { browserForms, endSession, ownActs } from './own.table.ts'
import { addressIn, recordActs } from './record.table.ts'
import { idsOf, openActs, planActs } from './routes.table.ts'
import { print } from './rows.ts'

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
