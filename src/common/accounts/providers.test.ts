/** Coming in through an organisation's own sign-in, against a real provider on this machine: and every way in which that can go wrong. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { client, openOrganisation } from '../../../test/support/organisation.ts'
import { type Answer, type Browser, openPlace, testKey } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { mayBeIssuer, sealSecret } from './providers.ts'

const place = await openPlace()
const { system, underneath } = place
const callback = 'http://localhost/sign-in/callback'
const organisation = await openOrganisation(callback)
const elsewhere = await openOrganisation(callback)
after(() => Promise.all([organisation.close(), elsewhere.close()]))

async function setProvider(area: string, { issuer }: { issuer: string }, secret = client.secret) {
	const sealed = sealSecret(testKey, issuer, client.id, secret)
	await system('system_set_provider', area, newId(), `${area} Council`, issuer, client.id, sealed)
	const [found] = await underneath<{ id: string }>('select id from identity_provider where issuer = $1', [issuer])
	return found?.id ?? ''
}
const here = await setProvider('Rivermouth', organisation)
const there = await setProvider('Northgate', elsewhere)

/** Where a page of ours leads on to. */
const leadsTo = ({ raw }: Answer): string => /^0;url=(.+)$/.exec(String(raw.headers.refresh))?.[1] ?? ''
const back = (url: URL): string => url.pathname + url.search

/** A browser at the door that is about to be sent to this provider. */
async function setOut(provider = here, browser = place.anonymous()): Promise<{ browser: Browser; to: string }> {
	await browser.get('/sign-in')
	const went = await browser.post(`/sign-in/provider/${provider}`)
	assert.equal(went.status, 200, went.html)
	return { browser, to: leadsTo(went) }
}

async function connect(who: Parameters<typeof place.as>[0], subject: string) {
	const browser = await place.as(who)
	await browser.post('/account/sure', { to: '/account' })
	await browser.get('/account')
	const went = await browser.post('/account/provider/connect')
	const answer = await browser.get(back(await organisation.signIn(leadsTo(went), subject)))
	return { browser, answer }
}

const isIn = async (browser: Browser) => (await browser.get('/')).html.includes('Sign out')
const refused = '/sign-in?done=refused'

const priya = await connect('practitioner', 'priya@work')

test('somebody who is in connects their sign-in, and comes in with it from then on', async () => {
	assert.equal(priya.answer.location, '/account?done=connectedTold')
	const account = await priya.browser.get('/account?done=connectedTold')
	assert(account.html.includes('You connected the sign-in of your organisation.'))
	assert(account.html.includes('End this connection'))
	const { browser, to } = await setOut()
	const came = await browser.get(back(await organisation.signIn(to, 'priya@work')))
	assert.equal(came.location, '/')
	assert((await browser.get('/')).html.includes('Priya Raman'))
	const [kept] = await underneath('select acr, amr from identity')
	assert.deepEqual(kept, { acr: 'urn:two-factors', amr: 'hwk pin' })
	const [session] = await underneath<{ n: number }>(
		`select count(*)::int as n from session where assurance = 'provider'`,
	)
	assert.equal(session?.n, 2, 'the one that connected, and the one that came in')
})

test('the button names the organisation; what leads there is bound to this attempt', async () => {
	assert((await place.anonymous().get('/sign-in')).html.includes('Come in with Rivermouth Council'))
	const [one, other] = [new URL((await setOut()).to), new URL((await setOut()).to)]
	for (const name of ['state', 'nonce', 'code_challenge']) {
		assert.match(one.searchParams.get(name) ?? '', /^[\w-]{43}$/, name)
		assert.notEqual(one.searchParams.get(name), other.searchParams.get(name), name)
	}
	assert.equal(one.searchParams.get('code_challenge_method'), 'S256')
	assert.equal(one.searchParams.get('redirect_uri'), callback)
	assert.equal(one.searchParams.get('scope'), 'openid')
})

