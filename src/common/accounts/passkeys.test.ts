/** Passkeys: adding, coming in, showing that it is you, removing; and every answer that is not quite right. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HeldPasskey, makePasskey } from '../../../test/support/authenticator.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'

const place = await openPlace()
const { underneath } = place

const options = async (browser: Browser, path: string) => JSON.parse((await browser.post(path)).html)
const isIn = async (browser: Browser) => (await browser.get('/')).html.includes('Sign out')
const count = async () => (await underneath<{ n: number }>('select count(*)::int as n from passkey'))[0]?.n

/** Somebody who has shown that it is them, on the page where passkeys are added. */
async function sure(who: Parameters<typeof place.as>[0]) {
	const browser = await place.as(who)
	await browser.post('/account/sure', { to: '/account/passkeys/add' })
	assert.equal((await browser.get('/account/passkeys/add')).status, 200)
	return browser
}

async function add(browser: Browser, name = 'My phone'): Promise<HeldPasskey> {
	const passkey = makePasskey(await options(browser, '/account/passkeys/begin'))
	const added = await browser.post('/account/passkeys/add', { name, credential: passkey.made })
	assert.equal(added.location, '/account/passkeys?done=addedTold', added.html)
	await browser.get('/account/passkeys?done=addedTold')
	return passkey
}

/** A browser at the door, and what it would ask its device for. */
async function atTheDoor() {
	const browser = place.anonymous()
	await browser.get('/sign-in')
	return { browser, asked: await options(browser, '/sign-in/passkey/begin') }
}

const ann = await sure('person')
const annsPasskey = await add(ann)
const josephs = await sure('other-person')
const josephsPasskey = await add(josephs, 'Key on my ring')

test('a passkey is listed with its name and days, and stands among what happened lately', async () => {
	const list = await ann.get('/account/passkeys')
	assert(list.html.includes('My phone') && list.html.includes('Not used yet') && !list.html.includes('Key on my ring'))
	assert((await ann.get('/account')).html.includes('You added a passkey.'))
	const [session] = await underneath<{ assurance: string }>(
		`select s.assurance from session s join passkey k using (area_id, account_id) where k.name = 'My phone'`,
	)
	assert.equal(session?.assurance, 'passkey', 'the session is now as strong as the passkey')
})

test('somebody comes in with a passkey and nothing else', async () => {
	const { browser, asked } = await atTheDoor()
	assert.deepEqual(asked.allowCredentials, [], 'the page names nobody’s passkeys')
	assert.equal(asked.userVerification, 'required')
	const answer = await browser.post('/sign-in/passkey', { credential: annsPasskey.show(asked, { count: 1 }) })
	assert.equal(answer.location, '/')
	assert((await browser.get('/')).html.includes('Hello, Ann Kerr'))
	assert((await browser.get('/account/passkeys')).html.includes('Last used'))
})

test('on someone else’s computer it is a short session', async () => {
	const { browser, asked } = await atTheDoor()
	await browser.post('/sign-in/passkey', { credential: annsPasskey.show(asked, { count: 2 }), shared: 'yes' })
	assert.match((await browser.get('/')).raw.headers.refresh?.toString() ?? '', /^420;/)
})

test('an answer works once, in the browser that was asked, within five minutes, for what was asked', async () => {
	const { browser, asked } = await atTheDoor()
	const credential = annsPasskey.show(asked, { count: 10 })
	const { browser: other } = await atTheDoor()
	assert.equal((await other.post('/sign-in/passkey', { credential })).status, 422, 'another browser')
	assert.equal((await browser.post('/sign-in/passkey', { credential })).location, '/')
	await browser.get('/')
	await browser.post('/sign-out')
	await browser.get('/sign-in')
	const again = annsPasskey.show(asked, { count: 11 })
	assert.equal((await browser.post('/sign-in/passkey', { credential })).status, 422, 'replayed')
	assert.equal((await browser.post('/sign-in/passkey', { credential: again })).status, 422, 'signed anew')
	assert.equal(await isIn(browser), false)

	const late = await atTheDoor()
	await underneath(`update gate.challenge set ends_at = now() - interval '1 second'`)
	const tooLate = await late.browser.post('/sign-in/passkey', {
		credential: annsPasskey.show(late.asked, { count: 12 }),
	})
	assert.equal(tooLate.status, 422, 'after five minutes')
	assert(tooLate.html.includes('That passkey did not work here.'))
	await atTheDoor()
	const [asks] = await underneath<{ least: boolean }>(
		`select bool_and(ends_at <= now() + interval '5 minutes') as least from gate.challenge`,
	)
	assert.equal(asks?.least, true)

	const adding = await sure('person')
	const forAdding = await options(adding, '/account/passkeys/begin')
	const use = { credential: annsPasskey.show({ challenge: forAdding.challenge, rpId: 'localhost' }, { count: 13 }) }
	assert.equal((await adding.post('/account/sure', { to: '/', ...use })).status, 422, 'asked for another use')
})

