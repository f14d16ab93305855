/** What every answer says to the browser, and how long a session lives. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { northgate, rivermouth } from '../../demo/cast.ts'
import { ask, comeIn, fill } from './asking.ts'
import { hands, plans } from './cast.ts'
import { all, found, place, things } from './matrix.ts'
import { ownActs, ownPages } from './own.table.ts'
import { idsOf, planActs, planPages } from './routes.table.ts'

type Seen = { where: string; answer: LightMyRequestResponse; csrf: string; token: string }

/** Every address, as somebody who may and as somebody who may not; and what goes wrong on the way to one. */
async function crawl(): Promise<Seen[]> {
	const seen: Seen[] = []
	for (const who of [all.person, all.practitioner, all['other-person'], all.anonymous]) {
		const visit = async (
			method: string,
			url: string,
			fields?: Record<string, string>,
			headers?: Record<string, string>,
		) =>
			seen.push({
				where: `${method} ${url} by ${who.name}`,
				answer: await ask(place, who, method, url, fields, headers),
				...{ csrf: who.csrf, token: who.token },
			})
		const hand = hands.find((hand) => plans.ann[hand] === who.name) ?? 'person'
		for (const { method, url } of found) {
			const { ids } = (method === 'POST' ? planActs : planPages)[url] ?? {}
			// Signing out would end the crawl; it has a test of its own.
			if (['/sign-out', '/demo/sign-in', '/account/sure', '/account/sessions/end-others'].includes(url)) continue
			const all = { ...idsOf(things.ann, hand, ids), ...ownPages[url]?.ids, ...ownActs[url]?.ids, session: v7() }
			await visit(method, fill(url, all), method === 'POST' ? {} : undefined)
		}
		await visit('GET', '/no/such/page')
		await visit('GET', '/people/not-an-id')
		await visit('GET', '/%00')
		await visit('GET', '/%zz')
		await visit('GET', `/people/${'a'.repeat(300)}`)
		await visit('PUT', '/', {})
		await visit('POST', '/words', { locale: 'en' }, { 'sec-fetch-site': 'cross-site' })
		await visit('POST', '/words', { back: 'x'.repeat(1_100_000) })
		await visit('POST', '/words', { locale: 'en' }, { 'content-type': 'application/json' })
	}
	return seen
}

const seen = await crawl()
const pages = seen.filter(({ answer }) => String(answer.headers['content-type']).startsWith('text/html'))
const html = pages.filter(({ answer }) => answer.body !== '')

test('the crawl has seen every address and every kind of answer', () => {
	const statuses = [...new Set(seen.map(({ answer }) => answer.statusCode))].sort()
	for (const status of [200, 302, 303, 400, 401, 403, 404, 413, 422]) assert(statuses.includes(status), `${status}`)
	const failed = seen.filter(({ answer }) => answer.statusCode >= 500).map(({ where }) => where)
	assert.deepEqual(failed, [])
	assert(html.length > 100)
})

/** What is somebody's file is never shown as a page: it is kept where the reader keeps files, and asks nobody for anything. */
const isFile = ({ headers }: LightMyRequestResponse) =>
	/^(?:image|audio)\//.test(String(headers['content-type'])) &&
	/^attachment; filename="[\w-]+\.\w+"$/.test(String(headers['content-disposition'])) &&
	String(headers['content-security-policy']).endsWith('; sandbox')

test('every answer has every security header', () => {
	for (const { where, answer } of seen) {
		const { headers } = answer
		const policy = String(headers['content-security-policy'])
		for (const rule of [
			"default-src 'none'",
			...(isFile(answer) ? ["form-action 'none'"] : ["script-src 'self'", "style-src 'self'", "form-action 'self'"]),
			"frame-ancestors 'none'",
			"base-uri 'none'",
		]) {
			assert(policy.split('; ').includes(rule), `${where}: ${rule}`)
		}
		assert.doesNotMatch(policy, /unsafe|\*|https?:|data:/, where)
		const [, page] = where.match(/^(?:GET|HEAD|POST) \/people\/[\w-]{36}\/(\S+)/) ?? []
		const mayRecord =
			/^(?:notes|story\/moments\/[\w-]{36})\/voice$/.test(page ?? '') &&
			answer.statusCode !== 404 &&
			answer.statusCode !== 401
		assert.equal(String(headers['permissions-policy']).includes('microphone=()'), !mayRecord, where)
		assert.equal(policy.includes('blob:'), mayRecord, where)
		const [, age] = String(headers['strict-transport-security']).match(/^max-age=(\d+); includeSubDomains$/) ?? []
		assert(Number(age) >= 31_536_000, `${where}: strict transport for a year`)
		assert.equal(headers['x-content-type-options'], 'nosniff', where)
		assert.equal(headers['x-frame-options'], 'DENY', where)
		assert.equal(headers['referrer-policy'], 'no-referrer', where)
		assert.equal(headers['cross-origin-opener-policy'], 'same-origin', where)
		assert.equal(headers['cross-origin-resource-policy'], 'same-origin', where)
		assert.equal(headers.server ?? headers['x-powered-by'], undefined, where)
	}
})