test('whoever is not connected, or connected elsewhere, learns nothing', async () => {
	const { browser, to } = await setOut()
	const came = await browser.get(back(await organisation.signIn(to, 'nobody@work')))
	assert.equal(came.location, refused)
	assert((await browser.get(refused)).html.includes('That sign-in opens nothing here.'))
	const foreign = await setOut(there)
	const answer = await foreign.browser.get(back(await elsewhere.signIn(foreign.to, 'priya@work')))
	assert.equal(answer.location, refused, 'the same subject of another issuer is somebody else')
	assert.equal(await isIn(foreign.browser), false)
	await underneath(`update account set closed_at = now() where name = 'Priya Raman'`)
	const closed = await setOut()
	assert.equal((await closed.browser.get(back(await organisation.signIn(closed.to, 'priya@work')))).location, refused)
	await underneath(`update account set closed_at = null where name = 'Priya Raman'`)
})

test('an answer works once, in the browser that set out, within five minutes', async () => {
	const { browser, to } = await setOut()
	const url = await organisation.signIn(to, 'priya@work')
	assert.equal((await (await setOut()).browser.get(back(url))).location, refused, 'another browser')
	assert.equal((await place.anonymous().get(back(url))).location, refused, 'a browser that never set out')
	assert.equal((await browser.get(back(url))).location, '/')
	assert.equal((await browser.get(back(url))).location, refused, 'replayed')
	const late = await setOut()
	const tooLate = await organisation.signIn(late.to, 'priya@work')
	await underneath(`update gate.challenge set ends_at = now() - interval '1 second'`)
	assert.equal((await late.browser.get(back(tooLate))).location, refused)
	assert.equal(await isIn(late.browser), false)
})

/** Comes back with an answer that was changed on the way. */
async function changed(change: (url: URL) => void, change2: (to: URL) => void = () => {}) {
	const { browser, to } = await setOut()
	const there = new URL(to)
	change2(there)
	const url = await organisation.signIn(there.href, 'priya@work')
	change(url)
	const answer = await browser.get(back(url))
	assert.equal(await isIn(browser), false)
	return answer.location
}

test('another state, nonce, code or issuer is refused, and so is a provider’s own refusal', async () => {
	const set = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value)
	const nothing = () => {}
	assert.equal(await changed(set('state', 'A'.repeat(43))), refused)
	assert.equal(await changed((url) => url.searchParams.delete('state')), refused)
	assert.equal(await changed(set('code', 'another')), refused)
	assert.equal(await changed((url) => url.searchParams.delete('code')), refused)
	assert.equal(await changed(set('iss', elsewhere.issuer)), refused)
	assert.equal(await changed(nothing, set('nonce', 'A'.repeat(43))), refused)
	assert.equal(await changed(nothing, set('code_challenge', 'A'.repeat(43))), refused)
	assert.equal(await changed((url) => url.searchParams.append('error', 'access_denied')), refused)
	for (const odd of ['/sign-in/callback', '/sign-in/callback?state=%F0%28', '/sign-in/callback?state=a&state=b']) {
		assert.equal((await place.anonymous().get(odd)).location, refused, odd)
	}
})

test('a provider that is down, slow or lying: a plain sentence, in time, and nobody is in', async () => {
	const start = async () => {
		const browser = place.anonymous()
		await browser.get('/sign-in')
		const before = performance.now()
		const answer = await browser.post(`/sign-in/provider/${here}`)
		assert(performance.now() - before < 10_000)
		assert.equal(answer.location, '/sign-in?done=down')
		assert((await browser.get('/sign-in?done=down')).html.includes('That sign-in does not answer now.'))
	}
	for (const how of ['hang', 'fail', 'lie'] as const) {
		organisation.spoil = () => how
		await start()
		organisation.spoil = undefined
	}
	for (const [how, path, location] of [
		['hang', '/token', '/sign-in?done=down'],
		['fail', '/token', refused],
		['lie', '/token', refused],
		['lie', '/jwks', refused],
	] as const) {
		const { browser, to } = await setOut()
		const url = await organisation.signIn(to, 'priya@work')
		organisation.spoil = (request) => (request.url?.startsWith(path) ? how : undefined)
		assert.equal((await browser.get(back(url))).location, location, `${path} ${how}`)
		organisation.spoil = undefined
		assert.equal(await isIn(browser), false)
	}
	await setProvider('Northgate', { issuer: 'http://localhost:9' })
	const gone = place.anonymous()
	await gone.get('/sign-in')
	const [{ id } = { id: '' }] = await underneath<{ id: string }>(
		`select id from identity_provider where name like 'North%'`,
	)
	assert.equal((await gone.post(`/sign-in/provider/${id}`)).location, '/sign-in?done=down')
	assert.equal((await gone.post(`/sign-in/provider/${newId()}`)).status, 404)
})

