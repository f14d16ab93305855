/** Coming back in with the help of two people: who can, who cannot, who learns what, and who can stop it. */
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { idOf } from '../../demo/demonstration.ts'
import { type Browser, openPlace } from '../support/place.ts'

const place = await openPlace()
const { underneath } = place

const ann = { name: 'robin-lamp-482', account: idOf('ann') }
const secret = { secret: 'four blue herons fly', again: 'four blue herons fly' }
const helping = `/helping/${ann.account}`

beforeEach(async () => {
	await underneath('delete from gate.tries')
	await underneath('delete from recovery')
	await underneath('delete from message')
	await underneath('update recovery_helper set declined_at = null, ended_at = null')
	await underneath('update supporting set ended_at = null')
	await underneath(`update secret set set_at = now() - interval '100 days' where account_id = $1`, [ann.account])
})

const from = (network: string) => ({ 'x-forwarded-for': network })

/** A browser at the door that says it is somebody, and the number that it is shown. */
async function ask(name = ann.name, network = '192.0.2.1', browser = place.anonymous()) {
	await browser.get('/sign-in/recover')
	const answer = await browser.post('/sign-in/recover', { name }, from(network))
	const number = /<strong>(\d{3} \d{3})<\/strong>/.exec(answer.html)?.[1] ?? ''
	return { browser, answer, number }
}

/** One of the two, who has just shown that it is them. */
async function helper(who: Parameters<typeof place.as>[0]) {
	const browser = await place.as(who)
	await browser.post('/account/sure', { to: helping })
	await browser.get(helping)
	return browser
}

/** One of the two opens the page and types the number. */
async function says(who: Parameters<typeof place.as>[0], number: string) {
	return (await helper(who)).post(helping, { number })
}

const dayOver = () =>
	underneath(`update recovery set both_at = both_at - interval '24 hours', asked_at = asked_at - interval '24 hours'`)
const goBack = async (browser: Browser, number: string) => {
	await browser.get('/sign-in/recover/back')
	return browser.post('/sign-in/recover/back', { number })
}
const choose = (browser: Browser, number: string) => browser.post('/sign-in/recover/choose', { number, ...secret })

/** As far as the day of waiting, which is over where it says so. */
async function bothSaidYes({ over = true } = {}) {
	const asked = await ask()
	for (const who of ['supporter', 'partner'] as const) assert.equal((await says(who, asked.number)).status, 303)
	if (over) await dayOver()
	return asked
}

const setAt = async () =>
	(await underneath<{ hash: string }>('select hash from secret where account_id = $1', [ann.account]))[0]?.hash
const events = async () =>
	(
		await underneath<{ kind: string }>(
			`select kind from sign_in_event where account_id = $1 and at > now() - interval '1 hour' order by at, kind`,
			[ann.account],
		)
	).map(({ kind }) => kind)
/** What waits to go out to Ann; each of these goes to where she said that it is safe. */
const toAnn = async () =>
	(
		await underneath<{ kind: string; address: string }>(
			'select kind, address from message where account_id = $1 order by asked_at, kind',
			[ann.account],
		)
	).map(({ kind, address }) => `${kind} ${address}`)

