import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { people } from '../../demo/demonstration.ts'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { type Answer, openPlace } from '../support/place.ts'
import { shown } from './support/corpus.ts'
import { ann, flat } from './support/plan.ts'
import { assertPlainPage, read } from './support/reading.ts'
import { rowCounts } from './support/rows.ts'
import { listen, send, statusOf } from './support/socket.ts'

const place = await openPlace()
const person = await place.as('person')
const proposePath = routes.plan.propose.href({ person: ann })
const port = await listen(place.app)
const cookie = [...person.cookies].map((pair) => pair.join('=')).join('; ')
const { csrf = '' } = read((await person.get(proposePath)).html).fields

async function inject(
	method: string,
	url: string,
	payload = '',
	headers: Record<string, string> = {},
): Promise<Answer> {
	const raw = await place.app.inject({ method: method as 'GET', url, payload, headers: { cookie, ...headers } })
	return { status: raw.statusCode, html: raw.body, location: raw.headers.location, raw }
}

/** Does it, and finds every table as it was: but for the looks and sessions that `besides` names. */
async function changesNothing(act: () => Promise<void>): Promise<void> {
	const before = await rowCounts(place.underneath)
	await act()
	assert.deepEqual(await rowCounts(place.underneath), before)
}

describe('addresses', () => {
	const addresses = {
		'a percent sign by itself': '/people/%',
		'half an escape': '/people/%f',
		'no text': '/people/%ff',
		'half a sign': '/people/%ED%A0%80',
		NUL: '/people/%00',
		'NUL in what is asked': '/?a=%00',
		'nothing twice': '//',
		'another site': '//elsewhere.example/',
		'the folder above': '/../../etc/passwd',
		'the folder above, hidden': '/assets/%2e%2e/%2e%2e/package.json',
		'a thing twice': `${proposePath}/${ann}`,
		capitals: `/people/${ann.toUpperCase()}`,
		'an id that is none': '/people/1%20or%201=1/plan',
		'a name of a prototype': '/people/__proto__/plan',
		'a long id': `/people/${'a'.repeat(500)}/plan`,
		'a long path': `/${'a'.repeat(8000)}`,
		'many parts': '/a'.repeat(2000),
		'a backslash': '/people\\plan',
		markup: '/%3Cscript%3Ealert(1)%3C/script%3E',
	}
	for (const [called, path] of Object.entries(addresses)) {
		for (const method of ['GET', 'POST']) {
			test(`${method} ${called}: a plain page`, () =>
				changesNothing(async () => {
					const answer = await inject(method, path, method === 'POST' ? `csrf=${csrf}&words=a+b` : '', {
						'content-type': 'application/x-www-form-urlencoded',
					})
					assertPlainPage(answer, [400, 404, 414], path.slice(0, 60))
					assert(!answer.html.includes('<script>alert'), 'nothing of the address stands in the page')
				}))
		}
	}

	test('what is asked of a page may be anything', async () => {
		for (const { text } of shown.filter((one) => one.text.length < 2000 && !one.text.includes('%00'))) {
			const asked = encodeURIComponent(text)
			for (const path of ['/', routes.outcome.show.href(flat), proposePath]) {
				const { status } = await inject('GET', `${path}?done=${asked}&${asked}=1&check[]=${asked}&done=again`)
				assert.equal(status, 200, `${path} ${text}`)
			}
		}
		for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
			assert.equal((await inject('GET', `${routes.outcome.show.href(flat)}?done=${name}`)).status, 200)
		}
		assert.equal((await inject('GET', `/?${'a=1&'.repeat(3000)}`)).status, 200)
	})
})