test('what a provider says counts only when it signed it, for us, now, and for this attempt', async () => {
	const comeBack = async (claims: Record<string, unknown>, how?: 'forged' | 'unsigned') => {
		const { browser, to } = await setOut()
		const nonce = new URL(to).searchParams.get('nonce')
		const url = await organisation.signIn(to, 'priya@work')
		const idToken = organisation.says({ sub: 'priya@work', nonce, ...claims }, how)
		organisation.spoil = (request) => (request.url?.startsWith('/token') ? { idToken } : undefined)
		const answer = await browser.get(back(url))
		organisation.spoil = undefined
		return answer.location
	}
	const now = Math.floor(Date.now() / 1000)
	assert.equal(await comeBack({}), '/', 'said rightly, it does')
	assert.equal(await comeBack({}, 'forged'), refused)
	assert.equal(await comeBack({}, 'unsigned'), refused)
	for (const lie of [
		{ iss: elsewhere.issuer },
		{ aud: 'another client' },
		{ aud: [client.id, 'another client'], azp: 'another client' },
		{ exp: now - 120, iat: now - 240 },
		{ nonce: 'A'.repeat(43) },
		{ nonce: undefined },
		{ sub: undefined },
		{ sub: 'x'.repeat(300) },
		{ sub: 'Priya@work' },
	]) {
		assert.equal(await comeBack(lie), refused, JSON.stringify(lie))
	}
})

test('nobody connects what is somebody else’s, nor in a session that did not ask', async () => {
	const callum = await connect('other-practitioner', 'priya@work')
	assert.equal(callum.answer.location, '/account?done=connectRefused')
	assert((await callum.browser.get('/account?done=connectRefused')).html.includes('could not be connected'))
	const unsure = await place.as('other-practitioner')
	assert.equal((await unsure.post('/account/provider/connect')).location, '/account/sure?to=/account&by=more')
	const ruth = await place.as('lead')
	await ruth.post('/account/sure', { to: '/account' })
	await ruth.get('/account')
	const url = await organisation.signIn(leadsTo(await ruth.post('/account/provider/connect')), 'ruth@work')
	await ruth.get('/')
	await ruth.post('/demo/sign-in', { account: 'supporter' })
	assert.equal((await ruth.get(back(url))).location, '/account?done=connectRefused')
	const [connected] = await underneath<{ n: number }>('select count(*)::int as n from identity')
	assert.equal(connected?.n, 1)
})

test('the secret is kept sealed, and opens for nothing else; http is for this machine alone', async () => {
	const rows = JSON.stringify(await underneath(`select encode(secret, 'escape') as secret from identity_provider`))
	assert(!rows.includes(client.secret))
	await underneath('update identity_provider set client_id = $1 where id = $2', ['another', here])
	const browser = place.anonymous()
	await browser.get('/sign-in')
	assert.equal((await browser.post(`/sign-in/provider/${here}`)).location, '/sign-in?done=down')
	await underneath('update identity_provider set client_id = $1 where id = $2', [client.id, here])
	assert(mayBeIssuer('https://sign-in.example/tenant') && mayBeIssuer('http://localhost:3001'))
	for (const no of ['http://sign-in.example', 'ftp://x', 'sign-in.example', 'https://a.example/?b', '']) {
		assert.equal(mayBeIssuer(no), false, no)
	}
})