test('both type the number, a day goes by, and the browser that asked chooses a new secret; all that was before ends', async () => {
	const elsewhere = await place.as('person')
	const { browser, answer, number } = await ask()
	assert(answer.html.includes('Write it down.') && /^\d{3} \d{3}$/.test(number))
	assert((await elsewhere.get('/')).html.includes('Someone says they are you'), 'she is told where she is signed in')
	const linda = await helper('supporter')
	assert((await linda.get('/')).html.includes('Someone says they are Ann Kerr, and cannot come in.'))
	assert((await linda.get(helping)).html.includes('Ask for the number.'))
	assert.equal((await linda.post(helping, { number: '12' })).status, 422)
	assert.equal((await linda.post(helping, { number: '000 000' })).status, 422)
	assert.equal((await says('supporter', number.replace(' ', ''))).location, `${helping}?done=saidYesTold`)
	assert((await linda.get(helping)).html.includes('Now the other one has to say yes too.'))
	assert.equal((await goBack(browser, number)).status, 422, 'one is not enough')
	assert.equal((await says('supporter', number)).status, 303, 'and the same one twice is one')
	assert.equal((await goBack(browser, number)).status, 422)
	assert.deepEqual(await toAnn(), [])

	assert.equal((await says('partner', number)).status, 303)
	assert.deepEqual(await toAnn(), ['sign-in-changing annk@post.example'])
	const wait = await goBack(browser, number)
	assert(wait.status === 200 && wait.html.includes('Both of your people said yes. Come back after'))
	assert((await choose(browser, number)).html.includes('Come back after'), 'the form does not hurry it')
	assert((await elsewhere.get('/')).html.includes('Your two people said yes. It can happen after'))
	const before = await setAt()
	await dayOver()

	const page = await goBack(browser, number)
	assert(page.html.includes('Hello, Ann Kerr') && page.html.includes(ann.name))
	const easy = await browser.post('/sign-in/recover/choose', { number, secret: 'password', again: 'password' })
	assert.equal(easy.status, 422)
	assert.equal(await setAt(), before)
	await underneath(`insert into code_contact (area_id, account_id, contact_id) values ($1, $2, $3)`, [
		idOf('Rivermouth'),
		ann.account,
		idOf('ann/contact/email'),
	])
	assert.equal((await choose(browser, number)).location, '/account?ready')
	assert((await browser.get('/')).html.includes('Ann Kerr'))
	assert.notEqual(await setAt(), before)
	assert.equal((await elsewhere.get('/account')).status, 401)
	assert.equal((await underneath('select from code_contact where account_id = $1', [ann.account])).length, 0)
	assert.deepEqual(
		(await events()).filter((kind) => kind.startsWith('reco')),
		['recovery_asked', 'recovery_waits', 'recovered'],
	)
	assert.deepEqual(await toAnn(), ['sign-in-changing annk@post.example', 'sign-in-changed annk@post.example'])
	const back = place.anonymous()
	await back.get('/sign-in')
	assert.equal((await back.post('/sign-in', { name: ann.name, secret: secret.secret })).location, '/')
	await browser.post('/sign-out')
	assert.equal((await goBack(browser, number)).status, 422, 'once')
})

test('only the browser that asked, and only with its number', async () => {
	const { browser, number } = await bothSaidYes()
	const before = await setAt()
	const stranger = place.anonymous()
	for (const act of [() => goBack(stranger, number), () => choose(stranger, number), () => goBack(browser, '000000')]) {
		assert.equal((await act()).status, 422)
	}
	const other = await ask(ann.name, '192.0.2.2')
	assert.equal((await goBack(other.browser, number)).status, 422, 'another that asked too')
	assert.equal(await setAt(), before)
	for (let times = 0; times < 10; times++) await goBack(browser, String(times).repeat(6))
	assert.equal((await goBack(browser, number)).status, 429, 'whoever has the phone cannot try all numbers')
})

test('the answer at the door is the same to the byte, whoever is asked for, and tells nothing later', async () => {
	const answers = new Set<string>()
	const later = new Set<string>()
	await underneath('update recovery_helper set declined_at = now() where helper_id = $1', [idOf('linda')])
	for (const [at, name] of [ann.name, 'nobody-here-000', 'copper-gate-117', 'x'.repeat(300)].entries()) {
		const { browser, answer, number } = await ask(name, `192.0.2.${at + 1}`)
		answers.add(
			JSON.stringify([answer.status, answer.html.replaceAll(number, ''), Object.keys(answer.raw.headers).sort()]),
		)
		const back = await goBack(browser, number)
		const bare = back.html.replaceAll(/value="[^"]*"/g, '')
		later.add(JSON.stringify([back.status, bare, Object.keys(back.raw.headers).sort()]))
	}
	assert.equal(answers.size, 1)
	assert.equal(later.size, 1)
	assert.equal((await underneath('select from recovery')).length, 0, 'one of Ann’s two had said no')
})

