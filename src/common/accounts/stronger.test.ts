/** Staff: in a real area they come in with a passkey or their organisation, and until then reach how they come in and nothing else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HeldPasskey, makePasskey } from '../../../test/support/authenticator.ts'
import { type Browser, openPlace, testKey } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { createArea } from '../areas/index.ts'

const addresses: { method: string; url: string }[] = []
const place = await openPlace({
	onRoute: ({ method, url }) => addresses.push(...[method].flat().map((one) => ({ method: one, url }))),
})
const { underneath } = place

const newArea = (name: string) =>
	createArea(place.system, testKey, { name, lead: `Lead of ${name}`, passedOn: 'Danger to life.' })
const demands = (name: string, whether: boolean) =>
	underneath('update area set staff_need_strong = $2 where name = $1', [name, whether])
const options = async (browser: Browser, path: string) => JSON.parse((await browser.post(path)).html)

/** Opens a card, and sends what is chosen with it. */
async function use(code: string, fields: Record<string, string> = {}) {
	const browser = place.anonymous()
	await browser.get('/card')
	const choose = await browser.post('/card', { code })
	const answer = await browser.post('/card/choose', { code, ...fields })
	if (answer.status === 303) await browser.get('/account')
	return { browser, choose, answer }
}

async function add(browser: Browser): Promise<HeldPasskey> {
	const passkey = makePasskey(await options(browser, '/account/passkeys/begin'))
	const answer = await browser.post('/account/passkeys/add', { name: 'My phone', credential: passkey.made })
	assert.equal(answer.location, '/account/passkeys?done=addedTold')
	await browser.get('/account')
	return passkey
}

const secret = { secret: 'marmalade under the stairs', again: 'marmalade under the stairs' }

async function signIn(name: string) {
	const browser = place.anonymous()
	await browser.get('/sign-in')
	const answer = await browser.post('/sign-in', { name, secret: secret.secret })
	assert.equal(answer.location, '/')
	await browser.get('/')
	return browser
}

/** A lead who chose a secret before the area asked for more. */
async function leadWithSecret(area: string) {
	const code = await newArea(area)
	await demands(area, false)
	const { browser, answer } = await use(code, secret)
	assert.equal(answer.location, '/account?ready')
	const name = /<strong>([a-z]+-[a-z]+-\d{3})<\/strong>/.exec((await browser.get('/account?ready')).html)?.[1] ?? ''
	await demands(area, true)
	return { browser, name }
}

/** What staff may reach before they have shown something stronger: anyone's pages, and how one comes in. */
const open =
	/^\/(?:account|sign-in|sign-out|card|demo|assets|your-information|accessibility|help-now|left|invited|take-with-you\/schema|words|health|ready|favicon\.ico)(?:\/|$)/

test('in a new area the first lead chooses no secret, and sees nothing but how they come in until there is a passkey', async () => {
	const { browser, choose, answer } = await use(await newArea('Testham'), secret)
	assert(choose.html.includes('Staff come in with a passkey') && !choose.html.includes('name="secret"'))
	assert.equal(answer.location, '/account/stronger', 'also when a secret is sent along')
	assert.equal(
		(
			await underneath(`select from secret where hash <> '' and account_id in
		(select id from account where name = 'Lead of Testham')`)
		).length,
		0,
	)
	const page = await browser.get('/account/stronger')
	assert(page.html.includes('Add a passkey') && page.html.includes('Until then'))
	const closed = await browser.get('/area')
	assert.equal(closed.status, 403)
	assert(closed.html.includes('Your area asks staff for more') && !closed.html.includes('Danger to life.'))
	await add(browser)
	assert((await browser.get('/area')).html.includes('Danger to life.'))
	assert((await browser.get('/account/stronger')).html.includes('You have what you need.'))
})

test('every address is closed to staff with no more than a secret, but for those that are named here', async () => {
	const { browser } = await leadWithSecret('Everyham')
	const before = await underneath('select count(*) as n from account')
	let closed = 0
	for (const { method, url } of addresses) {
		if (url === '/sign-out' || method === 'HEAD' || url === '/demo/sign-in') continue
		const at = url.replaceAll(/:\w+/g, () => newId())
		const answer = method === 'GET' ? await browser.get(at) : await browser.post(at, { name: 'X', kind: 'lead' })
		if (open.test(url)) assert(!answer.html.includes('One thing first'), url)
		else {
			assert.equal(answer.status, 403, `${method} ${url}`)
			assert(answer.html.includes('One thing first'), `${method} ${url}`)
			closed++
		}
		await browser.get('/account')
	}
	assert(closed > 25, `${closed}`)
	assert.deepEqual(await underneath('select count(*) as n from account'), before)
})