test('a connection is ended by whoever has it, and a provider by whoever runs the server: neither opens anything more', async () => {
	const { browser, to } = await setOut()
	const url = await organisation.signIn(to, 'priya@work')
	await browser.get(back(url))
	await browser.get('/account')
	const other = await place.as('practitioner')
	assert.equal((await browser.post('/account/provider/disconnect')).location, '/account?done=disconnectedTold')
	assert.equal(await isIn(other), false, 'every other session ends')
	assert((await browser.get('/account')).html.includes('You ended the connection'))
	assert.equal((await browser.post('/account/provider/disconnect')).status, 404)
	const again = await setOut()
	assert.equal((await again.browser.get(back(await organisation.signIn(again.to, 'priya@work')))).location, refused)
	assert.equal((await system('system_remove_provider', 'Rivermouth')).length, 1)
	assert.equal((await place.anonymous().get('/sign-in')).html.includes('Rivermouth Council'), false)
	assert.equal(
		(await system('system_set_provider', 'Nowhere', newId(), 'x', 'https://x.example', 'x', Buffer.from('x'))).length,
		0,
	)
})

const to = '/take-with-you/everything'
const unsure = () => underneath('update session set stepped_up_at = null')

/** Sets out to show at the organisation that it is them. */
async function setOutToShow(browser: Browser): Promise<URL> {
	await browser.get('/account')
	const went = await browser.post('/account/sure/provider', { to })
	assert.equal(went.status, 200, went.html)
	return new URL(leadsTo(went))
}

test('whoever is connected shows at their organisation that it is them: there anew, as themselves, in this session', async () => {
	await underneath('delete from identity')
	await underneath('delete from gate.tries')
	await setProvider('Rivermouth', organisation)
	const { browser } = await connect('practitioner', 'priya@work')
	await unsure()
	assert((await browser.get(`/account/sure?to=${to}`)).html.includes('Show it at Rivermouth Council'))
	const there = await setOutToShow(browser)
	assert.deepEqual([there.searchParams.get('prompt'), there.searchParams.get('max_age')], ['login', '0'])
	const token = browser.cookies.get('__Host-session')
	const shown = await browser.get(back(await organisation.signIn(there.href, 'priya@work')))
	assert.equal(shown.location, to)
	assert.notEqual(browser.cookies.get('__Host-session'), token)
	assert.equal((await browser.get(to)).status, 200)

	const no = `/account/sure?to=${to}&done=refused`
	await unsure()
	const other = await browser.get(back(await organisation.signIn((await setOutToShow(browser)).href, 'callum@work')))
	assert.equal(other.location, no, 'nobody’s')
	await connect('other-practitioner', 'callum@work')
	await unsure()
	const somebody = await browser.get(back(await organisation.signIn((await setOutToShow(browser)).href, 'callum@work')))
	assert.equal(somebody.location, no, 'somebody else’s')
	assert((await browser.get(no)).html.includes('That sign-in opens nothing here.'))
	assert.equal((await browser.get(to)).status, 303)
	const answer = await organisation.signIn((await setOutToShow(browser)).href, 'priya@work')
	const another = await place.as('practitioner')
	for (const [name, value] of browser.cookies) if (name === '__Host-browser') another.cookies.set(name, value)
	await unsure()
	assert.equal((await another.get(back(answer))).location, no, 'another session of the same browser')
	assert.equal((await another.get(to)).status, 303)
})

test('an organisation that does not ask anew shows nothing', async () => {
	const { browser } = { browser: await place.as('practitioner') }
	await unsure()
	for (const [claims, expected] of [
		[{}, 'refused'],
		[{ auth_time: Math.floor(Date.now() / 1000) - 120 }, 'refused'],
		[{ auth_time: Math.floor(Date.now() / 1000) }, undefined],
	] as const) {
		const there = await setOutToShow(browser)
		const url = await organisation.signIn(there.href, 'priya@work')
		const idToken = organisation.says({ sub: 'priya@work', nonce: there.searchParams.get('nonce'), ...claims })
		organisation.spoil = ({ url }) => (url?.startsWith('/token') ? { idToken } : undefined)
		const answer = await browser.get(back(url))
		organisation.spoil = undefined
		assert.equal(answer.location, expected ? `/account/sure?to=${to}&done=${expected}` : to, JSON.stringify(claims))
	}
})

test('whoever is connected nowhere can show nothing there', async () => {
	const ann = await place.as('person')
	await ann.get('/account')
	assert.equal((await ann.post('/account/sure/provider', { to })).status, 404)
})