test('she stops it from any session; either of the two stops it; and it ends by itself', async () => {
	const before = await setAt()
	const stops: [string, () => Promise<unknown>][] = [
		['she herself', async () => (await place.as('person')).post('/account/recovery/stop')],
		['one of the two', async () => (await place.as('partner')).post(`${helping}/stop`)],
		['by itself', () => underneath(`update recovery set ends_at = now()`)],
		['a helper says no', async () => (await place.as('supporter')).post(`${helping}/decline`)],
		['a tie ends', () => underneath(`update supporting set ended_at = now() where supporter_id = $1`, [idOf('linda')])],
		['a card was used', () => underneath(`update secret set set_at = now() where account_id = $1`, [ann.account])],
		['the account is closed', () => underneath(`update account set closed_at = now() where id = $1`, [ann.account])],
		[
			'no longer named',
			() => underneath(`update recovery_helper set ended_at = now() where helper_id = $1`, [idOf('bilal')]),
		],
	]
	for (const [how, stop] of stops) {
		await underneath('delete from gate.tries')
		await underneath('delete from recovery')
		await underneath('update recovery_helper set declined_at = null, ended_at = null')
		const { browser, number } = await bothSaidYes()
		assert.equal((await goBack(browser, number)).status, 200, how)
		await stop()
		assert.equal((await goBack(browser, number)).status, 422, how)
		assert.equal((await choose(browser, number)).status, 422, how)
		assert.equal(await setAt(), before, how)
		await underneath(`update account set closed_at = null where id = $1`, [ann.account])
		await underneath('update supporting set ended_at = null')
		await underneath(`update secret set set_at = now() - interval '100 days' where account_id = $1`, [ann.account])
	}
})

test('two at once: one sets the secret; whoever stops while it is set either stops it or is too late', async () => {
	const { browser, number } = await bothSaidYes()
	await goBack(browser, number)
	const twice = await Promise.all([choose(browser, number), choose(browser, number)])
	assert.deepEqual(twice.map(({ location }) => location).sort(), ['/account?ready', undefined])

	for (let round = 0; round < 4; round++) {
		await underneath('delete from gate.tries')
		await underneath('delete from recovery')
		await underneath(`update secret set set_at = now() - interval '100 days' where account_id = $1`, [ann.account])
		const again = await bothSaidYes()
		await goBack(again.browser, again.number)
		const before = await setAt()
		const bilal = await place.as('partner')
		await bilal.get(helping)
		const acts = [() => choose(again.browser, again.number), () => bilal.post(`${helping}/stop`)]
		await Promise.all((round % 2 ? acts : acts.toReversed()).map((act) => act()))
		const [row] = await underneath<{ stopped: boolean; finished: boolean }>(
			'select stopped_at is not null as stopped, finished_at is not null as finished from recovery',
		)
		assert.notEqual(row?.stopped, row?.finished, 'one of the two')
		assert.equal((await setAt()) !== before, row?.finished)
	}
})

test('both say yes at the same time: the second of them begins the day', async () => {
	const { number } = await ask()
	const two = [await helper('supporter'), await helper('partner')]
	await Promise.all(two.map((browser) => browser.post(helping, { number })))
	const [row] = await underneath<{ both: boolean; two: boolean }>(
		'select both_at is not null as both, first_by_id <> second_by_id as two from recovery',
	)
	assert.deepEqual(row, { both: true, two: true })
	assert.equal((await toAnn()).length, 1)
})

