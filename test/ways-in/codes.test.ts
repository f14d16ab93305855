/** Codes: showing by one that it is me, and coming in by one; what they open, what they never open, and who learns what. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { idOf } from '../../demo/demonstration.ts'
import { hashCode, newCode } from '../../src/common/accounts/index.ts'
import { codeOf } from '../../src/common/messages/going.ts'
import { sendSignInCode, takeCode } from '../../src/common/messages/index.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { type Browser, openPlace, testKey } from '../support/place.ts'

const place = await openPlace()
const { underneath } = place

/** Tom lets codes in that go to his e-mail; his area is made real for these tests, so that a press shows nothing. */
const tom = { name: 'copper-gate-117', account: idOf('tom'), address: 'tom.b@post.example' }
await underneath(`update area set is_demonstration = false where area_id = $1`, [idOf('Rivermouth')])

beforeEach(() => underneath('delete from gate.tries'))

type Sent = { account_id: string; browser_hash: Uint8Array; nonce: Uint8Array; purpose: 'sign-in' | 'step-up' }

/** The codes that can be tried now, the newest first. */
async function codes(purpose: Sent['purpose'], account = tom.account): Promise<string[]> {
	const found = await underneath<Sent>(
		'select account_id, browser_hash, nonce, purpose from code where purpose = $1 and account_id = $2 order by asked_at desc, id desc',
		[purpose, account],
	)
	return found.map((one) => codeOf(testKey, one))
}

const messages = async () =>
	(await underneath<{ n: number }>(`select count(*)::int as n from message where kind = 'code'`))[0]?.n ?? 0

const from = (network: string) => ({ 'x-forwarded-for': network })

async function ask(name: string, network = '192.0.2.1', browser = place.anonymous()) {
	await browser.get('/sign-in/code')
	return { browser, answer: await browser.post('/sign-in/code', { name, shared: '' }, from(network)) }
}
const enter = (browser: Browser, code: string, fields: Record<string, string> = {}, network = '192.0.2.1') =>
	browser.post('/sign-in/code/enter', { name: tom.name, shared: '', code, ...fields }, from(network))

/** Tom's browser after he came in with a code. */
async function comeIn(fields: Record<string, string> = {}, network?: string) {
	const { browser } = await ask(tom.name, network)
	const [code = ''] = await codes('sign-in')
	const answer = await enter(browser, code, fields, network)
	assert.equal(answer.location, '/', answer.html)
	await browser.get('/')
	return browser
}

const sessions = () =>
	underneath<{ id: string; assurance: string; shared_device: boolean; token_hash: Uint8Array }>(
		`select id, assurance, shared_device, token_hash from session where account_id = $1 and assurance <> 'demonstration'`,
		[tom.account],
	)

test('somebody who let codes open the door comes in with one: a session of its own kind, told among what happened', async () => {
	const browser = await comeIn()
	assert((await browser.get('/')).html.includes('Tom Baxter'))
	assert.deepEqual(
		(await sessions()).map(({ assurance, shared_device }) => ({ assurance, shared_device })),
		[{ assurance: 'code', shared_device: false }],
	)
	assert((await browser.get('/account')).html.includes('You came in.'))
	const short = await comeIn({ shared: 'yes' })
	assert((await sessions()).some(({ shared_device }) => shared_device))
	assert((await short.get('/')).raw.headers.refresh, 'on someone else’s phone the page gives way')
	assert.equal(short.cookies.has('__Host-known'), false)
	await underneath('delete from session where account_id = $1', [tom.account])
})

test('the answer is the same to the byte, and the same is asked of the database, whether or not there is such a name', async () => {
	const names = [tom.name, 'robin-lamp-482', 'nobody-here-000', 'not even a name', 'x'.repeat(300)]
	const bare = (html: string, name: string) =>
		html.replaceAll(/value="[\w-]{43}"/g, '').replaceAll(`value="${name}"`, 'value=""')
	const pages = new Set<string>()
	const wrong = new Set<string>()
	const statements = new Set<string>()
	for (const [at, name] of names.entries()) {
		const asked = recordStatements()
		const { browser, answer } = await ask(name, `192.0.2.${at + 1}`)
		assert.equal(answer.status, 200)
		pages.add(JSON.stringify([bare(answer.html, name), Object.keys(answer.raw.headers).sort()]))
		for (let times = 0; times < 4; times++) {
			const no = await enter(browser, '00000000', { name }, `192.0.2.${at + 1}`)
			assert.equal(no.status, 422)
			wrong.add(JSON.stringify([bare(no.html, name), Object.keys(no.raw.headers).sort()]))
		}
		statements.add(asked().join('\n'))
	}
	assert.equal(pages.size, 1)
	assert.equal(wrong.size, 1)
	assert.equal(statements.size, 1)
	assert(
		[...statements].join().includes('system_ask_sign_in_code') && [...statements].join().includes('system_try_code'),
	)
})