test('whoever has only the secret of staff with a passkey can add none, remove none, and show nothing', async () => {
	const { name, browser: first } = await leadWithSecret('Strongham')
	const passkey = await add(first)
	const thief = await signIn(name)
	assert.equal((await thief.get('/')).status, 403)
	assert.equal((await thief.get('/account/passkeys/add')).status, 403)
	assert.equal((await thief.post('/account/passkeys/begin')).status, 403)
	const list = await thief.get('/account/passkeys')
	const remove = /\/account\/passkeys\/[\w-]{36}\/remove/.exec(list.html)?.[0] ?? ''
	assert.equal((await thief.get(remove)).status, 403)
	assert.equal((await thief.post(remove)).status, 403)
	const sure = await thief.get('/account/sure')
	assert(sure.html.includes('Use a passkey') && !sure.html.includes('name="secret"'))
	assert.equal((await thief.post('/account/sure', { to: '/', secret: secret.secret })).status, 403)
	assert((await thief.get('/account/stronger')).html.includes('Ask a lead for a new card.'))

	const asked = await options(thief, '/account/sure/begin')
	const shown = await thief.post('/account/sure', { to: '/', credential: passkey.show(asked, { count: 1 }) })
	assert.equal(shown.location, '/', 'the one who has it goes on')
	assert.equal((await thief.get('/area')).status, 200)
})

test('people, and staff of an area that does not ask for more, come in with a secret as before', async () => {
	const { browser: lead } = await leadWithSecret('Easyham')
	await demands('Easyham', false)
	assert.equal((await lead.get('/area')).status, 200)
	const added = await lead.post('/area/staff/add', { name: 'Priya', kind: 'practitioner' })
	const card = added.location?.split('?')[0] ?? ''
	const code = /class="card__code">([0-9A-Z-]{14})</.exec((await lead.post(card)).html)?.[1] ?? ''
	const { browser, choose, answer } = await use(code, { way: 'stronger' })
	assert(choose.html.includes('Go on without a secret') && choose.html.includes('name="secret"'))
	assert.equal(answer.location, '/account/stronger')
	const invited = await browser.post('/invite', { name: 'Ann' })
	await demands('Easyham', true)
	assert.equal((await browser.get('/')).status, 403, 'from the next request on')
	await add(browser)
	const toPerson = invited.location?.split('?')[0] ?? ''
	const persons = /class="card__code">([0-9A-Z-]{14})</.exec((await browser.post(toPerson)).html)?.[1] ?? ''
	const person = await use(persons, { ...secret, way: 'stronger' })
	assert.equal(person.answer.location, '/account?ready', 'a person chooses a secret, whatever is sent')
	assert.equal((await person.browser.get('/')).status, 200)
	assert.equal((await person.browser.get('/account/stronger')).status, 404)
})

test('a card that is given anew lets staff replace what they lost, and works once', async () => {
	const code = await newArea('Lostham')
	const two = [place.anonymous(), place.anonymous()]
	for (const browser of two) await browser.get('/card')
	const answers = await Promise.all(two.map((browser) => browser.post('/card/choose', { code })))
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
	const [lead] = two.filter((_, at) => answers[at]?.status === 303) as [Browser]
	await lead.get('/account')
	await add(lead)
	const [card] = await underneath<{ id: string }>(
		`select id from sign_in_card where code_hash is not null order by made_at desc limit 1`,
	)
	await underneath('update sign_in_card set used_at = null where id = $1', [card?.id])
	const { browser } = await use(code)
	assert.equal((await browser.get('/area')).status, 403)
	await add(browser)
	assert.equal((await browser.get('/area')).status, 200)
})

test('in an area that asks for more, a secret alone adds no first passkey: a new card does', async () => {
	const { name } = await leadWithSecret('Firstham')
	const thief = await signIn(name)
	const page = await thief.get('/account/stronger')
	assert(page.html.includes('A secret alone is not enough to add one.') && !page.html.includes('Add a passkey'))
	assert.equal((await thief.get('/account/passkeys/add')).status, 403)
	assert.equal((await thief.post('/account/passkeys/begin')).status, 403)
	assert.equal((await thief.post('/account/passkeys/add', { name: 'Mine', credential: '{}' })).status, 403)
})

test('a lead asks staff for more, or no more, once they have more themselves and have shown that it is them; all staff are told', async () => {
	const { browser } = await leadWithSecret('Askham')
	await demands('Askham', false)
	const asks = async () =>
		(await underneath<{ asks: boolean }>(`select staff_need_strong as asks from area where name = 'Askham'`))[0]?.asks
	const press = async (needed: string) => {
		await browser.get('/area')
		return (await browser.post('/area/staff/ask-for-more', { needed })).location
	}
	assert.equal(await press('yes'), '/area?done=firstYou')
	assert.equal(await asks(), false, 'they would have shut themselves out')
	await add(browser)
	assert.equal(await press('yes'), '/area?done=asksMore')
	assert.equal(await asks(), true)
	await underneath('update session set stepped_up_at = null')
	assert.equal(await press('no'), '/account/sure?to=/area&by=more')
	assert.equal(await asks(), true)
	await underneath('update session set stepped_up_at = now()')
	assert.equal(await press('no'), '/area?done=asksNoMore')
	assert.equal(await asks(), false)
	assert((await browser.get('/area')).html.includes('Staff here can come in with a secret or a code alone.'))
	const account = (await browser.get('/account')).html
	assert(
		account.includes('Your area began to ask staff for more') && account.includes('Your area stopped asking staff'),
	)
})