describe('forms of another kind', () => {
	const json = JSON.stringify({ csrf, step: 'share', words: 'A boat.', once: newId() })
	const multipart = `--x\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--x--\r\n`
	const form = new URLSearchParams({ csrf, step: 'share', words: 'A boat.', once: newId() }).toString()
	const bodies: [string, string | undefined, string][] = [
		['JSON', 'application/json', json],
		['broken JSON', 'application/json', '{"a":'],
		['parts', 'multipart/form-data; boundary=x', multipart],
		['parts without a boundary', 'multipart/form-data', multipart],
		['plain text', 'text/plain', form],
		['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
		['a type that is none', 'nonsense', form],
		['a type with a line in it', 'application/x-www-form-urlencoded-not', form],
		['bytes', 'application/octet-stream', form],
		['no type', undefined, form],
	]
	for (const [called, type, body] of bodies) {
		test(`${called} is refused on a plain page`, () =>
			changesNothing(async () => {
				for (const path of [proposePath, routes.words.href(), routes.demo.signIn.href(), '/nowhere']) {
					const answer = await inject('POST', path, body, type ? { 'content-type': type } : {})
					assertPlainPage(answer, [400, 403, 404], `${called} to ${path}`)
				}
			}))
	}

	test('a form with names of prototypes, lists and a hundred thousand fields is a form like any other', async () => {
		const hostile = [
			'__proto__=x',
			'constructor=x',
			'__proto__[own]=x',
			'constructor.prototype.own=x',
			'words[]=x',
			'=x',
			'&&',
		]
		for (const one of [...hostile, 'a=b&'.repeat(100_000)]) {
			const body = `csrf=${csrf}&step=check&words=A+boat.&${one}`
			const type = { 'content-type': 'application/x-www-form-urlencoded' }
			assert.equal((await inject('POST', proposePath, body, type)).status, 303, one.slice(0, 30))
			assertPlainPage(await inject('POST', proposePath, `${one}&csrf=no`, type), [403], one.slice(0, 30))
		}
		assert.equal(({} as Record<string, unknown>).own, undefined, 'no prototype has changed')
	})

	test('of a field that comes twice the last one holds; of the token there must be one', async () => {
		const type = { 'content-type': 'application/x-www-form-urlencoded' }
		const twice = `csrf=${csrf}&words=The+first+words.&words=The+last+words.&step=share&step=check`
		assert.equal((await inject('POST', proposePath, twice, type)).location, `${proposePath}?check`)
		assert.equal(read((await person.get(proposePath)).html).fields.words, 'The last words.')
		assertPlainPage(await inject('POST', proposePath, `${twice}&csrf=${csrf}`, type), [403], 'two tokens')
		await person.post(proposePath, { step: 'throw-away' })
	})

	test('only what a form asks for is kept', async () => {
		const body = new URLSearchParams({
			csrf,
			step: 'later',
			words: 'A boat.',
			author_id: ann,
			area_id: ann,
			number: '9',
		})
		const type = { 'content-type': 'application/x-www-form-urlencoded' }
		await inject('POST', proposePath, body.toString(), type)
		const [draft] = await place.underneath<{ fields: unknown }>('select fields from draft where account_id = $1', [ann])
		assert.deepEqual(draft?.fields, { words: 'A boat.' })
		await person.post(proposePath, { step: 'throw-away' })
	})
})

describe('methods, cookies and headers', () => {
	for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']) {
		test(`${method} changes nothing`, () =>
			changesNothing(async () => {
				for (const path of [proposePath, routes.outcome.agree.href(flat), '/', '/nowhere']) {
					const status = statusOf(
						await send(
							port,
							`${method} ${path} HTTP/1.1\r\nhost: a\r\ncookie: ${cookie}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
						),
					)
					assert(status >= 400 && status < 500, `${method} ${path}: ${status}`)
				}
			}))
	}

	test('an act cannot be done by GET', () =>
		changesNothing(async () => {
			for (const path of [
				routes.outcome.agree.href(flat),
				routes.outcome.withdrawAgreement.href(flat),
				routes.signOut.href(),
			]) {
				assertPlainPage(await inject('GET', `${path}?csrf=${csrf}&step=share`), [404], path)
			}
		}))

	const oddCookies = [
		'__Host-words=constructor',
		'__Host-words=__proto__',
		'__Host-words=toString',
		'__Host-words=%E0%A4%A',
		'__Host-words=%00',
		`__Host-words=${'a'.repeat(5000)}`,
		'__Host-words=en; __Host-words=en-x-easy',
		'__Host-session=',
		'__Host-session=%',
		'__Host-session=%00%00',
		`__Host-session=${'a'.repeat(43)}`,
		`__Host-session=${'a'.repeat(5000)}`,
		"__Host-session=' or 1=1 --",
		'=; ;;; =a; a',
		'__proto__=x; constructor=y',
	]
	for (const odd of oddCookies) {
		test(`the cookie ${odd.slice(0, 40)} gives a page`, async () => {
			for (const path of ['/', '/demo', '/help-now', '/nowhere']) {
				const raw = await place.app.inject({ method: 'GET', url: path, headers: { cookie: odd } })
				assert.equal(raw.statusCode, path === '/nowhere' ? 404 : 200, path)
				read(raw.body)
			}
		})
	}

	test('somebody else’s session and form do not mix', () =>
		changesNothing(async () => {
			const headers = {
				'content-type': 'application/x-www-form-urlencoded',
				cookie: cookie.replace(/=.*/, `=${'b'.repeat(43)}`),
			}
			const answer = await inject('POST', proposePath, `csrf=${csrf}&words=A+boat+of+my+own.&step=share`, headers)
			assertPlainPage(answer, [401], 'a session that is none')
			assert(Object.values(read(answer.html).fields).includes('A boat of my own.'), 'what was typed is given back')
			for (const words of ['Housing!', '我想要自己的房子。', 'ngiyabonga'.repeat(40)]) {
				const form = new URLSearchParams({ csrf, words, step: 'share' }).toString()
				const { fields } = read((await inject('POST', proposePath, form, headers)).html)
				assert(Object.values(fields).includes(words), `one word is words too: ${words.slice(0, 20)}`)
			}
		}))

	test('odd headers give a page, huge ones an end, and the next visitor is served', async () => {
		const odd = {
			'accept-language': '\x80\xff',
			'accept-encoding': '*;q=nonsense',
			origin: 'null',
			'user-agent': '<script>',
			host: 'a"b',
		}
		for (const [name, value] of Object.entries(odd)) {
			const answer = await send(
				port,
				`GET / HTTP/1.1\r\n${name === 'host' ? '' : 'host: a\r\n'}${name}: ${value}\r\nconnection: close\r\n\r\n`,
			)
			assert.equal(statusOf(answer), 200, name)
		}
		const huge = 'a'.repeat(100_000)
		for (const bytes of [
			`GET / HTTP/1.1\r\nhost: a\r\nx: ${huge}\r\n\r\n`,
			`GET /${huge} HTTP/1.1\r\nhost: a\r\n\r\n`,
		]) {
			assert([0, 431].includes(statusOf(await send(port, bytes))), 'ended')
		}
		for (const bytes of [
			'\0\0\0\r\n\r\n',
			'GET / HTTP/9.9\r\n\r\n',
			'GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n',
			'\x16\x03\x01\x02\r\n\r\n',
		]) {
			assert.equal(statusOf(await send(port, bytes)), 400, JSON.stringify(bytes))
		}
		const smuggled = `POST /words HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`
		assert.equal(statusOf(await send(port, smuggled)), 400, 'two lengths')
		assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200)
	})
})

describe('names and an area’s own words, as hostile as they come', () => {
	for (const { called, text } of shown.filter((one) => one.text.length < 2000)) {
		test(`${called}`, async () => {
			const words = text.trim()
			const practitioner = await place.as('practitioner')
			await place.underneath('update account set name = $1 where id = any ($2::uuid[])', [
				words,
				[ann, people.practitioner],
			])
			await place.underneath(
				'update area set name = $1, passed_on = $1 where area_id = (select area_id from account where id = $2)',
				[words, ann],
			)
			for (const reader of [person, practitioner]) {
				for (const path of [
					'/',
					'/demo',
					routes.person.href({ person: ann }),
					routes.plan.show.href({ person: ann }),
					routes.outcome.show.href(flat),
					routes.outcome.history.href(flat),
					proposePath,
					routes.contribution.ask.href(flat),
					routes.outcome.turn.href(flat),
				]) {
					const { status, html } = await reader.get(path)
					assert.equal(status, 200, path)
					assert(read(html).text.includes(words), `${path} holds the name`)
				}
			}
		})
	}
})