/** Notes what the database is asked from here on, in words, until it is called. */
function recordStatements(): () => string[] {
	const { connections } = place
	const { borrow } = connections
	const asked: string[] = []
	const note = (connection: Connection): Connection => ({
		query(sql, parameters) {
			asked.push(sql)
			return connection.query(sql, parameters)
		},
		run: (sql) => connection.run(sql),
	})
	Object.assign(connections, { borrow: <T>(work: (one: Connection) => Promise<T>) => borrow((one) => work(note(one))) })
	return () => {
		Object.assign(connections, { borrow })
		return asked
	}
}

test('a code works in the browser that asked, once, three times tried, for ten minutes; fifty presses at once open one session', async () => {
	const { browser } = await ask(tom.name, '198.51.100.1')
	const [code = ''] = await codes('sign-in')
	const other = await ask('nobody-here-000', '198.51.100.2')
	assert.equal((await enter(other.browser, code)).status, 422, 'another browser')
	assert.equal((await enter(browser, code, { name: 'robin-lamp-482' })).status, 422, 'another name')
	const all = await Promise.all(Array.from({ length: 50 }, () => enter(browser, code, {}, '203.0.113.1')))
	assert.equal(all.filter(({ location }) => location === '/').length, 1)
	assert.equal((await sessions()).length, 1)
	await underneath('delete from session where account_id = $1', [tom.account])
	await underneath('delete from gate.tries')

	// Also where no limit stands before it.
	const asked = {
		area: idOf('Rivermouth'),
		account: tom.account,
		purpose: 'sign-in',
		browser: randomBytes(32),
	} as const
	await sendSignInCode(place.system, asked, idOf('tom/contact/email'))
	const [again = ''] = await codes('sign-in')
	const takes = Array.from({ length: 50 }, () => takeCode(place.system, testKey, asked, again))
	assert.equal((await Promise.all(takes)).filter(Boolean).length, 1)

	const tried = await ask(tom.name, '198.51.100.3')
	const [three = ''] = await codes('sign-in')
	for (let times = 0; times < 3; times++) assert.equal((await enter(tried.browser, '00000000')).status, 422)
	assert.equal((await enter(tried.browser, three)).status, 422, 'no fourth try')

	await underneath('delete from gate.tries')
	const late = await ask(tom.name, '198.51.100.4')
	const [old = ''] = await codes('sign-in')
	await underneath(`update code set asked_at = now() - interval '10 minutes'`)
	assert.equal((await enter(late.browser, old)).status, 422)
	assert.equal((await sessions()).length, 0)
})

test('nobody’s phone is flooded, and nobody is told; strangers use up no codes of a browser that came in before', async () => {
	const known = await comeIn({}, '203.0.113.7')
	await known.post('/sign-out')
	await underneath(`delete from gate.tries`)
	const before = await messages()
	const answers = new Set<number>()
	for (let network = 1; network <= 12; network++) {
		answers.add((await ask(tom.name, `198.51.100.${network}`)).answer.status)
	}
	assert.deepEqual([...answers], [200])
	assert.equal((await messages()) - before, 6)
	await ask(tom.name, '203.0.113.7', known)
	assert.equal((await messages()) - before, 7)
	// From one network the sixth asks too often, and is told so, whatever the name.
	for (const name of [tom.name, 'nobody-here-000']) {
		for (let times = 0; times < 5; times++) await ask(name, '203.0.113.99')
		assert.equal((await ask(name, '203.0.113.99')).answer.status, 429)
	}
})