test('what is not quite right is refused, and each refusal looks the same', async () => {
	const pages: string[] = []
	const lies = {
		origin: { origin: 'https://elsewhere.example' },
		port: { origin: 'http://localhost:3001' },
		site: { rpId: 'elsewhere.example' },
		'no holder': { unverified: true },
		'another challenge': { challenge: 'A'.repeat(43) },
		'a count that went back': { count: 1 },
		'another holder': { handle: 'A'.repeat(43) },
		'no holder named': { handle: '' },
	} as const
	for (const [name, lie] of Object.entries(lies)) {
		const { browser, asked } = await atTheDoor()
		const answer = await browser.post('/sign-in/passkey', {
			credential: annsPasskey.show(asked, { count: 20, ...lie }),
		})
		assert.equal(answer.status, 422, name)
		assert.equal(await isIn(browser), false, name)
		pages.push(answer.html.replaceAll(/name="csrf" value="[\w-]+"/g, ''))
	}
	const { browser, asked } = await atTheDoor()
	const unknown = makePasskey({ ...asked, rp: { id: 'localhost' }, user: { id: 'A'.repeat(43) } })
	pages.push((await browser.post('/sign-in/passkey', { credential: unknown.show(asked) })).html)
	for (const credential of [
		'',
		'{',
		'{}',
		'[]',
		'null',
		'{"response":{"clientDataJSON":"e30"}}',
		'x'.repeat(100_000),
	]) {
		const { browser: one } = await atTheDoor()
		const answer = await one.post('/sign-in/passkey', { credential })
		assert.equal(answer.status, 422, credential.slice(0, 40))
		pages.push(answer.html)
	}
	const same = new Set(pages.map((page) => page.replaceAll(/name="csrf" value="[\w-]+"/g, '')))
	assert.equal(same.size, 1, 'nothing tells whether there is such a passkey or account')
})

test('a passkey of a closed account opens nothing', async () => {
	const robin = await sure('robin')
	const passkey = await add(robin, 'A tablet')
	await underneath(
		`update account set closed_at = now() where id = (select account_id from demonstration_account where key = 'robin')`,
	)
	const { browser, asked } = await atTheDoor()
	assert.equal((await browser.post('/sign-in/passkey', { credential: passkey.show(asked) })).status, 422)
})

test('one’s own passkey shows that it is oneself, and nobody else’s does', async () => {
	await underneath(`update session set stepped_up_at = now() - interval '11 minutes'`)
	const browser = await place.as('person')
	assert.equal((await browser.get('/account/passkeys/add')).location, '/account/sure?to=/account/passkeys/add&by=more')
	assert((await browser.get('/account/sure?to=/account/passkeys/add&by=more')).html.includes('Use a passkey'))
	const to = '/account/passkeys/add'
	const other = josephsPasskey.show(await options(browser, '/account/sure/begin'), { count: 1 })
	assert.equal((await browser.post('/account/sure', { to, credential: other })).status, 422)
	const asked = await options(browser, '/account/sure/begin')
	assert.equal(asked.allowCredentials.length, 1)
	const before = browser.cookies.get('__Host-session')
	const credential = annsPasskey.show(asked, { count: 30 })
	assert.equal((await browser.post('/account/sure', { to, credential })).location, to)
	assert.notEqual(browser.cookies.get('__Host-session'), before, 'the token changes')
	assert.equal((await browser.get(to)).status, 200)
	assert.equal((await browser.post('/account/sure', { to, credential })).status, 422, 'not twice')
})