test('nobody but the two finds anything there; guessing the number ends after five; who says no finds nothing more', async () => {
	const { number } = await ask()
	for (const who of ['person', 'practitioner', 'other-person', 'lead'] as const) {
		const browser = await place.as(who)
		for (const answer of [
			await browser.get(helping),
			await browser.post(helping, { number }),
			await browser.post(`${helping}/stop`),
			await browser.post(`${helping}/decline`),
		]) {
			assert.equal(answer.status, 404, who)
		}
	}
	const unsure = await place.as('supporter')
	await unsure.get(helping)
	assert.equal((await unsure.post(helping, { number })).location, `/account/sure?to=${helping}`)
	const linda = await helper('supporter')
	for (let times = 0; times < 5; times++) assert.equal((await linda.post(helping, { number: '000000' })).status, 422)
	assert.equal((await linda.post(helping, { number })).status, 429)
	assert.equal((await linda.post(`${helping}/decline`)).location, '/account/helpers?done=declined')
	assert.equal((await linda.get(helping)).status, 404)
	assert(!(await linda.get('/')).html.includes('named you'))
	const person = await place.as('person')
	assert((await person.get('/account/helpers')).html.includes('Linda Kerr'), 'and Ann is not told')
})

test('two different people whom one knows are named, by who has shown by more than a code that it is them', async () => {
	const browser = await place.as('person')
	const name = (one: string, other: string) => browser.post('/account/helpers', { one, other })
	const [linda, bilal, priya] = ['linda', 'bilal', 'priya'].map(idOf) as [string, string, string]
	assert.equal((await name(linda, priya)).location, '/account/sure?to=/account/helpers&by=more')
	await browser.post('/account/sure', { to: '/account/helpers' })
	await browser.get('/account/helpers')
	for (const [one, other] of [
		[linda, linda],
		[linda, ann.account],
		[linda, idOf('callum')],
		[linda, idOf('iris')],
		[linda, ''],
		['nobody', bilal],
	] as const) {
		assert.equal((await name(one, other)).status, 422, `${one} ${other}`)
	}
	assert.equal((await name(linda, priya)).location, '/account/helpers?done=named')
	const page = (await browser.get('/account/helpers')).html
	assert(page.includes('Linda Kerr, who supports you') && page.includes('Priya Raman, who works with you'))
	const partner = await place.as('partner')
	assert(!(await partner.get('/')).html.includes('Ann Kerr named you'))
	assert.equal((await browser.post('/account/helpers/end')).location, '/account/helpers?done=ended')
	await ask()
	assert.equal((await underneath('select from recovery')).length, 0)
	await underneath(`delete from recovery_helper where helper_id = $1 and account_id = $2`, [priya, ann.account])
})

test('staff whose area asks for more can neither name anybody nor come back so', async () => {
	const [area, standing] = [idOf('Rivermouth'), 'gen_random_uuid()']
	await underneath(
		`insert into standing (area_id, id, account_id, kind) values ('${area}', ${standing}, $1, 'practitioner')`,
		[ann.account],
	)
	await underneath('update area set staff_need_strong = true where area_id = $1', [area])
	await ask()
	assert.equal((await underneath('select from recovery')).length, 0)
	const browser = await place.as('person')
	await browser.post('/account/sure', { to: '/account/helpers' })
	await browser.get('/account/helpers')
	const named = await browser.post('/account/helpers', { one: idOf('linda'), other: idOf('bilal') })
	assert.equal(named.status, 422)
	assert(named.html.includes('Your area asks staff for more.'))
	await underneath(`delete from standing where account_id = $1 and kind = 'practitioner'`, [ann.account])
	await underneath('update area set staff_need_strong = false where area_id = $1', [area])
})

test('one account has at most twenty who wait, and a browser that asks again takes its own place', async () => {
	const browser = place.anonymous()
	for (let times = 0; times < 3; times++) await ask(ann.name, '192.0.2.1', browser)
	const many = async () => (await underneath<{ n: number }>('select count(*)::int as n from recovery'))[0]?.n
	assert.equal(await many(), 1)
	for (let network = 1; network <= 22; network++) await ask(ann.name, `198.51.100.${network}`)
	assert.equal(await many(), 20)
})