test('codes open nothing where they are off, the contact is gone, the account is closed, or staff must be stronger', async () => {
	const sent = async () => {
		await underneath('delete from gate.tries')
		const before = await messages()
		await ask(tom.name)
		return (await messages()) - before
	}
	assert.equal(await sent(), 1)
	const change = async (sql: string, back: string) => {
		await underneath(sql, [tom.account])
		assert.equal(await sent(), 0, sql)
		await underneath(back, [tom.account])
		assert.equal(await sent(), 1, back)
	}
	await change(
		'update account set closed_at = now() where id = $1',
		'update account set closed_at = null where id = $1',
	)
	await underneath(`update area set staff_need_strong = true where area_id = $1`, [idOf('Rivermouth')])
	assert.equal(await sent(), 1, 'he is a person here')
	await change(
		`insert into standing (area_id, id, account_id, kind) values ('${idOf('Rivermouth')}', gen_random_uuid(), $1, 'practitioner')`,
		`delete from standing where account_id = $1 and kind = 'practitioner'`,
	)
	await underneath(`update area set staff_need_strong = false where area_id = $1`, [idOf('Rivermouth')])
	await change(
		'update contact set confirmed_at = null, chosen_at = null where account_id = $1',
		'update contact set confirmed_at = now(), chosen_at = now() where account_id = $1',
	)
	// A code that is on its way is of no use once codes are off.
	const { browser } = await ask(tom.name)
	const [code = ''] = await codes('sign-in')
	const [{ contact_id } = { contact_id: '' }] = await underneath<{ contact_id: string }>(
		'delete from code_contact where account_id = $1 returning contact_id',
		[tom.account],
	)
	assert.equal((await enter(browser, code)).status, 422)
	assert.equal(await sent(), 0)
	await underneath('insert into code_contact (area_id, account_id, contact_id) values ($1, $2, $3)', [
		idOf('Rivermouth'),
		tom.account,
		contact_id,
	])
})

/** A session of Tom's that is no longer sure, begun at the door of the demonstration. */
async function unsure(as: Parameters<typeof place.as>[0] = 'tom') {
	await underneath(`update area set is_demonstration = true where area_id = $1`, [idOf('Rivermouth')])
	const browser = await place.as(as)
	await underneath(`update area set is_demonstration = false where area_id = $1`, [idOf('Rivermouth')])
	await browser.get('/account')
	return browser
}
const to = '/take-with-you/everything'

test('a code shows that it is me, in the session that asked; its token changes', async () => {
	const browser = await unsure()
	assert.equal((await browser.get(to)).location, '/account/sure?to=/take-with-you')
	assert((await browser.get(`/account/sure?to=${to}`)).html.includes('Send me a code'))
	const sent = await browser.post('/account/sure/code', { to })
	assert(sent.html.includes(tom.address) && sent.html.includes('one-time-code'))
	const [code = ''] = await codes('step-up')
	const another = await unsure()
	assert.equal((await another.post('/account/sure', { to, code })).status, 422, 'another session')
	const wrong = await browser.post('/account/sure', { to, code: '1234' })
	assert.equal(wrong.status, 422)
	assert(wrong.html.includes('one-time-code'), 'the field is there again')
	const token = browser.cookies.get('__Host-session')
	const shown = await browser.post('/account/sure', { to, code: ` ${code.slice(0, 4)} ${code.slice(4)} ` })
	assert.equal(shown.location, to)
	assert.notEqual(browser.cookies.get('__Host-session'), token)
	assert.equal((await browser.get(to)).status, 200)
	await browser.get('/account')
	assert.equal((await browser.post('/account/sure', { to, code })).status, 422, 'once')
})

test('of fifty presses at once with the right code one is right', async () => {
	const browser = await unsure()
	await browser.post('/account/sure/code', { to })
	const [code = ''] = await codes('step-up')
	await underneath('delete from gate.tries')
	const all = await Promise.all(Array.from({ length: 50 }, () => browser.post('/account/sure', { to, code })))
	assert.equal(all.filter(({ status }) => status === 303).length, 1)
})