test('nothing is added without showing that it is you, nor from an answer that is not right', async () => {
	const browser = await sure('pat')
	const before = await count()
	const wrong = async (lie: Parameters<typeof makePasskey>[1]) => {
		const passkey = makePasskey(await options(browser, '/account/passkeys/begin'), lie)
		return browser.post('/account/passkeys/add', { name: 'X', credential: passkey.made })
	}
	for (const lie of [
		{ origin: 'https://elsewhere.example' },
		{ rpId: 'elsewhere.example' },
		{ unverified: true },
		{ challenge: 'A'.repeat(43) },
	] as const) {
		const answer = await wrong(lie)
		assert.equal(answer.status, 422, JSON.stringify(lie))
		assert(answer.html.includes('nothing was added') && answer.html.includes('value="X"'))
	}
	const asked = await options(browser, '/account/passkeys/begin')
	const made = makePasskey(asked).made
	await underneath(`update gate.challenge set ends_at = now() - interval '1 second'`)
	assert.equal((await browser.post('/account/passkeys/add', { name: 'X', credential: made })).status, 422, 'too late')
	const again = await options(browser, '/account/passkeys/begin')
	assert.equal(again.user.name, 'Alongside', 'a device’s list tells nothing of whose it is')
	const nameless = { name: ' ', credential: makePasskey(again).made }
	assert.equal((await browser.post('/account/passkeys/add', nameless)).status, 422)
	await underneath(`update session set stepped_up_at = now() - interval '11 minutes'`)
	const unsure = await browser.post('/account/passkeys/add', { name: 'X', credential: makePasskey(again).made })
	assert.equal(unsure.location, '/account/sure?to=/account/passkeys/add&by=more')
	assert.equal((await browser.post('/account/passkeys/begin')).status, 303)
	assert.equal(await count(), before)
})

test('whoever claims another’s passkey as their own gets nothing, and it still opens for its holder', async () => {
	const thief = await sure('supporter')
	const id = Buffer.from(JSON.parse(josephsPasskey.made).id, 'base64url')
	const claimed = makePasskey(await options(thief, '/account/passkeys/begin'), {}, id)
	assert.equal((await thief.post('/account/passkeys/add', { name: 'Mine', credential: claimed.made })).status, 422)
	const { browser, asked } = await atTheDoor()
	assert.equal((await browser.post('/sign-in/passkey', { credential: claimed.show(asked, { count: 50 }) })).status, 422)
	const door = await atTheDoor()
	const right = josephsPasskey.show(door.asked, { count: 51 })
	assert.equal((await door.browser.post('/sign-in/passkey', { credential: right })).location, '/')
})

test('all passkeys of one account carry one handle, and a device that has one makes no second', async () => {
	const asked = await options(await sure('person'), '/account/passkeys/begin')
	assert.equal(asked.excludeCredentials.length, 1)
	const handles = await underneath<{ handle: string }>(
		`select encode(handle, 'base64') as handle from passkey where name = 'My phone'`,
	)
	assert.equal(Buffer.from(asked.user.id, 'base64url').toString('base64'), handles[0]?.handle)
})

test('a passkey is removed by its holder alone, who is told when it is the last way in', async () => {
	const browser = await sure('other-person')
	const [{ id } = { id: '' }] = await underneath<{ id: string }>(`select id from passkey where name = 'Key on my ring'`)
	const remove = `/account/passkeys/${id}/remove`
	const stranger = await sure('pat')
	assert.equal((await stranger.get(remove)).status, 404)
	assert.equal((await stranger.post(remove)).status, 404)
	const elsewhere = await place.as('other-person')
	assert((await browser.get(remove)).html.includes('It is your last way in.'))
	assert.equal((await browser.post(remove)).location, '/account/passkeys?done=removedTold')
	assert.deepEqual([await isIn(browser), await isIn(elsewhere)], [true, false], 'every other session ends')
	assert((await browser.get('/account')).html.includes('You removed a passkey.'))
	const door = await atTheDoor()
	const gone = josephsPasskey.show(door.asked, { count: 60 })
	assert.equal((await door.browser.post('/sign-in/passkey', { credential: gone })).status, 422)
})