test('nothing is kept by a browser but files whose name says what is in them', () => {
	for (const { where, answer } of seen) {
		const kept = answer.headers['cache-control']
		if (/^(GET|HEAD) \/assets\//.test(where)) assert.equal(kept, 'public, max-age=31536000, immutable', where)
		else assert.equal(kept, 'no-store', where)
	}
})

test('text says how it is written', () => {
	for (const { where, answer } of seen) {
		const type = String(answer.headers['content-type'] ?? '')
		const isText = /^(text\/|application\/(?:schema\+)?json)/.test(type)
		if (isText) assert.match(type, /; charset=utf-8$/, where)
		if (answer.body) assert(isText || type === 'image/svg+xml' || isFile(answer), `${where}: ${type}`)
	}
})

/** The value of each such attribute in a page. */
const valuesOf = (page: string, ...names: string[]) =>
	[...page.matchAll(new RegExp(`\\s(?:${names.join('|')})="([^"]*)"`, 'g'))].flatMap(([, value]) => value ?? [])

test('no address names anyone or gives a secret away', () => {
	const names = [...rivermouth, ...northgate].flatMap(({ name, called }) => [...name.split(/[\s-]/), called])
	const words = names.map((name) => encodeURIComponent(name.toLowerCase()).toLowerCase())
	const ours =
		/^(?:#[\w-]+|tel:\d+|\?check|\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?(?:\?(?:done(?:=[\w-]+)?|check|left|large|named|before=\d+|strength=[\w-]{36}|to=\/[a-z0-9/-]+(?:&(?:amp;)?by=more)?))?|\/assets\/[\w-]+\.\w+)$/
	const exit = 'https://www.bbc.co.uk/weather'
	for (const { where, answer, csrf, token } of seen) {
		const addresses = [...valuesOf(answer.body, 'href', 'action', 'src', 'formaction'), answer.headers.location ?? '/']
		for (const address of addresses) {
			if (address === exit && answer.body) continue
			assert.match(address, ours, `${where} leads to ${address}`)
			for (const secret of [csrf, token]) assert(!secret || !address.includes(secret), where)
			const parts = address.toLowerCase().split(/[/?=&.-]/)
			for (const word of words) assert(!parts.includes(word), `${where} leads to ${address}`)
		}
		if (token) assert(!answer.body.includes(token), `${where}: the session's secret is in no page`)
	}
})

test('every page has the way out, second in the order of tabs', () => {
	for (const { where, answer } of html) {
		const body = answer.body.slice(answer.body.indexOf('<body'))
		const stops = [
			...body.matchAll(/<(?:a\s[^>]*href|button|input(?![^>]*type="hidden")|select|textarea|summary)[^>]*>/g),
		]
		const [first, second] = stops.map(([tag]) => tag)
		assert.match(first ?? '', /href="#main-content"/, where)
		assert.match(second ?? '', /href="https:\/\/www\.bbc\.co\.uk\/weather"/, where)
		assert.match(second ?? '', /rel="[^"]*noreferrer/, where)
		assert.doesNotMatch(body, /tabindex="[1-9]/i, where)
	}
})

test('the title gives nobody away', () => {
	const names = [...rivermouth, ...northgate].flatMap(({ name }) => name.split(/[\s-]/))
	const areas = ['Rivermouth', 'Northgate']
	const banned = /probation|offen[cd]|court|prison|justice|order|sentence|crim|police|supervis|licence|mark-/i
	for (const { where, answer } of html) {
		const [, title] = answer.body.match(/<title>([^<]+)<\/title>/) ?? []
		assert(title, where)
		assert.doesNotMatch(title, banned, where)
		for (const name of [...names, ...areas]) assert(!title.split(/\W+/).includes(name), `${where}: ${title}`)
	}
})

test('no page carries script or style of its own', () => {
	for (const { where, answer } of html) {
		assert.doesNotMatch(
			answer.body,
			/<style|<script(?![^>]*\ssrc="\/assets\/)[^>]*>|<base|<iframe|<object|<embed/i,
			where,
		)
		// Own words are escaped, so a tag is a tag of ours.
		for (const [tag] of answer.body.matchAll(/<[a-z][^>]*>/gi)) {
			assert.doesNotMatch(tag, /\s(?:style|on\w+)\s*=/i, where)
			assert.doesNotMatch(tag, /=\s*"\s*(?:javascript|data|vbscript):/i, where)
		}
		const ours = /^(?:\/assets\/[\w-]+\.(?:js|svg)|\/people\/[\w-]{36}\/files\/[\w-]{36}(?:\/preview)?)$/
		for (const src of valuesOf(answer.body, 'src')) assert.match(src, ours, where)
	}
})

const sessionCookie = (answer: LightMyRequestResponse) =>
	[answer.headers['set-cookie'] ?? []].flat().filter((line) => line.startsWith('__Host-session='))
const signIn = (cookie: string) => ask(place, { cookie, csrf: '' }, 'POST', '/demo/sign-in', { account: 'person' })
const tokenIn = (answer: LightMyRequestResponse) =>
	sessionCookie(answer)
		.at(-1)
		?.match(/^__Host-session=([^;]*)/)?.[1] ?? ''
const isIn = async (token: string) => {
	const answer = await ask(
		place,
		{ cookie: `__Host-session=${token}`, csrf: '' },
		'GET',
		`/people/${all.person.account}`,
	)
	assert([200, 401].includes(answer.statusCode))
	return answer.statusCode === 200
}

test('a session is a secret of 256 bits that only our own pages over https send back', async () => {
	const tokens = new Set<string>()
	for (let count = 0; count < 20; count++) {
		const answer = await signIn('')
		const cookies = sessionCookie(answer)
		assert.equal(cookies.length, 1)
		const attributes = (cookies[0] ?? '')
			.split('; ')
			.slice(1)
			.map((one) => one.toLowerCase())
		assert.deepEqual(attributes.sort(), ['httponly', 'path=/', 'samesite=lax', 'secure'])
		assert.equal(Buffer.from(tokenIn(answer), 'base64url').length, 32)
		tokens.add(tokenIn(answer))
	}
	assert.equal(tokens.size, 20)
	const stored = await place.underneath<{ row: string }>('select t::text as row from session t')
	for (const token of tokens) assert(!stored.some(({ row }) => row.includes(token)), 'the secret itself is not stored')
})

test('signing in makes a new secret and ends the one before, and takes none that it is given', async () => {
	const planted = 'A'.repeat(43)
	const first = tokenIn(await signIn(`__Host-session=${planted}`))
	assert.notEqual(first, planted)
	assert.equal(await isIn(planted), false)
	assert.equal(await isIn(first), true)
	const second = tokenIn(await signIn(`__Host-session=${first}`))
	assert.notEqual(second, first)
	assert.equal(await isIn(first), false, 'the old one is dead')
	assert.equal(await isIn(second), true)
})

test('signing out ends the session, here and now, and clears the browser', async () => {
	const [one, other] = [await comeIn(place, 'person'), await comeIn(place, 'person')]
	const answer = await ask(place, one, 'POST', '/sign-out', {})
	assert.equal(answer.statusCode, 303)
	assert.match(String(answer.headers['clear-site-data']), /"cache".*"storage"/)
	assert.match(sessionCookie(answer).join(), /^__Host-session=;.*(?:max-age=0|expires=thu, 01 jan 1970)/i)
	assert.equal(await isIn(one.token), false)
	assert.equal(await isIn(other.token), true, 'on another device they are still signed in')
	const late = await ask(place, one, 'POST', '/sign-out', {})
	assert.equal(late.statusCode, 401, 'a page that was still open can do nothing')
})

/** The session of this secret, moved in time or otherwise changed past every policy. */
const change = (token: string, set: string) =>
	place.underneath(`update session set ${set} where token_hash = sha256(convert_to($1, 'UTF8'))`, [token])

test('a session ends when it is not used, and at its end in any case; by the database’s clock', async () => {
	for (const [set, alive] of [
		[`seen_at = now() - make_interval(mins => idle_for_minutes - 1)`, true],
		[`seen_at = now() - make_interval(mins => idle_for_minutes + 1)`, false],
		[`ends_at = now() + interval '1 minute'`, true],
		[`ends_at = now() - interval '1 second'`, false],
	] as const) {
		const { token } = await comeIn(place, 'person')
		await change(token, set)
		assert.equal(await isIn(token), alive, set)
	}
	const { token } = await comeIn(place, 'person')
	await change(token, `seen_at = now() - interval '5 minutes'`)
	assert.equal(await isIn(token), true)
	const [session] = await place.underneath<{ fresh: boolean; bounded: boolean }>(
		`select seen_at > now() - interval '1 minute' as fresh, ends_at <= began_at + interval '12 hours' as bounded
			from session where token_hash = sha256(convert_to($1, 'UTF8'))`,
		[token],
	)
	assert.deepEqual(session, { fresh: true, bounded: true }, 'use keeps it from being idle, and not from ending')
})

test('an account that is closed is out at its next request, the form already open included', async () => {
	const who = await comeIn(place, 'supporter')
	await place.underneath('update account set closed_at = now() where id = $1', [who.account])
	const form = await ask(place, who, 'POST', '/sign-out', {})
	assert.equal(form.statusCode, 401)
	assert(!(await ask(place, who, 'GET', '/')).body.includes('Linda Kerr'))
})

test('a practitioner whose work with someone ends is out at the next request, the form already open included', async () => {
	const { practitioner } = all
	const url = fill('/people/:person/plan/propose', idsOf(things.ann, 'practitioner'))
	assert.equal((await ask(place, practitioner, 'GET', url)).statusCode, 200)
	await place.underneath('update working_relationship set ended_at = now() where person_id = $1', [all.person.account])
	assert.equal((await ask(place, practitioner, 'POST', url, { step: 'share', words: 'Too late' })).statusCode, 404)
	assert.equal((await ask(place, practitioner, 'GET', url)).statusCode, 404)
})