test('a code is never enough for how I come in, where I am reached, or where codes go', async () => {
	for (const browser of [await comeIn(), await unsure()]) {
		if ((await browser.get(to)).status === 303) {
			await browser.post('/account/sure/code', { to })
			const [code = ''] = await codes('step-up')
			assert.equal((await browser.post('/account/sure', { to, code })).location, to)
			await browser.get('/account')
		}
		assert.equal((await browser.get(to)).status, 200, 'it is enough for what is mine to read')
		for (const path of ['/account/secret', '/account/passkeys/add', '/account/contacts/text']) {
			assert.equal((await browser.get(path)).location, `/account/sure?to=${path}&by=more`)
		}
		const more = (path: string) => `/account/sure?to=${path}&by=more`
		const contact = idOf('tom/contact/email')
		const presses: [string, Record<string, string>, string][] = [
			['/account/secret', { secret: 'nine small boats', again: 'nine small boats' }, '/account/secret'],
			['/account/contacts/remove', { contact }, '/account/contacts'],
			['/account/contacts/choose', { contact }, '/account/contacts'],
			['/account/codes', { contact }, '/account/codes'],
			['/account/codes/off', {}, '/account/codes'],
			['/account/passkeys/begin', {}, '/account/passkeys/add'],
		]
		for (const [path, fields, back] of presses) {
			assert.equal((await browser.post(path, fields)).location, more(back), path)
		}
		const page = await browser.get(more('/account/secret'))
		assert(page.html.includes('A code is not enough for this.') && !page.html.includes('Send me a code'))
	}
	await underneath('delete from session where account_id = $1', [tom.account])
})

test('a new card turns codes off: whoever found the phone does not come in after it, nor with a code on its way', async () => {
	const { browser } = await ask(tom.name)
	const [onItsWay = ''] = await codes('sign-in')
	const [before] = await underneath<{ contact_id: string }>(
		'select contact_id from code_contact where account_id = $1',
		[tom.account],
	)
	const code = newCode()
	await underneath(
		`insert into sign_in_card (area_id, id, account_id, code_hash, made_by_id) values ($1, gen_random_uuid(), $2, $3, $2)`,
		[idOf('Rivermouth'), tom.account, hashCode(testKey, code)],
	)
	const holder = place.anonymous()
	await holder.get('/card')
	const secret = 'nine small boats'
	assert.equal((await holder.post('/card/choose', { code, secret, again: secret })).location, '/account?ready')
	assert((await holder.get('/account')).html.includes('Codes were turned off.'))
	assert.equal((await enter(browser, onItsWay)).status, 422)
	await underneath('delete from gate.tries')
	const sent = await messages()
	await ask(tom.name)
	assert.equal(await messages(), sent)
	await underneath('insert into code_contact (area_id, account_id, contact_id) values ($1, $2, $3)', [
		idOf('Rivermouth'),
		tom.account,
		before?.contact_id,
	])
})

test('whoever let no codes open the door is offered none', async () => {
	const browser = await unsure('person')
	assert(!(await browser.get('/account/sure')).html.includes('Send me a code'))
	assert.equal((await browser.post('/account/sure/code', {})).status, 404)
	const staff = await unsure('practitioner')
	assert.equal((await staff.post('/account/sure/code', {})).status, 404)
})

test('codes are turned on for a contact of mine that is confirmed and takes none by letter, and I am told', async () => {
	const browser = await unsure('person')
	await underneath(`update session set stepped_up_at = now() where account_id = $1`, [idOf('ann')])
	await browser.get('/account/codes')
	const before = await underneath('select from code_contact')
	for (const contact of ['', idOf('ann/contact/text'), idOf('tom/contact/email'), idOf('mary/contact/letter')]) {
		assert.equal((await browser.post('/account/codes', { contact })).status, 422, contact)
	}
	assert.equal((await underneath('select from code_contact')).length, before.length)
	const on = await browser.post('/account/codes', { contact: idOf('ann/contact/email') })
	assert.equal(on.location, '/account/codes?done=doneOn')
	assert((await browser.get('/account/codes')).html.includes('annk@post.example'))
	const [told] = await underneath(`select address from message where kind = 'sign-in-changed' and account_id = $1`, [
		idOf('ann'),
	])
	assert.deepEqual(told, { address: 'annk@post.example' })
	assert((await browser.get('/account')).html.includes('You let codes open the door for you.'))
	assert.equal((await browser.post('/account/codes/off')).location, '/account/codes?done=doneOff')
	assert.deepEqual(await place.system('system_code_contact', 'robin-lamp-482'), [])
})
